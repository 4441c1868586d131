#!/usr/bin/env python3
"""Measures how fast announcements are read, with one thread and with two.

    cargo build --release --locked
    python3 benches/read.py [FILE…]

Takes the texts of the demo, or the files that are named (UTF-8), repeats them up to some size, and hands them to `samesky read --jsonl`. Each number is the
best of the runs; megabytes are millions of bytes of UTF-8 text.
"""

import argparse
import json
import os
import resource
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main():
    options = arguments()
    files = options.files or sorted((ROOT / "fixtures/demo").glob("*.txt"))
    texts = [Path(file).read_text(encoding="utf-8") for file in files]
    size = sum(len(text.encode()) for text in texts)
    times = max(1, int(options.megabytes * 1e6 / size))
    lines = [json.dumps({"id": str(number), "text": text}, ensure_ascii=False) for number, text in enumerate(texts * times)]
    stream = "\n".join(lines).encode() + b"\n"
    print(f"{len(files)} texts, {size / 1000:.1f} kB, {times} times: {size * times / 1e6:.2f} MB, {len(lines)} announcements")
    for more in ([], ["--quantities"]):
        for threads in options.threads:
            seconds, cpu = min(run(options.binary, threads, more, stream, len(lines)) for _ in range(options.runs))
            label = " ".join(["threads", str(threads), *more])
            print(f"{label:<24} {size * times / 1e6 / seconds:6.2f} MB/s  {len(lines) / seconds:7.0f} announcements/s  {cpu:5.1f} CPU s")
    seconds, _ = min(run(options.binary, 1, [], lines[0].encode() + b"\n", 1) for _ in range(options.runs))
    print(f"one announcement, with the start of the program: {1000 * seconds:.0f} ms")


def arguments():
    parser = argparse.ArgumentParser(description="Measures how fast announcements are read.")
    parser.add_argument("files", nargs="*", help="texts in UTF-8 [fixtures/demo/*.txt]")
    parser.add_argument("--binary", default=str(ROOT / "target/release/samesky"), help="the program [target/release/samesky]")
    parser.add_argument("--megabytes", type=float, default=20, help="how much to read [20]")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2], help="threads [1 2]")
    parser.add_argument("--runs", type=int, default=3, help="runs, of which the best counts [3]")
    options = parser.parse_args()
    if not os.access(options.binary, os.X_OK):
        parser.error(f"{options.binary} is no program: build it, or name another with --binary")
    return options


def run(binary, threads, more, stream, expected):
    """Seconds by the clock and of processor time."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([binary, "read", "--jsonl", "--threads", str(threads), *more], input=stream, stdout=subprocess.PIPE, check=True)
    seconds, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    answered = done.stdout.count(b"\n")
    if answered != expected:
        raise SystemExit(f"{expected} lines went in, {answered} came out")
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()

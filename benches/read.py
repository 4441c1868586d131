#!/usr/bin/env python3
"""Measures how fast announcements are read: as a stream of JSON lines, with one thread and with two.

    cargo build --release --locked
    python3 benches/read.py [FILE…]

Takes the texts of the demo, or the files that are named (UTF-8), with their numbers varied (benches/reading_lines.py), and hands them to `samesky read --jsonl`.
Megabytes are millions of bytes of JSON lines. Each number is of the fastest run; processor time is that of the program, user and system. With two threads the
answers must be the same bytes in the same order. Also measured: the peak of memory for a tenth of the lines and for all, and the time from the start of the
program to its first answer.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True

from reading_lines import lines

ROOT = Path(__file__).resolve().parent.parent


def main():
    options = arguments()
    texts = [Path(file).read_text(encoding="utf-8") for file in options.files or sorted((ROOT / "fixtures/demo").glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.jsonl"
        with path.open("wb") as file:
            file.writelines(lines(texts, int(options.megabytes * 1e6)))
        print(f"{len(texts)} texts, {path.stat().st_size / 1e6:.1f} MB of lines; load average {os.getloadavg()[0]:.2f}")
        for more in ([], ["--quantities"]):
            digests = [measure(options, path, threads, more) for threads in options.threads]
            if len(set(digests)) > 1:
                raise SystemExit("the answers differ with the number of threads")
        first_answer(options, path)
        memory(options, path, Path(folder) / "tenth.jsonl")


def measure(options, path, threads, more):
    """Prints the fastest of the runs, and returns what came out, as a digest."""
    runs = [run(options.binary, path, ["--threads", str(threads), *more]) for _ in range(options.runs)]
    seconds, cpu = min(run[0] for run in runs), min(run[1] for run in runs)
    size = path.stat().st_size / 1e6
    label = " ".join(["threads", str(threads), *more])
    print(f"{label:<24} {size / seconds:6.2f} MB/s by the clock  {size / cpu:6.2f} MB/s of processor time  {cpu:6.2f} CPU s", flush=True)
    return runs[0][2]


def run(binary, path, more):
    """Seconds by the clock and of processor time, a digest of the answers, and the peak of memory in MiB."""
    begin, digest = time.perf_counter(), hashlib.sha256()
    with path.open("rb") as stream:
        process = subprocess.Popen([binary, "read", "--jsonl", *more], stdin=stream, stdout=subprocess.PIPE)
    for piece in iter(lambda: process.stdout.read(1 << 20), b""):
        digest.update(piece)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the program ended with {process.returncode}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, digest.hexdigest(), usage.ru_maxrss / 1024


def first_answer(options, path):
    """From the start of the program to its first answer, while more lines come and while none do."""
    with path.open("rb") as stream:
        first = stream.readline()
    took = []
    for _ in range(options.runs * 3):
        begin = time.perf_counter()
        process = subprocess.Popen([options.binary, "read", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdin.write(first)
        process.stdin.flush()
        process.stdout.readline()
        took.append(time.perf_counter() - begin)
        process.communicate()
    print(f"first answer after {1000 * min(took):.0f} to {1000 * max(took):.0f} ms")


def memory(options, path, tenth):
    with path.open("rb") as stream:
        tenth.write_bytes(stream.read(path.stat().st_size // 10).rpartition(b"\n")[0] + b"\n")
    peaks = [run(options.binary, file, ["--threads", "2"])[3] for file in (tenth, path)]
    print(f"peak of memory: {peaks[0]:.0f} MiB for a tenth of the lines, {peaks[1]:.0f} MiB for all")


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


if __name__ == "__main__":
    main()

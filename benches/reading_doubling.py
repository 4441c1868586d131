#!/usr/bin/env python3
"""Shows that reading time grows with the length of the input and no faster, whatever the input.

    cargo build --release --locked
    python3 benches/reading_doubling.py

Each hostile text is read in two lengths, one twice the other, the best of several runs each. Processor time (user and system) should double; more than three times is told as a fault and
ends with 1. Every input must be answered by one line of JSON.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "fixtures" / "demo" / "shandong-zh.txt"

REPEATED = {
    "digits": "7",
    "digits with commas": "1,",
    "full-width digits": "９",
    "Chinese numerals": "一",
    "亿": "亿",
    "万 and 亿 in turn": "万亿",
    "Thai number words": "สิบล้าน",
    "English number words": "two hundred ",
    "zero-width space in a number": "1\u200b",
    "no-break space in a number": "1\u00a0",
    "bidirectional controls in a number": "\u202e1\u2066",
    "combining marks on digits": "1\u0301\u0323",
    "mixed scripts": "签約ลงนามsigned1億",
    "opening brackets": "(",
    "opening brackets, full width": "（",
    "opening quotation marks": "“",
    "commas": "，",
    "list commas": "三菱重工、",
    "line feeds": "\n",
    "short lines": "15个项目签约\n",
    "heads of events": "推介会",
    "events held": "河口市推介会在大阪举行。",
    "months": "2月31日",
    "twenties": "20",
    "Latin names": "Acme Group ",
    "Thai names": "บริษัท",
    "aliases": "河口市商会(下称“河口”)",
    "projects": "光伏组件生产项目开工，",
    "parts": "其中3亿元，",
    "targets": "力争达到5亿元，",
    "emoji outside the first plane": "🎌",
    "byte-order marks": "\ufeff",
}


def main():
    options = arguments()
    faults = 0
    print(f"{'input':<36} {'MB':>5} {'CPU s':>7} {'CPU s, twice':>13} {'times':>6}")
    for name, make in inputs():
        half, whole = (best(options, line(make, size)) for size in (options.kilobytes * 500, options.kilobytes * 1000))
        times = whole / max(half, 0.01)
        fault = times > 3 and whole > 0.2
        faults += fault
        print(f"{name:<36} {options.kilobytes / 1000:>5.1f} {half:>7.2f} {whole:>13.2f} {times:>6.1f}{'  FAULT' if fault else ''}", flush=True)
    sys.exit(1 if faults else 0)


def inputs():
    """Names with functions from a size in bytes to what a line holds."""
    for name, piece in REPEATED.items():
        yield name, lambda size, piece=piece: text(piece * (size // len(piece.encode())))
    article = DEMO.read_text(encoding="utf-8")
    yield "an announcement, again and again", lambda size: text(article * (size // len(article.encode())))
    flat = article.replace("\n", " ")
    yield "the same on one line", lambda size: text(flat * (size // len(flat.encode())))
    yield "nested brackets", lambda size: text("（" * (size // 6) + "推介会" + "）" * (size // 6))
    yield "lone surrogates", lambda size: b'{"text": "' + b"\\ud83d1" * (size // 7) + b'"}'
    yield "bytes that are no text", lambda size: b'{"text": "' + b"\xff\xfe1\xe4\xba" * (size // 5) + b'"}'
    yield "nested JSON", lambda size: b"[" * size


def text(words):
    return json.dumps({"text": words}, ensure_ascii=False).encode()


def line(make, size):
    return make(size) + b"\n"


def best(options, stream):
    """The least of so many runs: what else the machine does only adds."""
    return min(measured(options.binary, stream) for _ in range(options.runs))


def measured(binary, stream):
    """Processor time of the reading, in seconds; its answer is looked at."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([binary, "read", "--jsonl", "--threads", "1"], input=stream, stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    json.loads(done.stdout)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def arguments():
    parser = argparse.ArgumentParser(description="Shows that reading time grows with the length of the input and no faster.")
    parser.add_argument("--binary", default=str(ROOT / "target/release/samesky"), help="the program [target/release/samesky]")
    parser.add_argument("--kilobytes", type=int, default=2000, help="length of the longer text, in thousands of bytes [2000]")
    parser.add_argument("--runs", type=int, default=3, help="runs, of which the best counts [3]")
    options = parser.parse_args()
    if not os.access(options.binary, os.X_OK):
        parser.error(f"{options.binary} is no program: build it, or name another with --binary")
    return options


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""JSON lines of announcements for `samesky read --jsonl`: the texts of the demo, or texts of one's own, with their numbers varied.

    python3 benches/reading_lines.py --megabytes 100 > /tmp/lines.jsonl
    python3 benches/reading_lines.py --megabytes 100 announcements/*.txt fixtures/demo/*.txt > /tmp/lines.jsonl

No two lines are the same: every number has other digits, of the same count, so that amounts stay amounts; years stay years and days stay days.
The same arguments give the same lines.
"""

import argparse
import json
import random
import re
import sys
from pathlib import Path

DEMO = Path(__file__).resolve().parent.parent / "fixtures" / "demo"
NUMBER = re.compile(r"\d+(?=(\s*[年月日])?)")
YEARS = {"20": range(2012, 2026), "25": range(2555, 2569), "19": range(1960, 2000)}


def main():
    options = arguments()
    texts = [Path(file).read_text(encoding="utf-8") for file in options.files or sorted(DEMO.glob("*.txt"))]
    for line in lines(texts, int(options.megabytes * 1e6), options.seed):
        sys.stdout.buffer.write(line)


def lines(texts, size, seed=1):
    """Lines of JSON, with their line feeds, until they are so many bytes."""
    draw = random.Random(seed)
    written = number = 0
    while written < size:
        text = varied(texts[number % len(texts)], draw)
        line = json.dumps({"id": str(number), "text": text}, ensure_ascii=False).encode() + b"\n"
        yield line
        written += len(line)
        number += 1


def varied(text, draw):
    """The text with other numbers."""
    return NUMBER.sub(lambda match: other(match.group(), (match.group(1) or "").strip(), draw), text)


def other(digits, unit, draw):
    if not digits.isascii():
        return digits
    if unit == "月" and int(digits) <= 12:
        return str(draw.randint(1, 12))
    if unit == "日" and int(digits) <= 31:
        return str(draw.randint(1, 28))
    if len(digits) == 4 and digits[:2] in YEARS:
        return str(draw.choice(YEARS[digits[:2]]))
    if digits.startswith("0"):
        return digits
    return str(draw.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1))


def arguments():
    parser = argparse.ArgumentParser(description="Makes JSON lines of announcements with varied numbers.")
    parser.add_argument("files", nargs="*", help="texts in UTF-8 [fixtures/demo/*.txt]")
    parser.add_argument("--megabytes", type=float, default=100, help="how much to write, in millions of bytes [100]")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same lines [1]")
    return parser.parse_args()


if __name__ == "__main__":
    main()

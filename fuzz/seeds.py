#!/usr/bin/env python3
"""Writes the examples of the corpora into a folder, as the fuzz target takes them: a byte that says how, then the text."""

import hashlib
import sys
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "crates" / "reading" / "corpus"


def main():
    folder = Path(sys.argv[1])
    for number, text in enumerate(texts()):
        data = bytes([number % 64]) + text.encode()[:4000]
        (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)


def texts():
    for file in sorted(CORPUS.glob("claims/*.txt")):
        for case in file.read_text(encoding="utf-8").split("\n## ")[1:]:
            yield case.partition("\n")[2].partition("\n---\n")[0]
    for file in sorted(CORPUS.glob("quantities/*/*.tsv")):
        rows = [line.partition("\t")[0] for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        yield from ("\n".join(rows[at : at + 5]) for at in range(0, len(rows), 5))


if __name__ == "__main__":
    main()

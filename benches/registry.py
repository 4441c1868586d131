#!/usr/bin/env python3
"""Compares how organisations are recognised with the same work done by recordlinkage (PyPI), where that is installed.

    cargo build --release --locked
    pip install recordlinkage
    nice python3 benches/registry.py [--rows 20000] [--new 2000]

Quality: the labelled pairs of crates/registry/data/pairs. Two names are "same" for recordlinkage when their Jaro-Winkler similarity (and, as another try, that of
their q-grams) reaches a threshold, the one that gives the best F1 on the pairs for development. Speed: new rows against rows, names made up, blocked by the first
two characters as its manual does. Samesky itself is measured by `cargo run --release -p samesky-registry --example candidates 1000000 100000`.
"""

import argparse
import json
import random
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAIRS = ROOT / "crates/registry/data/pairs"


def main():
    options = arguments()
    dev, held_out = pairs("dev"), pairs("held-out")
    for part, rows in (("dev", dev), ("held-out", held_out)):
        print(f"samesky {part:<9}", quality([label for label, _ in rows], samesky(options.binary, rows)))
    try:
        import pandas
        import recordlinkage
    except ImportError:
        raise SystemExit("recordlinkage is not installed: pip install recordlinkage")
    for method in ("jarowinkler", "qgram"):
        scores = similarity(pandas, recordlinkage, dev, method)
        threshold = max((step / 100 for step in range(30, 101)), key=lambda at: f1([label for label, _ in dev], [score >= at for score in scores]))
        for part, rows in (("dev", dev), ("held-out", held_out)):
            said = [score >= threshold for score in similarity(pandas, recordlinkage, rows, method)]
            print(f"recordlinkage {method} at {threshold:.2f}, {part:<9}", quality([label for label, _ in rows], said))
    speed(pandas, recordlinkage, options)


def arguments():
    parser = argparse.ArgumentParser(description="Compares how organisations are recognised with recordlinkage.")
    parser.add_argument("--binary", default=str(ROOT / "target/release/samesky"), help="the program [target/release/samesky]")
    parser.add_argument("--rows", type=int, default=20000, help="rows in the registry [20000]")
    parser.add_argument("--new", type=int, default=2000, help="new rows [2000]")
    return parser.parse_args()


def pairs(part):
    rows = []
    for file in sorted((PAIRS / part).glob("*.jsonl")):
        rows += [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row["verdict"], row) for row in rows]


def samesky(binary, rows):
    lines = "\n".join(json.dumps({"id": row["id"], "a": row["a"], "b": row["b"]}) for _, row in rows) + "\n"
    done = subprocess.run([binary, "organisations", "compare", "--jsonl"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line)["verdict"] == "same" for line in done.stdout.splitlines()]


def similarity(pandas, recordlinkage, rows, method):
    left = pandas.DataFrame({"name": [" ".join(row["a"]["names"]) for _, row in rows]})
    right = pandas.DataFrame({"name": [" ".join(row["b"]["names"]) for _, row in rows]})
    links = pandas.MultiIndex.from_arrays([left.index, right.index])
    compare = recordlinkage.Compare()
    compare.string("name", "name", method=method, label="name")
    return compare.compute(links, left, right)["name"].tolist()


def counts(labels, said):
    right = sum(1 for label, same in zip(labels, said) if same and label == "same")
    return right, sum(said), labels.count("same"), sum(1 for label, same in zip(labels, said) if same and label == "different")


def f1(labels, said):
    right, called, due, _ = counts(labels, said)
    return 2 * right / max(called + due, 1)


def quality(labels, said):
    right, called, due, different = counts(labels, said)
    return f"same: precision {100 * right / max(called, 1):.1f} % ({right}/{called}), recall {100 * right / due:.1f} % ({right}/{due}), different called same {different}"


def speed(pandas, recordlinkage, options):
    dice = random.Random(7)
    filed = [made_up(dice) for _ in range(options.rows)]
    new = [dice.choice(filed).upper() if number % 2 else made_up(dice) for number in range(options.new)]
    left = pandas.DataFrame({"name": filed, "block": [name[:2].lower() for name in filed]})
    right = pandas.DataFrame({"name": new, "block": [name[:2].lower() for name in new]})
    begin = time.perf_counter()
    indexer = recordlinkage.Index()
    indexer.block("block")
    links = indexer.index(left, right)
    compare = recordlinkage.Compare()
    compare.string("name", "name", method="jarowinkler", label="name")
    compare.compute(links, left, right)
    seconds = time.perf_counter() - begin
    print(f"recordlinkage: {options.new} new rows against {options.rows}: {seconds:.1f} s, {options.new / seconds:.0f} rows/s, {len(links)} comparisons")


def made_up(dice):
    syllables = "al der brook nor vik ta lin mor fen wick har low stan gre bel cor dun est ram sey".split()
    trades = "Technology Electronics Logistics Foods Software Precision Machinery".split()
    return "".join(dice.choice(syllables) for _ in range(4)).capitalize() + " " + dice.choice(trades) + " Ltd"


if __name__ == "__main__":
    main()

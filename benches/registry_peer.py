#!/usr/bin/env python3
"""Does the work of `cargo run --release -p samesky-registry --example candidates FILED NEW` with splink (PyPI, DuckDB), on the same names.

    cargo build --release --locked -p samesky-registry --example candidates
    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install splink
    nice /tmp/peer/bin/python benches/registry_peer.py 1000000 100000

Whoever uses splink chooses by what rows are brought together: here by the first four characters of names in Chinese and Japanese without their form and a 市, by the
first word of others in lower case. Names are compared by Jaro-Winkler in levels; m and u are estimated from the data as its manual does. Quality: the
labelled pairs of crates/registry/data/pairs, at the threshold that gives the best F1 on the pairs for development.
"""

import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pyarrow
import splink.comparison_library as levels
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

ROOT = Path(__file__).resolve().parent.parent
PAIRS = ROOT / "crates/registry/data/pairs"
FORMS = re.compile("株式会社|㈱|有限责任公司|股份有限公司|有限公司|市|\\s")


def main():
    filed, new = (int(number) for number in (sys.argv[1:3] or ["1000000", "100000"]))
    speed(filed, new)
    quality()


def block(name):
    if name.isascii():
        return name.lower().split(" ")[0]
    return FORMS.sub("", name)[:4]


def speed(filed, new):
    program = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release/examples/candidates"
    lines = subprocess.run([program, str(filed), str(new), "--names"], stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout.splitlines()
    left = [line.split("\t")[1:] for line in lines if line.startswith("F")]
    right = [line.split("\t")[1:] for line in lines if line.startswith("N")]
    due = {int(row): int(known) for row, known, _ in right if known}
    begin = time.perf_counter()
    left = table([int(row) for row, _ in left], [name for _, name in left])
    right = table([int(row) for row, _, _ in right], [name for _, _, name in right])
    linker = linked(left, right, block_on("block"))
    found = linker.inference.predict(threshold_match_probability=0.5).as_duckdbpyrelation().select("unique_id_l, unique_id_r").fetchall()
    seconds = time.perf_counter() - begin
    said = {}
    for one, other in found:
        said.setdefault(other, set()).add(one)
    right_ones = sum(1 for row, known in due.items() if known in said.get(row, ()))
    print(f"splink: {new} new rows against {filed}: {seconds:.1f} s, {new / seconds:.0f} rows/s, with everything")
    print(f"in the registry {len(due)}: called same {right_ones}; rows called same as some row {len(said)}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MiB")


def table(ids, names):
    return pyarrow.table({"unique_id": ids, "name": names, "block": [block(name) for name in names]})


def linked(left, right, rule):
    # Every second new row is there: that is told to splink.
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[levels.JaroWinklerAtThresholds("name", [0.97, 0.93, 0.88, 0.8])],
        blocking_rules_to_generate_predictions=[rule],
        probability_two_random_records_match=0.5 / left.num_rows,
    )
    database = DuckDBAPI()
    linker = Linker([database.register(left), database.register(right)], settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=7)
    linker.training.estimate_parameters_using_expectation_maximisation(rule, fix_u_probabilities=True)
    return linker


def quality():
    """Names are compared as splink does it, by the same similarity in DuckDB; its match weight grows with the level."""
    scored = {part: scores(part) for part in ("dev", "held-out")}
    at = max((step / 100 for step in range(50, 101)), key=lambda at: f1(scored["dev"], at))
    for part, rows in scored.items():
        right, called, due, different = counts(rows, at)
        print(f"Jaro-Winkler of DuckDB at {at:.2f}, {part}: precision {100 * right / max(called, 1):.1f} % ({right}/{called}), recall {100 * right / due:.1f} % ({right}/{due}), different called same {different}")


def scores(part):
    rows = []
    for file in sorted((PAIRS / part).glob("*.jsonl")):
        rows += [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    ask = "select jaro_winkler_similarity(?, ?)"
    names = lambda one: " ".join(one["names"])
    return [(row["verdict"], duckdb.execute(ask, [names(row["a"]), names(row["b"])]).fetchone()[0]) for row in rows]


def counts(rows, at):
    said = [label for label, score in rows if score >= at]
    return said.count("same"), len(said), sum(1 for label, _ in rows if label == "same"), said.count("different")


def f1(rows, at):
    right, called, due, _ = counts(rows, at)
    return 2 * right / max(called + due, 1)


if __name__ == "__main__":
    main()

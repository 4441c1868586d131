#!/usr/bin/env python3
"""Measures CP-SAT on the same instances, with the time and cores that `samesky timetable solve` has, unhinted and from a complete hint.

    python3 -m venv venv && venv/bin/pip install ortools scipy numpy
    venv/bin/python benches/timetable_peer.py SHARED [--families S M L XL] [--seeds 1 2 3]

SHARED is the folder with generate.py, cpsat.py, lp_round.py and verify.py; the model is the one there. The hint is the rounded relaxation of lp_round.py, completed to every
variable; what it takes to make the hint, to complete it and to build the model is not counted against CP-SAT. Every plan is held against verify.py.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = {"S": 1, "M": 10, "L": 60, "XL": 180}

# Runs the peer's own command with another plan in the place of its greedy one.
FROM_A_PLAN = """
import json, runpy, sys, types
sys.path.insert(0, sys.argv.pop(1))
plan = json.load(open(sys.argv.pop(1)))
def of_the_plan(inst):
    at = lambda names: {one: index for index, one in enumerate(names)}
    meetings, slots, venues = at(inst.meetings), at(inst.slots), at(inst.venues)
    return {meetings[one["meeting"]]: (slots[one["slot"]], venues[one["venue"]]) for one in plan["assignments"]}
sys.modules["greedy"] = types.SimpleNamespace(greedy=of_the_plan)
runpy.run_module("cpsat", run_name="__main__", alter_sys=True)
"""


def main():
    options = arguments()
    print(f"{os.cpu_count()} cores, {options.workers} workers, load average {os.getloadavg()[0]:.1f}")
    print("| instance | hint | within | weight | breaks | weight's bound | best weight after | memory |", flush=True)
    print("| --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for family in options.families:
            made = [instance(options, Path(folder), family, seed) for seed in options.seeds]
            for hint in ("none", "LP rounding"):
                rows = [row(options, Path(folder), path, family, hint) for path in made]
                if len(rows) > 1:
                    weights = [one["weight"] for one in rows]
                    print(f"| {family}, median | {hint} | | {middle(weights)} | {middle([one['breaks'] for one in rows])} | | | |", flush=True)


def arguments():
    parser = argparse.ArgumentParser(description="Measures CP-SAT on the instances of the timetable bench.")
    parser.add_argument("shared", type=Path, help="folder with generate.py, cpsat.py, lp_round.py and verify.py")
    parser.add_argument("--families", nargs="+", default=list(SECONDS), choices=list(SECONDS))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seconds", type=float, help="time limit for all [1, 10, 60, 180 for S, M, L, XL]")
    return parser.parse_args()


def instance(options, folder, family, seed):
    ran([options.shared / "generate.py", "--family", family, "--seed", seed, "--out", folder])
    return folder / f"{family}-{seed}.json"


def row(options, folder, path, family, hint):
    seconds = options.seconds or SECONDS[family]
    plan = folder / "plan.json"
    plan.unlink(missing_ok=True)
    asked = [path, "--time", seconds, "--workers", options.workers, "--out", plan]
    if hint == "none":
        said = ran([options.shared / "cpsat.py", *asked], may_fail=True)
    else:
        rounded = path.with_suffix(".rounded.json")
        if not rounded.exists():
            ran([options.shared / "lp_round.py", path, "--out", rounded])
        said = ran(["-c", FROM_A_PLAN, options.shared, rounded, *asked, "--hint", "greedy"], may_fail=True)
    told = json.loads(said.splitlines()[-1]) if said.strip() else {"levels": []}
    held = {"weight": None, "breaks": None}
    if plan.exists():
        held = measured(options, path, plan)
    first = next(iter(told["levels"]), {})
    print(f"| {path.stem} | {hint} | {seconds:g} s | {shown(held['weight'])} | {shown(held['breaks'])} | {first.get('bound', 'none')} "
          f"| {first.get('time_to_best_s', '–')} s | {told.get('peak_mb', '–')} MB |", flush=True)
    return held


def measured(options, path, plan):
    """What the check measures. The peer states the weight its first level ended with, which its last plan may surpass: it is not asked about that."""
    stated = json.loads(plan.read_text())
    del stated["objective"]
    plan.write_text(json.dumps(stated))
    return json.loads(ran([options.shared / "verify.py", path, plan]))["objective"]


def middle(values):
    return "none" if None in values else statistics.median(values)


def shown(value):
    return "none" if value is None else value


def ran(arguments, may_fail=False):
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode and not may_fail:
        sys.exit(done.stderr or done.stdout)
    if done.returncode and done.stderr.strip():
        print(done.stderr.strip().splitlines()[-1], file=sys.stderr)
    return done.stdout


if __name__ == "__main__":
    main()

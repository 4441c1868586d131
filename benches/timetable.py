#!/usr/bin/env python3
"""Measures `samesky timetable solve`: weight, gap, breaks, time to best and memory, as medians of some seeds.

    cargo build --release --locked
    python3 benches/timetable.py SHARED [--families S M L XL] [--seeds 1 2 3]
    python3 benches/timetable.py SHARED --mandatory FOLDER

SHARED is the folder with generate.py, verify.py and bound.py. Instances are made in a temporary folder; every plan is held against verify.py. With --bounds FILE
(lines that bound.py printed) the gap is against those bounds; otherwise against the solver's own, which is proven as well. FOLDER has instances in which every
meeting is required: `cargo run -p samesky-timetable --example mandatory -- FOLDER`.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = {"S": 1, "M": 10, "L": 60, "XL": 180}


def main():
    options = arguments()
    print(f"{os.cpu_count()} cores, {options.threads} threads, load average {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        if options.mandatory:
            mandatory(options, Path(folder))
        else:
            families(options, Path(folder))


def arguments():
    parser = argparse.ArgumentParser(description="Measures `samesky timetable solve`.")
    parser.add_argument("shared", type=Path, help="folder with generate.py and verify.py")
    parser.add_argument("--binary", default=str(ROOT / "target/release/samesky"), help="the program [target/release/samesky]")
    parser.add_argument("--families", nargs="+", default=list(SECONDS), choices=list(SECONDS))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3], help="of the instances; the solver has the same [1 2 3]")
    parser.add_argument("--threads", type=int, default=2, help="threads [2]")
    parser.add_argument("--seconds", type=float, help="time limit for all [1, 10, 60, 180 for S, M, L, XL; 10 for mandatory]")
    parser.add_argument("--bounds", type=Path, help="lines printed by bound.py")
    parser.add_argument("--mandatory", type=Path, help="folder of instances in which every meeting is required")
    parser.add_argument("--steps", type=Path, help="file for what the program said on its way, for timetable_plot.py")
    parser.add_argument("--keep", type=Path, help="folder for the plans")
    options = parser.parse_args()
    if not os.access(options.binary, os.X_OK):
        parser.error(f"{options.binary} is no program: build it, or name another with --binary")
    return options


def families(options, folder):
    lines = options.bounds.read_text().splitlines() if options.bounds else []
    bounds = {one["instance"]: one["bound_int"] for one in map(json.loads, lines)}
    print("| instance | within | weight | bound | own bound | gap | breaks | first plan | best after | memory | load |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for family in options.families:
        seconds = options.seconds or SECONDS[family]
        rows = [family_row(options, folder, family, seed, seconds, bounds) for seed in options.seeds]
        middle = lambda name: statistics.median(row[name] for row in rows)
        print(f"| **{family}, median** | {seconds:g} s | {middle('weight'):g} | {middle('bound'):g} | {middle('own'):g} | **{middle('gap'):.2f} %** | **{middle('breaks'):g}** "
              f"| {middle('first'):.2f} s | {middle('best'):.1f} s | {middle('memory'):.0f} MB | |", flush=True)


def family_row(options, folder, family, seed, seconds, bounds):
    subprocess.run([sys.executable, str(options.shared / "generate.py"), "--family", family, "--seed", str(seed), "--out", str(folder)], check=True)
    row = solve(options, folder / f"{family}-{seed}.json", folder, seed, seconds)
    row["bound"] = min(bounds.get(f"{family}-{seed}", row["own"]), row["own"]) if not options.bounds else bounds.get(f"{family}-{seed}", row["own"])
    row["gap"] = 100 * (1 - row["weight"] / row["bound"])
    if options.steps:
        with options.steps.open("a", encoding="utf-8") as file:
            steps = [[step["elapsed"], step["best"]["weight"], step["best"]["breaks"]] for step in row["steps"]] + [[row["seconds"], row["weight"], row["breaks"]]]
            file.write(json.dumps({"instance": f"{family}-{seed}", "bound": row["bound"], "steps": steps}) + "\n")
    print(f"| {family}-{seed} | {seconds:g} s | {row['weight']} | {row['bound']} | {row['own']} | {row['gap']:.2f} % | {row['breaks']} | {row['first']:.2f} s | {row['best']:.1f} s "
          f"| {row['memory']:.0f} MB | {row['load']:.1f} |", flush=True)
    return row


def mandatory(options, folder):
    seconds = options.seconds or 10
    print("| instance | meetings | breaks | fewest | ended after | proven | load |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    files = sorted((file for file in options.mandatory.glob("*.json") if ".drawn." not in file.name), key=lambda file: (len(file.name), file.name))
    proven = 0
    for file in files:
        row = solve(options, file, folder, 1, seconds)
        done = row["least"] is not None and row["breaks"] <= row["least"]
        proven += done
        print(f"| {file.stem} | {row['held']} | {row['breaks']} | {row['least']} | {row['seconds']:.1f} s | {'yes' if done else 'no'} | {row['load']:.1f} |", flush=True)
    print(f"{proven} of {len(files)} proven within {seconds:g} s")


def solve(options, instance, folder, seed, seconds):
    """One run: what the plan is worth, by verify.py, and what the program said on its way."""
    out = (options.keep or folder) / f"{instance.stem}.plan.json"
    load, begin = os.getloadavg()[0], time.perf_counter()
    command = [options.binary, "timetable", "solve", str(instance), "--time-limit", f"{seconds:g}", "--threads", str(options.threads), "--seed", str(seed),
               "--progress", "json", "--out", str(out)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    lines = list(process.stderr)
    steps = [json.loads(line) for line in lines if line.startswith("{")]
    _, status, used = os.wait4(process.pid, 0)
    took = time.perf_counter() - begin
    if status:
        raise SystemExit(f"{instance.stem}: exit status {status}\n" + "".join(lines[-20:]))
    checked = subprocess.run([sys.executable, str(options.shared / "verify.py"), str(instance), str(out)], stdout=subprocess.PIPE, text=True)
    report = json.loads(checked.stdout)
    if not report["valid"]:
        raise SystemExit(f"{instance.stem}: {report['errors']}")
    objective, claims = report["objective"], json.loads(out.read_text()).get("bounds") or {}
    valid = [step for step in steps if step["valid"]]
    last = (valid or [{"best": {}}])[-1]["best"]
    best = next((step["elapsed"] for step in valid if step["best"] == last), took)
    return {"weight": objective["weight"], "breaks": objective["breaks"], "held": objective["meetings_held"], "own": claims.get("weight", 0),
            "least": claims.get("breaks"), "first": valid[0]["elapsed"] if valid else took, "best": best, "memory": used.ru_maxrss / 1024, "seconds": took, "load": load, "steps": valid}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()

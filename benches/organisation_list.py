#!/usr/bin/env python3
"""Imports a list of many organisations with the real program: new, the same again, taken back; time and peak memory of each.

    cargo build --release --locked
    nice python3 benches/organisation_list.py [--rows 100000] [--binary target/release/samesky]

Names, numbers and places are made up; every tenth row has a corporate number that holds. The database is a SQLite file in a folder that is thrown away.
"""

import argparse
import csv
import json
import random
import re
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACES = "成都 上海 深圳 苏州 杭州 武汉 重庆 青岛 西安 广州 宁波 长沙".split()
CHARS = "蓝岭云溪锐禾星澜汇衡拓朗森泽启曜凌霄瀚墨琛屹皓沐宸烨翊珩瑾澄昊霖钧铭恺逸卓晟辰麒骏"
TRADES = "科技 电子 自动化设备 医疗器械 新材料 物流 食品 精密机械 软件 环保工程".split()
KANA = "アカサタナハマヤラワキシチニヒミリクスツヌフムユルケセテネヘメレコソトノホモヨロ"
SYLLABLES = "al der brook nor vik ta lin mor fen wick har low stan gre bel cor dun est ram sey".split()


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        file, database = Path(folder) / "list.csv", f"sqlite:{folder}/samesky.db"
        write(file, options.rows)
        print(f"{options.rows} rows, {file.stat().st_size >> 10} KiB")
        place = ["--database", database]
        command = [options.binary, "import", "organisations", str(file), *place, "--json"]
        first = run("new", command)
        run("the same again", command)
        run("taken back", [options.binary, "organisations", "undo-import", first["import"], *place], False)


def arguments():
    parser = argparse.ArgumentParser(description="Imports a list of many organisations.")
    parser.add_argument("--binary", default=str(ROOT / "target/release/samesky"), help="the program [target/release/samesky]")
    parser.add_argument("--rows", type=int, default=100000, help="rows of the list [100000]")
    return parser.parse_args()


def run(what, command, report=True):
    begin = time.perf_counter()
    done = subprocess.run(["/usr/bin/time", "-v", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    seconds = time.perf_counter() - begin
    said = done.stderr.decode()
    peak = re.search(r"Maximum resident set size \(kbytes\): (\d+)", said)
    if done.returncode > 1 or not peak:
        raise SystemExit(said)
    result = json.loads(done.stdout) if report else {}
    print(f"{what}: {seconds:.1f} s, peak {int(peak.group(1)) >> 10} MiB", result.get("totals", ""))
    return result


def write(file, rows):
    dice = random.Random(7)
    with open(file, "w", encoding="utf-8-sig", newline="") as out:
        table = csv.writer(out)
        table.writerow(["企业名称", "法人番号", "国家/地区", "城市", "电话", "备注"])
        for row in range(rows):
            name, country = made_up(dice, row)
            number = corporate_number(100_000_000_000 + row) if row % 10 == 2 else ""
            table.writerow([name, number, country, dice.choice(PLACES), f"+86 28 {row:08}", f"架空 {row}"])


def made_up(dice, row):
    if row % 4 < 2:
        return dice.choice(PLACES) + "".join(dice.choice(CHARS) for _ in range(3)) + dice.choice(TRADES) + "有限公司", "CN"
    if row % 4 == 2:
        return "株式会社" + "".join(dice.choice(KANA) for _ in range(5)) + "電子", "JP"
    return "".join(dice.choice(SYLLABLES) for _ in range(4)).capitalize() + " Electronics Ltd", "GB"


def corporate_number(base):
    """The check digit of a Japanese corporate number (ordinance of the Ministry of Finance, 2014)."""
    total = sum(int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(str(base))))
    return f"{9 - total % 9}{base}"


if __name__ == "__main__":
    main()

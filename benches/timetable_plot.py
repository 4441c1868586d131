#!/usr/bin/env python3
"""Draws how the gap to the proven bound closes with time, a line for each instance, both axes logarithmic.

    python3 benches/timetable.py SHARED --seeds 1 --steps steps.jsonl
    python3 benches/timetable_plot.py steps.jsonl > docs/images/timetable-gap.svg
"""

import json
import math
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 360, 64, 96, 20, 44
SECONDS, GAPS = (0.1, 300), (0.01, 10)
COLOURS = ["#15803d", "#1d4ed8", "#b45309", "#9f1239"]


def main():
    lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" role="img" '
          f'aria-label="Gap to the proven bound over time, for each size">')
    print(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>')
    axes()
    for colour, line in zip(COLOURS, lines):
        draw(line, colour)
    print("</svg>")


def axes():
    for gap in (0.01, 0.1, 1, 10):
        y = down(gap)
        print(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}" stroke="#ddd"/><text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{gap:g} %</text>')
    for seconds in (0.1, 1, 10, 60, 180):
        x = across(seconds)
        print(f'<line x1="{x}" x2="{x}" y1="{TOP}" y2="{HEIGHT - BOTTOM}" stroke="#eee"/><text x="{x}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{seconds:g} s</text>')
    print(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">time; a gap of nothing is drawn at the bottom</text>')


def draw(line, colour):
    """Steps, since a plan is as good as it is until a better one is found."""
    points, last = [], None
    for seconds, weight, _ in line["steps"]:
        x, y = across(seconds), down(100 * (1 - weight / line["bound"]))
        points += [(x, last)] if last is not None else []
        points.append((x, y))
        last = y
    path = " ".join(f"{x},{y}" for x, y in points)
    print(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{path}"/>')
    x, y = points[-1]
    print(f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/><text x="{x + 8}" y="{y - 6}" fill="{colour}">{line["instance"]}</text>')


def across(seconds):
    return place(seconds, SECONDS, LEFT, WIDTH - RIGHT)


def down(gap):
    return place(gap, GAPS, HEIGHT - BOTTOM, TOP)


def place(value, scale, low, high):
    """Values outside of the scale are drawn at its ends."""
    first, last = map(math.log10, scale)
    part = (math.log10(min(max(value, scale[0]), scale[1])) - first) / (last - first)
    return round(low + part * (high - low), 1)


if __name__ == "__main__":
    main()

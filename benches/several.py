#!/usr/bin/env python3
"""Measures a list page for somebody who signed in, with one and with two servers on one PostgreSQL.

    cargo build --release --locked
    python3 benches/several.py --database postgres://samesky@127.0.0.1/bench      # an empty database

Imports announcements, makes an account, and lets clients (processes of their own, one connection each) ask for the page as fast as they are answered, for some
seconds: all of one server, then half of each. Prints requests a second, and the time within which half and 99 of 100 were answered.
"""

import argparse
import http.client
import json
import multiprocessing
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from announcements import announcements
from people import Server, person

ROOT = Path(__file__).resolve().parent.parent


def main():
    options = arguments()
    first = Server(options.binary, options.database)
    owner = person(first, first.first_link(), "Lin")
    load(first, owner, options.announcements)
    second = Server(options.binary, options.database)
    try:
        for name, ports in (("one server", [first.port]), ("two servers", [first.port, second.port])):
            measure(options, ports, owner, 2)
            times, seconds = measure(options, ports, owner, options.seconds)
            rate, half, most = len(times) / seconds, times[len(times) // 2], times[len(times) * 99 // 100]
            print(f"{name:12} {rate:7.1f} requests/s   p50 {half * 1000:6.1f} ms   p99 {most * 1000:6.1f} ms")
    finally:
        first.stop()
        second.stop()


def load(server, owner, count):
    for name, text in announcements(count):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        body = json.dumps({"text": text, "name": name})
        connection.request("POST", "/api/v1/announcements", body, {**owner, "Content-Type": "application/json"})
        answer = connection.getresponse()
        assert answer.status == 201, answer.read()


def measure(options, ports, owner, seconds):
    with multiprocessing.Pool(options.clients) as pool:
        work = [(ports[n % len(ports)], owner, options.page, seconds) for n in range(options.clients)]
        times = [time for some in pool.starmap(client, work) for time in some]
    return sorted(times), seconds


def client(port, owner, page, seconds):
    connection, times, end = http.client.HTTPConnection("127.0.0.1", port, timeout=60), [], time.monotonic() + seconds
    while time.monotonic() < end:
        begun = time.monotonic()
        connection.request("GET", page, headers=owner)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, answer.status
        times.append(time.monotonic() - begun)
    return times


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", default=str(ROOT / "target/release/samesky"))
    parser.add_argument("--database", required=True)
    parser.add_argument("--announcements", type=int, default=300)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--page", default="/announcements")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

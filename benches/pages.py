#!/usr/bin/env python3
"""Measures a server with announcements loaded: processor time and wall time of a request, and memory.

    cargo build --release --locked
    python3 benches/pages.py --announcements 1000

Imports the announcements with the command line, decides on all of their claims through the API, starts the server anew, and asks for
each page in turn, one request at a time, with gzip and a Chinese browser's languages. Processor time is that of the server's process (user and
system), so a busy machine changes it little; wall time is what one client waits. Linux only (/proc); nothing but Python 3 is needed.
"""

import argparse
import http.client
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from announcements import announcements

ROOT = Path(__file__).resolve().parent.parent
HEADERS = {"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5", "Accept-Encoding": "gzip"}
TICKS = os.sysconf("SC_CLK_TCK")


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="samesky-bench.") as folder:
        database = options.database or f"sqlite:{folder}/bench.db"
        empty = idle_of_empty(options, f"sqlite:{folder}/empty.db")
        load(options, Path(folder) / "announcements", database)
        with Server(options.binary, database) as server:
            decide_all(server)
        with Server(options.binary, database) as server:
            report(options, server, empty)


def arguments():
    parser = argparse.ArgumentParser(description="Measures a server with announcements loaded.")
    parser.add_argument("--binary", default=str(ROOT / "target/release/samesky"), help="the program [target/release/samesky]")
    parser.add_argument("--announcements", type=int, default=1000, help="how many to load [1000]")
    parser.add_argument("--requests", type=int, default=300, help="requests for each page [300]")
    parser.add_argument("--database", help="an empty database to use instead of a temporary SQLite")
    options = parser.parse_args()
    if not os.access(options.binary, os.X_OK):
        parser.error(f"{options.binary} is no program: build it, or name another with --binary")
    return options


class Server:
    """`samesky serve` on a free port; stopped at the end."""

    def __init__(self, binary, database):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [binary, "serve", "--database", database, "--listen", f"127.0.0.1:{self.port}", "--as", "bench"]
        environment = {**os.environ, "RUST_LOG": "warn", "LC_ALL": "C.UTF-8"}
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=self.log, env=environment)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def __enter__(self):
        for _ in range(600):
            try:
                if self.ask("GET", "/readyz")[0] == 200:
                    return self
            except OSError:
                self.connection.close()
            if self.process.poll() is not None:
                raise SystemExit(f"the server ended with {self.process.returncode}: {self.logged()[:500]}")
            time.sleep(0.1)
        raise SystemExit("the server did not get ready within a minute")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)
        lines = self.logged().splitlines()
        if lines:
            print(f"the server logged {len(lines)} warnings; the first: {lines[0]}", file=sys.stderr)

    def logged(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")

    def ask(self, method, path, body=None, headers=None):
        content = None if body is None else json.dumps(body)
        more = {} if body is None else {"Content-Type": "application/json"}
        self.connection.request(method, path, content, {**HEADERS, **more, **(headers or {})})
        answer = self.connection.getresponse()
        return answer.status, answer.read(), answer.headers

    def json(self, method, path, body=None, headers=None):
        plain = {"Accept-Encoding": "identity", **(headers or {})}
        status, content, _ = self.ask(method, path, body, plain)
        if status >= 300:
            raise SystemExit(f"{method} {path}: {status} {content[:500].decode('utf-8', 'replace')}")
        return json.loads(content)

    def all(self, path):
        """Every item of a list, page by page."""
        cursor, items = None, []
        while True:
            page = self.json("GET", path + (f"&after={cursor}" if cursor else ""))
            items += page["items"]
            cursor = page["next"]
            if not cursor:
                return items

    def cpu(self):
        """Seconds of processor time, user and system."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self):
        """Mebibytes: resident now, and at most so far."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        found = {name: int(value.split()[0]) / 1024 for name, value in (line.split(":", 1) for line in lines) if name in ("VmRSS", "VmHWM")}
        return found["VmRSS"], found["VmHWM"]


def idle_of_empty(options, database):
    with Server(options.binary, database) as server:
        return server.memory()[0]


def load(options, folder, database):
    folder.mkdir()
    size = 0
    for name, text in announcements(options.announcements):
        (folder / name).write_text(text, encoding="utf-8")
        size += len(text.encode())
    begin = time.monotonic()
    command = [options.binary, "import", "announcements", str(folder), "--database", database, "--as", "bench"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    print(done.stdout.strip().splitlines()[-1] if done.stdout else "")
    if done.returncode:
        raise SystemExit(f"the import ended with {done.returncode}")
    seconds = time.monotonic() - begin
    print(f"import: {options.announcements} announcements, {size / 1e6:.2f} MB in {seconds:.1f} s, {options.announcements / seconds:.0f} a second")


def decide_all(server):
    """Accepts everything: the clear claims of an announcement at once, the others one by one."""
    begin, before, decided = time.monotonic(), server.cpu(), 0
    listed = server.all("/api/v1/announcements?limit=100")
    for announcement in listed:
        address = f"/api/v1/announcements/{announcement['id']}"
        claims = server.json("GET", f"{address}/claims")["items"]
        seen = [{"claim": claim["id"], "version": claim["version"]} for claim in claims]
        batch = server.json("POST", f"{address}/accept-clear", {"seen": seen})
        done = {claim["claim"] for claim in batch["decided"]}
        for claim in claims:
            if claim["id"] not in done and claim["state"] == "pending":
                expected = {"If-Match": f'"{claim["version"]}"'}
                server.json("PATCH", f"/api/v1/claims/{claim['id']}", {"decision": "accept"}, expected)
        decided += len(claims)
    seconds, cpu = time.monotonic() - begin, server.cpu() - before
    print(f"review: {decided} claims of {len(listed)} announcements accepted in {seconds:.1f} s, {1000 * cpu / max(decided, 1):.2f} CPU ms a claim")


def report(options, server, empty):
    idle = server.memory()[0]
    rows = [measure(server, name, paths, options.requests) for name, paths in pages(server)]
    print(f"\n| {'page':<34} | {'CPU ms':>7} | {'median ms':>9} | {'p99 ms':>7} | {'KB sent':>7} |")
    print(f"| {'-' * 34} | {'-' * 6}: | {'-' * 8}: | {'-' * 6}: | {'-' * 6}: |")
    for name, cpu, median, p99, size in rows:
        print(f"| {name:<34} | {cpu:>7.2f} | {median:>9.2f} | {p99:>7.2f} | {size:>7.1f} |")
    now, most = server.memory()
    print(f"\nmemory (MiB): {empty:.0f} idle, empty database; {idle:.0f} idle, loaded database; {now:.0f} after all requests, {most:.0f} at most")
    print(f"machine: {machine()}; {options.announcements} announcements, {options.requests} requests for each page, one at a time")


def pages(server):
    announced = [item["id"] for item in server.all("/api/v1/announcements?limit=100")]
    figures = [item["id"] for item in server.json("GET", "/api/v1/figures?limit=100")["items"]]
    some = announced[:: max(1, len(announced) // 50)]
    return [
        ("/healthz", ["/healthz"]),
        ("/", ["/"]),
        ("/announcements", ["/announcements"]),
        ("/announcements/{id}", [f"/announcements/{id}" for id in some]),
        ("/figures", ["/figures"]),
        ("/figures/{id}", [f"/figures/{id}" for id in figures]),
        ("/checks", ["/checks"]),
        ("/events", ["/events"]),
        ("/organisations", ["/organisations"]),
        ("/projects", ["/projects"]),
        ("/api/v1/announcements", ["/api/v1/announcements"]),
        ("/api/v1/announcements/{id}/claims", [f"/api/v1/announcements/{id}/claims" for id in some]),
        ("/api/v1/figures", ["/api/v1/figures"]),
        ("/api/v1/overview", ["/api/v1/overview"]),
    ]


def measure(server, name, paths, requests):
    for path in paths[:20]:
        status, _, _ = server.ask("GET", path)
        if status != 200:
            raise SystemExit(f"GET {path}: {status}")
    waits, sizes, before = [], [], server.cpu()
    for number in range(requests):
        begin = time.perf_counter()
        _, content, _ = server.ask("GET", paths[number % len(paths)])
        waits.append(1000 * (time.perf_counter() - begin))
        sizes.append(len(content))
    cpu = 1000 * (server.cpu() - before) / requests
    waits.sort()
    return name, cpu, statistics.median(waits), waits[min(len(waits) - 1, len(waits) * 99 // 100)], statistics.mean(sizes) / 1000


def machine():
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown processor")
    return f"{model}, {len(os.sched_getaffinity(0))} cores"


if __name__ == "__main__":
    main()

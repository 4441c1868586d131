#!/usr/bin/env python3
"""How long one sign-in takes: the password's cost and all around it, one client, one after the other.

usage: python3 benches/sign_in.py [--samesky PROGRAM] [--times N]

Starts the program on a temporary SQLite database, makes the first account by its link, signs in N times, and prints medians.
"""

import argparse
import http.client
import re
import statistics
import subprocess
import tempfile
import time
import urllib.parse

PASSWORD = "copper lantern follows tide"


def post(host, path, fields):
    connection = http.client.HTTPConnection(host, timeout=60)
    begin = time.perf_counter()
    kind = {"content-type": "application/x-www-form-urlencoded"}
    connection.request("POST", path, urllib.parse.urlencode(fields), kind)
    answer = connection.getresponse()
    answer.read()
    return answer, (time.perf_counter() - begin) * 1000


def cpu(process):
    with open(f"/proc/{process.pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 10.0


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--samesky", default="target/release/samesky")
    options.add_argument("--times", type=int, default=50)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        command = [options.samesky, "--language", "en", "serve", "--listen", "127.0.0.1:0", "--database", f"sqlite:{folder}/s.db"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            said = server.stdout.readline() + server.stdout.readline()
            host, link = re.search(r"http://([^/]+)/first-owner/(\S+)", said).groups()
            owner = {"name": "Lin (fictitious)", "email": "lin@example.org", "password": PASSWORD}
            answer, _ = post(host, f"/first-owner/{link}", owner)
            assert answer.status == 303, answer.status
            for what, email, password, status in [
                ("right password", "lin@example.org", PASSWORD, 303),
                ("unknown address", "nobody@example.org", PASSWORD, 422),
            ]:
                times, before = [], cpu(server)
                for turn in range(options.times if status == 303 else min(options.times, 20)):
                    address = email if status == 303 else f"{turn}{email}"
                    answer, taken = post(host, "/sign-in", {"email": address, "password": password})
                    assert answer.status == status, answer.status
                    times.append(taken)
                spent = (cpu(server) - before) / len(times)
                print(f"{what}: median {statistics.median(times):.1f} ms, least {min(times):.1f} ms, CPU {spent:.1f} ms")
        finally:
            server.terminate()
            server.wait()


main()

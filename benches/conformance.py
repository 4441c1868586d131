#!/usr/bin/env python3
"""Holds the API against its own document, as everybody: schemathesis with all checks.

    python3 -m venv venv && venv/bin/pip install schemathesis
    cargo build && python3 benches/conformance.py --schemathesis venv/bin/schemathesis

A server of its own, with a few announcements of which one is decided on, is asked as a stranger, a viewer, an officer, the owner, a guest, and with a
token of each scope. Prints the cases tried and the failures, and ends with 1 when there was one. `positive_data_acceptance` is left out: a well-formed
identifier of a record that is not there is answered 404, and a well-formed claim that its announcement does not hold 422.
"""

import argparse
import http.client
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from people import Server, guest, people

ROOT = Path(__file__).resolve().parent.parent
TEXT = "虚构合作对接会签约仪式\n架空商事株式会社与虚构新材料有限公司签约15个项目，总投资207.3亿元，其中第一个项目投资30亿元。"


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="samesky-conformance.") as folder:
        server = Server(options.binary, f"sqlite:{folder}/a.db")
        try:
            roles = people(server)
            roles["guest"] = guest(server, roles["owner"], fill(server, roles["owner"]))
            document = server.ask("GET", "/api/openapi.json", roles["owner"])[2]
            asked = options.role or list(roles)
            failed = [role for role in asked if not conforms(options, server, role, roles[role], document)]
        finally:
            code = server.stop()
    if code:
        failed.append(f"the server ended with {code}")
    print("failed:", ", ".join(failed) or "none")
    return 1 if failed else 0


def fill(server, owner):
    """Keeps announcements, decides on one, and gives an organisation that it names."""
    for name in "abc":
        kept = ask_json(server, "POST", "/api/v1/announcements", owner, {"text": f"{name}\n{TEXT}", "name": f"{name}.txt"})
    announcement = "/api/v1/announcements/" + kept["files"][0]["announcement"]
    claims = ask_json(server, "GET", f"{announcement}/claims", owner)["items"]
    seen = [{"claim": claim["id"], "version": claim["version"]} for claim in claims]
    ask_json(server, "POST", f"{announcement}/accept-clear", owner, {"seen": seen})
    return ask_json(server, "GET", "/api/v1/organisations", owner)["items"][0]["id"]


def ask_json(server, method, path, headers, document=None):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request(method, path, json.dumps(document) if document else None, {**headers, "Content-Type": "application/json"})
    answer = connection.getresponse()
    assert answer.status in (200, 201), (method, path, answer.status)
    return json.loads(answer.read())


def conforms(options, server, role, headers, text):
    base = f"http://127.0.0.1:{server.port}"
    given = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    document = Path(tempfile.mkstemp(suffix=".json")[1])
    document.write_text(text)
    command = [
        options.schemathesis, "--config-file", str(ROOT / "benches/conformance.toml"), "run", str(document), "--url", base, "--checks", "all",
        "--exclude-checks", "positive_data_acceptance" + (",ignored_auth" if headers else ""),
        "--phases", options.phases, "-n", str(options.examples), "--continue-on-failure", "--no-color", "--seed", "7",
        "--generation-database", "none", "--suppress-health-check", "all", "--request-timeout", "60", *given,
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tempfile.gettempdir())
    document.unlink()
    if options.log:
        Path(f"{options.log}.{role.replace(' ', '-')}").write_text(done.stdout + done.stderr)
    cases = re.findall(r"([\d,]+) generated", done.stdout)
    print(f"{role:12} exit {done.returncode}, cases {', '.join(cases) or '?'}", flush=True)
    return done.returncode == 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", default=str(ROOT / "target/debug/samesky"))
    parser.add_argument("--schemathesis", default="schemathesis")
    parser.add_argument("--examples", type=int, default=20, help="of each operation and phase")
    parser.add_argument("--phases", default="examples,coverage,fuzzing,stateful")
    parser.add_argument("--role", action="append", help="only this one; may be repeated")
    parser.add_argument("--log", help="where the whole output goes, with the role behind it")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

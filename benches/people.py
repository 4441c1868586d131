"""A server with people: an owner, an officer and a viewer who signed in, and a token of each scope. For the scripts beside this."""

import http.client
import os
import re
import socket
import subprocess
import urllib.parse

PASSWORD = "copper lantern follows tide"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`samesky serve` on a free port, until it is stopped. `link` is the one that makes the first account, while there is none."""

    def __init__(self, binary, database, *options):
        self.port, self.link = free_port(), None
        command = [binary, "--language", "en", "serve", "--listen", f"127.0.0.1:{self.port}", *options]
        settings = {**os.environ, "SAMESKY_DATABASE": database, "RUST_LOG": "warn"}
        self.process = subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()

    def first_link(self):
        return re.search(r"http://[^/]+(/first-owner/\S+)", self.process.stdout.readline()).group(1)

    def ask(self, method, path, headers=None, form=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        body = urllib.parse.urlencode(form) if form is not None else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
        connection.request(method, path, body, {**kind, **(headers or {})})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()

    def stop(self):
        self.process.terminate()
        return self.process.wait(30)


def person(server, link, name):
    form = {"name": name, "email": f"{name.lower()}@example.org", "password": PASSWORD, "language": "", "time_zone": ""}
    status, headers, text = server.ask("POST", link, form=form)
    assert status == 303, (status, text)
    return {"Cookie": re.search(r"samesky_session=[^;]+", "\n".join(headers.get_all("Set-Cookie"))).group(0)}


def people(server):
    """The headers that each role sends."""
    owner = person(server, server.first_link(), "Lin")
    _, _, text = server.ask("GET", "/api/v1/team", owner)
    team = re.search(r'"id":"([0-9a-f-]{36})"', text).group(1)
    found = {"stranger": {}, "owner": owner}
    for role, name in (("officer", "Hoshi"), ("viewer", "Mali")):
        form = {"email": f"{name.lower()}@example.org", "role": role}
        _, _, text = server.ask("POST", f"/team/{team}/invitations", owner, form)
        found[role] = person(server, re.search(r"/invitation/[\w-]+", text).group(0), name)
    for scope in ("read", "write"):
        _, _, text = server.ask("POST", "/profile/tokens", owner, {"name": scope, "scope": scope, "days": "30"})
        value = re.search(r"[>\"]([\w-]{43,})[<\"]", text)
        found[f"{scope} token"] = {"Authorization": f"Bearer {value.group(1)}"}
    return found


def guest(server, owner, organisation):
    """The headers of a guest of that organisation."""
    _, _, text = server.ask("POST", f"/organisations/{organisation}/guests", owner, {"email": "rin@example.org"})
    return person(server, re.search(r"/invitation/[\w-]+", text).group(0), "Rin")

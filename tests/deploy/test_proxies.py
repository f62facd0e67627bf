"""The two example proxies, run for real before stand-ins: who gets where, and whose name the library is told.

Behind them one stand-in answers for all four: it says what it was asked, and as oauth2-proxy it knows an officer and a
Board member by their cookies, and nobody else.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from pipelines.platform.settings import PROJECT_ROOT
from tests.browser.serving import free_port, until

NGINX = PROJECT_ROOT / "deploy" / "nginx" / "board-returns.conf"
CADDY = PROJECT_ROOT / "deploy" / "caddy" / "Caddyfile"
GROUPS = {"officer": "OFFICERS-GROUP-ID", "board": "BOARD-GROUP-ID"}
TOLD = ("X-Board-Returns-User", "X-Board-Returns-Groups", "X-Board-Returns-Secret")
SECRET = "a-long-random-one"  # noqa: S105 - made up for this test
FORGED = {
    "X-Board-Returns-User": "forged",
    "X-Board-Returns-Groups": "OFFICERS-GROUP-ID",
    "X-Auth-Request-User": "forged",
    "X-Auth-Request-Groups": "OFFICERS-GROUP-ID",
    "X-Board-Returns-Secret": "forged",
}


class StandIn(BaseHTTPRequestHandler):
    """Whatever stands behind the proxy."""

    def do_GET(self) -> None:
        """Say who somebody is, or what was asked with which of our headers."""
        asked = urlsplit(self.path)
        if asked.path == "/oauth2/auth":
            self._who_is_it(parse_qs(asked.query).get("allowed_groups", [""])[0])
        else:
            told = (self.headers.get(name) or "-" for name in TOLD)
            self._answer(200, f"{self.path} {' '.join(told)}")

    def _who_is_it(self, allowed: str) -> None:
        name = (self.headers.get("Cookie") or "").removeprefix("who=")
        if name not in GROUPS:
            self._answer(401, "")
        elif allowed and GROUPS[name] not in allowed.split(","):
            self._answer(403, "")
        else:
            self._answer(202, "", {"X-Auth-Request-User": name, "X-Auth-Request-Groups": GROUPS[name]})

    def _answer(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Proxy:
    """A proxy that runs, by its port."""

    port: int

    def get(self, path: str, who: str = "", headers: dict[str, str] | None = None) -> tuple[int, str]:
        """Status of an answer, and its text or where it sends one."""
        talk = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        cookie = {"Cookie": f"who={who}"} if who else {}
        talk.request("GET", path, headers={"Host": "returns.example.gov.uk", **cookie, **(headers or {})})
        answer = talk.getresponse()
        text = answer.read().decode()
        talk.close()
        return answer.status, answer.headers.get("Location") or text


def behind(text: str, port: int) -> str:
    """The file with every address behind the proxy that of the stand-in."""
    return re.sub(r"127\.0\.0\.1:(4180|300\d)", f"127.0.0.1:{port}", text)


def nginx_command(folder: Path, port: int, stand_in: int) -> list[str]:
    """Nginx with our file, without TLS, and the secret's file written."""
    (folder / "secret.conf").write_text(f'proxy_set_header X-Board-Returns-Secret "{SECRET}";\n', encoding="utf-8")
    text = re.sub(r"\s*ssl_\w+ .*;", "", NGINX.read_text(encoding="utf-8"))
    text = text.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};").replace(
        "listen 80;", f"listen 127.0.0.1:{free_port()};"
    )
    text = behind(text.replace("/etc/nginx/board-returns-secret.conf", str(folder / "secret.conf")), stand_in)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    kept = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    head = f"daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\n"
    (folder / "nginx.conf").write_text(f"{head}http {{\naccess_log off;\n{kept}{text}\n}}\n", encoding="utf-8")
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def caddy_command(folder: Path, port: int, stand_in: int) -> list[str]:
    """Caddy with our file, without TLS."""
    text = re.sub(r"\ttls .*\n", "", CADDY.read_text(encoding="utf-8"))
    text = behind(text.replace("RETURNS.EXAMPLE.GOV.UK", f"http://:{port}"), stand_in)
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{text}", encoding="utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


COMMANDS = {"nginx": nginx_command, "caddy": caddy_command}


@contextmanager
def stand_in() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(name, marks=pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed"))
        for name in COMMANDS
    ],
)
def proxy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    folder, port = tmp_path_factory.mktemp("proxy"), free_port()
    told = {**os.environ, "HOME": str(folder), "BOARD_RETURNS_LIBRARY_SECRET": SECRET}
    with stand_in() as back, (folder / "said").open("wb") as said:
        command = COMMANDS[request.param](folder, port, back)
        process = subprocess.Popen(command, env=told, stdout=said, stderr=said)
        try:
            until(lambda: listens(port) or process.poll() is not None, 60, "the proxy did not start")
            assert process.poll() is None, (folder / "said").read_text(encoding="utf-8")
            yield Proxy(port)
        finally:
            process.terminate()
            process.wait(30)


@pytest.mark.parametrize("path", ["/", "/returns/2014-15-Q3", "/dagster/runs", "/look/runs"])
def test_nobody_gets_anywhere_without_signing_in(proxy: Proxy, path: str) -> None:
    status, where = proxy.get(path, headers=FORGED)
    assert status == 302
    assert where.split("?")[0].endswith("/oauth2/sign_in")


def test_a_board_member_reads_the_library_and_gets_to_no_page_of_dagsters(proxy: Proxy) -> None:
    assert proxy.get("/returns", "board") == (200, f"/returns board BOARD-GROUP-ID {SECRET}")
    assert proxy.get("/dagster/runs", "board")[0] == 403
    assert proxy.get("/look/runs", "board")[0] == 403


def test_an_officer_gets_everywhere_and_dagster_is_told_no_name(proxy: Proxy) -> None:
    assert proxy.get("/returns", "officer") == (200, f"/returns officer OFFICERS-GROUP-ID {SECRET}")
    for path in ("/dagster/runs", "/look/runs"):
        status, told = proxy.get(path, "officer")
        assert (status, told.split()[:3]) == (200, [path, "-", "-"])


def test_a_name_or_group_that_a_browser_claims_reaches_nobody(proxy: Proxy) -> None:
    assert proxy.get("/returns", "board", FORGED) == (200, f"/returns board BOARD-GROUP-ID {SECRET}")
    for path in ("/dagster/runs", "/look/runs"):
        assert "forged" not in " ".join(proxy.get(path, "officer", FORGED)[1].split()[:3])

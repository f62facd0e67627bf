"""PostgreSQL stopped in the middle of a publication: one coded message, nothing lost, and the rerun goes through."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from assets.report.editions.making import Products
from pipelines.platform.gate import told_plainly
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace

BIN = max(Path("/usr/lib/postgresql").glob("*/bin/initdb"), default=None)
OWNER = "postgres"


class Server:
    """A PostgreSQL server of our own on loopback."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    @property
    def url(self) -> str:
        return f"postgresql://board@127.0.0.1:{self.port}/postgres?connect_timeout=5"

    def make(self) -> None:
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "board", "-A", "trust", "-E", "UTF8", "--locale=C")

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} -c fsync=off"
        self._run(
            "pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", str(self.folder / "log"), "-o", options, "start"
        )

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *words: str) -> None:
        assert BIN is not None
        as_owner = ["runuser", "-u", OWNER, "--"] if os.geteuid() == 0 else []
        command = [*as_owner, str(BIN.parent / program), *words]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=120)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that is started, and stopped at the end if it still runs."""
    # pytest's own folders are closed to the server's user.
    folder = Path(tempfile.mkdtemp(prefix="board-returns-server-"))
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam(OWNER).pw_uid, -1)
    made = Server(folder)
    made.make()
    made.start()
    yield made
    if (folder / "data" / "postmaster.pid").exists():
        made.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.postgres
@pytest.mark.skipif(BIN is None, reason="No PostgreSQL server is installed.")
def test_a_server_that_stops_while_a_return_is_published_loses_nothing(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.crash.work import QUARTER, drop, work  # noqa: PLC0415 - slow to load

    monkeypatch.setenv("BOARD_RETURNS_DATABASE_URL", server.url)
    home = tmp_path / "home"
    drop(home, 0)
    make = Products.make

    def stopping(products: Products, *arguments: object) -> object:
        made = make(products, *arguments)  # type: ignore[arg-type]
        server.stop()
        return made

    with monkeypatch.context() as patched:
        patched.setattr(Products, "make", stopping)
        with pytest.raises(dg.RetryRequested) as caught, told_plainly():
            work(home, 0)
    assert str(caught.value.__cause__).startswith("BR-60")
    server.start()
    place = Workplace(Settings(home=home))
    assert place.register.versions(QUARTER.slug) == []
    assert place.register.received(QUARTER.slug)
    work(home, 0)
    assert {one.version for one in place.register.versions(QUARTER.slug)} == {1}
    place.register.close()

"""The product's own commands served for a browser: started on free ports, and ended with all their processes."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipelines.platform.settings import PROJECT_ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
#: What a test in a browser needs; without it the test says why it is skipped.
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed; these tests look at the pages with it"),
    pytest.mark.skipif(find_spec("playwright") is None, reason="playwright is not installed (make test installs it)"),
    pytest.mark.skipif(sys.platform != "linux", reason="processes and ports are looked up in Linux's /proc"),
]
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
STARTED_WITHIN, STOPPED_WITHIN, SHOWN_WITHIN = 180, 60, 60


@dataclass(frozen=True)
class Served:
    """One of our commands, answering at a port of this machine."""

    command: subprocess.Popen[bytes]
    home: Path
    port: int

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def answers(self, path: str) -> bool:
        try:
            with urllib.request.urlopen(self.address(path), timeout=5) as answer:  # noqa: S310 - our own server
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> None:
        """Stop the command as a service manager would, and be sure of it."""
        self.command.terminate()
        try:
            self.command.wait(STOPPED_WITHIN)
        finally:
            self.command.kill()


def processes_of(home: Path) -> list[int]:
    """Every process that was started for a home folder, known by its environment."""
    mark = f"BOARD_RETURNS_HOME={home}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes().split(b"\0") and int(folder.name) != os.getpid():
                found.append(int(folder.name))
        except OSError:  # gone meanwhile, or somebody else's
            continue
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(command: str, home: Path, port: int, alive: str, **told: str) -> Iterator[Served]:
    """One of our commands, served until the block ends, and every process of its home gone then.

    Args:
        command: its name, e.g. "ui".
        home: the home folder.
        port: where it listens.
        alive: a path that answers once it is up.
        told: further variables.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "pipelines.cli", command],
        cwd=PROJECT_ROOT,
        env={**os.environ, "BOARD_RETURNS_HOME": str(home), **told},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    one = Served(process, home, port)
    try:
        until(lambda: one.answers(alive), STARTED_WITHIN, f"board-returns {command} did not start")
        yield one
    finally:
        one.stop()


def until(holds: Callable[[], bool], seconds: float, otherwise: str) -> None:
    """Wait until something holds.

    Raises:
        AssertionError: it did not in time.
    """
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, otherwise
        time.sleep(0.5)


@contextmanager
def window(profile: Path) -> Iterator[Page]:
    """An empty window of the system's Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the tests are skipped where it is missing

    with sync_playwright() as player:
        browser = player.chromium.launch_persistent_context(
            str(profile), executable_path=CHROMIUM, args=list(FLAGS), viewport={"width": 1500, "height": 950}
        )
        browser.set_default_timeout(SHOWN_WITHIN * 1000)
        yield browser.new_page()
        browser.close()

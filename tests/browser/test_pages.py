"""The Dagster pages over a red run: what an officer reads there, who may reach them, and that they end as one.

The red run is made by the real job in this process; the pages are started by the real command; the browser is the
system's Chromium.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import dagster as dg
import pytest

from pipelines.definitions import build_defs
from pipelines.jobs import CHECK_EXTRACTS
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import PROJECT_ROOT, Settings, dagster_environment, prepare_folders
from schemas.catalogue import EXTRACTS

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed; these tests look at the pages with it"),
    pytest.mark.skipif(find_spec("playwright") is None, reason="playwright is not installed (make test installs it)"),
    pytest.mark.skipif(sys.platform != "linux", reason="processes and ports are looked up in Linux's /proc"),
]

QUARTER = Quarter.from_label("2014-15 Q3")
RED = "core_persons"
CODE = "YJ-C-0101"  # a column without which nothing can be made is missing
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
STARTED_WITHIN, STOPPED_WITHIN, SHOWN_WITHIN = 90, 40, 30
LISTENING, LOOPBACK = "0A", "0100007F"


@dataclass(frozen=True)
class Pages:
    """The pages while they are served, and the red run they tell of."""

    command: subprocess.Popen[bytes]
    home: Path
    port: int
    run_id: str

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def answer(self) -> bool:
        try:
            with urllib.request.urlopen(self.address("/server_info"), timeout=5) as answer:  # noqa: S310 - our own server
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
            for process in processes_of(self.home):
                os.kill(process, 9)


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


def drop_without_key(inbox: Path) -> None:
    """One young person without the column that tells one from another."""
    persons = next(extract for extract in EXTRACTS if extract.name == "persons")
    names = [column.name for column in persons.columns if column.name not in persons.key]
    inbox.mkdir(parents=True)
    (inbox / "persons.csv").write_text(f"{','.join(names)}\n{',' * (len(names) - 1)}\n", encoding="utf-8")


def red_run(settings: Settings) -> str:
    """Run the real job over the spoiled file, into the storage that the pages read; the run's id."""
    prepare_folders(settings)
    drop_without_key(settings.inbox / QUARTER.slug)
    job = build_defs(settings=settings).resolve_job_def(CHECK_EXTRACTS)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in dagster_environment(settings).items():
            patch.setenv(name, value)
        with dg.DagsterInstance.get() as instance:
            result = job.execute_in_process(
                partition_key=QUARTER.key,
                instance=instance,
                raise_on_error=False,
                run_config=QUIET,
                asset_selection=[dg.AssetKey("raw_cms__persons"), dg.AssetKey(RED)],
            )
    assert not result.success
    return result.run_id


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """The pages over a home with one red run, on a free port; ended with all their processes, whatever happens."""
    settings = Settings(home=tmp_path_factory.mktemp("pages") / "home", ui_port=free_port())
    run_id = red_run(settings)
    told = {"BOARD_RETURNS_HOME": str(settings.home), "BOARD_RETURNS_UI_PORT": str(settings.ui_port)}
    command = subprocess.Popen(
        [sys.executable, "-m", "pipelines.cli", "ui"],
        cwd=PROJECT_ROOT,
        env={**os.environ, **told},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    served = Pages(command, settings.home, settings.ui_port, run_id)
    try:
        until = time.monotonic() + STARTED_WITHIN
        while not served.answer():
            assert command.poll() is None, "board-returns ui ended by itself"
            assert time.monotonic() < until, "the pages did not start"
            time.sleep(0.5)
        yield served
    finally:
        served.stop()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """An empty browser window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the tests are skipped where it is missing

    profile = tmp_path_factory.mktemp("profile")
    with sync_playwright() as player:
        browser = player.chromium.launch_persistent_context(
            str(profile), executable_path=CHROMIUM, args=list(FLAGS), viewport={"width": 1500, "height": 950}
        )
        browser.set_default_timeout(SHOWN_WITHIN * 1000)
        yield browser.new_page()
        browser.close()


def test_the_graph_shows_the_four_groups(pages: Pages, page: Page) -> None:
    page.goto(pages.address("/asset-groups"))
    for group in ("raw", "core", "indicators", "returns"):
        page.get_by_text(group, exact=True).first.wait_for()


def test_the_red_runs_page_says_what_is_wrong_in_a_sentence_with_a_code(pages: Pages, page: Page) -> None:
    page.goto(pages.address(f"/runs/{pages.run_id}"))
    told = page.get_by_text(f"{CODE}: Young people, {QUARTER.label}").first
    told.wait_for()
    assert "no column ypid" in told.inner_text()


def test_the_red_assets_page_leads_to_the_check_that_says_what_to_do(pages: Pages, page: Page) -> None:
    page.goto(pages.address(f"/assets/{RED}"))
    page.get_by_text("When it is red nothing was kept: open Checks above").first.wait_for()
    page.get_by_text("Checks", exact=True).first.click()
    told = page.get_by_text(f"{CODE}: Young people, {QUARTER.label}").first
    told.wait_for()
    assert "From failure" in told.inner_text()
    page.get_by_text("what to do", exact=True).first.wait_for()


def test_the_pages_listen_on_this_machine_only(pages: Pages) -> None:
    ends = [line.split() for table in ("tcp", "tcp6") for line in Path(f"/proc/net/{table}").read_text().splitlines()]
    port = f"{pages.port:04X}"
    listening = [end[1].split(":")[0] for end in ends if end[3] == LISTENING and end[1].endswith(f":{port}")]
    assert listening == [LOOPBACK]


def test_stopping_the_command_leaves_no_process_behind(pages: Pages) -> None:
    assert len(processes_of(pages.home)) > 1
    pages.command.terminate()
    assert pages.command.wait(STOPPED_WITHIN) == 0
    assert processes_of(pages.home) == []
    assert not pages.answer()

"""The Dagster pages over a red run: what an officer reads there, who may reach them, and that they end as one.

The red run is made by the real job in this process; the pages are started by the real command; the browser is the
system's Chromium.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import dagster as dg
import pytest

from pipelines.definitions import build_defs
from pipelines.jobs import CHECK_EXTRACTS
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings, dagster_environment, prepare_folders
from schemas.catalogue import EXTRACTS
from tests.browser.serving import MARKS, STOPPED_WITHIN, Served, free_port, processes_of, served, window

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS

QUARTER = Quarter.from_label("2014-15 Q3")
RED = "core_persons"
CODE = "YJ-C-0101"  # a column without which nothing can be made is missing
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
LISTENING, LOOPBACK = "0A", "0100007F"


@dataclass(frozen=True)
class Pages:
    """The pages while they are served, and the red run they tell of."""

    served: Served
    run_id: str

    def address(self, path: str) -> str:
        return self.served.address(path)


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


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """The pages over a home with one red run, on a free port; ended with all their processes, whatever happens."""
    settings = Settings(home=tmp_path_factory.mktemp("pages") / "home", ui_port=free_port())
    run_id = red_run(settings)
    told = {"BOARD_RETURNS_UI_PORT": str(settings.ui_port)}
    with served("ui", settings.home, settings.ui_port, "/server_info", **told) as one:
        yield Pages(one, run_id)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """An empty browser window."""
    with window(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def test_the_graph_shows_the_four_groups(pages: Pages, page: Page) -> None:
    page.goto(pages.address("/asset-groups"))
    for group in ("raw", "core", "indicators", "returns"):
        page.get_by_text(group, exact=True).first.wait_for()


def test_the_red_runs_page_says_what_is_wrong_in_a_sentence_with_a_code(pages: Pages, page: Page) -> None:
    page.goto(pages.address(f"/runs/{pages.run_id}"))
    told = page.get_by_text(f"{CODE}: Young people, {QUARTER.label}").first
    told.wait_for()
    assert "no column ypid" in told.inner_text()


def test_the_red_assets_page_says_what_is_wrong_at_its_top_and_leads_to_the_check(pages: Pages, page: Page) -> None:
    page.goto(pages.address(f"/assets/{RED}"))
    page.get_by_text("When it is red nothing was kept: what is wrong").first.wait_for()
    page.get_by_text(f"{CODE}: Young people, {QUARTER.label}").first.wait_for()
    page.get_by_text("how many", exact=True).first.wait_for()
    page.get_by_text("errors workbook", exact=True).first.wait_for()
    page.get_by_text("Checks", exact=True).first.click()
    told = page.get_by_text(f"{CODE}: Young people, {QUARTER.label}").first
    told.wait_for()
    assert "From failure" in told.inner_text()
    page.get_by_text("what to do", exact=True).first.wait_for()


def test_the_pages_listen_on_this_machine_only(pages: Pages) -> None:
    ends = [line.split() for table in ("tcp", "tcp6") for line in Path(f"/proc/net/{table}").read_text().splitlines()]
    port = f"{pages.served.port:04X}"
    listening = [end[1].split(":")[0] for end in ends if end[3] == LISTENING and end[1].endswith(f":{port}")]
    assert listening == [LOOPBACK]


def test_stopping_the_command_leaves_no_process_behind(pages: Pages) -> None:
    assert len(processes_of(pages.served.home)) > 1
    pages.served.command.terminate()
    assert pages.served.command.wait(STOPPED_WITHIN) == 0
    assert processes_of(pages.served.home) == []
    assert not pages.served.answers("/server_info")

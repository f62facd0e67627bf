"""A quarter run by people, from the drop to the workbook in their hands, in a real browser over the real services.

One story, told in the order it happens. Its pictures are the runbook's: they are kept in the folder that the variable
BOARD_RETURNS_TEST_PICTURES names, where it is set.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from sample.world import backbone_tables
from sample.write import write_tables
from tests.browser.serving import MARKS, Served, free_port, served, until, window
from tests.pipeline.drops import Rows, file_of, rewrite

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = MARKS

QUARTER = Quarter.from_label("2014-15 Q3")
RED, CODE = "core_persons", "YJ-C-0101"
#: Seconds; on a machine with nothing else to do it is half a minute from the drop to the workbook.
CHECKED_WITHIN, RUN_WITHIN = 600, 900
PICTURES = os.environ.get("BOARD_RETURNS_TEST_PICTURES")


@dataclass(frozen=True)
class Stage:
    """What the story is played on."""

    place: Workplace
    drop: Path
    dagster: Served
    library: Served
    page: Page
    pictures: Path | None

    @property
    def inbox(self) -> Path:
        return self.place.inbox(QUARTER)

    def picture(self, name: str) -> None:
        """Keep a picture of the page for the runbook, where that is asked for."""
        if self.pictures is not None:
            self.page.screenshot(path=self.pictures / f"{name}.png", animations="disabled")


@pytest.fixture
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Dagster's pages with their daemon, the library, and an officer's browser, over an empty home."""
    home, drop = tmp_path_factory.mktemp("story") / "home", tmp_path_factory.mktemp("export")
    write_tables(drop, backbone_tables())
    pages, library = free_port(), free_port()
    ports = {"BOARD_RETURNS_UI_PORT": str(pages), "BOARD_RETURNS_LIBRARY_PORT": str(library)}
    told = ports | {"BOARD_RETURNS_LIBRARY_URL": f"http://127.0.0.1:{library}"}
    place = Workplace(Settings(home=home))
    with ExitStack() as playing:
        dagster = playing.enter_context(served("ui", home, pages, "/server_info", **told))
        books = playing.enter_context(served("library", home, library, "/returns", **told))
        page = playing.enter_context(window(tmp_path_factory.mktemp("profile")))
        yield Stage(place, drop, dagster, books, page, Path(PICTURES) if PICTURES else None)
    place.register.close()


def without_key(rows: Rows) -> Rows:
    """A file without the column that tells one young person from another."""
    gone = rows[0].index("Young Person ID")
    return [[cell for at, cell in enumerate(row) if at != gone] for row in rows]


def errors_workbook(stage: Stage) -> bool:
    return any(stage.place.settings.errors.glob("errors-*.xlsx"))


def files_dropped_are_checked_by_themselves(stage: Stage) -> None:
    for path in sorted(stage.drop.iterdir()):
        shutil.copy(path, stage.inbox / path.name)
    rewrite(file_of(stage.inbox, "outcomes").with_name("RAISE_persons.csv"), without_key)
    until(lambda: errors_workbook(stage), CHECKED_WITHIN, "nobody checked the files that were dropped")
    stage.page.goto(stage.dagster.address("/runs"))
    stage.page.get_by_text("dropped_files").first.wait_for()
    stage.page.get_by_text(f"quarter: {QUARTER.label}").first.wait_for()
    stage.picture("story-1-checked-by-itself")


def the_red_tables_page_says_what_is_wrong_and_where_to_mend_it(stage: Stage) -> None:
    page = stage.page
    page.goto(stage.dagster.address(f"/assets/{RED}"))
    page.get_by_text(f"{CODE}: Young people, {QUARTER.label}").first.wait_for()
    page.get_by_text("how many", exact=True).first.wait_for()
    stage.picture("story-2-red")
    with page.expect_popup() as opened:
        page.get_by_role("link", name=f"/repairs/{QUARTER.slug}").first.click()
    repairs = opened.value
    repairs.close()
    assert stage.library.answers(f"/repairs/{QUARTER.slug}")


def the_mended_file_turns_green_by_from_failure(stage: Stage) -> None:
    page = stage.page
    page.goto(stage.dagster.address("/runs?q[0]=status%3AFAILURE"))
    failed = page.locator("a[href^='/runs/']").first.get_attribute("href") or ""
    shutil.copy(stage.drop / "RAISE_persons.csv", stage.inbox / "RAISE_persons.csv")
    page.goto(stage.dagster.address(failed))
    button = page.get_by_role("button", name="Re-execute all (*)")
    button.wait_for()
    stage.picture("story-3-rerun")
    button.locator("xpath=following::button[1]").click()
    page.get_by_role("menuitem").get_by_text("From failure", exact=True).click()
    page.wait_for_url(lambda url: "/runs/" in url and failed not in url)
    page.get_by_text("Success", exact=True).first.wait_for(timeout=RUN_WITHIN * 1000)
    stage.picture("story-4-green")
    verdict = stage.place.register.verdict(QUARTER.slug, RED)
    assert verdict is not None
    assert verdict.passed


def the_return_is_made_with_one_button(stage: Stage) -> None:
    page = stage.page
    page.goto(stage.dagster.address("/locations/pipelines.definitions/jobs/quarterly_return"))
    page.get_by_role("button", name="Materialize all").click()
    page.get_by_placeholder("ex:").fill(QUARTER.key)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Launch 1 run").wait_for()
    stage.picture("story-5-launch")
    page.get_by_role("button", name="Launch 1 run").click()
    until(lambda: stage.place.register.latest(QUARTER.slug) is not None, RUN_WITHIN, "no return was made")


def the_workbook_is_downloaded_and_holds_the_right_figure(stage: Stage, tmp_path: Path) -> None:
    page = stage.page
    page.goto(stage.library.address("/returns"))
    page.get_by_role("link", name=QUARTER.label).first.click()
    stage.picture("story-6-library")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Board pack").first.click()
    kept = tmp_path / coming.value.suggested_filename
    coming.value.save_as(kept)
    assert kept.name == f"board-return-{QUARTER.slug}-v1.xlsx"
    workbook = openpyxl.load_workbook(kept, read_only=True)
    lines = {row[0]: row for row in workbook["Scorecard"].iter_rows(values_only=True) if row and row[0]}
    workbook.close()
    # The plan of 2015-16 prints 161 first-time entrants in April to December 2014.
    assert 161 in lines["FTE-01"]


def the_audit_tells_who_did_what(stage: Stage) -> None:
    events = [event.event for event in stage.place.register.audit.events(QUARTER.slug)]
    assert {"drop", "check", "publish", "download"} <= set(events)
    assert events.index("drop") < events.index("publish")
    assert events[-1] == "download"
    assert stage.place.register.audit.breaks() == []


def test_a_quarter_is_run_by_people_from_the_drop_to_the_workbook_in_their_hands(stage: Stage, tmp_path: Path) -> None:
    files_dropped_are_checked_by_themselves(stage)
    the_red_tables_page_says_what_is_wrong_and_where_to_mend_it(stage)
    the_mended_file_turns_green_by_from_failure(stage)
    the_return_is_made_with_one_button(stage)
    the_workbook_is_downloaded_and_holds_the_right_figure(stage, tmp_path)
    the_audit_tells_who_did_what(stage)

"""From red to green with the errors workbook: corrected, dropped back, rechecked, and undone again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import dagster as dg
import openpyxl
import pandas as pd
import pytest

from assets.report.mending.errors_file import newest_errors, write_errors
from tests.pipeline.conftest import QUARTER, Site
from tests.pipeline.drops import Rows, file_of, rewrite

PERSONS = ["raw_cms__persons", "core_persons"]
OFFICER = "A Officer"


def births_of(rows: Rows) -> int:
    return next(number for number, header in enumerate(rows[0]) if header.casefold() in {"dob", "date_of_birth"})


def spoil_births(inbox: Path) -> list[str]:
    """One birth date in nine made unreadable, each in a way of its own; the true ones, from the top down."""
    true: list[str] = []

    def spoilt(rows: Rows) -> Rows:
        place = births_of(rows)
        last = len(rows) // 9
        true.extend(row[place] for row in rows[1:last])
        return [
            rows[0],
            *([*row[:place], f"tbc {row[place][-1]}", *row[place + 1 :]] for row in rows[1:last]),
            *rows[last:],
        ]

    rewrite(file_of(inbox, "persons"), spoilt)
    return true


def headers_of(sheet: Any) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[1] if cell.value}


def fill(path: Path, change: Callable[[Any, dict[str, int]], None], *, name: str = OFFICER) -> None:
    """Open the workbook as an officer would, fill it in, save it."""
    book = openpyxl.load_workbook(path)
    book["Summary"]["A5"] = name
    change(book["Faults"], headers_of(book["Faults"]))
    book.save(path)


def correct_births(true: list[str]) -> Callable[[Any, dict[str, int]], None]:
    """Write the true date into the line of each birth date, in the order of their rows."""

    def change(sheet: Any, at: dict[str, int]) -> None:
        for row in range(2, sheet.max_row + 1):
            if sheet.cell(row, at["Fault code"]).value == "YJ-T-0106":
                line = int(sheet.cell(row, at["Row in Excel"]).value)
                sheet.cell(row, at["Corrected value"], true[line - 2])

    return change


def drop(site: Site, path: Path, name: str = "errors back.xlsx") -> None:
    shutil.copy(path, site.inbox / name)


def workbook_of(site: Site) -> Path:
    path = newest_errors(site.place, QUARTER)
    assert path is not None
    return path


def figures_of(site: Site) -> pd.DataFrame:
    version = site.place.register.latest(QUARTER.slug)
    assert version is not None
    return site.place.register.published_figures(QUARTER.slug, version.version)


@pytest.fixture
def red(site: Site) -> tuple[Site, list[str]]:
    """The sample with a file that its own threshold stops."""
    true = spoil_births(site.inbox)
    assert not site.run().success
    return site, true


def test_red_is_mended_with_the_workbook_and_the_figures_are_those_of_the_sound_file(
    red: tuple[Site, list[str]], healthy: tuple[Site, dg.ExecuteInProcessResult]
) -> None:
    site, true = red
    before = site.place.lake.read("raw_cms__persons", QUARTER)
    path = workbook_of(site)
    fill(path, correct_births(true))
    drop(site, path)
    mended = site.run()
    assert mended.success
    pd.testing.assert_frame_equal(figures_of(site), figures_of(healthy[0]))
    assert len(site.place.register.mending.corrections(QUARTER.slug)) == len(true)
    verdict = site.place.register.verdict(QUARTER.slug, "core_persons")
    assert verdict is not None
    assert f"Cells corrected by officers: {len(true)}" in (verdict.message or "")
    pd.testing.assert_frame_equal(site.place.lake.read("raw_cms__persons", QUARTER), before)
    again = site.run()
    assert again.success
    assert {one.version for one in site.place.register.versions(QUARTER.slug)} == {1}
    undo_all(site)
    assert not site.run(PERSONS).success


def undo_all(site: Site) -> None:
    """Write yes beside every correction, as an officer would, and drop the workbook."""
    path = workbook_of(site)
    book = openpyxl.load_workbook(path)
    book["Summary"]["A5"] = OFFICER
    sheet = book["Corrections"]
    at = headers_of(sheet)
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, at["Undo"], "yes")
    book.save(path)
    drop(site, path, "undo.xlsx")


def test_a_workbook_that_an_officer_works_on_is_never_overwritten(red: tuple[Site, list[str]]) -> None:
    site, true = red
    path = workbook_of(site)
    untouched = path.read_bytes()
    assert write_errors(site.place, QUARTER) == path
    assert path.read_bytes() == untouched
    fill(path, correct_births(true))
    worked_on = path.read_bytes()
    beside = write_errors(site.place, QUARTER)
    assert beside.name == f"errors-{QUARTER.slug} (2).xlsx"
    assert path.read_bytes() == worked_on
    assert beside.read_bytes() == untouched
    drop(site, path)
    site.run(PERSONS)
    assert workbook_of(site) == path
    assert not beside.exists()

"""Printable files: made beside the version where LibreOffice is installed, and a plain message where it is not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from assets.report.editions.lead_member import build_lead_member
from assets.report.editions.printable import print_newest
from assets.report.workbook.write import write_workbook
from pipelines.platform.errors import PassingFault, PermanentFault
from pipelines.platform.office import make_pdf, office, require_office
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from tests.unit.report.made import QUARTER, made_inputs

#: Stands in for LibreOffice: copies its input to the PDF asked for.
COPIES = (
    'for last; do :; done; while [ "$1" != --outdir ]; do shift; done; cp "$last" "$2/$(basename "$last" .xlsx).pdf"'
)
PAGES_AT_MOST = 6

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")


def stand_in(folder: Path, script: str) -> str:
    """A command called soffice that does what the script says."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


@pytest.fixture
def place(tmp_path: Path, workbook: Path) -> Workplace:
    """A workplace with one published version of two editions."""
    place = Workplace(Settings(home=tmp_path / "home"))
    folder = place.returns(QUARTER) / "v1"
    folder.mkdir(parents=True)
    rows = []
    for edition, name in (("board", "board-return.xlsx"), ("data-tables", "data-tables.zip")):
        (folder / name).write_bytes(workbook.read_bytes())
        version = ReturnVersion(QUARTER.slug, edition, 1, name, "a" * 64, "b" * 64, date(2015, 1, 19))
        rows.append((version, made_inputs().figures.head(0)))
    place.register.publish_all(rows)
    return place


def test_without_libreoffice_it_is_said_plainly(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert office() is None
    with pytest.raises(PermanentFault, match="BR-801: LibreOffice is not installed here"):
        print_newest(place, QUARTER)
    assert [path.name for path in place.returns(QUARTER).iterdir()] == ["v1"]


def test_a_quarter_without_a_return_has_nothing_to_print(place: Workplace) -> None:
    with pytest.raises(PermanentFault, match=r"BR-803.*2013-14 Q1"):
        print_newest(place, Quarter(2013, 1))


@posix
def test_each_workbook_of_the_newest_version_is_printed_once(
    place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "bin", COPIES)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    first = print_newest(place, QUARTER)
    assert (first.version, first.new, [path.name for path in first.files]) == (1, True, ["board-return.pdf"])
    assert sorted(path.name for path in place.returns(QUARTER).iterdir()) == ["v1", "v1-printable"]
    again = print_newest(place, QUARTER)
    assert (again.new, again.files) == (False, first.files)


@posix
def test_a_workbook_that_cannot_be_printed_leaves_nothing_behind(
    place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "bin", "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(PassingFault, match=r"BR-802.*board-return\.xlsx"):
        print_newest(place, QUARTER)
    assert [path.name for path in place.returns(QUARTER).iterdir()] == ["v1"]


@posix
def test_a_printing_that_takes_too_long_is_ended_with_all_it_started(tmp_path: Path, workbook: Path) -> None:
    command = stand_in(tmp_path, f'sleep 60 & echo $! > "{tmp_path}/child"; wait')
    began = time.monotonic()
    with pytest.raises(PassingFault, match=r"BR-802.*within 1 seconds"):
        make_pdf(command, workbook, tmp_path, seconds=1)
    assert time.monotonic() - began < 30
    child = (tmp_path / "child").read_text(encoding="utf-8").strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False).stdout
    assert state.strip()[:1] in {"", "Z"}


def test_sheets_for_looking_up_print_their_first_rows_only(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    last = {sheet.title: int(sheet.print_area.rsplit("$", 1)[1]) for sheet in book.worksheets if sheet.print_area}
    assert set(last) == {"Changes in full", "Provenance", "Provenance tables", "Provenance files", "Figures"}
    assert max(last.values()) < 50
    assert book["Figures"].max_row > 50


@pytest.mark.office
def test_the_lead_members_report_prints_on_six_pages_at_most(tmp_path: Path) -> None:
    if office() is None:
        pytest.skip("LibreOffice is not installed here")
    workbook = tmp_path / "report.xlsx"
    write_workbook(build_lead_member(replace(made_inputs(), quarter=Quarter(2015, 1))), workbook)
    paper = make_pdf(require_office(), workbook, tmp_path)
    pages = paper.read_bytes().count(b"/Type/Page\n") + paper.read_bytes().count(b"/Type/Page/")
    assert 0 < pages <= PAGES_AT_MOST

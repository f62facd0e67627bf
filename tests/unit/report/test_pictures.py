"""The pack as it is printed: every sheet is there, no figure is cut to hashes, and its pages can be pictured."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assets.report.workbook.write import write_workbook
from pipelines.cli.pictures import picture_pages, printed, words_of
from schemas.pack import Pack

#: A sheet of thousands of rows alone would print more.
PAGES = 150
PNG = b"\x89PNG\r\n\x1a\n"

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftoppm")), reason="needs LibreOffice"),
]


def test_every_sheet_is_printed_and_no_number_is_cut_to_hashes(pack: Pack, tmp_path: Path) -> None:
    workbook = tmp_path / "return.xlsx"
    write_workbook(pack, workbook)
    words = words_of(printed(workbook, tmp_path))
    assert "###" not in words
    for sheet in pack.sheets:
        assert sheet.title.split()[0] in words, sheet.name
    # Some 40 pages of views, and one or two of each sheet for looking up.
    assert words.count("\f") < PAGES


def test_the_pages_are_pictured_by_their_first_word(pack: Pack, tmp_path: Path) -> None:
    workbook = tmp_path / "return.xlsx"
    write_workbook(pack, workbook)
    made = picture_pages(workbook, tmp_path, "pack", {"contents": "Contents", "nothing": "Nothing-such"})
    assert [path.name for path in made] == ["pack-contents.png"]
    assert made[0].read_bytes().startswith(PNG)
    assert made[0].stat().st_size > 10_000

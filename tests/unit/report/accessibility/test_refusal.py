"""A workbook that breaks an essential point is refused, with points and places and never a cell's words."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from assets.report.accessibility.checker import MOST_TOLD, require_accessible
from pipelines.platform.errors import ReturnRefused
from tests.unit.report.accessibility.breaches import PLAIN, STRINGS, Breach, Change, write_broken

CELL = r'<c r="B9" s="12"><v>\d+</v>'


def test_a_good_workbook_is_let_through(good: Path) -> None:
    assert require_accessible(good).essential == ()


def test_a_breach_is_told_with_its_point_its_place_and_what_to_do(parts: Mapping[str, str], tmp_path: Path) -> None:
    marked = '<c r="B9" s="13" t="inlineStr"><is><t>4417*</t></is>'
    path = tmp_path / "broken.xlsx"
    write_broken(parts, Breach("a mark", "10", (Change(PLAIN, CELL, marked),)), path)
    with pytest.raises(ReturnRefused) as refused:
        require_accessible(path)
    assert refused.value.code == "YJ-P-0014"
    assert "Point 10, Figures B9: a symbol stands beside a figure; put the note in the header." in str(refused.value)
    assert "4417" not in str(refused.value)


def test_many_breaches_are_told_in_part_and_counted(parts: Mapping[str, str], tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    # Rows 3 to 32 hold a number in column B; taken out of the first 14 of them, 14 cells are empty.
    changes = tuple(Change(PLAIN, rf'<c r="B{row}" s="12"><v>\d+</v></c>', "") for row in range(3, 17))
    write_broken(parts, Breach("blank cells", "8", changes), path)
    with pytest.raises(ReturnRefused, match=f"And {14 - MOST_TOLD} more"):
        require_accessible(path)


def test_what_officers_wrote_is_told_and_lets_the_workbook_through(parts: Mapping[str, str], tmp_path: Path) -> None:
    path = tmp_path / "said.xlsx"
    said = Change(STRINGS, "<t>Told again in May</t>", "<t>Told* again</t>")
    write_broken(parts, Breach("a mark in an officer's words", "10", (said,)), path)
    assert [finding.point for finding in require_accessible(path).desirable] == ["10"]


def test_cells_in_another_shape_are_refused_and_not_skipped(parts: Mapping[str, str], tmp_path: Path) -> None:
    path = tmp_path / "odd.xlsx"
    turned = Change(PLAIN, '<c r="B9" s="12">', '<c s="12" r="B9">')
    write_broken(parts, Breach("attributes in another order", "", (turned,)), path)
    with pytest.raises(ReturnRefused, match="not in the shape our writer gives them"):
        require_accessible(path)


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.xlsx"
    path.write_bytes(b"not a workbook")
    with pytest.raises(ReturnRefused, match="not a whole workbook"):
        require_accessible(path)


def test_a_part_that_is_not_well_formed_is_refused(parts: Mapping[str, str], tmp_path: Path) -> None:
    path = tmp_path / "torn.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part[:-20] if name == STRINGS else part)
    with pytest.raises(ReturnRefused, match="not well-formed"):
        require_accessible(path)

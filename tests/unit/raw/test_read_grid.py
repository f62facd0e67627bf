"""Workbooks and everything that only looks like one: safe, coded, and as text."""

from __future__ import annotations

import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.raw.inspection import inspect_file
from assets.raw.limits import Limits
from assets.raw.read_csv import read_csv
from assets.raw.read_grid import read_grid
from assets.raw.read_workbook import read_workbook
from assets.raw.refusal import (
    BINARY_WORKBOOK,
    DAMAGED,
    EMPTY,
    FAR_CELLS,
    LINKED,
    MACROS,
    MARKUP,
    OVERSIZED,
    PACKED,
    PROTECTED,
    UNSAFE,
    UNSUPPORTED,
    RefusedError,
)
from tests.fixtures.files import CANARY, sheet_xml, with_part, write_text, write_xlsx, write_zip

SHEET = "xl/worksheets/sheet1.xml"
FAR = '<c r="XFD1048576" t="str"><v>x</v></c>'


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "good.xlsx", {"Data": [["id", "name"], ["1", CANARY]]})


def _refused(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(RefusedError) as refusal:
        read_grid(path, limits or Limits())
    assert CANARY not in repr(refusal.value)
    return refusal.value.code


def test_numbers_dates_and_truths_become_the_text_an_officer_would_type(tmp_path: Path) -> None:
    path = tmp_path / "typed.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, [7, 7.25, True, "007", 0])
        sheet.write_datetime(0, 5, datetime(2014, 10, 1, tzinfo=UTC).replace(tzinfo=None), day)
        sheet.write_datetime(0, 6, datetime(2014, 10, 1, 9, 30, tzinfo=UTC).replace(tzinfo=None), day)
        sheet.write_number(0, 7, 1.5, book.add_format({"num_format": "[h]:mm"}))
    grid = read_grid(path)[0].grid
    assert list(grid.loc[1]) == [
        "7", "7.25", "TRUE", "007", "0", "2014-10-01", "2014-10-01 09:30:00", "36:00",
    ]  # fmt: skip


def test_a_table_that_does_not_begin_in_a1_keeps_excels_rows_and_columns(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "b.xlsx", {"Data": [["", ""], ["", ""], ["", "", "id"], ["", "", "1"]]})
    grid = read_grid(path)[0].grid
    assert grid.loc[3, 2] == "id"
    assert grid.loc[4, 2] == "1"


def test_hidden_and_empty_sheets_are_not_read(tmp_path: Path) -> None:
    sheets = {"Data": [["id"]], "Old": [["id"]], "Empty": [[""]]}
    path = write_xlsx(tmp_path / "s.xlsx", sheets, hidden=["Old"])
    assert [sheet.name for sheet in read_grid(path)] == ["Data"]


def test_the_kind_is_told_by_content_whatever_the_name(tmp_path: Path, workbook: Path) -> None:
    assert inspect_file(workbook.rename(tmp_path / "data.csv")) == "xlsx"
    assert inspect_file(write_text(tmp_path / "data.xlsx", "id,text\n")) == "text"


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", b"\xef\xbb\xbf\n", b",,\n,,\n"])
def test_a_file_with_nothing_in_it_is_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "e.csv"
    path.write_bytes(content)
    assert _refused(path) == EMPTY


def test_a_workbook_with_nothing_in_it_is_empty(tmp_path: Path) -> None:
    assert _refused(write_xlsx(tmp_path / "e.xlsx", {"Data": [[""]]})) == EMPTY


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7 ...", UNSUPPORTED),
        (b"\x89PNG\r\n", UNSUPPORTED),
        (b"\x1f\x8b\x08\0", PACKED),
        (b"<html><table><tr><td>id</td></tr></table></html>", MARKUP),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, DAMAGED),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "k.xls"
    path.write_bytes(content)
    assert _refused(path) == code


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("readme.txt", PACKED),
        ("content.xml", PACKED),
        ("[Content_Types].xml", UNSUPPORTED),
        ("xl/workbook.bin", BINARY_WORKBOOK),
    ],
)
def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path, part: str, code: str) -> None:
    assert _refused(write_zip(tmp_path / "z.xlsx", {part: b"hello"})) == code


def test_a_password_on_the_zip_itself_is_found(tmp_path: Path, workbook: Path) -> None:
    content = bytearray(workbook.read_bytes())
    central = content.find(b"PK\x01\x02")
    content[central + 8] |= 0x1
    path = tmp_path / "p.xlsx"
    path.write_bytes(content)
    assert _refused(path) == PROTECTED


def test_half_a_workbook_is_damaged(tmp_path: Path, workbook: Path) -> None:
    content = workbook.read_bytes()
    path = tmp_path / "h.xlsx"
    path.write_bytes(content[: len(content) // 2])
    assert _refused(path) == DAMAGED


def test_a_sheet_that_is_not_well_formed_is_damaged(tmp_path: Path, workbook: Path) -> None:
    assert _refused(with_part(tmp_path / "d.xlsx", workbook, SHEET, b"<worksheet><sheetData><row>")) == DAMAGED


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("xl/vbaProject.bin", MACROS),
        ("xl/externalLinks/externalLink1.xml", LINKED),
        ("../../etc/x", UNSAFE),
        ("/x", UNSAFE),
        ("..\\x", UNSAFE),
        ("C:/x", UNSAFE),
    ],
)
def test_macros_links_and_names_that_lead_out_are_refused(tmp_path: Path, workbook: Path, part: str, code: str) -> None:
    assert _refused(with_part(tmp_path / "m.xlsx", workbook, part, b"x")) == code


def test_a_part_that_swells_is_refused_before_it_is_inflated(tmp_path: Path, workbook: Path) -> None:
    path = with_part(tmp_path / "bomb.xlsx", workbook, SHEET, b" " * (101 * 1024 * 1024))
    began = time.perf_counter()
    assert _refused(path) == OVERSIZED
    assert time.perf_counter() - began < 2


def test_too_many_parts_are_refused(workbook: Path) -> None:
    assert _refused(workbook, Limits(zip_entries=3)) == OVERSIZED


@pytest.mark.parametrize(
    "cells",
    [
        FAR,
        '<c r="SS1"><v>1</v></c>',
        '<c r="A200001"><v>1</v></c>',
        '<c r="SR1"/><c><v>1</v></c>',
        '<c r="&#88;FD1"><is><t>x</t></is></c>',
    ],
)
def test_a_cell_far_out_is_refused_however_it_is_addressed(tmp_path: Path, workbook: Path, cells: str) -> None:
    assert _refused(with_part(tmp_path / "far.xlsx", workbook, SHEET, sheet_xml(cells))) == FAR_CELLS


def test_a_far_cell_is_found_in_a_part_of_any_name(tmp_path: Path, workbook: Path) -> None:
    assert _refused(with_part(tmp_path / "far.xlsx", workbook, "xl/media/image1.png", sheet_xml(FAR))) == FAR_CELLS


def test_an_address_that_is_none_is_refused(tmp_path: Path, workbook: Path) -> None:
    cells = sheet_xml('<c r="ABCDEFGHI1"><v>1</v></c>')
    assert _refused(with_part(tmp_path / "a.xlsx", workbook, SHEET, cells)) == UNSAFE


def test_a_far_cell_that_is_only_formatted_does_no_harm(tmp_path: Path, workbook: Path) -> None:
    cells = sheet_xml('<c r="A1" t="str"><v>id</v></c><c r="XFD1" s="1"/>')
    path = with_part(tmp_path / "f.xlsx", workbook, SHEET, cells)
    assert read_grid(path)[0].grid.shape == (1, 1)


def test_declared_entities_are_refused(tmp_path: Path, workbook: Path) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + sheet_xml("<c><v>1</v></c>")
    assert _refused(with_part(tmp_path / "l.xlsx", workbook, SHEET, laughs)) == UNSAFE


def test_a_reader_that_dies_takes_nothing_else_with_it(tmp_path: Path, workbook: Path) -> None:
    """Without inspection, one cell at XFD1048576 aborts the parser's process (calamine); ours only reads its end."""
    path = with_part(tmp_path / "far.xlsx", workbook, SHEET, sheet_xml('<c r="A1"><v>1</v></c>' + FAR))
    with pytest.raises(RefusedError) as refusal:
        read_workbook(path)
    assert refusal.value.code in {DAMAGED, OVERSIZED}


def test_a_reader_that_takes_too_long_is_ended(workbook: Path) -> None:
    with pytest.raises(RefusedError) as refusal:
        read_workbook(workbook, Limits(child_seconds=0.001, child_seconds_a_megabyte=0))
    assert refusal.value.code == OVERSIZED


def test_a_reader_that_would_say_too_much_is_ended(workbook: Path) -> None:
    with pytest.raises(RefusedError) as refusal:
        read_workbook(workbook, Limits(child_characters=3))
    assert refusal.value.code == OVERSIZED


def test_a_reader_without_memory_is_a_coded_refusal(workbook: Path) -> None:
    with pytest.raises(RefusedError) as refusal:
        read_workbook(workbook, Limits(child_memory_bytes=1024))
    assert refusal.value.code == DAMAGED


def test_no_child_outlives_the_reading(workbook: Path) -> None:
    read_workbook(workbook)
    listing = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert not [line for line in listing.splitlines() if str(workbook) in line]


_CELL = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=12).filter(
    # A workbook spells these as escapes; a table that begins with them is no table either.
    lambda text: "_x" not in text and text.strip() == text
)
_TABLE = st.lists(st.tuples(_CELL, _CELL, _CELL), min_size=2, max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TABLE)
def test_a_table_reads_the_same_from_csv_and_from_xlsx(tmp_path: Path, rows: list[tuple[str, str, str]]) -> None:
    table = [("id", "name", "note"), *rows, ("end", "end", "end")]
    quoted = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)
    from_text = read_csv(write_text(tmp_path / "t.csv", quoted + "\n")).grid
    from_book = read_workbook(write_xlsx(tmp_path / "t.xlsx", {"Data": table}))[0].grid
    assert from_text.to_numpy().tolist() == from_book.to_numpy().tolist()
    assert from_text.index.equals(from_book.index)

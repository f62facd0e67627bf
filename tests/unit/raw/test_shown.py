"""Cells of workbooks arrive as the officer sees them, the same from xlsx, xls and ods."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter
import xlwt

from assets.raw.read_grid import read_grid
from assets.raw.refusal import DAMAGED, RefusedError
from assets.raw.shown import is_percent, percentage
from tests.fixtures.files import with_part
from tests.fixtures.sheets import Grid, write_ods, write_xlsx

#: Row 3 of each workbook below, from column B: what an officer would type into a csv.
TYPED = [
    "", "#N/A", "#DIV/0!", "TRUE", "25%", "25.5%", "2014-10-01", "12:00", "36:00", "2014-10-01 06:00:00",
    "0.3", "7", "00:02:30", "5",
]  # fmt: skip
_NOISE = 0.1 + 0.2
_NUMBERS = (
    (5, 0.25, "0%"), (6, 0.255, "0.0%"), (7, 41913.0, "dd/mm/yyyy"), (8, 0.5, "hh:mm"), (9, 1.5, "[h]:mm"),
    (10, 41913.25, "dd/mm/yyyy hh:mm"), (11, _NOISE, "General"), (12, 7.0, "0.00"), (13, 2.5 / 60 / 24, "[mm]:ss"),
    (14, 5.0, '0" %"'),
)  # fmt: skip


def _xlsx(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Cover").write_string(0, 0, "Cover")
        sheet = book.add_worksheet("Data")
        sheet.write_formula(2, 2, "=NA()", None, "#N/A")
        sheet.write_formula(2, 3, "=1/0", None, "#DIV/0!")
        sheet.write_boolean(2, 4, True)
        for place, number, shown in _NUMBERS:
            sheet.write_number(2, place, number, book.add_format({"num_format": shown}))
    return path


def _xls(path: Path) -> Path:
    book = xlwt.Workbook()
    book.add_sheet("Cover").write(0, 0, "Cover")
    sheet = book.add_sheet("Data")
    sheet.row(2).set_cell_error(2, 0x2A)
    sheet.row(2).set_cell_error(3, "#DIV/0!")
    sheet.row(2).set_cell_boolean(4, True)
    for place, number, shown in _NUMBERS:
        sheet.write(2, place, number, xlwt.easyxf(num_format_str=shown))
    book.save(str(path))
    return path


_ODS_CELLS = (
    '<C/><C v="string" office:string-value="" calcext:value-type="error"><P>#N/A</P></C>'
    '<C v="float" office:value="0"><P>#DIV/0!</P></C>'
    '<C v="boolean" office:boolean-value="true"><P>TRUE</P></C>'
    '<C v="percentage" office:value="0.25"><P>25%</P></C>'
    '<C v="percentage" office:value="0.255"><P>25.5%</P></C>'
    '<C v="date" office:date-value="2014-10-01"><P>01/10/2014</P></C>'
    '<C v="time" office:time-value="PT12H00M00S"><P>12:00</P></C>'
    '<C v="time" office:time-value="PT36H00M00S"><P>36:00</P></C>'
    '<C v="date" office:date-value="2014-10-01T06:00:00"><P>01/10/2014 06:00</P></C>'
    '<C v="float" office:value="0.30000000000000004"><P>0.3</P></C>'
    '<C v="currency" office:value="7"><P>7.00</P></C>'
    '<C v="time" office:time-value="PT00H02M30S"><P>02:30</P></C>'
    '<C v="float" office:value="5"><P>5 %</P></C>'
)


def _ods(path: Path) -> Path:
    """As LibreOffice writes these cells; the error with the value nought is that of its versions before 4.2."""
    write_ods(path, [Grid("Cover", [["Cover"]]), Grid("Data", [["MARK"]])])
    cells = _ODS_CELLS.replace("<C", "<table:table-cell").replace("</C>", "</table:table-cell>")
    cells = cells.replace(" v=", " office:value-type=").replace("P>", "text:p>")
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml").decode()
    space = ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = content.replace(" office:version", f"{space} office:version", 1)
    at = content.index("<table:table-row>", content.index('table:name="Data"'))
    rows = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    rows += f"<table:table-row><table:table-cell/>{cells}</table:table-row>"
    end = content.index("</table:table-row>", at) + len("</table:table-row>")
    return with_part(path.with_name("made.ods"), path, "content.xml", (content[:at] + rows + content[end:]).encode())


@pytest.mark.parametrize("make", [_xlsx, _xls, _ods])
def test_every_kind_of_cell_is_the_text_an_officer_would_type(tmp_path: Path, make: object) -> None:
    assert callable(make)
    cover, data = read_grid(make(tmp_path / "book"))
    assert (cover.name, data.name) == ("Cover", "Data")
    assert list(data.grid.loc[3])[1:] == TYPED


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [("0%", True), ("0.00%;[Red]-0.00%", True), ('0" %"', False), ("0\\%", False), ("0.00", False), ("_%0", False)],
)
def test_a_percent_sign_counts_only_where_it_is_no_mere_character(number_format: str, expected: bool) -> None:  # noqa: FBT001
    assert is_percent(number_format) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0.25", "25%"), ("1", "100%"), ("0", "0%"), ("-0.005", "-0.5%"), ("1e-05", "0.001%"), ("x", "x")],
)
def test_a_percentage_is_exact(text: str, expected: str) -> None:
    assert percentage(text) == expected


def test_the_parts_of_a_workbook_are_asked_by_its_own_list_of_sheets(tmp_path: Path) -> None:
    """The order of sheets is the workbook's, not that of the names of its parts."""
    path = tmp_path / "a.xlsx"
    write_xlsx(path, [Grid("First", [["a"]]), Grid("Second", [["b"]])])
    with zipfile.ZipFile(path) as archive:
        part = archive.read("xl/worksheets/sheet2.xml")
    error = part.replace(b"</sheetData>", b'<row r="2"><c r="B2" t="e"><v>#REF!</v></c></row></sheetData>')
    first, second = read_grid(with_part(tmp_path / "b.xlsx", path, "xl/worksheets/sheet2.xml", error))
    assert first.grid.shape == (1, 1)
    assert second.grid.loc[2, 1] == "#REF!"


def test_an_error_cell_alone_in_a_text_file_is_that_text_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,value\n1,#N/A\n2,25%\n", encoding="utf-8")
    assert read_grid(path)[0].grid[1].tolist() == ["value", "#N/A", "25%"]


def test_a_workbook_cut_inside_its_records_is_damaged(tmp_path: Path) -> None:
    path = _xls(tmp_path / "a.xls")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(RefusedError) as refusal:
        read_grid(path)
    assert refusal.value.code == DAMAGED

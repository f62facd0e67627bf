"""The way back inside the workbook: at most two clicks from any sheet to rule, SQL file, tables, files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from assets.report.figures.lookup import records
from assets.report.figures.pages import FAMILY_SHEETS, in_order, pages
from assets.report.figures.themes import themed
from assets.report.inputs import ReturnInputs
from assets.report.sheets.way_back import DEFINITIONS, FILES, PROVENANCE, TABLES, provenance_mark, provenance_sheets
from assets.report.sheets.without_figures import with_figures
from schemas.pack import Link, Pack, Sheet
from tests.unit.report.made import made_inputs

Target = tuple[str, int]
#: What stands in the row of a measure on the sheet of provenance.
KNOWN = ("sql/indicators/", "core_outcomes (9,851)", "outcomes export.xlsx")


@pytest.fixture(scope="module")
def book(workbook: Path) -> openpyxl.Workbook:
    """The drawn return, opened again."""
    return openpyxl.load_workbook(workbook)


def target_of(cell: Cell | MergedCell) -> Target | None:
    """Sheet and row that a cell's link leads to, as they stand in the file; None without a link."""
    if cell.hyperlink is None or cell.hyperlink.location is None:
        return None
    name, place = cell.hyperlink.location.rsplit("!", 1)
    return name.strip("'"), int(place.removeprefix("A"))


def links(sheet: Worksheet) -> list[Target]:
    """Where the links of a sheet lead."""
    return [target for row in sheet.iter_rows() for cell in row if (target := target_of(cell)) is not None]


def row_of(book: openpyxl.Workbook, target: Target) -> str:
    """The words of a row."""
    name, row = target
    return " | ".join(str(cell.value) for cell in book[name][row])


def test_every_link_leads_to_a_sheet_that_is_there_and_to_a_row_that_is_filled(book: openpyxl.Workbook) -> None:
    targets = {target for name in book.sheetnames for target in links(book[name])}
    assert len(targets) > len(book.sheetnames)
    assert all(book[name].cell(row, 1).value for name, row in targets)


def test_each_measure_s_page_leads_to_its_own_line_and_the_line_names_rule_tables_and_files(
    book: openpyxl.Workbook, inputs: ReturnInputs
) -> None:
    shown = with_figures(themed(inputs))
    listed = [(lead, derived) for lead, derived in pages(shown) if lead.family not in FAMILY_SHEETS]
    assert listed
    for lead, derived in listed:
        lines = [row_of(book, target) for target in links(book[lead.id]) if target[0] == PROVENANCE]
        for measure in (lead, *derived):
            (line,) = [line for line in lines if line.startswith(f"{measure.id}:")]
            assert all(words in line for words in KNOWN), measure.id


def test_a_measure_s_line_leads_on_to_its_definition_its_tables_and_its_files(book: openpyxl.Workbook) -> None:
    lines = [row for row in book[PROVENANCE].iter_rows() if any(map(target_of, row))]
    assert lines
    for row in lines:
        measure_id = str(row[0].value).split(":", maxsplit=1)[0]
        found = {target[0]: row_of(book, target) for target in map(target_of, row) if target}
        assert set(found) == {DEFINITIONS, TABLES, FILES}
        assert found[DEFINITIONS].startswith(f"{measure_id} | ")
        assert found[TABLES].startswith("core_first_entries | sql/core/core_first_entries.sql")
        assert "cd" * 32 in found[FILES] or "ab" * 32 in found[FILES]


def test_no_sheet_made_for_reading_is_more_than_two_clicks_from_the_provenance(book: openpyxl.Workbook) -> None:
    reached = {name: {target for target, _ in links(book[name])} for name in book.sheetnames}
    reference = {*("Notes", "Without a figure", "Figures", "Changes", "Reasons for changes", "Changes in full"), TABLES}
    for name in set(book.sheetnames) - reference - {PROVENANCE, FILES, DEFINITIONS}:
        assert PROVENANCE in reached[name].union(*(reached[near] for near in reached[name])), name


def test_each_figure_carries_the_provenance_that_the_sheet_explains(pack: Pack) -> None:
    _, figures = pack.table("figures")
    _, origins = pack.table("provenance")
    place = figures.position("Provenance")
    assert {row[place] for row in figures.rows} <= {row[0] for row in origins.rows}
    assert all(str(row[place]).startswith(f"{row[0]}:") for row in figures.rows)


def test_every_file_and_every_table_stands_with_its_rows(pack: Pack, inputs: ReturnInputs) -> None:
    _, files = pack.table("provenance_files")
    told = {str(row[files.position("SHA-256")]) for row in files.rows}
    assert told == {str(row["sha256"]) for row in records(inputs.files)}
    _, tables = pack.table("provenance_tables")
    assert [row[0] for row in tables.rows] == ["core_first_entries", "core_outcomes", "core_persons"]


def test_where_figures_may_be_hidden_no_number_of_rows_is_told() -> None:
    inputs = made_inputs()
    sheets = provenance_sheets(replace(inputs, figures=inputs.figures.assign(hidden=False)))
    words = "".join(repr(sheet) for sheet in sheets)
    assert "9,851" not in words
    assert "Amount" not in words, "no number stands in a cell either"


def test_without_sources_or_files_the_sheet_says_what_it_knows(inputs: ReturnInputs) -> None:
    bare = replace(inputs, sources=type(inputs.sources)(), files=inputs.files.iloc[:0])
    (sheet,) = provenance_sheets(bare)
    assert isinstance(sheet, Sheet)
    assert provenance_mark(bare, "FTE-01") == "[x]"


def test_the_definition_link_points_at_the_measure_s_own_row(pack: Pack, inputs: ReturnInputs) -> None:
    ids = [measure.id for measure in in_order(themed(inputs).measures)]
    _, origins = pack.table("provenance")
    for row in origins.rows:
        link = row[origins.position("Definition")]
        assert isinstance(link, Link)
        assert ids[link.row] == str(row[0]).split(":", maxsplit=1)[0]

"""Pages of paper: nothing that fits on a page is cut by its end, and a sheet for looking up is not printed whole."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.report.workbook.layout import place_sheet, table_pixels
from assets.report.workbook.paging import PAPER_HIGH, page_breaks
from assets.report.workbook.styles import PIXELS_PER_POINT, TITLE_HEIGHT
from schemas.pack import Amount, Block, Chart, Column, Heading, Series, Sheet, Table
from tests.unit.report.accessibility.good_pack import good_pack
from tests.unit.report.workbook.test_printing import parts_of

COLUMNS = (Column("Period", 20), Column("Value", 12, "right"))


def table(number: int, rows: int) -> Table:
    cells = tuple((f"Period {row}", Amount(float(row))) for row in range(rows))
    return Table(f"table_{number}", "Made up.", COLUMNS, cells)


def sheet(*lengths: int) -> Sheet:
    """A sheet of tables of so many rows, a heading above each."""
    blocks: list[Block] = []
    for number, rows in enumerate(lengths):
        blocks += [Heading(f"Table {number}"), table(number, rows)]
    return Sheet("Page", "A page", "Made up.", tuple(blocks))


def chart_of(twin: str, last: int) -> Chart:
    series = (Series("Value", "Value", "column"),)
    return Chart(f"chart_{twin}", "Made up", twin, "Period", series, 0, last, "Number", "Made up.")


def test_a_table_that_the_page_has_no_room_for_begins_the_next() -> None:
    # A row is 16 + 6 points high, 29.3 pixels; a page is 717 pixels high: two tables of 15 rows are more than one page.
    breaks = page_breaks(place_sheet(sheet(15, 15)))
    first, second = (spot.row for spot in place_sheet(sheet(15, 15)).spots if isinstance(spot.block, Heading))
    assert breaks == [second]
    assert first < second


def test_tables_that_fit_on_one_page_are_not_parted() -> None:
    assert page_breaks(place_sheet(sheet(4, 4))) == []


def test_a_table_longer_than_a_page_is_left_to_run_on() -> None:
    assert page_breaks(place_sheet(sheet(4, 100))) == []


# Seventeen rows, their header, heading and the empty rows around them are 619 pixels, less than a page.
@given(lengths=st.lists(st.integers(1, 17), min_size=1, max_size=12))
def test_no_page_is_told_to_hold_more_tables_than_it_has_room_for(lengths: list[int]) -> None:
    placement = place_sheet(sheet(*lengths))
    breaks = set(page_breaks(placement))
    tables = [spot.block for spot in placement.spots if isinstance(spot.block, Table)]
    heads = [spot.row for spot in placement.spots if isinstance(spot.block, Heading)]
    room, used = PAPER_HIGH - TITLE_HEIGHT * PIXELS_PER_POINT, 0.0
    for head, drawn in zip(heads, tables, strict=True):
        high = table_pixels(drawn, placement.widths)
        used = high if head in breaks else used + high
        assert used <= room


def test_the_breaks_of_a_view_are_in_the_file_and_a_chart_is_not_parted_from_its_table() -> None:
    pack = good_pack()
    view = sheet(15, 15)
    chart = Chart(
        "chart_1", "Made up", "table_1", "Period", (Series("Value", "Value", "column"),), 0, 14, "Number", "So."
    )
    shown = replace(view, blocks=(*view.blocks, chart), name=pack.sheets[2].name)
    drawn = replace(pack, sheets=(*pack.sheets, replace(shown, name="Two tables")), _tables={})
    text = parts_of(drawn)[f"xl/worksheets/sheet{len(drawn.sheets)}.xml"]
    (row,) = re.findall(r'<brk id="(\d+)"', text)
    second = [spot.row for spot in place_sheet(shown).spots if isinstance(spot.block, Heading)][1]
    assert int(row) == second


def test_a_sheet_for_looking_up_prints_its_first_rows_only() -> None:
    pack = good_pack()
    long = Sheet("Long", "Long", "For looking up.", (table(9, 500),), "data", printed=False)
    drawn = replace(pack, sheets=(*pack.sheets, long), _tables={})
    # Title and header above thirty rows: rows 1 to 32.
    assert "Long!$A$1:$B$32" in parts_of(drawn)["xl/workbook.xml"]
    whole = replace(drawn, sheets=(*pack.sheets, replace(long, printed=True)), _tables={})
    assert "Print_Area" not in parts_of(whole)["xl/workbook.xml"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [((3.0, 5.0), '<c:min val="0"/>'), ((-3.0, -5.0), '<c:max val="0"/>'), ((0.0, -1.0), '<c:max val="0"/>')],
)
def test_the_columns_of_a_chart_stand_on_nought_or_hang_from_it(numbers: tuple[float, float], expected: str) -> None:
    assert expected in drawn_chart(numbers)


def test_the_axis_of_numbers_on_both_sides_of_nought_is_left_free() -> None:
    assert "c:min val" not in drawn_chart((-3.0, 5.0))


def drawn_chart(numbers: tuple[float, float]) -> str:
    """The value axis of a chart of two numbers, as it stands in the file."""
    pack = good_pack()
    rows = tuple((f"Period {at}", Amount(number)) for at, number in enumerate(numbers))
    values = Table("values", "Made up.", COLUMNS, rows)
    chart = Chart(
        "chart_v", "Made up", "values", "Period", (Series("Value", "Value", "column"),), 0, 1, "Number", "So."
    )
    view = Sheet("Values", "Values", "Made up.", (Heading("Values"), values, chart))
    parts = parts_of(replace(pack, sheets=(*pack.sheets, view), _tables={}))
    return parts[max(name for name in parts if re.fullmatch(r"xl/charts/chart\d+\.xml", name))]

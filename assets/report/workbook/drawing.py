"""Draws one sheet: title, headings, paragraphs, links, tables and their cells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from assets.report.workbook import layout, styles
from assets.report.workbook.charts import add_chart, add_trend
from assets.report.workbook.layout import Placement, Spot
from assets.report.workbook.paging import MARGIN, page_breaks, pages_across, printed_rows
from assets.report.workbook.plain import plain
from schemas.pack import Amount, Cell, Chart, Heading, Link, Mark, Pack, Paragraph, Sheet, Table, Trend

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

#: Excel's number of the paper A4.
A4 = 9
#: Sheets that print on one page, however long.
ONE_PAGE = frozenset({"Cover"})


class Place(NamedTuple):
    """What a cell's look owes to where it stands.

    Attributes:
        align: how its column is aligned.
        indented: it is text right of another column, kept off it.
        total: it is in a row of totals.
    """

    align: str
    indented: bool
    total: bool = False

    @property
    def look(self) -> dict[str, object]:
        """Alignment, indent and, for a total, weight and rule."""
        aligned: dict[str, object] = {"align": self.align, "indent": int(self.indented)}
        return styles.TOTAL | aligned if self.total else aligned


#: All that a cell's look depends on: its place, its type, and its tone or number format.
Kind = tuple[Place, type, str]


class Pen:
    """A workbook and the formats already made in it: each look is made once."""

    def __init__(self, workbook: Workbook, placements: Mapping[str, Placement] | None = None) -> None:
        self.workbook = workbook
        self._placements = placements or {}
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self._cells: dict[Kind, Format] = {}

    def target(self, link: Link) -> str:
        """The cell a link leads to, e.g. "internal:'Provenance'!A12".

        Raises:
            KeyError: no sheet has that table.
        """
        row = self._placements[link.sheet].row_of(link.table) + 1 + link.row if link.table else 0
        return f"internal:'{link.sheet}'!A{row + 1}"

    def format(self, look: Mapping[str, object]) -> Format:
        """The workbook's format for a look, made on first use."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(dict(look))
        return self._formats[key]

    def cell(self, cell: Cell, place: Place) -> Format:
        """The format of a cell where it stands; tables of thousands of cells have a few dozen kinds of them."""
        kind = (place, type(cell), _shade(cell))
        if kind not in self._cells:
            self._cells[kind] = self.format(_look(cell, place))
        return self._cells[kind]


def draw_sheet(pen: Pen, pack: Pack, sheet: Sheet, placements: Mapping[str, Placement]) -> None:
    """Draw one sheet of the pack.

    Args:
        pen: the workbook.
        pack: the whole return, for charts drawn from other sheets' tables.
        sheet: the sheet.
        placements: where every sheet's blocks stand.
    """
    worksheet = pen.workbook.add_worksheet(sheet.name)
    placement = placements[sheet.name]
    _set_page(worksheet, sheet, placement)
    worksheet.set_row(0, styles.TITLE_HEIGHT)
    worksheet.write_string(0, 0, plain(sheet.title), pen.format(styles.TITLE))
    for spot in placement.spots:
        if isinstance(spot.block, Chart):
            add_chart(pen.workbook, worksheet, pack, spot, placements)
        elif isinstance(spot.block, Table):
            _draw_table(pen, worksheet, sheet, spot.block, spot.row, placement)
        else:
            _draw_words(pen, worksheet, spot)
    for spot in placement.spots:
        if isinstance(spot.block, Table):
            _draw_trends(worksheet, pack, spot.block, spot.row, placements)


def _set_page(worksheet: Worksheet, sheet: Sheet, placement: Placement) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    across = pages_across(sheet, placement)
    worksheet.fit_to_pages(across, int(sheet.name in ONE_PAGE))
    worksheet.hide_gridlines(2 if sheet.kind == "board" else 1)
    for position, width in enumerate(placement.widths):
        worksheet.set_column(position, position, width)
    tables = [spot for spot in placement.spots if isinstance(spot.block, Table)]
    # Several tables have several headers: their pages repeat the sheet's title instead.
    worksheet.repeat_rows(tables[0].row if len(tables) == 1 else 0)
    if across > 1:
        worksheet.repeat_columns(0)
    if across == 1 and len(tables) > 1:
        worksheet.set_h_pagebreaks(page_breaks(placement))
    last = printed_rows(sheet, placement)
    if last is not None:
        worksheet.print_area(0, 0, last, len(placement.widths) - 1)


def _draw_words(pen: Pen, worksheet: Worksheet, spot: Spot) -> None:
    block = spot.block
    if isinstance(block, Heading):
        worksheet.set_row(spot.row, styles.HEADING_HEIGHT)
        worksheet.write_string(spot.row, 0, plain(block.text), pen.format(styles.HEADING))
    elif isinstance(block, Paragraph):
        look = styles.STRONG if block.strong else styles.TEXT
        for step, line in enumerate(spot.lines):
            if line.strip():
                worksheet.write_string(spot.row + step, 0, plain(line), pen.format(look))
    elif isinstance(block, Link):
        _write_link(pen, worksheet, (spot.row, 0), block, pen.format(styles.LINK | {"text_wrap": False}))


def _draw_table(pen: Pen, worksheet: Worksheet, sheet: Sheet, table: Table, top: int, placement: Placement) -> None:
    header = styles.BOARD_HEADER if sheet.kind == "board" else styles.PLAIN_HEADER
    worksheet.add_table(
        top,
        0,
        top + len(table.rows),
        len(table.columns) - 1,
        {
            "name": table.name,
            "title": table.about,
            "description": table.about,
            "autofilter": False,
            "banded_rows": False,
            "style": None,
            "columns": [
                {"header": column.header, "header_format": pen.format(header | place.look)}
                for column, place in zip(table.columns, _places(table), strict=True)
            ],
        },
    )
    worksheet.set_row(top, layout.header_height(table, placement.widths))
    for number, row in enumerate(table.rows):
        high = layout.row_height(row, placement.widths, total=number in table.totals)
        worksheet.set_row(top + 1 + number, high)
        places = _places(table, total=number in table.totals)
        for position, (cell, place) in enumerate(zip(row, places, strict=True)):
            _write(pen, worksheet, (top + 1 + number, position), cell, place)


def _places(table: Table, *, total: bool = False) -> list[Place]:
    """Where the cells of a row stand: text left, numbers right; an indent keeps words off the column before."""
    columns = enumerate(table.columns)
    return [Place(column.align, bool(position) and column.align == "left", total) for position, column in columns]


def _shade(cell: Cell) -> str:
    """What a cell's look depends on beside its type and place."""
    if isinstance(cell, Amount):
        return styles.number_format(cell)
    return cell.tone if isinstance(cell, Mark) else ""


def _look(cell: Cell, place: Place) -> dict[str, object]:
    """The look of a cell where it stands."""
    look = styles.BODY | place.look
    if isinstance(cell, Amount):
        return look | {"align": "right", "indent": 0, "num_format": styles.number_format(cell)}
    if isinstance(cell, Mark):
        ink, ground = styles.TONES[cell.tone]
        filled = {} if ground == styles.WHITE else {"bg_color": ground}
        return look | filled | {"font_color": ink, "bold": True}
    if isinstance(cell, Link):
        return styles.LINK | place.look | {"bottom": 1, "bottom_color": styles.RULE}
    if isinstance(cell, Trend):
        # The words stand in the cell for screen readers; the format keeps them from lying over the drawing.
        return look | {"num_format": ";;;"}
    return look | {"num_format": "d mmm yyyy", "align": "left"} if isinstance(cell, date) else look


def _write(pen: Pen, worksheet: Worksheet, at: tuple[int, int], cell: Cell, place: Place) -> None:
    row, column = at
    look = pen.cell(cell, place)
    if isinstance(cell, str):
        worksheet.write_string(row, column, plain(cell), look)
    elif isinstance(cell, Amount):
        worksheet.write_number(row, column, cell.value, look)
    elif isinstance(cell, Mark):
        worksheet.write_string(row, column, plain(cell.text), look)
    elif isinstance(cell, Link):
        _write_link(pen, worksheet, at, cell, look)
    elif isinstance(cell, Trend):
        worksheet.write_string(row, column, plain(cell.words), look)
    else:
        worksheet.write_datetime(row, column, cell, look)


def _write_link(pen: Pen, worksheet: Worksheet, at: tuple[int, int], link: Link, look: Format) -> None:
    worksheet.write_url(
        *at,
        pen.target(link),
        look,
        string=plain(link.text),
        tip=f"Go to {link.sheet}",
    )


def _draw_trends(worksheet: Worksheet, pack: Pack, table: Table, top: int, placements: Mapping[str, Placement]) -> None:
    for number, row in enumerate(table.rows):
        for position, cell in enumerate(row):
            if isinstance(cell, Trend):
                add_trend(worksheet, pack, (top + 1 + number, position), cell, placements)

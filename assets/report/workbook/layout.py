"""Where everything stands: column widths, row heights and the place of each table and chart.

Works on the pack alone and writes nothing, so that a chart on one sheet can point at a table on another before
either is drawn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from assets.report.workbook import styles
from assets.report.workbook.widths import digits_wide, lines
from schemas.pack import (
    Amount,
    Block,
    Cell,
    Chart,
    Column,
    Heading,
    Link,
    Mark,
    Pack,
    Paragraph,
    Sheet,
    Table,
)

#: Width of the text column of a sheet without tables.
TEXT_SHEET_WIDTH = 120
#: Digits of a column that its padding and indent take.
PADDING = 1.5
LEAST_TEXT_WIDTH = 60
#: No letter is wider than so many digits.
WIDEST = 1.8


@dataclass(frozen=True, slots=True)
class Spot:
    """One block and the rows it takes.

    Attributes:
        block: the block.
        row: its first row, from nought.
        lines: lines of running text (paragraphs), else empty.
    """

    block: Block
    row: int
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """A sheet laid out.

    Attributes:
        widths: width of each column, in characters.
        spots: its blocks with their rows.
    """

    widths: tuple[int, ...]
    spots: tuple[Spot, ...]

    def row_of(self, table: str) -> int:
        """Header row of the table of that name.

        Raises:
            KeyError: the sheet has no such table.
        """
        for spot in self.spots:
            if isinstance(spot.block, Table) and spot.block.name == table:
                return spot.row
        raise KeyError(f"The sheet has no table {table}.")


def place(pack: Pack) -> dict[str, Placement]:
    """Lay out every sheet.

    Args:
        pack: the return.

    Returns:
        The placement of each sheet by its name.
    """
    return {sheet.name: place_sheet(sheet) for sheet in pack.sheets}


def place_sheet(sheet: Sheet) -> Placement:
    """Lay out one sheet: title in the first row, then its blocks, a chart beside the table before it."""
    widths = column_widths(sheet)
    spots: list[Spot] = []
    row, chart_floor = 1, 0
    for block in sheet.blocks:
        if isinstance(block, Chart):
            table = next(spot for spot in reversed(spots) if isinstance(spot.block, Table))
            spots.append(Spot(block, table.row))
            chart_floor = _chart_floor(table, widths)
            continue
        row = max(row, chart_floor)
        chart_floor = 0
        gap = _gap(block, spots)
        words = wrap(block.text, sum(widths), strong=block.strong) if isinstance(block, Paragraph) else ()
        spots.append(Spot(block, row + gap, words))
        row += gap + _rows_of(block, words)
    return Placement(widths, tuple(spots))


def column_widths(sheet: Sheet) -> tuple[int, ...]:
    """Width of each column: the widest wish of the tables that share it, and no header word cut."""
    widths: list[int] = []
    for table in sheet.tables():
        for position, column in enumerate(table.columns):
            wish = max(column.width, _longest_word(column))
            if position == len(widths):
                widths.append(wish)
            widths[position] = max(widths[position], wish)
    return tuple(widths) or (TEXT_SHEET_WIDTH,)


def wrap(text: str, width: int, *, strong: bool = False) -> tuple[str, ...]:
    """Break running text into the lines that fit the sheet's width."""
    return lines(text, max(width, LEAST_TEXT_WIDTH), bold=strong)


def row_height(cells: tuple[Cell, ...], widths: tuple[int, ...], *, total: bool = False) -> float:
    """Height in points of a table row, so that no wrapped text is cut off; no more than a row can have."""
    deepest = max(
        _deep(shown(cell), width, bold=total or isinstance(cell, Mark))
        for cell, width in zip(cells, widths, strict=False)
    )
    return min(deepest * styles.LINE_HEIGHT + styles.ROW_PADDING, styles.HIGHEST_ROW)


def header_height(table: Table, widths: tuple[int, ...]) -> float:
    """Height in points of a table's header row."""
    headers = zip(table.columns, widths, strict=False)
    deepest = max(_deep(column.header, width, bold=True) for column, width in headers)
    return deepest * styles.LINE_HEIGHT + styles.ROW_PADDING


def shown(cell: Cell) -> str:
    """The words of a cell, as far as its height depends on them."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Mark | Link):
        return cell.text
    return "0" if isinstance(cell, Amount) else "trend"


def pixels(characters: int) -> int:
    """Pixels of a column that many characters wide."""
    return characters * styles.DIGIT_PIXELS + styles.CELL_PADDING


def table_pixels(table: Table, widths: tuple[int, ...]) -> float:
    """Height of a table in pixels, header included."""
    rows = enumerate(table.rows)
    points = header_height(table, widths) + sum(row_height(row, widths, total=at in table.totals) for at, row in rows)
    return points * styles.PIXELS_PER_POINT


def chart_size(table: Table, widths: tuple[int, ...]) -> tuple[int, int]:
    """Width and height in pixels of a chart beside a table: the width left, the table's height; within bounds."""
    free = sum(map(pixels, widths[len(table.columns) :])) - styles.CHART_GAP
    wide = min(max(free, styles.CHART_LEAST_PIXELS[0]), styles.CHART_MOST_PIXELS[0])
    high = max(int(table_pixels(table, widths)), styles.CHART_LEAST_PIXELS[1])
    return wide, min(high, styles.CHART_MOST_PIXELS[1])


def _deep(text: str, width: int, *, bold: bool = False) -> int:
    if len(text) * WIDEST < width and "\n" not in text:  # nearly every cell of a long table
        return 1
    return len(lines(text, width - PADDING, bold=bold))


def _longest_word(column: Column) -> int:
    return math.ceil(max(digits_wide(word, bold=True) for word in column.header.split()) + PADDING)


def _gap(block: Block, before: list[Spot]) -> int:
    """Empty rows above a block: one before a heading, and one between a paragraph and its table."""
    if not before:
        return 0
    loose = isinstance(block, Table) and isinstance(before[-1].block, Paragraph | Link)
    return 1 if loose or isinstance(block, Heading) else 0


def _rows_of(block: Block, lines: tuple[str, ...]) -> int:
    if isinstance(block, Table):
        return len(block.rows) + 2
    return len(lines) or 1


def _chart_floor(table: Spot, widths: tuple[int, ...]) -> int:
    """First row that is free below a chart that stands right of this table."""
    block = table.block
    if not isinstance(block, Table):  # pragma: no cover - a chart is only ever placed beside a table
        return 0
    missing = styles.CHART_LEAST_PIXELS[1] - table_pixels(block, widths)
    empty_row = styles.TEXT_SIZE * 1.25 * styles.PIXELS_PER_POINT
    return table.row + len(block.rows) + 2 + max(0, math.ceil(missing / empty_row))

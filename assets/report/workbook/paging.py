"""How a sheet falls on A4: how many pages side by side, and where a new one begins, so that no table or chart is cut.

Works on the layout alone and draws nothing. A spreadsheet breaks a page where it is told to or where it is full; what
is told here comes a little sooner than full.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from assets.report.workbook import layout, styles
from assets.report.workbook.layout import Placement, Spot
from schemas.pack import Chart, Heading, Paragraph, Sheet, Table

#: Margins in inches, and what they leave of A4 on its side, in pixels (96 to the inch).
MARGIN = 0.4
PAPER_WIDE = (11.69 - 2 * MARGIN) * 96
PAPER_HIGH = (8.27 - 2 * MARGIN) * 96
#: The least size of type on paper, in points.
LEAST_PRINTED = 7.0
#: Share of a page that is filled before the next begins: printers differ in the height of a line.
FILLED = 0.94
#: Rows of a sheet for looking up that print: what it looks like, on one page.
ROWS_PRINTED = 30
_ROW = styles.TEXT_SIZE * 1.25 * styles.PIXELS_PER_POINT


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows that belong together: a heading with all that stands below it, up to the next.

    Attributes:
        row: its first row, from nought.
        high: its height in pixels.
    """

    row: int
    high: float


def pages_across(sheet: Sheet, placement: Placement) -> int:
    """Pages side by side: one for views, whose charts must not be cut; for plain data as many as keep it legible."""
    if sheet.kind == "board":
        return 1
    return math.ceil(_wide(placement) * LEAST_PRINTED / styles.TEXT_SIZE / PAPER_WIDE)


def page_breaks(placement: Placement) -> list[int]:
    """Rows, from nought, above which a new page begins; none where the sheet has one table alone.

    Args:
        placement: the sheet, laid out.
    """
    room = PAPER_HIGH * FILLED / _scale(placement) - styles.TITLE_HEIGHT * styles.PIXELS_PER_POINT
    breaks: list[int] = []
    used = 0.0
    for stretch in _stretches(placement):
        if used and used + stretch.high > room and stretch.high <= room:
            breaks.append(stretch.row)
            used = 0.0
        used = (used + stretch.high) % room
    return breaks


def printed_rows(sheet: Sheet, placement: Placement) -> int | None:
    """The last row, from nought, that prints of a sheet for looking up; None where all of it prints."""
    if sheet.printed:
        return None
    return min(spot.row for spot in placement.spots if isinstance(spot.block, Table | Paragraph)) + ROWS_PRINTED


def _scale(placement: Placement) -> float:
    """How small the sheet becomes on paper, so that it is as wide as one page."""
    tables = {spot.row: spot.block for spot in placement.spots if isinstance(spot.block, Table)}
    charts = [spot for spot in placement.spots if isinstance(spot.block, Chart)]
    ends = (_end_of_chart(tables[spot.row], placement) for spot in charts)
    return min(1.0, PAPER_WIDE / max(_wide(placement), *ends, 1))


def _wide(placement: Placement) -> int:
    """Width of the sheet's columns in pixels."""
    return sum(map(layout.pixels, placement.widths))


def _end_of_chart(table: Table, placement: Placement) -> float:
    """Right end in pixels of a chart that stands beside the table."""
    left = sum(map(layout.pixels, placement.widths[: len(table.columns)]))
    return left + styles.CHART_GAP + layout.chart_size(table, placement.widths)[0]


def _stretches(placement: Placement) -> Iterator[Stretch]:
    """The sheet in stretches, top to bottom; the title is that of every page."""
    heads = [spot.row for spot in placement.spots if isinstance(spot.block, Heading)]
    starts = [1, *heads]
    for start, end in zip(starts, [*heads, None], strict=True):
        spots = [spot for spot in placement.spots if start <= spot.row and (end is None or spot.row < end)]
        yield Stretch(start, sum(_height(spot, placement) for spot in spots))


def _height(spot: Spot, placement: Placement) -> float:
    """Height of a block in pixels with the empty row that follows a table; a chart's stands beside its table."""
    block = spot.block
    if isinstance(block, Chart):
        return 0.0
    if isinstance(block, Table):
        beside = any(isinstance(other.block, Chart) and other.row == spot.row for other in placement.spots)
        least = styles.CHART_LEAST_PIXELS[1] if beside else 0
        return max(layout.table_pixels(block, placement.widths), least) + 2 * _ROW
    if isinstance(block, Heading):
        return styles.HEADING_HEIGHT * styles.PIXELS_PER_POINT + _ROW
    return _ROW * (len(spot.lines) if isinstance(block, Paragraph) else 1)

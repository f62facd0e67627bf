"""The sheet of quality by field, and the trend of it over the last quarters, as each was measured at its own run."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from assets.report.cells import NOT_APPLICABLE, text
from assets.report.inputs import ReturnInputs
from assets.report.quality_shares import VIEWS, Share, is_needed, parts
from schemas.pack import Amount, Block, Cell, Column, Heading, Link, Paragraph, Sheet, Table, Trend

TREND, HISTORY = "quality_trend", "quality_history"
#: Points below which nothing is drawn.
LEAST_POINTS = 2
BACK = Link("Back to data quality", "Data quality")


def fields_sheet(inputs: ReturnInputs) -> Sheet | None:
    """Quality by field and its trend; None where nothing was counted."""
    counts = inputs.quality.counts
    now = counts[counts["quarter_slug"].eq(inputs.quarter.slug)]
    if now.empty:
        return None
    blocks: list[Block] = [
        BACK,
        Heading("Quarter by quarter, all extracts together [note quality_trend]"),
        trend_table(counts),
        Heading("Quarter by quarter, by extract"),
        history_table(counts),
        Heading("This quarter by field [note quality]"),
        Paragraph("A field that is optional may be empty for good reason: an order that goes on has no end date."),
        _fields(now),
    ]
    about = "Completeness, validity, consistency and timeliness of each field, and of each extract over time."
    return Sheet("Quality by field", "Quality by field", about, tuple(blocks), "data")


def trend_table(counts: pd.DataFrame) -> Table:
    """One row a quarter, oldest first: the share of each view."""
    rows = [(label(slug), *_cells(part)) for (slug,), part in parts(counts, ["quarter_slug"])]
    columns = (Column("Quarter", 24), *_view_columns())
    return Table(TREND, "Quality of each quarter, as it was when the quarter was run.", columns, tuple(rows))


def history_table(counts: pd.DataFrame) -> Table:
    """One row an extract and quarter, oldest first."""
    rows = [(name, label(slug), *_cells(part)) for (name, slug), part in parts(counts, ["extract", "quarter_slug"])]
    columns = (Column("Extract", 24), Column("Quarter", 34), *_view_columns())
    return Table(HISTORY, "Quality of each extract and quarter.", columns, tuple(rows))


def label(slug: str) -> str:
    """A quarter as officers write it."""
    return slug.replace("-Q", " Q")


def _cells(part: Mapping[str, Share]) -> tuple[Cell, ...]:
    return tuple(part[view.key].cell for view in VIEWS)


def _view_columns() -> tuple[Column, ...]:
    return tuple(Column(f"{view.title} (%)", 16, "right") for view in VIEWS)


def trend_cell(table: Table, header: str, rows: range, words: str) -> Cell:
    """A small drawing of a column's rows, [z] where there are too few, or one of them has no figure."""
    cells = [table.rows[row][table.position(header)] for row in rows]
    if len(cells) < LEAST_POINTS or not all(isinstance(cell, Amount) for cell in cells):
        return NOT_APPLICABLE
    return Trend(words, table.name, header, rows.start, rows.stop - 1)


def _fields(now: pd.DataFrame) -> Table:
    sides = ("completeness", "validity", "consistency", "timeliness")
    columns = [Column("Table", 24), Column("Field", 34), Column("Needed in every row", 16)]
    for side in sides:
        title = side[0].upper() + side[1:]
        columns += [
            Column(f"{title}: good", 16, "right"),
            Column(f"{title}: of", 16, "right"),
            Column(f"{title} (%)", 16, "right"),
        ]
    rows = []
    for (name, column), part in parts(now, ["extract", "column"]):
        cells: list[Cell] = [text(name), text(column), "Yes" if is_needed(name, column) else "No"]
        for side in sides:
            share = part[side]
            known = (Amount(share.good), Amount(share.total)) if share.total else (NOT_APPLICABLE, NOT_APPLICABLE)
            cells += [*known, share.cell]
        rows.append(tuple(cells))
    return Table("quality_fields", "Quality of each field this quarter.", tuple(columns), tuple(rows))

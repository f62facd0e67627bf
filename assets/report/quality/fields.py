"""The sheets of quality by field, and over the last quarters as each was measured at its own run."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from assets.report.inputs import ReturnInputs
from assets.report.quality.shares import VIEWS, Share, is_needed, parts
from assets.report.wording.cells import NOT_APPLICABLE, text
from schemas.pack import Amount, Block, Cell, Column, Heading, Link, Paragraph, Sheet, Table, Trend

TREND, HISTORY = "quality_trend", "quality_history"
#: Side -> its word in a narrow header.
SIDES = {"completeness": "Filled", "validity": "Valid", "consistency": "Agree", "timeliness": "In time"}
#: Points below which nothing is drawn.
LEAST_POINTS = 2
BACK = Link("Back to data quality", "Data quality")


def fields_sheet(inputs: ReturnInputs) -> Sheet | None:
    """Quality by field; None where nothing was counted."""
    counts = inputs.quality.counts
    now = counts[counts["quarter_slug"].eq(inputs.quarter.slug)]
    if now.empty:
        return None
    optional = "A field that is optional may be empty for good reason: an order that goes on has no end date."
    blocks: list[Block] = [BACK, Paragraph(optional), _fields(now)]
    about = "Completeness, validity, consistency and timeliness of each field this quarter, with their numbers."
    return Sheet("Quality by field", "Quality by field", about, tuple(blocks), "data")


def trend_sheet(inputs: ReturnInputs) -> Sheet | None:
    """Quality over the last quarters; None where nothing was counted."""
    counts = inputs.quality.counts
    if counts.empty:
        return None
    blocks: list[Block] = [
        BACK,
        Heading("All extracts together [note quality_trend]"),
        trend_table(counts),
        Heading("By extract"),
        history_table(counts),
    ]
    about = "Each side of quality over up to eight quarters, for all extracts and for each."
    return Sheet("Quality over time", "Quality over time", about, tuple(blocks))


def trend_table(counts: pd.DataFrame) -> Table:
    """One row a quarter, oldest first: the share of each view."""
    rows = [(label(slug), "All", *_cells(part)) for (slug,), part in parts(counts, ["quarter_slug"])]
    columns = (Column("Quarter", 26), Column("Extracts", 14), *_view_columns())
    return Table(TREND, "Quality of each quarter, as it was when the quarter was run.", columns, tuple(rows))


def history_table(counts: pd.DataFrame) -> Table:
    """One row an extract and quarter, oldest first."""
    rows = [(name, label(slug), *_cells(part)) for (name, slug), part in parts(counts, ["extract", "quarter_slug"])]
    columns = (Column("Extract", 26), Column("Quarter", 14), *_view_columns())
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
    columns = [Column("Table", 20), Column("Field", 20), Column("Needed", 8)]
    for title in SIDES.values():
        columns += [Column(f"{title} {part}", 8, "right") for part in ("cells", "of", "(%)")]
    rows = []
    for (name, column), part in parts(now, ["extract", "column"]):
        cells: list[Cell] = [text(name), text(column), "Yes" if is_needed(name, column) else "No"]
        for side in SIDES:
            share = part[side]
            known = (Amount(share.good), Amount(share.total)) if share.total else (NOT_APPLICABLE, NOT_APPLICABLE)
            cells += [*known, share.cell]
        rows.append(tuple(cells))
    return Table("quality_fields", "Quality of each field this quarter.", tuple(columns), tuple(rows))

"""The first data-quality sheet: what was received, how good it is, what was left out, what was explained.

By field, by fault and by measure it is on the sheets behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from assets.report.figures.lookup import Book, number, records
from assets.report.inputs import ReturnInputs
from assets.report.quality.faults import SEVERITIES, faults_sheet
from assets.report.quality.fields import BACK, fields_sheet, history_table, trend_cell, trend_sheet, trend_table
from assets.report.quality.left_out import effects, effects_table
from assets.report.quality.shares import VIEWS, parts, shares
from assets.report.wording.cells import NOT_APPLICABLE, day, text, whole
from assets.report.words import without_keys
from schemas.not_run import NOTHING_RECEIVED
from schemas.pack import Amount, Block, Cell, Column, Heading, Link, Paragraph, Sheet, Table
from schemas.rules import all_rules

__all__ = ["SEVERITIES", "quality_sheets", "said"]

#: Shares below this would show as nought.
LEAST_SHARE = 0.05


def quality_sheets(inputs: ReturnInputs, book: Book) -> list[Sheet]:
    """The data-quality sheets: the first page, effects on measures, fields, faults."""
    behind = [effects_sheet(inputs, book), trend_sheet(inputs), fields_sheet(inputs), faults_sheet(inputs, book)]
    there = [sheet for sheet in behind if sheet is not None]
    return [_first(inputs, there), *there]


def _first(inputs: ReturnInputs, behind: Sequence[Sheet]) -> Sheet:
    """The page to read: one look at everything, with links to what stands behind it."""
    rows = sorted(records(inputs.rows), key=lambda row: (str(row["table"]), str(row["file_name"])))
    counts = inputs.quality.counts
    now = counts[counts["quarter_slug"].eq(inputs.quarter.slug)]
    blocks: list[Block] = [Link("Back to the scorecard", "Scorecard"), Paragraph(said(rows), strong=True)]
    blocks += [Paragraph(_found(inputs)), *(Link(f"{sheet.title}: {sheet.about}", sheet.name) for sheet in behind)]
    if len(now):
        blocks += [Heading("How good the data is [note quality]"), _sides(counts, now)]
    blocks += _explained(inputs)
    if len(now):
        blocks += [Heading("By extract"), _extracts(counts, inputs.quarter.slug)]
    if rows:
        blocks += [Heading("Rows by table and file"), _rows(rows)]
    about = "What was received, how complete, valid, consistent and timely it is, and what was left out."
    return Sheet("Data quality", "Data quality", about, tuple(blocks))


def effects_sheet(inputs: ReturnInputs, book: Book) -> Sheet | None:
    """Rows left out by reason, and their effect on each measure; None where none was left out."""
    reasons = records(inputs.quality.left_out)
    if not reasons:
        return None
    found = effects(inputs, book)
    blocks: list[Block] = [BACK]
    if found:
        blocks += [Heading("What the rows left out could have meant [note left_out]"), effects_table(found)]
    blocks += [Heading("Rows left out, by reason"), _reasons(reasons)]
    about = "For each measure, how many rows were left out of what it reads, and what the figure could have been."
    return Sheet("Rows left out", "Rows left out", about, tuple(blocks))


def said(rows: list[dict[str, object]]) -> str:
    """Rows received, kept and stopped, in one sentence."""
    received, kept, stopped = (
        int(sum(number(row[name]) or 0 for row in rows)) for name in ("received", "kept", "stopped")
    )
    if not received:
        return "No rows were received."
    share = 100 * stopped / received
    shown = "less than 0.1%" if 0 < share < LEAST_SHARE else f"{share:.1f}%"
    return (
        f"{received:,} rows were received; {kept:,} were kept and {stopped:,} stopped "
        f"({shown}). Stopped rows are in no figure of this return."
    )


def _found(inputs: ReturnInputs) -> str:
    """Queries open and explained, cells corrected, rules not judged, in one sentence."""
    queries = [row for row in records(inputs.faults) if row["severity"] == "query"]
    still, held = (int(sum(number(row.get(name)) or 0 for row in queries)) for name in ("open", "explained"))
    reasons = records(inputs.quality.not_run)
    absent = sum(row["why"] == NOTHING_RECEIVED for row in reasons)
    rules = sum(int(number(row["rules"]) or 0) for row in reasons if row["why"] != NOTHING_RECEIVED)
    return (
        f"Queries open: {still:,}; explained by officers: {held:,}. Cells corrected by officers: "
        f"{inputs.quality.corrected:,}. Rules that could not be judged on the files received: {rules:,}; "
        f"optional extracts not received: {absent}."
    )


def _sides(counts: pd.DataFrame, now: pd.DataFrame) -> Table:
    """One row a side of quality: numerator, denominator, share, and the quarters before."""
    table, found = trend_table(counts), shares(now)
    span = range(len(table.rows))
    columns = (
        Column("What", 24),
        Column("What is counted", 34),
        Column("Good", 12, "right"),
        Column("Of", 12, "right"),
        Column("Share (%)", 14, "right"),
        Column("Last quarters", 18),
    )
    rows = tuple(
        (
            view.title,
            view.meaning,
            Amount(found[view.key].good),
            Amount(found[view.key].total),
            found[view.key].cell,
            trend_cell(table, f"{view.title} (%)", span, f"{len(span)} quarters"),
        )
        for view in VIEWS
    )
    return Table("quality_sides", "Each side of data quality, with its numbers and its trend.", columns, rows)


def _extracts(counts: pd.DataFrame, slug: str) -> Table:
    """One row an extract of this quarter, with a small drawing of its validity over the quarters."""
    table = history_table(counts)
    names = [str(row[0]) for row in table.rows]
    now = counts[counts["quarter_slug"].eq(slug)]
    shown = [view for view in VIEWS if view.key != "completeness"]
    columns = (
        Column("Extract", 24),
        Column("Last quarters (validity)", 34),
        *(Column(f"{view.title} (%)", 12, "right") for view in shown),
    )
    rows: list[tuple[Cell, ...]] = []
    for (name,), part in parts(now, ["extract"]):
        span = range(names.index(name), names.index(name) + names.count(name))
        trend = trend_cell(table, "Validity (%)", span, f"{len(span)} quarters")
        rows.append((name, trend, *(part[view.key].cell for view in shown)))
    return Table("quality_extracts", "Quality of each extract.", columns, tuple(rows))


def _explained(inputs: ReturnInputs) -> Iterator[Block]:
    """The explanations that stand, as officers gave them."""
    rows = records(inputs.quality.explanations)
    if rows:
        columns = (
            Column("Code", 24),
            Column("Explanation", 34),
            Column("Table", 12),
            Column("Queries", 12, "right"),
            Column("Given by", 14),
            Column("Holds until", 18),
        )
        body = tuple(
            (
                text(row["code"]),
                text(row["text"]),
                text(row["table"]),
                whole(row["faults"]),
                text(row["given_by"]),
                NOT_APPLICABLE if row["until"] is None else day(row["until"]),
            )
            for row in rows
        )
        yield Heading("Queries explained by officers")
        yield Table("quality_explained", "Explanations that stand, and how many queries each answers.", columns, body)


def _reasons(rows: list[dict[str, object]]) -> Table:
    words = {one.code: one.message for one in all_rules()}
    columns = (
        Column("Code", 11),
        Column("What is wrong", 34),
        Column("Rows left out", 12, "right"),
        Column("Table", 14),
    )
    body = tuple(
        (
            str(row["code"]),
            without_keys(words.get(str(row["code"]), "A rule of an earlier version.")),
            whole(row["rows"]),
            str(row["table"]),
        )
        for row in sorted(rows, key=lambda row: (str(row["table"]), str(row["code"])))
    )
    return Table("quality_left_out", "Rows left out, by table and reason.", columns, body)


def _rows(rows: list[dict[str, object]]) -> Table:
    columns = (
        Column("Name of the table", 24),
        Column("File name", 34),
        Column("Rows received", 12, "right"),
        Column("Rows kept", 12, "right"),
        Column("Rows stopped", 14, "right"),
    )
    body: list[tuple[Cell, ...]] = [
        (text(row["table"]), text(row["file_name"]), whole(row["received"]), whole(row["kept"]), whole(row["stopped"]))
        for row in rows
    ]
    sums = (Amount(sum(number(row[name]) or 0 for row in rows)) for name in ("received", "kept", "stopped"))
    body.append(("Total", f"{len(rows)} files", *sums))
    return Table("quality_rows", "Rows by table and file.", columns, tuple(body), frozenset({len(rows)}))

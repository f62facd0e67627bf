"""The finance sheet: budgets by agency, stream and kind, spend by cost centre, savings, and the finance measures.

Budget against spend and forecast is in `assets.report.figures.profile`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from assets.core.stated_totals import disagreeing
from assets.report.figures.lookup import Book, number, records
from assets.report.figures.profile import newest, posted, profile_blocks
from assets.report.inputs import ReturnInputs
from assets.report.wording.cells import NOT_APPLICABLE, NOT_AVAILABLE, money, text, value_cell, whole
from assets.report.wording.faults_told import set_aside
from schemas.measure import Measure
from schemas.pack import Block, Cell, Column, Heading, Link, Paragraph, Sheet, Table

Row = dict[str, object]
#: Kinds of contribution in the order of the plans' tables.
KINDS = ("staffing", "in kind", "delegated", "grant")
TOTAL = "Total"
#: Rules by which a row of totals is left out of the sums it states.
TOTALS = frozenset({"YJ-X-1601", "YJ-X-1701", "YJ-X-1801"})
KEPT = {"finance_budget": "Budget", "finance_actual": "Ledger", "finance_savings": "Savings"}
YEARS_SHOWN = 3


def finance_sheet(inputs: ReturnInputs, book: Book) -> Sheet:
    """Money as the Board sees it: budget of each year, what is spent, what is to be saved."""
    budget = records(inputs.finance_budget)
    years = sorted({str(row["fy"]) for row in budget}, reverse=True)
    blocks: list[Block] = [Link("Back to the scorecard", "Scorecard")]
    blocks += [Paragraph(words) for words in _aside(inputs)]
    blocks += _stated(records(disagreeing(inputs.papers.stated)))
    blocks += _measures(book, [measure for measure in inputs.measures if measure.family == "fin"])
    for year in years:
        blocks += _pooled(year, [row for row in budget if row["fy"] == year and row["stream"] == "pooled"])
    blocks += _additional(sorted(years), [row for row in budget if row["stream"] == "additional"])
    blocks += profile_blocks(inputs)
    blocks += _spend(inputs)
    blocks += _savings(records(inputs.finance_savings))
    if not any(isinstance(block, Table) for block in blocks):
        blocks.append(Paragraph("No budget, spend or savings were received for this quarter.", strong=True))
    about = "Budgets by agency and kind with totals, additional funding, spend against profile, savings."
    return Sheet("Finance", "Finance", about, tuple(blocks))


def _aside(inputs: ReturnInputs) -> list[str]:
    """Rows of the finance files that are in no sum of this sheet, one sentence a reason; rows of totals are no loss."""
    effect = "missing from every sum on this page"
    tables = {"finance_budget": "the budget", "finance_actual": "the ledger", "finance_savings": "the savings"}
    return [words for table, what in tables.items() for words in set_aside(inputs, table, what, effect, but=TOTALS)]


def _stated(rows: list[Row]) -> list[Block]:
    """Totals that the files state and their parts do not come to, with both sums (T-17, T-34)."""
    if not rows:
        return []
    columns = (
        Column("What the total is of", 40),
        Column("Sheet", 15),
        Column("Row", 15, "right"),
        Column("Stated", 15, "right"),
        Column("Parts come to", 15, "right"),
        Column("Difference", 15, "right"),
    )
    about = "Totals stated in the finance files that are not the sum of their parts."
    warning = f"Totals that are not the sum of their parts: {len(rows)}. This return adds up the parts."
    table = Table("fin_stated", about, columns, tuple(map(_stated_row, rows)))
    return [Heading("Totals that do not agree with their parts"), Paragraph(warning, strong=True), table]


def _stated_row(row: Row) -> tuple[Cell, ...]:
    stated, parts = number(row["stated"]) or 0.0, number(row["parts"]) or 0.0
    what = f"{KEPT[str(row['extract'])]}, {row['column']}: {row['label']}"
    sheet = text(row["sheet"])
    return (what, sheet, whole(row["row"]), money(stated), money(parts), money(stated - parts))


def _left(row: Row) -> Cell:
    target, achieved = number(row["target"]), number(row["achieved"])
    return NOT_AVAILABLE if target is None or achieved is None else money(max(target - achieved, 0.0))


def _measures(book: Book, measures: list[Measure]) -> list[Block]:
    rows = [row for measure in measures for row in _measure(book, measure)]
    if not rows:
        return []
    columns = (Column("Measure", 40), Column("Period", 24), Column("Value", 15, "right"))
    return [Heading("Finance measures [note budget]"), Table("fin_measures", "Finance measures.", columns, tuple(rows))]


def _measure(book: Book, measure: Measure) -> list[tuple[Cell, ...]]:
    """The measure's newest years, newest first; one row that says so where there is none."""
    name = f"{measure.id} {measure.title}"
    periods = book.periods_of(measure, measure.basis[0])[-YEARS_SHOWN:]
    rows = [(name, one.label, value_cell(book.figure(measure, one), measure)) for one in reversed(periods)]
    return list(rows) or [(name, NOT_AVAILABLE, NOT_AVAILABLE)]


def _pooled(year: str, rows: list[Row]) -> list[Block]:
    if not rows:
        return []
    kinds = [kind for kind in KINDS if any(row["kind"] == kind for row in rows)]
    agencies = list(dict.fromkeys(str(row["agency"]) for row in rows))
    body = [_agency(agency, kinds, [row for row in rows if row["agency"] == agency]) for agency in agencies]
    body.append(_agency(TOTAL, kinds, rows))
    columns = (
        Column("Agency", 40),
        *(Column(f"{kind[0].upper()}{kind[1:]}", 15, "right") for kind in kinds),
        Column(TOTAL, 15, "right"),
    )
    name = f"fin_pooled_{year.replace('-', '_')}"
    table = Table(name, f"Pooled budget {year} in pounds.", columns, tuple(body), frozenset({len(body) - 1}))
    return [Heading(f"Pooled budget {year}, by agency and kind"), table]


def _agency(name: str, kinds: list[str], rows: list[Row]) -> tuple[Cell, ...]:
    return (name, *(_sum(row for row in rows if row["kind"] == kind) for kind in kinds), _sum(rows))


def _sum(rows: Iterable[Row], column: str = "budget") -> Cell:
    """Sum of a column in pounds; [z] where there is no row, [x] where no amount is known."""
    listed = list(rows)
    if not listed:
        return NOT_APPLICABLE
    known = [value for value in (number(row[column]) for row in listed) if value is not None]
    return money(sum(known)) if known else NOT_AVAILABLE


def _additional(years: list[str], rows: list[Row]) -> list[Block]:
    if not rows:
        return []
    names = list(dict.fromkeys(_stream(row) for row in rows))
    shown = [year for year in years if any(row["fy"] == year for row in rows)]
    body = [(name, *(_year(rows, year, name) for year in shown)) for name in names]
    body.append((TOTAL, *(_sum(row for row in rows if row["fy"] == year) for year in shown)))
    columns = (Column("Stream", 40), *(Column(year, 15, "right") for year in shown))
    totals = frozenset({len(body) - 1})
    table = Table("fin_additional", "Additional funding by stream and year in pounds.", columns, tuple(body), totals)
    return [Heading("Additional funding by stream"), table]


def _stream(row: Row) -> str:
    return f"{row['line']} ({row['agency']})" if row["line"] else str(row["agency"])


def _year(rows: list[Row], year: str, name: str) -> Cell:
    return _sum(row for row in rows if row["fy"] == year and _stream(row) == name)


def _spend(inputs: ReturnInputs) -> list[Block]:
    rows = posted(inputs)
    if not rows:
        return []
    ordered = sorted(rows, key=lambda row: str(row["cost_centre"]))
    body = [_centre(name, list(group)) for name, group in groupby(ordered, key=lambda row: str(row["cost_centre"]))]
    body.append(_centre(TOTAL, ordered))
    columns = (
        Column("Cost centre", 40),
        Column("Spend to date", 15, "right"),
        Column("Committed", 15, "right"),
        Column("Forecast for the year", 15, "right"),
    )
    about = f"Spend of {inputs.quarter.fy} to date in pounds."
    table = Table("fin_spend", about, columns, tuple(body), frozenset({len(body) - 1}))
    return [Heading(f"Spend {inputs.quarter.fy} to date, by cost centre"), table]


def _centre(name: str, rows: list[Row]) -> tuple[Cell, ...]:
    """Spend added over the months; commitment and forecast of the latest month of each ledger line, never added up."""
    latest = newest(rows)
    return (name, _sum(rows, "actual"), _sum(latest, "commitment"), _sum(latest, "forecast"))


def _savings(rows: list[Row]) -> list[Block]:
    if not rows:
        return []
    body = [
        (
            text(row["scheme"]),
            text(row["fy"]),
            money(number(row["target"])),
            money(number(row["achieved"])),
            _left(row),
            text(row["status"]),
        )
        for row in rows
    ]
    columns = (
        Column("Scheme", 40),
        Column("Year", 15),
        Column("To be saved", 15, "right"),
        Column("Saved", 15, "right"),
        Column("Still to save", 15, "right"),
        Column("Status", 15),
    )
    return [Heading("Savings"), Table("fin_savings", "Savings by scheme and year in pounds.", columns, tuple(body))]

"""Budget against spend: what should have been spent by now, what was, what the year is expected to end at.

The profile spreads the year's budget evenly over its months, as FIN-07 does, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assets.report.figures.lookup import number, records
from assets.report.inputs import ReturnInputs
from assets.report.wording.cells import NOT_AVAILABLE, amount, money
from schemas.pack import Amount, Block, Cell, Column, Heading, Paragraph, Table

Row = dict[str, object]
TOTAL = "Total"
MONTHS = 12
COLUMNS = (
    Column("Agency", 40),
    Column("Budget for the year", 15, "right"),
    Column("Profile to date", 15, "right"),
    Column("Spend to date", 15, "right"),
    Column("Variance to date", 15, "right"),
    Column("Variance to date (%)", 15, "right"),
    Column("Forecast for the year", 15, "right"),
    Column("Variance at year end", 15, "right"),
)
EVENLY = (
    "The profile spreads the budget evenly over the year; above it is a plus. Forecasts are those of the last month."
)
OTHERWISE = "The ledger names agencies otherwise than the budget does, so spend is set against the whole budget alone."


def profile_blocks(inputs: ReturnInputs) -> list[Block]:
    """Budget, profile, spend, forecast and variances of the year; nothing where either side was not received."""
    budget = [row for row in records(inputs.finance_budget) if row["fy"] == inputs.quarter.fy]
    spend = posted(inputs)
    if not budget or not spend:
        return []
    agencies = list(dict.fromkeys(str(row["agency"]) for row in budget))
    by_agency = {row["agency"] for row in spend} <= set(agencies)
    months = months_so_far(inputs)
    body = [_line(name, _of(budget, name), _of(spend, name), months) for name in agencies if by_agency]
    body.append(_line(TOTAL, budget, spend, months))
    about = f"Budget of {inputs.quarter.fy} against spend and forecast in pounds."
    table = Table("fin_profile", about, COLUMNS, tuple(body), frozenset({len(body) - 1}))
    said = EVENLY if by_agency else f"{EVENLY} {OTHERWISE}"
    return [
        Heading(f"Budget {inputs.quarter.fy} against spend, April to {inputs.quarter.end:%B}"),
        Paragraph(said),
        table,
    ]


def posted(inputs: ReturnInputs) -> list[Row]:
    """The ledger of the year up to the end of the quarter, as FIN-07 counts it."""
    months = months_so_far(inputs)
    rows = (row for row in records(inputs.finance_actual) if row["fy"] == inputs.quarter.fy)
    return [row for row in rows if (number(row["period"]) or 0) <= months]


def months_so_far(inputs: ReturnInputs) -> int:
    """Months of the financial year up to the end of the quarter."""
    return 3 * inputs.quarter.number


def newest(rows: Iterable[Row]) -> list[Row]:
    """The latest month of each line of the ledger: forecasts and commitments are never added up over months."""
    latest: dict[tuple[object, ...], Row] = {}
    for row in sorted(rows, key=lambda row: (number(row["period"]) or 0, str(row.get("posted_date")))):
        latest[row["cost_centre"], row["account"], row["agency"]] = row
    return list(latest.values())


def _of(rows: Sequence[Row], agency: str) -> list[Row]:
    return [row for row in rows if row["agency"] == agency]


def _line(name: str, budget: Sequence[Row], spend: Sequence[Row], months: int) -> tuple[Cell, ...]:
    year, so_far = _added(budget, "budget"), _added(spend, "actual")
    forecast = _added(newest(spend), "forecast")
    profile = year * months / MONTHS
    return (
        name,
        money(year),
        money(profile),
        money(so_far),
        _signed(so_far - profile),
        amount(100 * (so_far - profile) / profile, "%", 1, signed=True) if profile else NOT_AVAILABLE,
        money(forecast) if spend else NOT_AVAILABLE,
        _signed(forecast - year) if spend else NOT_AVAILABLE,
    )


def _signed(value: float) -> Cell:
    return Amount(value, 0, "£", "", signed=True)


def _added(rows: Iterable[Row], column: str) -> float:
    return sum(number(row[column]) or 0.0 for row in rows)

"""Budget against spend: profile, variances and forecast come out of the rows; where two sums differ both are told."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from assets.core.stated_totals import STATED
from assets.report.figures.lookup import Book
from assets.report.figures.papers import Papers
from assets.report.figures.profile import OTHERWISE, profile_blocks
from assets.report.inputs import ReturnInputs
from assets.report.sheets.finance import finance_sheet
from schemas.pack import Amount, Paragraph, Sheet, Table
from tests.unit.report.made import made_inputs

Budget = tuple[str, str, str, str, str, float]
Posting = tuple[str, int, str, str, str | None, float, float, float]


def _inputs(budget: list[Budget], spend: list[Posting]) -> ReturnInputs:
    names = ["fy", "period", "cost_centre", "account", "agency", "actual", "commitment", "forecast"]
    return replace(
        made_inputs(),
        finance_budget=pd.DataFrame(budget, columns=["fy", "agency", "line", "stream", "kind", "budget"]),
        finance_actual=pd.DataFrame(spend, columns=names),
    )


BUDGET: list[Budget] = [
    ("2014-15", "Police", "Staff", "pooled", "staffing", 120_000.0),
    ("2014-15", "Health", "Staff", "pooled", "staffing", 60_000.0),
    ("2013-14", "Police", "Staff", "pooled", "staffing", 999_999.0),
]
SPEND: list[Posting] = [
    ("2014-15", 8, "A", "Staff", "Police", 50_000.0, 0.0, 110_000.0),
    ("2014-15", 9, "A", "Staff", "Police", 45_000.0, 0.0, 126_000.0),
    ("2014-15", 9, "B", "Staff", "Health", 40_000.0, 0.0, 54_000.0),
    ("2014-15", 10, "A", "Staff", "Police", 7_777.0, 0.0, 1.0),
    ("2013-14", 9, "A", "Staff", "Police", 7_777.0, 0.0, 1.0),
]


def _table(inputs: ReturnInputs) -> dict[str, list[float]]:
    (table,) = (block for block in profile_blocks(inputs) if isinstance(block, Table))
    return {str(row[0]): [cell.value for cell in row[1:] if isinstance(cell, Amount)] for row in table.rows}


def test_profile_variance_and_forecast_of_nine_months() -> None:
    """Police: 120,000 x 9/12 = 90,000; 95,000 spent is 5,000 over, 5.6%; forecast 126,000 is 6,000 over.

    Health: 45,000; 40,000 spent is 5,000 under, -11.1%; 54,000 is 6,000 under. Together 135,000, both ways nought.
    """
    found = _table(_inputs(BUDGET, SPEND))
    assert [round(value, 1) for value in found["Police"]] == [120_000, 90_000, 95_000, 5_000, 5.6, 126_000, 6_000]
    assert [round(value, 1) for value in found["Health"]] == [60_000, 45_000, 40_000, -5_000, -11.1, 54_000, -6_000]
    assert [round(value, 1) for value in found["Total"]] == [180_000, 135_000, 135_000, 0, 0, 180_000, 0]


def test_agencies_that_the_ledger_names_otherwise_are_not_set_against_the_budget() -> None:
    inputs = _inputs(BUDGET, [("2014-15", 9, "A", "Staff", "Partners", 95_000.0, 0.0, 126_000.0)])
    assert list(_table(inputs)) == ["Total"]
    assert any(isinstance(block, Paragraph) and OTHERWISE in block.text for block in profile_blocks(inputs))


def test_without_budget_or_without_ledger_nothing_is_set_against_the_other() -> None:
    assert profile_blocks(_inputs([], SPEND)) == []
    assert profile_blocks(_inputs(BUDGET, [])) == []


def _finance(inputs: ReturnInputs) -> Sheet:
    return finance_sheet(inputs, Book(inputs))


def test_a_stated_total_that_its_parts_do_not_come_to_stands_there_with_both_sums() -> None:
    rows = [
        ("finance_budget", "a", "b.xlsx", "Budget", 9, "budget", "2014-15, Police", 120_500.0, 120_000.0),
        ("finance_budget", "a", "b.xlsx", "Budget", 12, "budget", "the whole file", 180_000.0, 180_000.0),
    ]
    inputs = replace(_inputs(BUDGET, SPEND), papers=Papers(stated=pd.DataFrame(rows, columns=list(STATED))))
    (table,) = (table for table in _finance(inputs).tables() if table.name == "fin_stated")
    ((what, sheet, row, stated, parts, difference),) = table.rows
    assert (what, sheet, row) == ("Budget, budget: 2014-15, Police", "Budget", Amount(9.0))
    assert [cell.value for cell in (stated, parts, difference) if isinstance(cell, Amount)] == [120_500, 120_000, 500]


def test_totals_that_agree_are_not_told() -> None:
    assert "fin_stated" not in [table.name for table in _finance(_inputs(BUDGET, SPEND)).tables()]


def test_rows_set_aside_are_told_where_they_are_missed_in_a_sum_but_rows_of_totals_are_not() -> None:
    lost = {
        "code": "YJ-T-1606",
        "severity": "stop-row",
        "table": "finance_budget",
        "message": "budget cannot be read.",
        "fix": "Correct it.",
        "count": 1,
        "open": 1,
        "explained": 0,
        "measures": "",
    }
    faults = pd.DataFrame([lost, lost | {"code": "YJ-X-1601", "message": "The row is one of totals."}])
    words = [
        b.text for b in _finance(replace(_inputs(BUDGET, SPEND), faults=faults)).blocks if isinstance(b, Paragraph)
    ]
    told = [text for text in words if "set aside" in text]
    assert told == [
        "1 row of the budget was set aside, missing from every sum on this page: budget cannot be read. (YJ-T-1606)"
    ]

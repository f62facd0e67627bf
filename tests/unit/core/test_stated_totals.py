"""Totals that a finance file states are held against their parts, whichever rows they sum (T-17, T-34)."""

from __future__ import annotations

import pandas as pd

from assets.core.stated_totals import disagreeing, stated_totals, totals_faults
from schemas.catalogue import extract

BUDGET = extract("finance_budget")
NAMES = ("fy", "agency", "line", "stream", "kind", "budget")
Row = tuple[int, str | None, str | None, str | None, str | None, str | None, float | None]
#: The plan's councils: 298,303 + 265,000 + 70,000 = 633,303 delegated, 391,064 of staff; 1,024,367 together.
PARTS: list[Row] = [
    (2, "2015-16", "Local authority", "Staffing costs", "pooled", "staffing", 391_064.0),
    (3, "2015-16", "Local authority", "Chief Executive's", "pooled", "delegated", 298_303.0),
    (4, "2015-16", "Local authority", "Children and family services", "pooled", "delegated", 265_000.0),
    (5, "2015-16", "Local authority", "Rutland", "pooled", "delegated", 70_000.0),
    (7, "2015-16", "Police", "Staffing costs", "pooled", "staffing", 91_847.0),
]


def _frame(rows: list[Row]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["row", *NAMES])
    place = {"file_sha256": "a" * 64, "file_name": "budget.csv", "sheet": ""}
    return frame.assign(**place).astype({"budget": "Float64", "row": "Int64"})


def _told(*totals: Row, by: str = "YJ-S-0004") -> list[tuple[str, float, float]]:
    found = stated_totals(_frame(PARTS), _frame(list(totals)).assign(stopped_by=by), BUDGET)
    return list(zip(found["label"], found["stated"], found["parts"], strict=True))


def test_a_sub_total_is_of_the_rows_above_it() -> None:
    assert _told((6, None, "Sub-total", None, None, None, 1_024_367.0)) == [
        ("the whole file", 1_024_367.0, 1_024_367.0)
    ]


def test_a_total_is_of_the_rows_that_agree_with_what_it_names() -> None:
    total = (9, "2015-16", "Local authority", "Total", None, None, 1_024_367.0)
    assert _told(total) == [("2015-16, Local authority", 1_024_367.0, 1_024_367.0)]


def test_a_grand_total_is_of_all_rows() -> None:
    assert _told((9, None, "Grand total", None, None, None, 1_116_214.0)) == [
        ("the whole file", 1_116_214.0, 391_064.0 + 298_303 + 265_000 + 70_000 + 91_847)
    ]


def test_two_totals_one_below_the_other_are_each_of_their_own_rows() -> None:
    first = (6, None, "Sub-total", None, None, None, 1_024_367.0)
    second = (8, None, "Sub-total", None, None, None, 91_847.0)
    assert [parts for _, _, parts in _told(first, second)] == [1_024_367.0, 91_847.0]


def test_a_total_that_the_extract_itself_sets_aside_is_held_to_its_parts_too() -> None:
    assert _told((9, "2015-16", "All", "Sub-total of agency", None, None, 5.0), by="YJ-X-1601") != []


def test_a_row_set_aside_for_another_reason_is_no_total() -> None:
    assert _told((9, "2015-16", "Police", "Other", "pooled", "delegated", 5.0), by="YJ-T-1606") == []


def test_pence_left_out_of_a_total_are_no_difference_and_a_pound_and_more_is() -> None:
    stated = pd.DataFrame({"stated": [100.0, 101.0, 101.5], "parts": [99.5, 100.0, 100.0]})
    assert disagreeing(stated)["stated"].tolist() == [101.5]


def test_the_line_of_a_wrong_total_points_at_it() -> None:
    stopped = _frame([(9, None, "Total", None, None, None, 1.0)]).assign(stopped_by="YJ-S-0004")
    sha = str(stopped["file_sha256"].iloc[0])
    (fault,) = totals_faults(_frame(PARTS), stopped, BUDGET, {(sha, ""): {"budget": "G"}})
    assert (fault.code, fault.severity, fault.row, fault.column) == ("YJ-F-0042", "query", 9, "budget")
    assert fault.column_letter == "G"


def test_a_forecast_is_never_added_up_over_months() -> None:
    kept = pd.DataFrame({"row": [2, 3], "cost_centre": "A", "actual": [1.0, 2.0], "forecast": [9.0, 9.0]})
    kept = kept.assign(file_sha256="a", file_name="f", sheet="", fy="2014-15", account="x", agency=None)
    total = kept.head(1).assign(row=4, cost_centre="Total", account=None, fy=None, actual=3.0, stopped_by="YJ-S-0004")
    found = stated_totals(kept, total, extract("finance_actual"))
    assert found[["column", "stated", "parts"]].to_numpy().tolist() == [["actual", 3.0, 3.0]]

"""Cells of the finished workbook, read back, against figures checked by hand from the published plans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from assets.report.pack import build_pack
from assets.report.workbook.write import write_workbook
from tests.unit.report.made import made_inputs


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The workbook of the made-up return, read back."""
    path: Path = tmp_path_factory.mktemp("golden") / "return.xlsx"
    write_workbook(build_pack(made_inputs()), path)
    return load_workbook(path)


def _rows(book: Any, name: str) -> list[dict[str, Any]]:
    """Rows of a table by its headers."""
    sheet, table = next((sheet, sheet.tables[name]) for sheet in book if name in sheet.tables)
    left, top, right, bottom = range_boundaries(table.ref)
    headers, *body = [[cell.value for cell in row] for row in sheet.iter_rows(top, bottom, left, right)]
    return [dict(zip(headers, row, strict=True)) for row in body]


def test_first_time_entrants_stand_on_the_scorecard_as_published(book: Any) -> None:
    # D15: 161 in April to December 2014; +3.21% is 161 against 156 (measures.md A2).
    row = next(row for row in _rows(book, "scorecard") if row["Page"] == "FTE-01")
    assert (row["Value"], row["Same period last year"]) == (161, 156)
    assert row["Change"] == pytest.approx(100 * 5 / 156)
    # Exact binomial test of 161 against 156: p = 0.82; of 54 against 52: p = 0.92.
    assert row["Direction on last year"] == "▲ up, worse; within chance"
    assert row["Direction on last quarter"] == "▲ up, worse; within chance"
    assert (row["Better when"], row["Unit"]) == ("Lower", "count")
    assert (row["This quarter"], row["Previous quarter"]) == (54, 52)
    assert row["Trend"].startswith("From 80 in Jan to Mar 2012 to 54 in Oct to Dec 2014")


def test_education_training_and_employment_misses_its_target_in_red(book: Any) -> None:
    # D15: 176 of 240 = 73.33%; target 80%; missed by 6.67 points = 8.3% of the target, more than 5%.
    row = next(row for row in _rows(book, "scorecard") if row["Page"] == "EET-01")
    assert (row["Numerator"], row["Denominator"], row["Target"]) == (176, 240, 80)
    assert row["Value"] == pytest.approx(73.3333, abs=1e-4)
    assert row["Rating"] == "◆ Red"


def test_custody_is_above_last_year_but_within_its_target(book: Any) -> None:
    # 5 of 128 = 3.9% (D15) against 5%: green; lower is better and it rose: worse. Both are said.
    row = next(row for row in _rows(book, "scorecard") if row["Page"] == "CUS-01")
    # Fisher's exact test of 5 of 128 against 4 of 160: p = 0.52.
    assert (row["Direction on last year"], row["Rating"]) == ("▲ up, worse; within chance", "● Green")


def test_the_local_cohort_at_nine_months_is_not_rated(book: Any) -> None:
    # D15: 0.79 at nine months (106 by 134 = 0.791); 1.07 is for 2010/11 and twelve months (T-05, T-06).
    row = next(row for row in _rows(book, "scorecard") if row["Page"] == "REO-01")
    assert row["Value"] == pytest.approx(106 / 134)
    assert (row["Target"], row["Rating"], row["Caution"]) == ("[z]", "○ Grey", "Provisional")


def test_the_cohorts_at_nine_and_at_twelve_months_stand_in_tables_of_their_own(book: Any) -> None:
    nine = {row["Period"]: row["Value (ratio)"] for row in _rows(book, "reo01_cohort_9")}
    twelve = {row["Period"]: row["Value (ratio)"] for row in _rows(book, "reo01_cohort_12")}
    assert round(nine["Jan to Mar 2014"], 2) == 0.79
    # D15: 1.01 for 2012/13 and 1.04 for 2013/14.
    assert [round(twelve[f"Jan to Mar {year}"], 2) for year in (2012, 2013)] == [1.01, 1.04]


def test_the_moj_cohort_keeps_its_published_rates(book: Any) -> None:
    # D15: 202 of 661 = 30.6%; 588 by 661 = 0.89; 588 by 202 = 2.91.
    rate = _rows(book, "reo02_moj_cohort")[-1]
    assert (rate["Numerator"], rate["Denominator"], round(rate["Value"], 1)) == (202, 661, 30.6)
    derived = {row["Measure"][:6]: row["Value"] for row in _rows(book, "reo02_derived")}
    assert (round(derived["REO-03"], 2), round(derived["REO-04"], 2), derived["REO-05"]) == (0.89, 2.91, 661)
    assert derived["REO-07"] == 65618


def test_first_time_entrants_by_year_are_those_of_the_plans(book: Any) -> None:
    years = {row["Period"]: row["Value"] for row in _rows(book, "fte01_fy")}
    assert years == {
        "2008-09": 598, "2009-10": 507, "2010-11": 415, "2011-12": 328, "2012-13": 407, "2013-14": 221,
    }  # fmt: skip


def test_a_first_year_has_no_change_and_says_so(book: Any) -> None:
    first = _rows(book, "fte01_fy")[0]
    assert (first["Change on a year before"], first["Direction"]) == ("[x]", "[x]")


def test_the_budget_adds_up_to_the_published_pound(book: Any) -> None:
    # D15 section 5: 671,182 + 132,523 + 1,464,879 = 2,268,584.
    total = _rows(book, "fin_pooled_2015_16")[-1]
    assert total == {
        "Agency": "Total", "Staffing": 671182, "In kind": 132523, "Delegated": 1464879, "Total": 2268584,
    }  # fmt: skip


def test_forecasts_are_not_added_up_over_the_months(book: Any) -> None:
    # Two cost centres; spend 9 x 70,000 + (1 + ... + 9) = 630,045 each; forecast 850,000 each, once.
    total = _rows(book, "fin_spend")[-1]
    assert (total["Spend to date"], total["Forecast for the year"]) == (2 * 630045, 2 * 850000)


def test_the_areas_add_up_and_say_what_they_are(book: Any) -> None:
    rows = {row["Area"]: (row["Kind of area"], row["Value"]) for row in _rows(book, "fte01_areas")}
    assert rows["South"] == ("Locality", 14 + 11 + 19 + 7)
    assert rows["Rutland"] == ("County or unitary", 7)


def test_a_nought_stays_a_number(book: Any) -> None:
    quarters = {row["Period"]: row["Numerator"] for row in _rows(book, "cus01_quarter")}
    assert quarters["Oct to Dec 2014"] == 0


def test_percentages_are_stored_as_they_are_said(book: Any) -> None:
    row = next(row for row in _rows(book, "figures") if (row["Measure"], row["Period"]) == ("EET-01", "2014-15-YTD-Q3"))
    assert (row["Unit"], round(row["Value"], 1), row["Area"]) == ("%", 73.3, "Leicestershire & Rutland")

"""Traps of the print itself: what a plan's own numbers give away, and what becomes of it in `reconcile`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pandas as pd
import pytest

from assets.report.printed.print_checks import sum_of_parts
from assets.report.printed.reconcile import Computed, Reconciled, reconcile
from pipelines.platform.published import published_documents
from schemas.published import PrintedSum, PublishedFigure

#: What the sample service's pipeline computes: measure, period -> (numerator, denominator, value).
OURS = {
    ("FTE-03", "2009-10-FY"): (778, 1285, 100 * 778 / 1285),
    ("FTE-02", "2010-11-YTD-Q3"): (-12, 374, 100 * -12 / 374),
    ("FTE-02", "2014-15-YTD-Q3"): (5, 156, 100 * 5 / 156),
    ("EET-01", "2013-14-FY"): (128, 175, 100 * 128 / 175),
    ("EET-01", "2014-15-YTD-Q3"): (176, 240, 100 * 176 / 240),
    ("FIN-06", "2011-12-BUD"): (-369_037, 3_802_644, 100 * -369_037 / 3_802_644),
}


@cache
def results() -> list[Reconciled]:
    """The sample service's printed values beside those figures."""
    rows = [(*key, "YOS-LR", "all", "all", *figures) for key, figures in OURS.items()]
    columns = ("measure_id", "period_id", "area_code", "breakdown", "category", "numerator", "denominator", "value")
    days = pd.DataFrame({"period_id": sorted({key[1] for key in OURS}), "period_start": None, "period_end": None})
    others = pd.DataFrame(columns=["measure_id", "geography", "window_start", "window_end", "value"])
    targets = pd.DataFrame(columns=["measure_id", "fy", "kind", "value"])
    ours = Computed(pd.DataFrame(rows, columns=list(columns)), days, others, targets, (), "YOS-LR")
    return reconcile(published_documents("leicestershire_rutland"), ours)


def result(measure: str, period: str, printed: str) -> Reconciled:
    """The verdict on the value of a measure and period that is printed so."""
    [found] = [
        one
        for one in results()
        if isinstance(one.printed, PublishedFigure)
        and (one.printed.measure, one.printed.period) == (measure, period)
        and printed in one.printed.printed
    ]
    return found


def test_t_02_a_fall_of_60_4_per_cent_is_60_54_from_its_own_counts() -> None:
    """1,285 to 507: 778 / 1,285 = 60.54; 60.4 would need 509."""
    found = result("FTE-03", "2009-10-FY", "60.4%")
    assert found.outcome == "wrong in print"
    assert "100 * (1285 - 507) / 1285 = 60.54" in found.note


def test_t_02_half_a_last_digit_is_agreement_and_more_is_not() -> None:
    """161 of Apr-Dec 2014 on 156: 3.205, printed 3.21; 374 to 362: -3.209, printed 3.2 and 3.21."""
    assert result("FTE-02", "2014-15-YTD-Q3", "3.21").outcome == "agrees"
    assert result("FTE-02", "2010-11-YTD-Q3", "a further 3.2%").outcome == "agrees"


def test_t_12_both_prints_of_one_figure_are_listed_and_the_counts_decide() -> None:
    """D15: the table prints 74.1, the text 73.1; 128 of 175 is 73.14."""
    table, text = result("EET-01", "2013-14-FY", "74.1%"), result("EET-01", "2013-14-FY", "73.1%")
    assert table.outcome == "wrong in print"
    assert table.computed == pytest.approx(73.14, abs=0.005)
    assert "100 * 128 / 175 = 73.14" in table.note
    assert text.computed == table.computed


def test_t_13_a_share_printed_denominator_first_is_turned_round() -> None:
    """D15: 73.3% (240/176), 73.1% (175/128)."""
    found = result("EET-01", "2014-15-YTD-Q3", "(240/176)")
    assert found.outcome == "wrong in print"
    assert found.note == "printed the wrong way round: 240/176 = 136.4%; 176/240 = 73.3%"
    assert "128/175 = 73.1%" in result("EET-01", "2013-14-FY", "(175/128)").note


def test_t_17_a_cut_of_369_037_is_9_7_per_cent_of_the_budget_before() -> None:
    """369,037 of 3,433,607 + 369,037 is 9.7%; 13% would need a budget of 2.84 million."""
    share, amount = result("FIN-06", "2011-12-BUD", "13%"), result("FIN-06", "2011-12-BUD", "£369,037")
    assert (share.outcome, amount.outcome) == ("wrong in print", "agrees")
    assert "= -9.70" in share.note


def test_t_17_three_years_savings_beside_a_like_cut_of_one_year_are_remarked_on() -> None:
    found = result("FIN-05", "2010/11 to 2013/14", "£369,000")
    assert found.outcome == "agrees"
    assert "within £37 of the one-year cut" in found.note


def test_t_25_the_same_3_21_is_once_a_fall_and_once_a_rise_and_both_stay() -> None:
    """D11, Apr-Dec 2010: 374 to 362. D15, Apr-Dec 2014: 156 to 161."""
    fall, rise = result("FTE-02", "2010-11-YTD-Q3", "3.21%"), result("FTE-02", "2014-15-YTD-Q3", "3.21% increase")
    assert (fall.outcome, rise.outcome) == ("agrees", "agrees")
    assert fall.computed == pytest.approx(-3.21, abs=0.005)
    assert rise.computed == pytest.approx(3.21, abs=0.005)


def test_t_28_what_is_cited_is_the_heading_and_not_its_number() -> None:
    """The contents of D11 number the Service Delivery Plan 7, its body 8."""
    sections = {one.printed.section for one in results()}
    assert {"Service Delivery Plan", "Priorities", "Key Objectives and Targets for 2014 - 15"} <= sections
    assert [section for section in sections if section[0].isdigit() or section.lower().startswith("section")] == []


def test_t_34_amounts_of_one_cell_are_held_against_the_rows_total() -> None:
    """D15, Local Authority: 391,064, and 298,303, 265,000 and 70,000 in one cell; the row's total is 1,024,367."""
    whole = PrintedSum(
        row=64,
        measure="FIN-02",
        what="a row",
        parts=tuple(map(Decimal, (391064, 298303, 265000, 70000))),
        total=Decimal(1024367),
        section="Resources",
    )
    short = whole.model_copy(update={"parts": whole.parts[:-1]})
    assert sum_of_parts(whole) == (Decimal(1_024_367), True)
    assert sum_of_parts(short) == (Decimal(954_367), False)

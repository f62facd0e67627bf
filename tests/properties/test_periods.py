"""Properties of the period spine, for any quarter of 2000-2100 and any beginning of the case history."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, fields
from datetime import date, timedelta
from typing import get_args

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.platform.periods import Period, periods_of, spine
from pipelines.platform.quarters import Quarter, months_after
from schemas.measure import Basis

World = tuple[Quarter, date]

Q3 = Quarter(2014, 3)
HISTORY = date(2007, 4, 1)
DATES = ("period_start", "period_end", "period_until", "complete_on")

quarters = st.builds(Quarter, st.integers(2000, 2100), st.integers(1, 4))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A quarter and the first day of a case history that began at most ten years before it."""
    quarter = draw(quarters)
    earliest = max(date(2000, 4, 1), months_after(quarter.start, -120))
    return quarter, draw(st.dates(earliest, quarter.start))


def _of(periods: list[Period], basis: str) -> list[Period]:
    return [period for period in periods if period.basis == basis]


def _named(periods: list[Period], period_id: str) -> Period:
    (found,) = (period for period in periods if period.period_id == period_id)
    return found


def _shape(period: Period) -> tuple[str, int, int, int]:
    return period.basis, period.months, period.follow_up_months, period.proof_months


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1)


@given(worlds())
def test_every_period_has_an_id_of_its_own_and_a_basis_that_measures_know(world: World) -> None:
    periods = periods_of(*world)
    assert len({period.period_id for period in periods}) == len(periods)
    assert {period.basis for period in periods} <= set(get_args(Basis))


@given(worlds())
def test_what_a_period_is_compared_with_is_in_the_spine_or_null(world: World) -> None:
    periods = periods_of(*world)
    ids = {period.period_id for period in periods} | {None}
    assert {period.last_year_id for period in periods} <= ids
    assert {period.previous_id for period in periods} <= ids


@given(worlds())
def test_last_year_is_the_same_months_of_the_year_before(world: World) -> None:
    periods = periods_of(*world)
    for now in periods:
        if now.last_year_id is not None:
            then = _named(periods, now.last_year_id)
            assert _shape(then) == _shape(now)
            assert then.period_start == _a_year_before(now.period_start)
            assert then.period_until == _a_year_before(now.period_until)
            assert then.complete_on == _a_year_before(now.complete_on)


@given(worlds())
def test_no_period_that_has_its_like_a_year_before_goes_without_it(world: World) -> None:
    periods = periods_of(*world)
    there = {(_shape(period), period.period_start) for period in periods}
    for now in periods:
        if now.last_year_id is None and now.basis != "point":
            assert (_shape(now), _a_year_before(now.period_start)) not in there


@given(worlds())
def test_the_previous_period_has_the_same_shape_and_lies_one_step_back(world: World) -> None:
    periods = periods_of(*world)
    for now in periods:
        if now.previous_id is not None:
            before = _named(periods, now.previous_id)
            # A moving year and a day move by a quarter; every other period follows straight on the one before.
            step = 3 if now.basis in {"rolling_year", "moj_cohort", "as_at"} else now.months
            assert _shape(before) == _shape(now)
            assert months_after(before.period_until, step) == now.period_until


@given(worlds())
def test_boundaries_are_half_open_whole_months(world: World) -> None:
    for period in periods_of(*world):
        assert period.period_until - period.period_end == timedelta(days=1)
        assert period.period_until.day == 1
        if period.basis in {"point", "as_at"}:
            assert (period.period_start, period.months) == (period.period_end, 0)
        else:
            assert months_after(period.period_start, period.months) == period.period_until


@given(worlds())
def test_complete_on_is_the_end_then_the_follow_up_then_the_wait(world: World) -> None:
    follow_ups = {"cohort": {3, 6, 9, 12}, "moj_cohort": {12}}
    for period in periods_of(*world):
        wait = period.follow_up_months + period.proof_months
        assert period.complete_on == months_after(period.period_until, wait)
        assert period.follow_up_months in follow_ups.get(period.basis, {0})
        assert period.proof_months == {"cohort": 3, "moj_cohort": 6}.get(period.basis, 0)


@given(worlds())
def test_nothing_counted_from_cases_begins_before_the_history_or_ends_after_the_quarter(world: World) -> None:
    quarter, history_from = world
    for period in periods_of(*world):
        if period.basis not in {"moj_cohort", "budget_year", "point"}:
            assert history_from <= period.period_start < period.period_until <= quarter.until


@given(worlds())
def test_at_most_one_period_of_a_basis_is_current_and_the_quarter_always_is(world: World) -> None:
    quarter, _ = world
    current = [period for period in periods_of(*world) if period.is_current]
    assert len({period.basis for period in current}) == len(current)
    always = {quarter.slug, f"AT-{quarter.end.isoformat()}", f"{quarter.fy}-BUD"}
    assert always <= {period.period_id for period in current}


@given(worlds())
def test_the_current_year_to_date_holds_its_quarter_and_begins_in_april(world: World) -> None:
    quarter, history_from = world
    april = date(quarter.fy_start, 4, 1)
    current = [period for period in _of(periods_of(*world), "ytd") if period.is_current]
    assert len(current) == int(history_from <= april)
    for period in current:
        assert period.period_start == april <= quarter.start
        assert (period.period_until, period.months) == (quarter.until, 3 * quarter.number)


@given(worlds())
def test_the_quarters_of_the_trend_tile_time_and_are_at_most_twelve(world: World) -> None:
    quarter, history_from = world
    trend = _of(periods_of(*world), "quarter")
    assert [one.period_until for one in trend[:-1]] == [one.period_start for one in trend[1:]]
    assert trend[-1].period_id == quarter.slug
    # Fewer than twelve only where the history does not reach further back.
    assert len(trend) == 12 or months_after(trend[0].period_start, -3) < history_from
    assert len(trend) <= 12


@given(worlds())
def test_every_point_of_a_local_cohort_has_been_followed_for_all_its_months(world: World) -> None:
    quarter, history_from = world
    cohorts = _of(periods_of(*world), "cohort")
    for period in cohorts:
        followed = months_after(period.period_until, period.follow_up_months)
        assert followed <= quarter.until
        assert period.is_current == (followed == quarter.until)
    # Counted another way: one point for each quarter end from that of June after the first whole window.
    first = history_from.year + (history_from > date(history_from.year, 1, 1))
    points = (quarter.until.year - first) * 4 + (quarter.until.month - 4) // 3
    assert len(cohorts) == max(0, points)


@given(worlds())
def test_financial_years_and_halves_are_complete_ones_and_the_newest_is_current(world: World) -> None:
    quarter, _ = world
    for basis in ("fy", "half_year"):
        complete = _of(periods_of(*world), basis)
        assert all(period.period_until <= quarter.until for period in complete)
        assert [period for period in complete if period.is_current] == complete[-1:]


def test_the_spine_of_the_demo_quarter_has_each_period_of_the_brief() -> None:
    periods = periods_of(Q3, HISTORY)
    # Worked by hand, April 2007 to December 2014: years to date 2007-08..2014-15; complete years 2007-08..2013-14;
    # halves 2 x 7 + 1; cohorts 2008..2013 with four points each and 2014 with three; MOJ one for each of the 31
    # quarters; budgets 2007-08..2015-16; days: the twelve quarter ends March 2012..December 2014, and the year ends of
    # 2008 to 2011 that are not among them; pairs of years 2007-09..2012-14.
    expected = {
        "quarter": 12,
        "ytd": 8,
        "fy": 7,
        "rolling_year": 12,
        "half_year": 15,
        "cohort": 6 * 4 + 3,
        "moj_cohort": 31,
        "budget_year": 9,
        "point": 1,
        "as_at": 12 + 4,
        "to_date": 12 + 4,
        "two_years": 6,
    }
    assert Counter(period.basis for period in periods) == expected
    assert {period.basis: period.period_id for period in periods if period.is_current} == {
        "quarter": "2014-15-Q3",
        "ytd": "2014-15-YTD-Q3",
        "fy": "2013-14-FY",
        "rolling_year": "R12-2014-12",
        "half_year": "2014-15-H1",
        "cohort": "JM2014+09",
        "moj_cohort": "MOJ12-2013-06",
        "budget_year": "2014-15-BUD",
        "point": "AT-2014-12-31",
        "as_at": "ON-2014-12-31",
        "to_date": "TO-2014-12-31",
        "two_years": "2Y-2014-03",
    }


def test_labels_are_what_officers_say() -> None:
    labels = {period.period_id: period.label for period in periods_of(Q3, HISTORY)}
    assert labels["2014-15-Q3"] == "October to December 2014"
    assert labels["2014-15-YTD-Q3"] == "April to December 2014"
    assert labels["2013-14-FY"] == "2013-14"
    assert labels["R12-2014-12"] == "12 months to December 2014"
    assert labels["JM2014+09"] == "January to March 2014 cohort, 9 months of follow-up"
    assert labels["AT-2014-12-31"] == "31 December 2014"
    assert labels["ON-2011-03-31"] == "31 March 2011"
    assert labels["TO-2011-03-31"] == "since records began, to 31 March 2011"
    assert labels["2Y-2014-03"] == "2012-13 and 2013-14"


def test_a_figure_to_date_begins_with_the_first_whole_month_of_the_history() -> None:
    periods = {period.period_id: period for period in periods_of(Q3, date(2007, 4, 10))}
    begun = periods["TO-2011-03-31"]
    assert (begun.period_start, begun.period_until, begun.months) == (date(2007, 5, 1), date(2011, 4, 1), 47)
    assert (begun.last_year_id, begun.previous_id) == (None, None)


def test_a_day_is_compared_with_the_same_day_a_year_before() -> None:
    day = _named(periods_of(Q3, HISTORY), "ON-2014-12-31")
    assert (day.last_year_id, day.previous_id, day.fy) == ("ON-2013-12-31", "ON-2014-09-30", "2014-15")


def test_the_nine_month_point_of_the_demo_quarter_reads_as_the_plans_do() -> None:
    point = _named(periods_of(Q3, HISTORY), "JM2014+09")
    assert (point.period_start, point.period_end) == (date(2014, 1, 1), date(2014, 3, 31))
    assert (point.follow_up_months, point.proof_months, point.fy) == (9, 3, "2014-15")
    assert (point.last_year_id, point.previous_id) == ("JM2013+09", None)
    assert point.complete_on == date(2015, 4, 1)


@pytest.mark.parametrize(
    ("quarter", "point"),
    [
        (Quarter(2014, 1), "JM2014+03"),
        (Quarter(2014, 2), "JM2014+06"),
        (Quarter(2014, 3), "JM2014+09"),
        (Quarter(2014, 4), "JM2014+12"),
        (Quarter(2015, 1), "JM2015+03"),
    ],
)
def test_each_quarter_reaches_the_next_point_of_the_local_cohort(quarter: Quarter, point: str) -> None:
    (current,) = (period for period in _of(periods_of(quarter, HISTORY), "cohort") if period.is_current)
    # B2a: the cohort reports in the financial year of its follow-up.
    assert (current.period_id, current.fy) == (point, quarter.fy)


def test_a_moj_window_is_twelve_months_followed_for_twelve_and_proved_for_six() -> None:
    window = _named(periods_of(Q3, HISTORY), "MOJ12-2012-09")
    assert (window.period_start, window.period_end) == (date(2011, 10, 1), date(2012, 9, 30))
    assert (window.months, window.follow_up_months, window.proof_months) == (12, 12, 6)
    assert window.complete_on == date(2014, 4, 1)
    assert (window.last_year_id, window.previous_id) == ("MOJ12-2011-09", "MOJ12-2012-06")


def test_in_the_last_quarter_the_year_to_date_is_the_year_and_the_year_is_current() -> None:
    periods = periods_of(Quarter(2014, 4), HISTORY)
    to_date, year = _named(periods, "2014-15-YTD-Q4"), _named(periods, "2014-15-FY")
    assert (to_date.period_start, to_date.period_until) == (year.period_start, year.period_until)
    assert year.is_current
    assert _named(periods, "2014-15-H2").is_current


def test_a_quarter_before_the_history_is_refused_because_its_noughts_would_not_be_noughts() -> None:
    with pytest.raises(ValueError, match="begins before the case history"):
        periods_of(Q3, date(2014, 10, 2))


@pytest.mark.parametrize("quarter", [Quarter(2000, 1), Quarter(2014, 1), Quarter(2099, 4), Quarter(2100, 4)])
def test_the_spine_is_the_periods_as_a_typed_table(quarter: Quarter) -> None:
    history_from = max(date(2000, 4, 1), months_after(quarter.start, -24))
    frame = spine(quarter, history_from)
    assert list(frame.columns) == [column.name for column in fields(Period)]
    assert {str(dtype) for dtype in frame.dtypes} == {"string", "datetime64[us]", "Int64", "boolean"}
    for row, period in zip(frame.to_dict("records"), periods_of(quarter, history_from), strict=True):
        for name, expected in asdict(period).items():
            value = row[str(name)]
            assert (None if value is pd.NA else value) == (pd.Timestamp(expected) if name in DATES else expected)

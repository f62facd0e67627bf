"""Properties of `Quarter`: quarters tile time, and every way of writing one leads back to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.platform.quarters import Quarter, fy_label, months_after, months_between

FIRST_DAY = date(2000, 4, 1)
LAST_DAY = date(2101, 3, 31)

quarters = st.builds(Quarter, st.integers(2000, 2100), st.integers(1, 4))
inner_quarters = st.builds(Quarter, st.integers(2001, 2099), st.integers(1, 4))
days = st.dates(FIRST_DAY, LAST_DAY)


def test_quarters_tile_a_hundred_and_one_years_without_gap_or_overlap() -> None:
    quarter = Quarter(2000, 1)
    day = FIRST_DAY
    for _ in range(101 * 4 - 1):
        assert quarter.start == day
        assert quarter.end + timedelta(days=1) == quarter.until == quarter.next.start
        day = quarter.until
        quarter = quarter.next
    assert quarter.end == LAST_DAY


@given(days)
def test_every_day_lies_in_exactly_the_quarter_that_contains_it(day: date) -> None:
    quarter = Quarter.containing(day)
    assert quarter.start <= day <= quarter.end < quarter.until


@given(quarters)
def test_label_slug_and_key_all_lead_back_to_the_quarter(quarter: Quarter) -> None:
    assert Quarter.from_label(quarter.label) == quarter
    assert Quarter.from_label(quarter.slug) == quarter
    assert Quarter.from_key(quarter.key) == quarter


@given(
    quarters,
    st.sampled_from(["-", "/", " - ", "\u2013"]),
    st.sampled_from([" ", "-", "_", "  ", ""]),
    st.sampled_from("qQ"),
    st.booleans(),
)
def test_the_ways_officers_write_a_quarter_are_one_quarter(
    quarter: Quarter,
    between: str,
    before: str,
    letter: str,
    whole: bool,  # noqa: FBT001 (drawn by hypothesis)
) -> None:
    closing = str(quarter.fy_start + 1) if whole else quarter.fy[-2:]
    written = f" {quarter.fy_start}{between}{closing}{before}{letter}{quarter.number} "
    assert Quarter.from_label(written) == quarter


@given(quarters, st.integers(0, 99))
def test_two_years_that_do_not_follow_each_other_are_refused(quarter: Quarter, second: int) -> None:
    label = f"{quarter.fy_start}-{second:02d} Q{quarter.number}"
    if second == (quarter.fy_start + 1) % 100:
        assert Quarter.from_label(label) == quarter
    else:
        with pytest.raises(ValueError, match="not one financial year"):
            Quarter.from_label(label)


@given(days)
def test_only_the_first_day_of_a_quarter_is_a_key(day: date) -> None:
    if day.day == 1 and day.month in {1, 4, 7, 10}:
        assert Quarter.from_key(day.isoformat()).start == day
    else:
        with pytest.raises(ValueError, match="not the first day of a quarter"):
            Quarter.from_key(day.isoformat())


@given(inner_quarters, st.integers(-4, 4), st.integers(-4, 4))
def test_shifting_twice_is_shifting_by_the_sum(quarter: Quarter, first: int, second: int) -> None:
    total = first + second
    if -4 <= total <= 4:
        assert quarter.shift(first).shift(second) == quarter.shift(total)


@given(quarters, quarters)
def test_quarters_and_their_slugs_sort_in_the_order_of_time(one: Quarter, other: Quarter) -> None:
    assert (one < other) == (one.start < other.start) == (one.slug < other.slug)


@given(inner_quarters)
def test_the_same_quarter_last_year_has_the_same_number_and_months(quarter: Quarter) -> None:
    before = quarter.same_quarter_last_year
    assert (before.number, before.fy_start) == (quarter.number, quarter.fy_start - 1)
    assert (before.start.month, before.start.day) == (quarter.start.month, quarter.start.day)
    assert quarter.previous.next == quarter


@given(quarters)
def test_a_quarter_has_90_to_92_days_and_91_in_a_leap_year_january_to_march(quarter: Quarter) -> None:
    # By hand: Apr-Jun 30+31+30, Jul-Sep 31+31+30, Oct-Dec 31+30+31, Jan-Mar 31+28+31, in a leap year one more.
    year = quarter.fy_start + 1
    leap = (year % 4 == 0 and year % 100 != 0) or year % 400 == 0
    expected = {1: 91, 2: 92, 3: 92, 4: 91 if leap else 90}
    assert (quarter.until - quarter.start).days == expected[quarter.number]


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(-600, 600))
def test_going_some_months_on_and_back_is_where_one_was(day: date, months: int) -> None:
    first = day.replace(day=1)
    there = months_after(first, months)
    assert there.day == 1
    assert (there.year - first.year) * 12 + there.month - first.month == months
    assert months_after(there, -months) == first


def test_the_quarter_of_the_demo_is_written_as_officers_know_it() -> None:
    quarter = Quarter.from_label("2014-15 Q3")
    assert (quarter.key, quarter.label, quarter.slug) == ("2014-10-01", "2014-15 Q3", "2014-15-Q3")
    assert (quarter.start, quarter.end, quarter.until) == (date(2014, 10, 1), date(2014, 12, 31), date(2015, 1, 1))
    assert (quarter.fy, quarter.months) == ("2014-15", "October to December 2014")
    assert quarter.next.months == "January to March 2015"


def test_the_turn_of_the_century_is_written_with_two_noughts() -> None:
    assert fy_label(2099) == "2099-00"
    assert Quarter.from_label("2099-00 Q4").end == date(2100, 3, 31)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2014-15",
        "Q3",
        "2014-15 Q5",
        "2014-15 Q0",
        "14-15 Q3",
        "2014-15 Q33",
        "2014 Q3",
        "2014-15 Q3 v2",
        "\u0662014-15 Q3",
    ],
)
def test_what_is_no_quarter_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"2014-15 Q3"):
        Quarter.from_label(text)


@pytest.mark.parametrize("key", ["", "2014-10", "2014-15 Q3", "20141001", "2014-10-01T00:00", "2014-W40-3"])
def test_what_is_no_date_is_no_key(key: str) -> None:
    with pytest.raises(ValueError, match="first day of a quarter"):
        Quarter.from_key(key)


def test_a_date_that_does_not_exist_is_no_key() -> None:
    with pytest.raises(ValueError, match="day"):
        Quarter.from_key("2014-02-30")


@pytest.mark.parametrize(("year", "number"), [(1999, 4), (2101, 1), (2014, 0), (2014, 5)])
def test_a_quarter_outside_the_years_or_numbers_is_refused(year: int, number: int) -> None:
    with pytest.raises(ValueError, match=str(number if number in {0, 5} else year)):
        Quarter(year, number)


def test_the_quarter_before_the_first_and_after_the_last_are_refused() -> None:
    with pytest.raises(ValueError, match="1999"):
        _ = Quarter(2000, 1).previous
    with pytest.raises(ValueError, match="2101"):
        _ = Quarter(2100, 4).next


def test_months_are_counted_from_a_first_of_the_month_only() -> None:
    with pytest.raises(ValueError, match="not the first day"):
        months_after(date(2014, 1, 31), 1)


def test_one_month_is_named_once_and_two_years_are_both_named() -> None:
    assert months_between(date(2014, 12, 1), date(2015, 1, 1)) == "December 2014"
    assert months_between(date(2014, 4, 1), date(2015, 1, 1)) == "April to December 2014"
    assert months_between(date(2014, 10, 1), date(2015, 4, 1)) == "October 2014 to March 2015"

"""Dates as officers, systems and publishers write them: every known form, and nothing that could be two days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.core.dates import read_date
from assets.core.reading import NO_DATE, OTHER_DATE, SERIAL_DATE, SHORT_YEAR, UNREADABLE, Reading

OCTOBER_FIRST = date(2014, 10, 1)


@pytest.mark.parametrize(
    "text",
    [
        "01/10/2014", "1/10/2014", "01-10-2014", "01/10/2014 00:00", "1/10/2014 9:30",
        "2014-10-01", "2014-10-1", "2014-10-01 00:00:00", "2014-10-01T09:30:00.000Z", "2014-10-01T00:00:00+01:00",
        "1 Oct 2014", "01 OCT 2014", "1 October 2014", "1 October, 2014", "01-Oct-2014",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_usual_way(text: str) -> None:
    assert read_date(text) == Reading(OCTOBER_FIRST)


@pytest.mark.parametrize(
    "text",
    [
        "01.10.2014", "1. 10. 2014", "01 / 10 / 2014", "01\\10\\2014", "2014/10/01", "2014/10/1", "2014.10.01",
        "20141001", "1st October 2014", "1st of October 2014", "01OCT2014", "01/Oct/2014", "1.Oct.2014",
        "Wednesday 1 October 2014", "Wed, 1 Oct 2014", "Wed 01/10/2014", "October 1, 2014", "Oct 1st 2014",
        "Oct-01-2014", "Oct. 1, 2014",
    ],
)  # fmt: skip
def test_a_less_usual_form_that_has_one_meaning_is_read_and_told(text: str) -> None:
    assert read_date(text) == Reading(OCTOBER_FIRST, (OTHER_DATE,))


def test_the_day_stands_before_the_month() -> None:
    assert read_date("02/03/2014").value == date(2014, 3, 2)


@pytest.mark.parametrize(
    "text",
    ["31/02/2014", "29/02/2013", "10/25/2014", "13/25/2014", "2014-13-01", "32/01/2014", "00/01/2014", "1 Foo 2014",
     "tbc", "2014", "01/10-2014", "19999", "60001", "01/10/0014", "9999-12-31", "1 Oct 2014 or so", "20142510",
     "Oct 2014", "Oct-14", "1 Oct", "Q3 2014", "01/10/2014 25:00", "01/10/2014 12:00:00 AM", "01/10/2014?",
     "c. 1/10/2014", "1/10/2014-3/10/2014", "\u0660\u0661/10/2014", "Oct 1 14", "5 Ma 2014", "01,10,2014", "1st"],
)  # fmt: skip
def test_what_is_no_real_day_is_never_guessed(text: str) -> None:
    assert read_date(text) == UNREADABLE


def test_a_day_of_the_week_that_does_not_fit_makes_the_date_unreadable() -> None:
    """3 March 2014 was a Monday."""
    assert date(2014, 3, 3).strftime("%A") == "Monday"
    assert read_date("Monday 3 March 2014") == Reading(date(2014, 3, 3), (OTHER_DATE,))
    assert read_date("Tuesday 3 March 2014") == UNREADABLE


@pytest.mark.parametrize("text", ["2014-06-01T23:30:00Z", "2014-06-01T23:00:00+00:00", "2014-12-01T00:00:00+01:00"])
def test_a_moment_that_is_of_another_day_in_this_country_is_not_guessed(text: str) -> None:
    """23:30 at Greenwich on 1 June 2014 was half past midnight of 2 June by the clocks here."""
    assert read_date(text) == UNREADABLE


def test_the_same_moment_in_winter_or_earlier_in_the_day_is_of_one_day_only() -> None:
    assert read_date("2014-12-01T23:30:00Z").value == date(2014, 12, 1)
    assert read_date("2014-06-01T22:59:00Z").value == date(2014, 6, 1)


@pytest.mark.parametrize("text", ["1900-01-01", "01/01/1900", "1900-01-01 00:00:00", "1899-12-30", "00:00:00"])
def test_the_first_day_of_1900_stands_for_none(text: str) -> None:
    assert read_date(text) == Reading(None, (NO_DATE,))


@pytest.mark.parametrize("text", ["41913", "41913.0", "41913.395833"])
def test_an_excel_serial_is_that_day_with_a_notice(text: str) -> None:
    """Excel shows 1 October 2014 for 41913: 30 December 1899 and 41,913 days."""
    assert date(1899, 12, 30) + timedelta(days=41913) == OCTOBER_FIRST
    assert read_date(text) == Reading(OCTOBER_FIRST, (SERIAL_DATE,))


@pytest.mark.parametrize(
    ("text", "year"), [("01/10/14", 2014), ("1 Oct 98", 1998), ("01-10-49", 2049), ("1/10/50", 1950)]
)
def test_a_year_of_two_figures_is_the_one_it_must_mean(text: str, year: int) -> None:
    assert read_date(text) == Reading(date(year, 10, 1), (SHORT_YEAR,))


def test_a_date_may_need_two_repairs_and_each_is_told() -> None:
    assert read_date("01.10.14") == Reading(OCTOBER_FIRST, (OTHER_DATE, SHORT_YEAR))


@given(
    st.dates(date(1900, 1, 2), date(2100, 12, 31)),
    st.sampled_from(
        ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%d %b %Y", "%d %B %Y", "%B %d, %Y", "%Y%m%d",
         "%Y-%m-%dT%H:%M:%S", "%A %d %B %Y", "%d%b%Y"]
    ),
)  # fmt: skip
def test_every_day_survives_being_written_and_read(day: date, pattern: str) -> None:
    assert read_date(day.strftime(pattern)).value == day

"""The calendar of working days: against GOV.UK's own list, the one-off days of the plans' years, and the numbering."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from pipelines.platform.working_days import FIRST_YEAR, LAST_YEAR, bank_holidays, working_days


def published() -> frozenset[date]:
    """The bank holidays of England and Wales as the package of the Ministry of Justice holds them."""
    held = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    return frozenset(one["date"] for one in held)


def test_the_calendar_agrees_with_gov_uk_in_every_year_that_both_know() -> None:
    years = {day.year for day in published()} & set(range(FIRST_YEAR, LAST_YEAR + 1))
    # The list begins and ends in the middle of a year's news, so only years with all eight days or more are whole.
    whole = {year for year in years if sum(day.year == year for day in published()) >= 8}
    assert len(whole) >= 5
    ours = {day for day in bank_holidays() if day.year in whole and day.weekday() < 5}
    assert ours == {day for day in published() if day.year in whole and day.weekday() < 5}


@pytest.mark.parametrize(
    "day",
    [
        date(2011, 4, 29),  # royal wedding
        date(2012, 6, 4),  # spring bank holiday, moved
        date(2012, 6, 5),  # Diamond Jubilee
        date(2010, 12, 27),  # in place of Christmas Day, a Saturday
        date(2010, 12, 28),  # in place of Boxing Day, a Sunday
        date(2014, 4, 18),  # Good Friday
    ],
)
def test_a_day_off_of_the_plans_years_is_no_working_day(day: date) -> None:
    assert day not in days_of_work()


@pytest.mark.parametrize(
    "day",
    [
        date(2012, 5, 28),  # where the spring bank holiday would have been
        date(2014, 3, 17),  # St Patrick's Day is Northern Ireland's alone
        date(2014, 8, 4),  # the summer bank holiday of Scotland alone
        date(2014, 12, 24),
    ],
)
def test_a_day_that_is_off_elsewhere_alone_is_a_working_day(day: date) -> None:
    assert day in days_of_work()


def days_of_work() -> dict[date, int]:
    """The working days with their numbers."""
    frame = working_days()
    days = [day.date() for day in frame["day"]]
    return dict(zip(days, frame["number"].tolist(), strict=True))


def test_a_difference_of_numbers_counts_working_days() -> None:
    numbers = days_of_work()
    # Thursday 17 April 2014 to Thursday 24: Good Friday and Easter Monday lie between, so 22, 23, 24 are three days.
    assert numbers[date(2014, 4, 24)] - numbers[date(2014, 4, 17)] == 3


def test_no_weekend_is_in_the_calendar_and_no_number_is_left_out() -> None:
    numbers = days_of_work()
    assert all(day.weekday() < 5 for day in numbers)
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))
    assert date(LAST_YEAR, 12, 31) - max(numbers) < timedelta(days=5)

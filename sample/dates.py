"""Dates as the counting rules see them: whole months on, ages, school age, financial quarters.

Only arithmetic belongs here. The pipeline has its own; this one is kept apart, so that the sample is no copy of what
it tests.
"""

from __future__ import annotations

import calendar as months_of
from datetime import date
from functools import cache

LAST_DAY = date(2014, 12, 31)
EXTRACT_DAY = date(2015, 1, 16)
#: Reprimands and final warnings gave way to youth cautions (measures.md B3).
CAUTIONS_FROM = date(2013, 4, 8)
#: The Youth Rehabilitation Order took the place of the older community orders (measures.md B1).
YRO_FROM = date(2009, 11, 30)
ADULT = 18


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last day of that month where it is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, months_of.monthrange(year, month)[1]))


def age_on(born: date, day: date) -> int:
    """Completed years of age."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@cache
def eighteenth(born: date) -> date:
    """The day of turning 18."""
    return add_months(born, 12 * ADULT)


def of_school_age(born: date, day: date) -> bool:
    """Whether the day is before July of the school year (September to August) in which 16 is reached."""
    leaves = born.year + 16 + (born.month >= 9)  # noqa: PLR2004 - September
    return day <= date(leaves, 6, 30)


def quarter_days(label: str) -> tuple[date, date]:
    """First and last day of a quarter written "2014-15 Q3"."""
    year, number = int(label[:4]), int(label[-1])
    first = add_months(date(year, 4, 1), 3 * (number - 1))
    last = add_months(first, 3)
    return first, date.fromordinal(last.toordinal() - 1)


def in_index_window(day: date) -> bool:
    """Whether the day falls in January to March, the months that make a local re-offending cohort."""
    return day.month <= 3  # noqa: PLR2004 - March

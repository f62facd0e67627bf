"""Which days are working days in England and Wales (measures.md B10).

What belongs here: the calendar as a table that the SQL may read, and counting on it. The holidays are those of the
library `holidays`, one-off days of the years past included; a holiday announced since the library was released comes as
the extract `bank_holidays`.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

#: Years of the calendar: from before any case history to after any deadline.
FIRST_YEAR, LAST_YEAR = 2005, 2035
FRIDAY = 4


def working_days() -> pd.DataFrame:
    """The working days of England and Wales, numbered.

    Returns:
        One row per working day: `day`, and `number`, one more for each working day, so that a difference of numbers
        counts working days. Days that are none are not in it.
    """
    return _working_days().copy()


@lru_cache(maxsize=1)
def _working_days() -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - only a step that asks for the calendar needs it

    away = bank_holidays()
    first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    at_work = [day for day in days if day.weekday() <= FRIDAY and day not in away]
    return pd.DataFrame(
        {
            "day": pd.Series(pd.to_datetime(at_work), dtype="datetime64[us]"),
            "number": pd.Series(range(1, len(at_work) + 1), dtype="Int64"),
        }
    )


def working_day_after(day: date, count: int) -> date:
    """The working day that many working days after a day, which may be none itself.

    Args:
        day: a day of the calendar.
        count: 1 for the first working day after it.

    Raises:
        ValueError: the count is below 1, or the day sought lies after the calendar's end.
    """
    if count < 1:
        raise ValueError(f"The first working day after a day is number 1; there is no number {count}.")
    away, left = bank_holidays(), count
    while left:
        day += timedelta(days=1)
        if day.year > LAST_YEAR:
            raise ValueError(f"The calendar of working days ends with {LAST_YEAR}.")
        left -= day.weekday() <= FRIDAY and day not in away
    return day


@lru_cache(maxsize=1)
def bank_holidays() -> frozenset[date]:
    """The bank holidays of England, which are those of Wales, over the years of the calendar."""
    import holidays  # noqa: PLC0415 - as above

    known = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))
    return frozenset(known)

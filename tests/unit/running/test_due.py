"""The days on which a quarter is run and its files are asked for, counted by hand on the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from pipelines.platform.due import Due, newest_closed
from pipelines.platform.quarters import Quarter
from pipelines.platform.working_days import LAST_YEAR, bank_holidays, working_day_after
from schemas.running import Running

Q3 = Quarter(2014, 3)


def test_the_tenth_working_day_after_december_2014_is_the_fifteenth_of_january() -> None:
    """1 January is a holiday and a Thursday: 2, 5-9 and 12-15 January are working days 1 to 10; 7 is the 12th."""
    due = Due.of(Q3, Running())
    assert due.run_on == date(2015, 1, 15)
    assert due.remind_on == date(2015, 1, 12)
    assert due.run_by == date(2015, 1, 22)


def test_easter_is_stepped_over() -> None:
    """After 31 March 2015: 1 and 2 April, then Good Friday, the weekend and Easter Monday, then Tuesday the 7th."""
    assert [working_day_after(date(2015, 3, 31), count) for count in (1, 2, 3)] == [
        date(2015, 4, 1),
        date(2015, 4, 2),
        date(2015, 4, 7),
    ]


@pytest.mark.parametrize("count", [1, 5, 23])
def test_every_day_found_is_a_working_day_with_that_many_up_to_it(count: int) -> None:
    start = date(2015, 12, 20)
    found = working_day_after(start, count)
    between = [start + timedelta(days=number) for number in range(1, (found - start).days + 1)]
    working = [day for day in between if day.weekday() < 5 and day not in bank_holidays()]
    assert len(working) == count
    assert working[-1] == found


def test_there_is_no_working_day_number_nought_and_none_after_the_calendar() -> None:
    with pytest.raises(ValueError, match="number 1"):
        working_day_after(date(2015, 1, 1), 0)
    with pytest.raises(ValueError, match=str(LAST_YEAR)):
        working_day_after(date(LAST_YEAR, 12, 31), 1)


def test_the_newest_closed_quarter_changes_with_the_first_day_after_it() -> None:
    assert newest_closed(date(2014, 12, 31)).label == "2014-15 Q2"
    assert newest_closed(date(2015, 1, 1)) == Q3


def test_a_reminder_before_the_end_of_the_quarter_is_refused_with_both_settings_named() -> None:
    with pytest.raises(ValidationError, match="remind_before_working_days must be less than run_after_working_days"):
        Running(run_after_working_days=3, remind_before_working_days=3)

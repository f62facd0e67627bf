"""Hours as officers write them: decimals, clocks, words; and what could be two lengths of time."""

from __future__ import annotations

import pytest

from assets.core.cells import reader_for
from assets.core.reading import HOURS_WRITTEN, NOT_AVAILABLE, UNREADABLE, Reading
from schemas.extract import Field

READ = reader_for(Field("hours", "hours", "Hours.", "hours"))
READ_WEEKLY = reader_for(Field("hours", "hours", "Hours a week.", "hours a week"))


@pytest.mark.parametrize(
    ("text", "hours"), [("2.5", 2.5), ("25", 25.0), ("0", 0.0), (".5", 0.5), ("2.30", 2.3), ("-1", -1.0)]
)
def test_a_plain_number_is_hours_with_decimals_and_a_full_stop_never_a_clock(text: str, hours: float) -> None:
    assert READ(text) == Reading(hours)


@pytest.mark.parametrize(
    "text",
    ["2h30", "2h 30", "2 h 30 min", "2h30m", "2H30M", "2 hrs 30 mins", "2 hours 30 minutes", "2 hours and 30 minutes",
     "2hrs, 30 mins", "2 hr. 30 min.", "2:30", "02:30", "2:30:00", "02:30:00.000", "150 min", "150mins", "150 minutes",
     "2.5 hours", "2.5h", "2.50 hrs", "2\u00bd", "2 \u00bd", "2\u00bd hours", "2 1/2", "2 1/2 hrs"],
)  # fmt: skip
def test_two_hours_and_a_half_are_read_in_every_known_way_and_told(text: str) -> None:
    assert READ(text) == Reading(2.5, (HOURS_WRITTEN,))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("\u00bd", 0.5), ("\u00be hour", 0.75), ("1\u00bc", 1.25), ("90 min", 1.5), ("1 hour", 1.0), ("0:45", 0.75),
        ("25:00", 25.0), ("1:00:36", 1.01), ("1h05", 1 + 5 / 60), ("1h5m", 1 + 5 / 60), ("0 min", 0.0), ("3 3/4", 3.75),
    ],
)  # fmt: skip
def test_other_lengths_of_time_are_read(text: str, hours: float) -> None:
    """1:00:36 is 3,636 seconds of 3,600 an hour: 1.01."""
    assert READ(text) == Reading(hours, (HOURS_WRITTEN,))


@pytest.mark.parametrize(
    "text",
    ["25+", "25 approx", "c. 25", "20-25", "2h5", "2h90", "2:75", "2:5", "30m", "two hours", "2,5", "1:30 pm", "2.5h30",
     "2h30h", "1/2", "2 1/3", "2 3/2", "-2:30", "full time", "h", "min", "2 days", "9999:00", "2\u00b2",
     "25 hours a week"],
)  # fmt: skip
def test_what_could_be_two_lengths_of_time_is_never_guessed(text: str) -> None:
    assert READ(text) == UNREADABLE


@pytest.mark.parametrize(
    "text",
    ["25 a week", "25 hours a week", "25hrs per week", "25 hrs/week", "25h/wk", "25 pw", "25 p/w", "25 hours weekly",
     "25:00 a week"],
)  # fmt: skip
def test_a_week_may_stand_behind_hours_where_the_column_is_of_hours_a_week(text: str) -> None:
    assert READ_WEEKLY(text) == Reading(25.0, (HOURS_WRITTEN,))


def test_a_mark_for_none_is_missing_and_never_nought() -> None:
    assert READ("-") == Reading(None, (NOT_AVAILABLE,))


def test_every_minute_of_a_week_is_read_alike_from_a_clock_from_words_and_from_minutes() -> None:
    for minutes in range(7 * 24 * 60):
        hours, rest = divmod(minutes, 60)
        spellings = (f"{hours}:{rest:02d}", f"{hours}h{rest:02d}", f"{hours} hours {rest} min", f"{minutes} min")
        assert {READ(text).value for text in spellings} == {minutes / 60}

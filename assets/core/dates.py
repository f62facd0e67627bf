"""Reading a date as officers and systems write it. Day before month always: an American date is never guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from assets.core.reading import NO_DATE, SERIAL_DATE, SHORT_YEAR, UNREADABLE, Reading

_TIME = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\+00:00)?)?"
_ISO = re.compile(rf"(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}){_TIME}")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}")
_MONTH_NAMED = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?[- ]([a-z]{{3,9}})\.?,?[- ](\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE
)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
#: Excel's day nought, as every serial after February 1900 counts it.
_EXCEL_DAY_NOUGHT = date(1899, 12, 30)
_SERIALS = range(20_000, 60_001)
#: Dates that systems write for "none": Excel's and SQL Server's first days.
_NONE_DATES = frozenset({date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1)})
#: What Excel shows of a nought formatted as a date.
_NO_DAY = "00:00:00"
_YEARS = range(1899, 2101)
#: Two figures below this are of this century.
_PIVOT = 50
#: Days remembered: the columns of a drop name the same days over and over.
_DAYS = 1 << 14


@lru_cache(maxsize=_DAYS)
def read_date(text: str) -> Reading:
    """A date from text that is not empty.

    Args:
        text: the cell, trimmed.

    Returns:
        The date; none for 1900-01-01 and its like; a fault where no real date can be read.
    """
    if text == _NO_DAY:
        return Reading(repair=NO_DATE)
    serial = _SERIAL.fullmatch(text)
    if serial:
        return _from_serial(int(serial[1]))
    parts = _parts(text)
    return UNREADABLE if parts is None else _from_parts(*parts)


def _parts(text: str) -> tuple[str, int, int] | None:
    """Year as written, month, day; None where the text has not the shape of a date."""
    if match := _ISO.fullmatch(text):
        return match[1], int(match[2]), int(match[3])
    if match := _DAY_FIRST.fullmatch(text):
        return match[4], int(match[3]), int(match[1])
    if match := _MONTH_NAMED.fullmatch(text):
        return match[3], _month(match[2]), int(match[1])
    return None


def _month(name: str) -> int:
    """Number of a month by its name or the beginning of it; 0 for no month."""
    beginning = name.casefold()
    beginning = "sep" if beginning == "sept" else beginning
    return next((number for number, month in enumerate(_MONTHS, start=1) if month.startswith(beginning)), 0)


def _from_serial(serial: int) -> Reading:
    """A date from Excel's day number."""
    if serial not in _SERIALS:
        return UNREADABLE
    return Reading(_EXCEL_DAY_NOUGHT + timedelta(days=serial), SERIAL_DATE)


def _from_parts(year_text: str, month: int, day: int) -> Reading:
    """A date from its parts, if there is such a day."""
    is_short = len(year_text) == len("14")
    year = _whole_year(int(year_text)) if is_short else int(year_text)
    if year not in _YEARS:
        return UNREADABLE
    try:
        found = date(year, month, day)
    except ValueError:
        return UNREADABLE
    if found in _NONE_DATES:
        return Reading(repair=NO_DATE)
    return Reading(found, SHORT_YEAR if is_short else "")


def _whole_year(short: int) -> int:
    """The year that two figures must mean: 14 -> 2014, 98 -> 1998."""
    return short + (2000 if short < _PIVOT else 1900)

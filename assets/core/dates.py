"""Reading a date as officers and systems write it. Day before month always: an American date is never guessed.

What has one meaning only is read, and told where it is not the usual form: 31/12/2014, 31 Dec 2014, 2014-12-31. A day
of the week that does not fit, or a time near midnight that may be another day's, is a fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

from assets.core.reading import NO_DATE, OTHER_DATE, SERIAL_DATE, SHORT_YEAR, UNREADABLE, Reading

_FLAGS = re.ASCII | re.IGNORECASE
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? )?"
_TIME = (
    r"(?:(?: |T|, ?)(?P<hour>[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?"
    r"(?P<zone> ?(?:Z|UTC|GMT|\+00:?00)|\+01:?00)?)?"
)
_DAY = r"(?P<day>\d{1,2})"
_ORDINAL = r"(?P<th> ?(?:st|nd|rd|th)(?: of)?)?"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
#: The ways a date is written; whether that way is a usual one depends on the mark between its parts.
_FORMS = tuple(
    re.compile(_WEEKDAY + form + _TIME, _FLAGS)
    for form in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)" + _DAY,
        _DAY + r"(?P<mark> ?[-/.\\] ?)(?P<month>\d{1,2})(?P=mark)" + _YEAR,
        _DAY + _ORDINAL + r"(?P<mark>[-/. ]?)" + _NAME + r",?(?:(?P=mark)| )" + _YEAR,
        _NAME + r"[- ]" + _DAY + r"(?P<th>st|nd|rd|th)?(?P<mark>-|,? )" + r"(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?P<mark>)",
    )
)
_USUAL_MARKS = (frozenset("-"), frozenset("-/"), frozenset("- "), frozenset[str](), frozenset[str]())
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: Excel's day nought, as every serial after February 1900 counts it.
_EXCEL_DAY_NOUGHT = date(1899, 12, 30)
#: October 1954 to April 2064: a figure outside is a figure.
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


@dataclass(frozen=True, slots=True)
class _Parts:
    """A date taken apart, before it is known that there is such a day."""

    year: str
    month: int
    day: int
    weekday: str
    hour: int
    zone: str
    is_usual: bool


@lru_cache(maxsize=_DAYS)
def read_date(text: str) -> Reading:
    """A date from text that is not empty.

    Args:
        text: the cell, tidied.

    Returns:
        The date; none for 1900-01-01 and its like; a fault where no real date, or more than one, can be read.
    """
    if text == _NO_DAY:
        return Reading(repairs=(NO_DATE,))
    serial = _SERIAL.fullmatch(text)
    if serial:
        return _from_serial(int(serial[1]))
    parts = _parts(text)
    return UNREADABLE if parts is None else _from_parts(parts)


def _from_serial(serial: int) -> Reading:
    """A date from Excel's day number."""
    if serial not in _SERIALS:
        return UNREADABLE
    return Reading(_EXCEL_DAY_NOUGHT + timedelta(days=serial), (SERIAL_DATE,))


def _parts(text: str) -> _Parts | None:
    """The parts of a date; None where the text has the shape of none."""
    for form, usual in zip(_FORMS, _USUAL_MARKS, strict=True):
        if match := form.fullmatch(text):
            said = match.groupdict()
            return _Parts(
                year=said["year"],
                month=_month(said["name"]) if "name" in said else int(said["month"]),
                day=int(said["day"]),
                weekday=(said["weekday"] or "")[:3].casefold(),
                hour=int(said["hour"] or 0),
                zone=(said["zone"] or "").strip(),
                is_usual=said["mark"] in usual and not said["weekday"] and not said.get("th"),
            )
    return None


def _month(name: str) -> int:
    """Number of a month by its name or the beginning of it; 0 for no month."""
    beginning = name.casefold()
    beginning = "sep" if beginning == "sept" else beginning
    return next((number for number, month in enumerate(_MONTHS, start=1) if month.startswith(beginning)), 0)


def _from_parts(parts: _Parts) -> Reading:
    """A date from its parts, if there is such a day and nothing else in the cell speaks against it."""
    is_short = len(parts.year) == len("14")
    year = _whole_year(int(parts.year)) if is_short else int(parts.year)
    if year not in _YEARS:
        return UNREADABLE
    try:
        found = date(year, parts.month, parts.day)
    except ValueError:
        return UNREADABLE
    if found in _NONE_DATES:
        return Reading(repairs=(NO_DATE,))
    if _is_contradicted(found, parts):
        return UNREADABLE
    told = ((OTHER_DATE, not parts.is_usual), (SHORT_YEAR, is_short))
    return Reading(found, tuple(code for code, was_done in told if was_done))


def _whole_year(short: int) -> int:
    """The year that two figures must mean: 14 -> 2014, 98 -> 1998."""
    return short + (2000 if short < _PIVOT else 1900)


def _is_contradicted(found: date, parts: _Parts) -> bool:
    """True where the day of the week is another, or where the moment written is of another day in this country."""
    if parts.weekday and _WEEKDAYS[found.weekday()] != parts.weekday:
        return True
    if not parts.zone:
        return False
    offset = timezone(timedelta(hours=1 if parts.zone.startswith("+01") else 0))
    moment = datetime(found.year, found.month, found.day, parts.hour, tzinfo=offset)
    return moment.astimezone(ZoneInfo("Europe/London")).date() != found

"""Reading hours as officers write them: 2.5, 2:30, 2h30, 2 hours 30 min, 150 min, 2\u00bd.

A full stop is always the decimal point: 2.30 is two hours and three tenths, as every system that prints two decimals
means it. What could be read in two ways (2h5, 30m, 25+) is a fault.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assets.core.reading import HOURS_WRITTEN, UNREADABLE, Reader, Reading

_QUARTERS = {"\u00bc": 1, "1/4": 1, "\u00bd": 2, "1/2": 2, "\u00be": 3, "3/4": 3}
_HOUR = r" ?(?:hours?|hrs?\.?|h)"
_MINUTE = r" ?(?:minutes?|mins?\.?)"
_FLAGS = re.ASCII | re.IGNORECASE
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d)(?:\.0+)?)?", _FLAGS)
_DECIMAL = re.compile(rf"(\d{{1,4}}(?:\.\d{{1,4}})?|\.\d{{1,4}})(?:{_HOUR})?", _FLAGS)
_FRACTION = re.compile(
    rf"(?:(\d{{1,3}}) ?(?=[\u00bc-\u00be])|(\d{{1,3}}) |(?=[\u00bc-\u00be]))([\u00bc-\u00be]|1/2|[13]/4)(?:{_HOUR})?",
    _FLAGS,
)
_BOTH = re.compile(rf"(\d{{1,3}}){_HOUR}(?:,? ?(?:and )?([0-5]?\d)(?:{_MINUTE}|m)| ?([0-5]\d))", _FLAGS)
_MINUTES = re.compile(rf"(\d{{1,5}}){_MINUTE}", _FLAGS)
_A_WEEK = re.compile(r" ?(?:a week|per week|/ ?w(?:ee)?k|p\.?/?w\.?|weekly)$", _FLAGS)
_HOUR_MINUTES = 60
_HOUR_SECONDS = 3600
#: Spellings remembered: columns of hours hold the same few over and over.
_SPELLINGS = 1 << 12


def hours_reader(number: Reader, *, weekly: bool) -> Reader:
    """A reader of hours.

    Args:
        number: the reader of plain numbers, which are hours with decimals.
        weekly: the column holds hours a week, so that "a week" may stand behind them.
    """

    def read(text: str) -> Reading:
        """The number, or the hours that the words say."""
        plain = number(text)
        if not plain.fault:
            return plain
        hours = _written_hours(_A_WEEK.sub("", text) if weekly else text)
        return UNREADABLE if hours is None else Reading(hours, (HOURS_WRITTEN,))

    return read


@lru_cache(maxsize=_SPELLINGS)
def _written_hours(text: str) -> float | None:
    """Hours by a clock, in hours and minutes, in minutes or with a fraction; None for anything else."""
    if match := _CLOCK.fullmatch(text):
        seconds = int(match[1]) * _HOUR_SECONDS + int(match[2]) * _HOUR_MINUTES + int(match[3] or 0)
        return seconds / _HOUR_SECONDS
    if match := _BOTH.fullmatch(text):
        return (int(match[1]) * _HOUR_MINUTES + int(match[2] or match[3])) / _HOUR_MINUTES
    if match := _MINUTES.fullmatch(text):
        return int(match[1]) / _HOUR_MINUTES
    if match := _FRACTION.fullmatch(text):
        return int(match[1] or match[2] or 0) + _QUARTERS[match[3]] / 4
    match = _DECIMAL.fullmatch(text)
    return None if match is None else float(match[1])

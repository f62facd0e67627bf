"""Working days as a clerk with a wall calendar counts them, and children to refer.

The pipeline has its own calendar; this one is kept apart, so that the sample is no copy of what it tests.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.dates import add_months, age_on
from sample.domains.made import Made
from sample.people import Child

#: Bank holidays of England and Wales that are no weekend, month and day, by year (GOV.UK).
_AWAY = {
    2009: "0101 0410 0413 0504 0525 0831 1225 1228",
    2010: "0101 0402 0405 0503 0531 0830 1227 1228",
    2011: "0103 0422 0425 0429 0502 0530 0829 1226 1227",
    2012: "0102 0406 0409 0507 0604 0605 0827 1225 1226",
    2013: "0101 0329 0401 0506 0527 0826 1225 1226",
    2014: "0101 0418 0421 0505 0526 0825 1225 1226",
    2015: "0101 0403 0406 0504 0525 0831 1225 1228",
}
BANK_HOLIDAYS = frozenset(
    date(year, int(day[:2]), int(day[2:])) for year, days in _AWAY.items() for day in days.split()
)
_SATURDAY = 5
_YOUNGEST, _OLDEST = 12, 17


def works(day: date) -> bool:
    """Whether offices are open."""
    return day.weekday() < _SATURDAY and day not in BANK_HOLIDAYS


def after(day: date, number: int) -> date:
    """The working day so many after a day; the first one after it is day 1."""
    while number:
        day += timedelta(days=1)
        number -= works(day)
    return day


def quarter_starts(first: date, last: date) -> list[date]:
    """First days of the quarters from one to another."""
    found = [first]
    while add_months(found[-1], 3) <= last:
        found.append(add_months(found[-1], 3))
    return found


class Pool:
    """Children living here, of whom each is referred once."""

    def __init__(self, made: Made, rng: random.Random) -> None:
        here = [one for one in made.children if one.authority in {"LEIC", "RUT"} and not one.deleted and not one.origin]
        rng.shuffle(here)
        self._left = here

    def take(self, day: date) -> Child:
        """The next child who is 12 to 17 on the day."""
        place = next(n for n, one in enumerate(self._left) if _YOUNGEST <= age_on(one.born, day) <= _OLDEST)
        return self._left.pop(place)

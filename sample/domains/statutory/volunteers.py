"""Volunteers of the made-up service, 209 of them on 31 March 2011 as the plan prints them, and the hours they gave.

The plan's table gives 43, 122, 12 and 28 by ethnicity and sex and 4 of whom neither is stated.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import day_between, pick, stream
from sample.dates import LAST_DAY
from sample.people import COPY

_COUNTED_ON = date(2011, 3, 31)
_BME = {"Asian or Asian British": 22, "Black or Black British": 10, "Mixed": 6, "Other Ethnic Group": 2}
_HOURS = {"PANEL": 2.5, "MENTOR": 1.5, "APPROPRIATE_ADULT": 3.0, "REPARATION": 4.0}
_FIRST_MONTH = (2011, 4)


@dataclass(frozen=True)
class _Group:
    """So many volunteers of one sex and of White, minority or unstated ethnicity."""

    sex: str
    white: bool | None
    count: int


_PRINTED = (
    _Group("Male", True, 43), _Group("Female", True, 122), _Group("Male", False, 12), _Group("Female", False, 28),
    _Group("Unknown", None, 4),
)  # fmt: skip


def volunteers() -> Rows:
    """One row per volunteer; near misses and those who joined since come last."""
    rng = stream("statutory volunteers")
    people = [(group.sex, _ethnicity(rng, group)) for group in _PRINTED for _ in range(group.count)]
    rng.shuffle(people)
    rows = [_volunteer(rng, number, who, _stay(rng)) for number, who in enumerate(people, start=1)]
    later = [(rng.choice(["Male", "Female", "Female"]), "White") for _ in range(40)]
    for who in later:
        joined = day_between(rng, date(2011, 4, 1), date(2014, 11, 30))
        rows.append(_volunteer(rng, len(rows) + 1, who, (joined, None)))
    return [*rows, *_near_misses(rng, rows)]


def _ethnicity(rng: random.Random, group: _Group) -> str:
    if group.white is None:
        return ""
    return "White" if group.white else pick(rng, _BME)


def _stay(rng: random.Random) -> tuple[date, date | None]:
    """Joined by the day that was counted; some have left since, one or two on that very day."""
    joined = day_between(rng, date(2004, 1, 5), _COUNTED_ON)
    return joined, day_between(rng, _COUNTED_ON, LAST_DAY) if rng.random() < 0.35 else None  # noqa: PLR2004


def _volunteer(rng: random.Random, number: int, who: tuple[str, str], stay: tuple[date, date | None]) -> Row:
    trained = stay[0] + timedelta(days=rng.randint(30, 120))
    ready = trained <= LAST_DAY and rng.random() < 0.93  # noqa: PLR2004
    return as_row({
        "volunteer_id": f"VO{number:04d}{COPY}",
        "joined_date": stay[0],
        "left_date": stay[1],
        "sex": who[0],
        "ethnicity_group": who[1],
        "volunteer_roles": rng.choice(["Panel", "Panel; Mentor", "Mentor", "Appropriate adult"]),
        "training_completed_date": trained if ready else None,
        "accredited_date": trained + timedelta(days=365) if ready and trained < date(2013, 12, 1) else None,
        "earlier_volunteer_id": "",
        # A day of its own for each, so that no two look like one person.
        "date_of_birth": date(1948, 1, 1) + timedelta(days=61 * number),
    })  # fmt: skip


def _near_misses(rng: random.Random, rows: Rows) -> Rows:
    """Left the day before, joined the day after, and an entry under a former name that a newer one replaces."""
    number = len(rows)
    who = ("Female", "White")
    left = _volunteer(rng, number + 1, who, (date(2008, 5, 6), _COUNTED_ON - timedelta(days=1)))
    joined = _volunteer(rng, number + 2, who, (_COUNTED_ON + timedelta(days=1), None))
    newer = rows[0]
    former = {**newer, "volunteer_id": f"VO{number + 3:04d}{COPY}", "date_of_birth": ""}
    newer["earlier_volunteer_id"] = former["volunteer_id"]
    return [left, joined, former]


def volunteer_hours(rows: Rows) -> Rows:
    """Three panels a month with two volunteers each (one in ten with one), and a few hours in other roles."""
    rng = stream("statutory volunteer hours")
    given: Rows = []
    year, month = _FIRST_MONTH
    while date(year, month, 28) <= LAST_DAY:
        there = [row for row in rows if _is_on_the_books(row, date(year, month, 1), date(year, month, 28))]
        given += _of_month(rng, there, date(year, month, 1))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004 - December
    return given


def _is_on_the_books(row: Row, first: date, last: date) -> bool:
    return row["joined_date"] <= first.isoformat() and (not row["left_date"] or row["left_date"] >= last.isoformat())


def _of_month(rng: random.Random, there: Rows, first: date) -> Rows:
    given: Rows = []
    for sitting in range(3):
        day = first + timedelta(days=7 * sitting + rng.randint(0, 4))
        panel = f"PA{first:%y%m}{sitting + 1}{COPY}"
        for row in rng.sample(there, 1 if rng.random() < 0.1 else 2):  # noqa: PLR2004
            given.append(_hours(row, day, "PANEL", panel))
    for role in ("MENTOR", "APPROPRIATE_ADULT", "REPARATION"):
        given.append(_hours(rng.choice(there), first + timedelta(days=rng.randint(0, 27)), role, ""))
    return given


def _hours(row: Row, day: date, role: str, panel: str) -> Row:
    return as_row({
        "volunteer_id": row["volunteer_id"],
        "volunteering_date": day,
        "volunteer_role": role,
        "volunteer_hours_given": _HOURS[role],
        "panel_id": panel,
    })  # fmt: skip

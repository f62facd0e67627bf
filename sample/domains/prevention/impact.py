"""IMPACT in the sample: areas worked in, street-based sessions, and the calls about anti-social behaviour around them.

The plan of 2011-12 prints: 33 areas worked in and 19 completed in 2009-10 with 3,464 contacts and calls down from 150
to 59; 22 completed from April to December 2010 with 5,078 contacts and calls down from 243 to 123. Of those 22, 13
were begun the year before (T-37).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import day_between, pick, stream
from sample.dates import EXTRACT_DAY, add_months
from sample.people import DISTRICTS

_DAY = timedelta(days=1)
_WORDS = ("Mill", "Church", "Station", "Abbey", "Canal", "Forest", "Market", "Orchard", "Quarry", "Windmill")
_GROUNDS = ("Green", "Park", "Lane", "Meadow", "Square", "Estate", "Rise", "Fields", "Walk", "Common")
#: Contacts in each stretch of days: first day, last day, sessions, contacts.
CONTACTS = (
    (date(2009, 4, 1), date(2010, 3, 31), 120, 3464),
    (date(2010, 4, 1), date(2010, 12, 31), 130, 5078),
    (date(2011, 1, 1), date(2011, 3, 31), 20, 610),
    (date(2011, 4, 1), date(2012, 3, 31), 60, 2950),
    (date(2012, 4, 1), date(2013, 3, 31), 60, 2720),
    (date(2013, 4, 1), date(2014, 3, 31), 50, 2415),
    (date(2014, 4, 1), date(2014, 12, 31), 40, 1760),
)


@dataclass(frozen=True)
class Spell:
    """One spell of work in an area.

    Attributes:
        number: number of the spell, which is that of its area but for an area come back to.
        place: number of the area.
        first: first day.
        last: last day, or None while it goes on.
        done: completed, not broken off.
        calls: calls in the 3 months before and in the 3 months after.
        redrawn: day on which the police redrew the beat.
    """

    number: int
    place: int
    first: date
    last: date | None
    done: bool = True
    calls: tuple[int, int] = (0, 0)
    redrawn: date | None = None


def spells() -> list[Spell]:
    """Every spell, in the order of the plan's years."""
    rng = stream("prevention impact")
    before = [Spell(0, 0, date(2009, 1, 12), date(2009, 3, 31), calls=(9, 2))]
    first = _completed(
        rng, (1, 19), (date(2009, 4, 6), date(2009, 11, 30)), (date(2009, 6, 1), date(2010, 3, 31)), (150, 59)
    )
    broken = [Spell(20, 20, date(2009, 9, 1), date(2009, 10, 30), done=False, calls=(8, 7))]
    # Begun in 2009-10, completed from April to December 2010 (T-37).
    over = _completed(
        rng, (21, 13), (date(2009, 11, 2), date(2010, 3, 15)), (date(2010, 4, 1), date(2010, 12, 31)), (148, 71)
    )
    new = _completed(
        rng, (34, 8), (date(2010, 4, 12), date(2010, 7, 30)), (date(2010, 8, 30), date(2010, 12, 31)), (85, 45)
    )
    # Worked in and completed in 2009-10, come back to within the year: one area more often, not one area more.
    again = Spell(42, first[0].place, date(2010, 1, 4), date(2010, 5, 28), calls=(10, 7))
    first[0] = Spell(1, 1, date(2009, 4, 1), date(2009, 6, 1), calls=first[0].calls)
    return [*before, *first, *broken, *over, *new, again, *_afterwards(rng)]


def _completed(
    rng: random.Random,
    numbers: tuple[int, int],
    begins: tuple[date, date],
    ends: tuple[date, date],
    calls: tuple[int, int],
) -> list[Spell]:
    """So many completed spells from a number on, that share the calls before and after."""
    start, count = numbers
    shares = zip(split(rng, calls[0], count), split(rng, calls[1], count), strict=True)
    made = []
    for number, pair in enumerate(shares, start=start):
        first = day_between(rng, *begins)
        last = day_between(rng, max(ends[0], first + 28 * _DAY), ends[1])
        made.append(Spell(number, number, first, last, calls=pair))
    # The first of the stretch ends on its last day.
    made[-1] = Spell(made[-1].number, made[-1].place, made[-1].first, ends[1], calls=made[-1].calls)
    return made


def _afterwards(rng: random.Random) -> list[Spell]:
    """Five areas a quarter from 2011 to 2014; the beat of one was redrawn, the last ones still go on."""
    made = []
    for number in range(50, 50 + 5 * 16):
        first = add_months(date(2011, 1, 5), 3 * ((number - 50) // 5)) + rng.randint(0, 60) * _DAY
        last = first + rng.randint(30, 110) * _DAY
        calls = (rng.randint(3, 14), rng.randint(1, 9))
        made.append(Spell(number, number, first, last if last <= date(2014, 12, 31) else None, calls=calls))
    redrawn = made[0]
    made[0] = Spell(redrawn.number, redrawn.place, redrawn.first, redrawn.last, redrawn.done, (6, 1), redrawn.last)
    return made


def split(rng: random.Random, total: int, parts: int) -> list[int]:
    """A total in so many whole parts, none of them negative, that add up to it."""
    cuts = sorted(rng.randint(0, total) for _ in range(parts - 1))
    return [after - before for before, after in zip([0, *cuts], [*cuts, total], strict=True)]


def impact_areas(worked: list[Spell]) -> Rows:
    """One row per spell; one of them was entered twice, the second time without an end (C3)."""
    rng = stream("prevention impact areas")
    districts = {spell.place: pick(rng, DISTRICTS) for spell in sorted(worked, key=lambda one: one.number)}
    rows = [_area(spell, districts[spell.place]) for spell in worked]
    twice = next(row for row in rows if row["impact_area_id"] == "IM005")
    rows.insert(rows.index(twice) + 1, twice | {"impact_area_id": "IM900", "impact_end": "", "impact_completed": "No"})
    return rows


def _area(spell: Spell, district: str) -> Row:
    return as_row({
        "impact_area_id": f"IM{spell.number:03d}",
        "impact_area_name": _name(spell.place),
        "district_code": district,
        "beat_code": _beat(spell),
        "impact_start": spell.first,
        "impact_end": spell.last,
        "impact_completed": spell.done and spell.last is not None,
        "beat_changed_on": spell.redrawn,
    })  # fmt: skip


def _name(place: int) -> str:
    """A name of its own for each of two hundred places."""
    side = " North" if place >= len(_WORDS) * len(_GROUNDS) else ""
    return f"{_WORDS[place % len(_WORDS)]} {_GROUNDS[place // len(_WORDS) % len(_GROUNDS)]}{side}"


def _beat(spell: Spell) -> str:
    return f"LB{spell.place:03d}"


def impact_contacts(worked: list[Spell]) -> Rows:
    """One row per session, in an area worked in on the day."""
    rng = stream("prevention impact contacts")
    rows: Rows = []
    for first, last, sessions, total in CONTACTS:
        days = sorted([first, last, *(day_between(rng, first, last) for _ in range(sessions - 2))])
        for day, count in zip(days, _alike(rng, total, sessions), strict=True):
            rows.append(_session(rng, worked, day, count) | {"street_session_id": f"SS{len(rows) + 1:04d}"})
    # The day before the first that the plan counts: the log begins in March.
    rows.insert(0, _session(rng, worked, date(2009, 3, 31), 21) | {"street_session_id": "SS0000"})
    return rows


def _alike(rng: random.Random, total: int, parts: int) -> list[int]:
    """A total in parts of about the same size."""
    least = total // parts * 2 // 3
    return [least + more for more in split(rng, total - least * parts, parts)]


def _session(rng: random.Random, worked: list[Spell], day: date, count: int) -> Row:
    there = [spell for spell in worked if spell.first <= day <= (spell.last or EXTRACT_DAY)]
    known = rng.randint(0, count // 2) if rng.random() < 0.7 else None  # noqa: PLR2004
    return as_row({
        "street_session_id": "",
        "impact_area_id": f"IM{rng.choice(there or worked).number:03d}",
        "contact_date": day,
        "contact_count": count,
        "known_count": known,
    })  # fmt: skip


def asb_calls(worked: list[Spell]) -> Rows:
    """Calls about anti-social behaviour, by day; near misses beside the windows of each spell."""
    rng = stream("prevention asb calls")
    rows: Rows = [_call(date(2008, 12, 30), "LB199", "IN999999")]
    for spell in worked:
        rows += _around(rng, spell)
    rows.sort(key=lambda row: (row["call_date"], row["beat_code"], row["incident_no"], row["call_source"]))
    return [row | {"call_id": f"CA{number:05d}"} for number, row in enumerate(rows, start=1)]


def _around(rng: random.Random, spell: Spell) -> Rows:
    """A spell's calls in its windows, and those that miss them."""
    beat, last = _beat(spell), spell.last or EXTRACT_DAY
    before = [day_between(rng, add_months(spell.first, -3), spell.first - _DAY) for _ in range(spell.calls[0])]
    after = [day_between(rng, last + _DAY, add_months(last, 3)) for _ in range(spell.calls[1])]
    # On the first and on the last day itself, a day before the one window, a day after the other.
    beside = [spell.first, last, add_months(spell.first, -3) - _DAY, add_months(last, 3) + _DAY]
    number = spell.number * 1000
    rows = [_call(day, beat, f"IN{number + place:06d}") for place, day in enumerate([*before, *after, *beside])]
    if before and spell.number % 4 == 1:
        # Somebody else calls about the first incident; another calls the council; a third is not about the young.
        rows.append(_call(before[0], beat, f"IN{number:06d}"))
        rows.append(_call(before[0], beat, "") | {"call_source": "COUNCIL"})
        rows.append(_call(before[0], beat, f"IN{number + 999:06d}") | {"youth_related": "No"})
    return [row for row in rows if row["call_date"] <= EXTRACT_DAY.isoformat()]


def _call(day: date, beat: str, incident: str) -> Row:
    return as_row({
        "call_id": "",
        "incident_no": incident,
        "call_date": day,
        "beat_code": beat,
        "youth_related": True,
        "call_source": "POLICE",
    })  # fmt: skip

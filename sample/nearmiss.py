"""Cases that look as if they counted and must not, planted so that no published figure moves.

Only cases that are right in themselves belong here (a child dealt with elsewhere, a sentence changed on appeal, a
re-offence proven too late); faulty rows are in `dirt`.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.careers import World, draw, enter, happen
from sample.chance import day_between, pick, stream, weekday_between
from sample.dates import LAST_DAY, add_months, eighteenth, in_index_window, quarter_days
from sample.events import Group, Occasion, Offence
from sample.people import Child
from sample.plan import Plan

_HOSTED = 5
_DIVERTED = 7
_HELD_TWICE = 15
_DELETED = 8
_CHANGED_ON_APPEAL = 4
_ACQUITTED = 3
_TURNED_18 = 10
_PENDING = 30
_LATE_ENTRANTS = 12
_LATE_COURT = 6
_BREACH_SHARE = 0.15


def plant_near_misses(world: World, plan: Plan) -> None:
    """Plant every kind of near miss."""
    rng = stream("near misses")
    for quarter in plan.quarters:
        days = quarter_days(quarter.label)
        hosted_and_diverted(world, rng, days)
    _held_twice(world, rng)
    _deleted(world, rng)
    _appeals(world, rng)
    _breaches(world, rng)
    _proven_too_late(world, rng)
    _turned_18(world, rng)
    _after_the_quarter(world, rng)


def _outside(world: World, rng: random.Random, on: date, group: Group) -> Child:
    """A new child whom nothing planned will ever draw."""
    child = enter(world, rng, on, group)
    child.drawn = False
    return child


def hosted_and_diverted(world: World, rng: random.Random, days: tuple[date, date]) -> None:
    """Children of other services before our courts, and children dealt with informally."""
    for _ in range(_HOSTED):
        group: Group = pick(rng, {"Court": 85, "Custody": 7, "Pre-Court": 8})
        child = _outside(world, rng, weekday_between(rng, *days), group)
        child.occasions[0].local, child.occasions[0].kind = False, "elsewhere"
        child.district, child.authority = ("E06000016", "CITY") if rng.random() < 0.7 else ("", "OTHER")  # noqa: PLR2004
    for _ in range(_DIVERTED):
        _outside(world, rng, weekday_between(rng, *days), "Diversion").occasions[0].kind = "diversion"


def _held_twice(world: World, rng: random.Random) -> None:
    """The same child under a second number, cautioned or reprimanded after the first: one entrant, not two."""
    first_records = [
        child
        for child in world.children
        if child.drawn and child.occasions[0].local and child.occasions[0].on.month in {4, 5, 8, 9}
        and child.occasions[0].on.year >= 2008  # noqa: PLR2004
        and eighteenth(child.born) > add_months(child.occasions[0].on, 8)
        and child.occasions[0].on < date(2014, 5, 1)
    ]  # fmt: skip
    for first in rng.sample(first_records, _HELD_TWICE):
        later = first.occasions[0].on + timedelta(days=rng.randint(40, 85))
        again = _outside(world, rng, later, "Pre-Court")
        again.born, again.sex, again.ethnicity = first.born, first.sex, first.ethnicity
        again.district, again.authority = first.district, first.authority
        first.origin = again.origin = first.serial


def _deleted(world: World, rng: random.Random) -> None:
    for _ in range(_DELETED):
        child = _outside(world, rng, weekday_between(rng, date(2009, 4, 1), LAST_DAY), "Pre-Court")
        child.deleted = True


def _appeals(world: World, rng: random.Random) -> None:
    """Custody changed on appeal to what stands now; and convictions overturned, which leave nothing behind."""
    sentenced = [
        occasion
        for child in world.children
        for occasion in child.occasions
        if occasion.group == "Court" and occasion.kind == "again" and occasion.local
    ]
    for occasion in rng.sample(sentenced, _CHANGED_ON_APPEAL):
        occasion.overturned = True
    for _ in range(_ACQUITTED):
        on = weekday_between(rng, date(2012, 4, 1), LAST_DAY)
        _outside(world, rng, on, "Court").occasions[0].appeal = "Result of appeal successful"


def _breaches(world: World, rng: random.Random) -> None:
    """Breaches dealt with beside new offences: sentenced, but no re-offences."""
    for child in world.children:
        for occasion in child.occasions:
            again = occasion.kind in {"again", "reoffence"} and occasion.group == "Court"
            if again and rng.random() < _BREACH_SHARE:
                occasion.offences.append(Offence(max(offence.on for offence in occasion.offences), breach=True))


def _proven_too_late(world: World, rng: random.Random) -> None:
    """Offences of a follow-up year dealt with more than three months after it; and some dealt with informally."""
    for child in world.children:
        indexed = [o.on for o in child.occasions if _is_index(o)]
        if not indexed or rng.random() > 0.15:  # noqa: PLR2004
            continue
        index = indexed[0]
        late = [o for o in child.occasions if o.kind == "again" and o.on > add_months(index, 16)]
        if late:
            late[0].offences.append(Offence(day_between(rng, add_months(index, 7), add_months(index, 12))))
        elif add_months(index, 6) < LAST_DAY and eighteenth(child.born) > add_months(index, 6):
            on = add_months(index, 5)
            child.occasions.append(Occasion(on, "Diversion", "other", [Offence(on - timedelta(days=9))]))


def _is_index(occasion: Occasion) -> bool:
    kinds = occasion.kind in {"entry", "index"} and occasion.local and occasion.group != "Custody"
    return kinds and in_index_window(occasion.on) and occasion.on.year >= 2008  # noqa: PLR2004


def _turned_18(world: World, rng: random.Random) -> None:
    """17 at the offence, 18 at the first hearing: an adult court's business."""
    for _ in range(_TURNED_18):
        on = weekday_between(rng, date(2010, 4, 1), LAST_DAY)
        child = _outside(world, rng, on, "Court")
        child.occasions[0].offences = [Offence(on - timedelta(days=150))]
        child.born = add_months(on - timedelta(days=rng.randint(75, 110)), -12 * 18)


def _after_the_quarter(world: World, rng: random.Random) -> None:
    """What the extract already knows of the next quarter, and offences still waiting for a court."""
    after = (date(2015, 1, 2), date(2015, 1, 15))
    for _ in range(_LATE_ENTRANTS):
        _outside(world, rng, weekday_between(rng, *after), "Pre-Court")
    for child in draw(world, rng, after, _LATE_COURT):
        happen(rng, child, weekday_between(rng, *after), "Court", "again")
    for child in draw(world, rng, after, _PENDING):
        waiting = Occasion(after[1], "Court", "other", [Offence(LAST_DAY - timedelta(days=5), decided=False)])
        child.occasions.append(waiting)

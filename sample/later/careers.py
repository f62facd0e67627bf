"""Who was dealt with from 17 January 2015 on: occasions added to the children of the world, to the later plan.

Only occasions belong here. Two results of December 2014 are among them, which the courts sent too late for the
extracts of 2014-15 Q3.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.careers import World, draw, enter, happen
from sample.chance import sample_by_weight, stream, weekday_between
from sample.dates import eighteenth, in_index_window, quarter_days
from sample.events import Group, Kind, Occasion, Offence
from sample.nearmiss import hosted_and_diverted
from sample.people import Child
from sample.plan import CohortPlan, Plan, QuarterPlan
from sample.quarters import HORIZON
from sample.reoffending import plan_last_stretch, plan_reoffences

#: First day after the extract day of Q3 that an office is open.
FIRST = date(2015, 1, 19)
#: First court appearance, and a further sentence, that reached the service after the extracts of Q3.
LATE_ENTRY, LATE_SENTENCE = date(2014, 12, 11), date(2014, 12, 4)
_PRE_COURT_AGAIN = 4
_STILL_WAITING = 4
_BREACH_SHARE = 0.15


def go_on(children: list[Child], plan: Plan) -> None:
    """Add the occasions of January to June 2015.

    Args:
        children: every record of the world; occasions and new children are added in place.
        plan: how many of everything; see `plan.yaml`.
    """
    rng = stream("later careers")
    caps = {one.label: one.court - one.in_court - one.custody for one in plan.quarters}
    world = World(children, court_cap=caps, since=FIRST, until=HORIZON)
    _awaited(world, rng)
    _late_results(world, rng)
    for quarter in plan.quarters:
        first, last = quarter_days(quarter.label)
        if quarter.is_index_window:
            plan_last_stretch(world, plan.cohorts[2014], _indexed(world, 2014))
        before = len(world.children)
        dealt = _quarter(world, rng, quarter, (max(first, FIRST), last))
        hosted_and_diverted(world, rng, (max(first, FIRST), last))
        if quarter.is_index_window:
            index = {one.serial: one.occasions[-1].on for one in dealt if one.occasions[-1].group != "Custody"}
            cohort = plan.cohorts[2015]
            plan_reoffences(world, CohortPlan(cohort.year, len(index), 0, cohort.reoffences), index)
        _breaches(rng, dealt, before)


def _awaited(world: World, rng: random.Random) -> None:
    """The courts decide most of the offences that were waiting for them on the extract day of Q3."""
    waiting = [
        (child, occasion.offences[0].on)
        for child in world.children
        for occasion in child.occasions
        if not occasion.offences[0].decided
    ]
    for child, committed in waiting[_STILL_WAITING:]:
        on = weekday_between(rng, FIRST, date(2015, 4, 30))
        child.occasions.append(Occasion(on, "Court", "other", [Offence(committed)]))


def _late_results(world: World, rng: random.Random) -> None:
    enter(world, rng, LATE_ENTRY, "Court").drawn = False
    child = draw(world, rng, (LATE_SENTENCE, FIRST), 1)[0]
    happen(rng, child, LATE_SENTENCE, "Court", "again")


def _quarter(world: World, rng: random.Random, quarter: QuarterPlan, days: tuple[date, date]) -> list[Child]:
    """The quarter's entrants, and children seen before; returns all of them."""
    groups: list[Group] = ["Court" if place < quarter.in_court else "Pre-Court" for place in range(quarter.entrants)]
    entrants = [enter(world, rng, weekday_between(rng, *days), group) for group in groups]
    court = quarter.court - quarter.in_court - world.court_planned.get(quarter.label, 0)
    drawn = draw(world, rng, days, court + _PRE_COURT_AGAIN)
    rng.shuffle(drawn)
    kind: Kind = "index" if quarter.is_index_window else "again"
    for place, child in enumerate(drawn):
        group: Group = "Custody" if place < quarter.custody else "Court" if place < court else "Pre-Court"
        happen(rng, child, weekday_between(rng, *days), group, kind)
    return entrants + drawn


def _indexed(world: World, year: int) -> dict[int, date]:
    """Index date by serial number of a January to March cohort that the earlier world made."""
    found: dict[int, date] = {}
    for child in world.children:
        days = [one.on for one in child.occasions if _is_index(one)]
        days += [one.released for one in child.occasions if one.released]
        inside = [day for day in days if day.year == year and in_index_window(day)]
        if inside and child.drawn:
            found[child.serial] = min(inside)
    return found


def _is_index(occasion: Occasion) -> bool:
    return occasion.kind in {"entry", "index"} and occasion.local and occasion.group != "Custody"


def _breaches(rng: random.Random, dealt: list[Child], before: int) -> None:
    """Breaches dealt with beside new offences, by courts, of children known before."""
    known = [child for child in dealt if child.serial <= before and child.occasions[-1].group == "Court"]
    for child in sample_by_weight(rng, known, round(_BREACH_SHARE * len(known)), lambda _: 1.0):
        offences = child.occasions[-1].offences
        offences.append(Offence(max(offence.on for offence in offences), breach=True))


def is_young(child: Child, day: date) -> bool:
    """Whether the child is under 18 for two months more."""
    return eighteenth(child.born) > day + timedelta(days=60)

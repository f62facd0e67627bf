"""Who was dealt with when: the children of the made-up world and their occasions, quarter by quarter, to the plan.

The order of the work is what makes every figure come out: a child drawn for an occasion is spoken for until nothing
planned of it can fall into a re-offending follow-up, a cohort window or another quarter's count by accident.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from sample.chance import day_between, sample_by_weight, stream, weekday_between
from sample.dates import LAST_DAY, add_months, eighteenth, quarter_days
from sample.events import Group, Kind, Occasion, Offence
from sample.people import Child, born_for, new_child
from sample.plan import Plan, QuarterPlan
from sample.reoffending import plan_reoffences

#: Children first dealt with before the extracts' financial years begin, still held by the case system.
BEFORE = 1050
#: Children first dealt with while living elsewhere, each financial quarter; never local entrants.
ELSEWHERE_FIRST = 3
_IN_CUSTODY_DAYS = 240


@dataclass
class World:
    """Everything planned so far.

    Attributes:
        children: every record of a child.
        court_planned: court occasions already planned, by quarter label.
        court_cap: most of them that re-offences may take, by quarter label.
        since: first day on which a planned re-offence is dealt with.
        until: the last such day.
    """

    children: list[Child] = field(default_factory=list)
    court_planned: dict[str, int] = field(default_factory=dict)
    court_cap: dict[str, int] = field(default_factory=dict)
    since: date = date.min
    until: date = LAST_DAY

    def add(self, rng: random.Random, born: date) -> Child:
        """A new child with the next number."""
        child = new_child(rng, len(self.children) + 1, born)
        self.children.append(child)
        return child


def build_careers(plan: Plan) -> World:
    """The world's children and occasions, every quarter of the plan filled."""
    rng = stream("careers")
    world = World(court_cap={q.label: q.court - q.in_court - q.custody - 2 for q in plan.quarters})
    _children_from_before(world, rng)
    for quarter in plan.quarters:
        _elsewhere_first(world, rng, quarter)
        if quarter.is_index_window:
            _index_window(world, rng, quarter, plan)
        else:
            _ordinary_quarter(world, rng, quarter)
    return world


def happen(rng: random.Random, child: Child, on: date, group: Group, kind: Kind) -> Occasion:
    """Deal with the child on that day, for offences since all that is settled before it."""
    after = max(child.settled_until(), on - timedelta(days=90))
    latest = on - timedelta(days=3 if group in {"Pre-Court", "Diversion"} else 7)
    last = day_between(rng, min(after + timedelta(days=1), latest), latest)
    spread = (last - after).days - 1
    first_entry = kind in {"entry", "elsewhere", "diversion"}
    count = rng.choices([1, 2, 3], [86, 11, 3] if first_entry else [55, 30, 15])[0]
    days = [last, *(last - timedelta(days=rng.randint(0, min(14, max(spread, 0)))) for _ in range(count - 1))]
    occasion = Occasion(on, group, kind, [Offence(day) for day in days])
    child.occasions.append(occasion)
    return occasion


def enter(world: World, rng: random.Random, on: date, group: Group, *, younger: bool = False) -> Child:
    """A new child, dealt with for the first time."""
    committed = on - timedelta(days=rng.randint(10, 75))
    child = world.add(rng, born_for(rng, committed, younger=younger))
    child.bound_until = committed - timedelta(days=20)
    happen(rng, child, on, group, "entry")
    child.bound_until = date.min
    return child


def eligible(world: World, first: date, last: date) -> list[Child]:
    """Children with a past who may be dealt with again from first to last: free, and 17 or younger throughout."""
    return [
        child
        for child in world.children
        if child.drawn
        and child.occasions
        and eighteenth(child.born) > last + timedelta(days=1)
        and child.settled_until() + timedelta(days=25) < first
    ]


def draw(world: World, rng: random.Random, days: tuple[date, date], count: int) -> list[Child]:
    """Children to be dealt with again, the often seen more often."""
    first, last = days
    return sample_by_weight(rng, eligible(world, first, last), count, lambda child: 1.0 + 1.5 * len(child.occasions))


def _children_from_before(world: World, rng: random.Random) -> None:
    for _ in range(BEFORE):
        on = weekday_between(rng, date(2004, 10, 1), date(2007, 2, 28))
        enter(world, rng, on, "Court" if rng.random() < 0.4 else "Pre-Court", younger=True)  # noqa: PLR2004


def _elsewhere_first(world: World, rng: random.Random, quarter: QuarterPlan) -> None:
    days = quarter_days(quarter.label)
    for _ in range(ELSEWHERE_FIRST):
        child = enter(world, rng, weekday_between(rng, *days), "Pre-Court", younger=True)
        child.occasions[0].local = False
        child.occasions[0].kind = "elsewhere"


def _entrants(world: World, rng: random.Random, quarter: QuarterPlan) -> list[Child]:
    days = quarter_days(quarter.label)
    groups: list[Group] = ["Court" if place < quarter.in_court else "Pre-Court" for place in range(quarter.entrants)]
    return [enter(world, rng, weekday_between(rng, *days), group) for group in groups]


def _again(world: World, rng: random.Random, quarter: QuarterPlan, court: int, pre_court: int) -> list[Child]:
    """Court occasions and pre-court disposals of children seen before; the first of them custodial, to the plan."""
    first, last = quarter_days(quarter.label)
    kind: Kind = "index" if quarter.is_index_window else "again"
    drawn = draw(world, rng, (first, last), court + pre_court)
    rng.shuffle(drawn)
    for place, child in enumerate(drawn):
        group: Group = "Custody" if place < quarter.custody else "Court" if place < court else "Pre-Court"
        on = weekday_between(rng, first, last)
        happen(rng, child, on, group, kind)
        if group == "Custody":
            child.bound_until = on + timedelta(days=_IN_CUSTODY_DAYS)
    return drawn


def _ordinary_quarter(world: World, rng: random.Random, quarter: QuarterPlan) -> None:
    entrants = _entrants(world, rng, quarter)
    court = quarter.court - quarter.in_court - world.court_planned.get(quarter.label, 0)
    _again(world, rng, quarter, court, pre_court=len(entrants) // 12)


def _release_into(world: World, rng: random.Random, year: int, count: int) -> list[Child]:
    """Children sentenced from July to December whose licence begins in the window: the cohort's releases."""
    inside = [
        (child, occasion)
        for child in world.children
        for occasion in child.occasions
        if occasion.group == "Custody"
        and date(year - 1, 7, 1) <= occasion.on
        and eighteenth(child.born) > date(year, 3, 31)
    ]
    released = sample_by_weight(rng, inside, count, lambda _: 1.0)
    for child, occasion in released:
        occasion.released = weekday_between(
            rng, max(date(year, 1, 2), occasion.on + timedelta(days=60)), date(year, 3, 31)
        )
        child.bound_until = add_months(occasion.released, 12)
    return [child for child, _ in released]


def _index_window(world: World, rng: random.Random, quarter: QuarterPlan, plan: Plan) -> None:
    """A January to March quarter: its cohort, and what the cohort goes on to do."""
    cohort = plan.cohorts[int(quarter.label[:4]) + 1]
    released = _release_into(world, rng, cohort.year, cohort.releases)
    entrants = _entrants(world, rng, quarter)
    court = quarter.court - quarter.in_court
    pre_court = cohort.cohort - quarter.entrants - cohort.releases - (court - quarter.custody)
    seen_before = _again(world, rng, quarter, court, pre_court)
    indexed = [child for child in entrants + seen_before if child.occasions[-1].group != "Custody"]
    index = {child.serial: child.occasions[-1].on for child in indexed}
    index |= {child.serial: add_months(child.bound_until, -12) for child in released}
    plan_reoffences(world, cohort, index)

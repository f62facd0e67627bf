"""Counting things that lie in a period or stand on a day, by area and by heading, in plain Python.

Only the counting belongs here; what the things are is in the domains' oracles. Beside `tally` of `world`: a thing may
last, may be counted once under a name, and may have a numerator of its own under each heading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tests.oracles.world import Answer, Row, World, counts_in

Heading = tuple[str, str]
ALL: Heading = ("all", "all")


@dataclass(frozen=True)
class Thing:
    """Something to be counted.

    Attributes:
        area_key: where it counts.
        first: first day on which it is there; its only day for an event.
        last: last day, None while it lasts.
        under: heading -> what it adds to the numerator there; the headline is one of them.
        name: things of one name are counted once in a period under a heading; "" for each by itself.
    """

    area_key: str
    first: date
    last: date | None
    under: dict[Heading, float]
    name: str = ""


def event(day: date, area_key: str, under: dict[Heading, float], name: str = "") -> Thing:
    """A thing of one day."""
    return Thing(area_key, day, day, under, name)


def alike(described: dict[str, str], adds: float = 1) -> dict[Heading, float]:
    """The headline and each heading of a thing, adding the same to all."""
    return dict.fromkeys([ALL, *described.items()], adds)


def count(world: World, bases: tuple[str, ...], things: list[Thing], *, local: bool = True) -> Answer:
    """Numerators alone.

    Args:
        world: whose periods and areas.
        bases: kinds of period.
        things: what there is.
        local: they lie in districts; if not, only the whole service has a figure.
    """
    told = share(world, bases, things, local=local)
    return {key: (numerator, None) for key, (numerator, _) in told.items()}


def share(world: World, bases: tuple[str, ...], things: list[Thing], *, local: bool = True) -> Answer:
    """Numerators in the number of things, each period and area with its nought."""
    headings = sorted({heading for thing in things for heading in thing.under} - {ALL})
    answer: Answer = {}
    for period in world.of(*bases):
        there = [thing for thing in things if is_there(thing, period)]
        answer |= in_period(world, period["period_id"], there, headings, local=local)
    return answer


def in_period(world: World, period_id: str, there: list[Thing], headings: list[Heading], *, local: bool) -> Answer:
    """One period's figures: the headline of each area, and the service's under each heading."""
    answer: Answer = {}
    for area in world.own_areas():
        if local or area.level == "service":
            here = [thing for thing in there if not local or counts_in(area, thing.area_key)]
            answer[period_id, area.code, *ALL] = added(here, ALL)
    for heading in headings:
        answer[period_id, world.service.code, *heading] = added(there, heading)
    return answer


def is_there(thing: Thing, period: Row) -> bool:
    """Whether it happened in the period, or stood on its one day."""
    return bool(thing.first <= period["period_end"] and (thing.last is None or thing.last >= period["period_start"]))


def added(things: Iterable[Thing], heading: Heading) -> tuple[float, float | None]:
    """Numerator and number of the things under a heading, those of one name once."""
    once: dict[object, float] = {}
    for place, thing in enumerate(things):
        if heading in thing.under:
            once[thing.name or place] = thing.under[heading]
    return float(sum(once.values())), float(len(once))

"""Counting children once each, by period, area and heading: what the oracles of health and caseload share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.oracles.world import Answer, World, counts_in


@dataclass(frozen=True)
class Seen:
    """One record of one child in one period.

    Attributes:
        period_id: the period.
        who: what tells the child from others.
        area_key: where the record counts.
        described: its headings.
        counts: whether it is in the numerator.
    """

    period_id: str
    who: object
    area_key: str
    described: dict[str, str] = field(default_factory=dict)
    counts: bool = True


def count_children(
    world: World, bases: tuple[str, ...], seen: list[Seen], headings: Iterable[tuple[str, str]]
) -> Answer:
    """Children that count over children seen, each once in every cell."""
    answer: Answer = {}
    for period in world.of(*bases):
        here = [one for one in seen if one.period_id == period["period_id"]]
        for area in world.own_areas():
            inside = [one for one in here if counts_in(area, one.area_key)]
            answer[period["period_id"], area.code, "all", "all"] = heads(inside)
        for breakdown, category in headings:
            chosen = [one for one in here if one.described.get(breakdown) == category]
            answer[period["period_id"], world.service.code, breakdown, category] = heads(chosen)
    return answer


def heads(seen: list[Seen]) -> tuple[float, float | None]:
    """Different children that count, and different children."""
    return float(len({one.who for one in seen if one.counts})), float(len({one.who for one in seen}))

"""Children as the oracle of specialist work sees them: who they are, when something stood, how they are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from tests.oracles.outcomes import children, same_child
from tests.oracles.world import Answer, Fact, Row, World, age_on, counts_in, tally

#: Stands for "it goes on".
NEVER = date(2999, 12, 31)


@dataclass(frozen=True)
class Spell:
    """One stretch of days of one child, and whether it adds to the numerator of a period."""

    who: object
    first: date
    last: date
    area_key: str
    described: dict[str, str]
    counts: Callable[[Row], bool] = field(default=lambda _: True)


def known(world: World) -> dict[str, Row]:
    """Children by number, with what is not recorded in words and who they are whatever their number."""
    return {
        ypid: {**child, "sex": child["sex"] or "Unknown", "who": same_child(child)}
        for ypid, child in children(world).items()
    }


def told_of(world: World, table: str) -> list[Row]:
    """A log's rows of known children, each with its child."""
    found = known(world)
    return [{**row, "child": found[row["ypid"]]} for row in world.rows(table) if row["ypid"] in found]


def of_child(child: Row, day: date) -> dict[str, str]:
    """The child's headings on a day."""
    years = age_on(child["date_of_birth"], day)
    band = "10-14" if years < 15 else "15-17" if years < 18 else "18 and over"
    return {"sex": child["sex"], "ethnicity_group": child["ethnicity_group"], "age_band": band}


def eighteen(child: Row) -> date:
    """The day of turning 18; 1 March for one born on 29 February."""
    born = child["date_of_birth"]
    return date(born.year + 18, 3, 1) if (born.month, born.day) == (2, 29) else born.replace(year=born.year + 18)


def people(world: World, bases: tuple[str, ...], spells: list[Spell], *, share: bool = True) -> Answer:
    """Children, each once, of the spells that touch a period: every own area, and the service by every heading."""
    headings = sorted({heading for spell in spells for heading in spell.described.items()})
    answer: Answer = {}
    for period in world.of(*bases):
        inside = [one for one in spells if one.first <= period["period_end"] and one.last >= period["period_start"]]
        name = period["period_id"]
        for area in world.own_areas():
            here = [one for one in inside if counts_in(area, one.area_key)]
            answer[name, area.code, "all", "all"] = heads(here, period, share=share)
        for what, which in headings:
            under = [one for one in inside if one.described.get(what) == which]
            answer[name, world.service.code, what, which] = heads(under, period, share=share)
    return answer


def heads(spells: Iterable[Spell], period: Row, *, share: bool) -> tuple[float, float | None]:
    """Children that count, and children in all."""
    there = list(spells)
    counted = {one.who for one in there if one.counts(period)}
    return float(len(counted)), float(len({one.who for one in there})) if share else None


def among(fact: Fact, numerator: float, denominator: float = 1) -> Fact:
    """The fact as part of a share."""
    return Fact(fact.day, fact.area_key, numerator, denominator, fact.described)


def shares(world: World, bases: tuple[str, ...], facts: list[Fact]) -> Answer:
    """As `tally`, with a denominator even where there is no fact at all."""
    answer = tally(world, bases, facts)
    return {key: (top, bottom if bottom is not None else 0.0) for key, (top, bottom) in answer.items()}

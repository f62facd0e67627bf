"""What the public was shown before: it stays known, and what adds up with it gives away as much as it did then.

What belongs here: reading what earlier publishable versions and quarters showed. A count shown before and unchanged is
known. Of one that is another now the older number is known, and stands in every relation that still holds with it: so
version 2 less version 1 is seen. Below the whole service such a difference is a count of its own, that may be small.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from assets.report.disclosure.cells import Cell, Relation
from assets.report.figures.lookup import ALL, number, records
from assets.report.publishable.counts import Count, Counts, place_of
from assets.report.publishable.kinds import PARTS, Place


@dataclass(frozen=True)
class Before:
    """What earlier versions and quarters told of the counts.

    Attributes:
        known: counts that were shown as they are now.
        changed: a version or quarter each, oldest first: counts that it showed otherwise, with the number it showed.
        hidden: counts that the newest of them hid.
        places: where they had figures, shown or hidden.
    """

    known: frozenset[Count]
    changed: tuple[Mapping[Count, int], ...]
    hidden: frozenset[Count]
    places: frozenset[Place]


def before(counts: Counts, shown_before: Sequence[pd.DataFrame], home: str) -> Before:
    """What is known of the counts from what was shown before.

    Args:
        counts: all counts.
        shown_before: figures as earlier versions and quarters showed them, oldest first.
        home: code of the whole service.
    """
    told = [_told(counts, frame) for frame in shown_before]
    shown = [{place: seen for place, seen in one.items() if seen is not None} for one in told]
    known = {
        counts.by_place[place]
        for one in shown
        for place, seen in one.items()
        if seen == counts.value[counts.by_place[place]]
    }
    changed = tuple(
        {counts.by_place[place]: seen for place, seen in one.items() if seen != counts.value[counts.by_place[place]]}
        for one in shown
    )
    hidden = {counts.by_place[place] for place, seen in (told[-1].items() if told else ()) if seen is None}
    return Before(
        frozenset(known), changed, frozenset(hidden), _beside(counts, {place for one in told for place in one}, home)
    )


def _beside(counts: Counts, places: Collection[Place], home: str) -> frozenset[Place]:
    """The places with all that stand in a table with them: what was hidden there then is still to be protected.

    Of a table of areas of which the whole service alone was shown, the areas were not there at all.
    """
    tables = {_table(place) for place in places if place.breakdown != ALL or place.area_code != home}
    return frozenset(places) | {place for place in counts.by_place if _table(place) in tables}


def _table(place: Place) -> tuple[str, ...]:
    """What places of one table have in common: all but the category, or of headlines all but the area."""
    if place.breakdown == ALL:
        return place.measure_id, place.period_id, place.part
    return place.measure_id, place.period_id, place.part, place.area_code, place.breakdown


def _told(counts: Counts, frame: pd.DataFrame) -> dict[Place, int | None]:
    """The places that a version had, each with the number it showed; None where it was hidden."""
    found: dict[Place, int | None] = {}
    for row in records(frame):
        for part in PARTS:
            place, shown = place_of(row, part), number(row[part])
            if place in counts.by_place:
                found[place] = None if shown is None else int(shown)
    return found


def as_shown_then(
    relations: Iterable[Relation], changed: Sequence[Mapping[Count, int]], value: Mapping[str, int]
) -> Iterator[Relation]:
    """Each relation with the numbers that an earlier version showed, where it still holds with them.

    Args:
        relations: over cells as they are now.
        changed: a version each: counts that it showed otherwise.
        value: cell id -> its number now.
    """
    listed = list(relations)
    for version in changed:
        old = {count.id: shown for count, shown in version.items()}
        for relation in listed:
            if any(name in old for name, _ in relation.terms):
                yield from _held(relation, old, value)


def _held(relation: Relation, old: Mapping[str, int], value: Mapping[str, int]) -> Iterator[Relation]:
    terms = tuple(term for term in relation.terms if term[0] not in old)
    moved = sum(factor * old[name] for name, factor in relation.terms if name in old)
    low = None if relation.low is None else relation.low - moved
    high = None if relation.high is None else relation.high - moved
    total = sum(factor * value[name] for name, factor in terms)
    if terms and (low is None or low <= total) and (high is None or total <= high):
        yield Relation(terms, low, high)


def differences(
    changed: Sequence[Mapping[Count, int]], value: Mapping[Count, int], home: str
) -> tuple[list[Cell], list[Relation]]:
    """How much each count below the whole service went up or down since a version, as cells that are not printed.

    Args:
        changed: a version each: counts that it showed otherwise.
        value: the numbers now.
        home: code of the whole service.
    """
    cells: dict[str, Cell] = {}
    relations: list[Relation] = []
    pairs = {pair for version in changed for pair in version.items()}
    for count, shown in sorted(pairs, key=lambda pair: (pair[0].id, pair[1])):
        if count.point.area != home or count.series.breakdown != ALL:
            moved = value[count] - shown
            name = f"{count.id}|{'more' if moved > 0 else 'less'} than {shown}"
            cells[name] = Cell(name, abs(moved), printed=False)
            relations.append(Relation(((count.id, 1), (name, -1 if moved > 0 else 1)), shown, shown))
    return list(cells.values()), relations

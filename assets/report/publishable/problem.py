"""The figures that the publishable edition would show, as cells and relations for `assets.report.disclosure`.

What belongs here: bringing counts, relations and what is known already into one problem; what hiding a count costs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

import pandas as pd

from assets.report.disclosure.cells import Cell, Problem, Relation, Share
from assets.report.figures.lookup import ALL, records
from assets.report.inputs import ReturnInputs
from assets.report.publishable.counts import Count, Counts, Series, place_of
from assets.report.publishable.earlier import Before, as_shown_then, before, differences
from assets.report.publishable.kinds import PARTS, Place, is_share
from assets.report.publishable.periods import Months, in_time
from assets.report.publishable.sums import category_sums, cohort_steps, family_sums, place_sums, shares, twin_tables
from assets.report.sheets.overrepresentation import COMPOSITION

#: What hiding one place of a count costs: anywhere; for the whole service; in a headline period; hidden before.
ANYWHERE, HEADLINE, CURRENT, AGAIN = 1, 4, 16, 4


@dataclass(frozen=True)
class Posed:
    """The problem, and how to find a figure in it.

    Attributes:
        problem: cells, relations and shares.
        by_place: place -> id of its cell, for every place that the edition would show.
    """

    problem: Problem
    by_place: Mapping[Place, str]


def posed(inputs: ReturnInputs, counts: Counts, scope: pd.DataFrame) -> Posed:
    """The problem of showing these rows.

    Args:
        inputs: the return's inputs.
        counts: the counts of all its figures.
        scope: the rows of the figures that the edition would show.
    """
    places = [place for row in records(scope) for part in PARTS if (place := place_of(row, part)) in counts.by_place]
    told = before(counts, inputs.shown_before, inputs.service.code)
    known = told.known | {counts.by_place[place] for place in places if place.measure_id == COMPOSITION}
    relations, parts, reckoned = _relations(inputs, counts, {*places, *told.places})
    cells = _cells(counts, places, known, _costs(inputs, counts, places, told))
    unseen = {counts.by_place[place]: counts.value[counts.by_place[place]] for place in told.places} | reckoned
    cells |= {
        count.id: Cell(count.id, number, known=count in known, printed=False)
        for count, number in unseen.items()
        if count.id not in cells
    }
    value = {name: cell.count for name, cell in cells.items()}
    changed = [{count: shown for count, shown in one.items() if count.id in cells} for one in told.changed]
    more, moved = differences(changed, counts.value, inputs.service.code)
    relations += [*as_shown_then(relations, changed, value), *moved]
    problem = _joined([*cells.values(), *more], _telling(relations, cells), parts)
    return Posed(problem, {place: counts.by_place[place].id for place in places})


def _relations(
    inputs: ReturnInputs, counts: Counts, places: Collection[Place]
) -> tuple[list[Relation], list[Share], dict[Count, int]]:
    """Everything that links the counts of these places, and the counts that can be reckoned from it."""
    there = {counts.by_place[place] for place in places}
    windows: dict[tuple[Series, str], set[Months]] = defaultdict(set)
    for count in there:
        if not isinstance(count.point.window, str):
            windows[count.series, count.point.area].add(count.point.window)
    through = in_time(counts, windows)
    listed = chain(
        place_sums(counts, there, inputs.service.areas),
        category_sums(counts, places),
        family_sums(counts, places),
        twin_tables(counts, places),
        cohort_steps(counts, places),
        through.relations,
    )
    return list(dict.fromkeys(listed)), list(shares(counts, places)), dict(through.reckoned)


def _cells(
    counts: Counts, places: Iterable[Place], known: Collection[Count], costs: Mapping[Count, int]
) -> dict[str, Cell]:
    """The cells that are printed; the parts of a figure that is no share go together."""
    groups: dict[Count, str] = {}
    for place in sorted(places):
        below = counts.by_place.get(place._replace(part=PARTS[1]))
        if below is not None and not is_share(counts.measures[place.measure_id]):
            groups.setdefault(counts.by_place[place], below.id)
    return {
        count.id: Cell(
            count.id, counts.value[count], known=count in known, weight=costs[count], group=groups.get(count, "")
        )
        for count in sorted({counts.by_place[place] for place in places}, key=lambda count: count.id)
    }


def _costs(inputs: ReturnInputs, counts: Counts, places: Iterable[Place], told: Before) -> dict[Count, int]:
    """What hiding each count costs: the more places it stands in, the nearer to the headline, the more."""
    current = set(inputs.periods.loc[inputs.periods["is_current"].astype(bool), "period_id"].astype(str))
    costs: Counter[Count] = Counter()
    for place in places:
        headline = place.breakdown == ALL and place.area_code == inputs.service.code
        costs[counts.by_place[place]] += ANYWHERE + headline * (HEADLINE + CURRENT * (place.period_id in current))
    return {count: max(1, cost // AGAIN) if count in told.hidden else cost for count, cost in costs.items()}


def _joined(cells: Collection[Cell], relations: Collection[Relation], parts: Collection[Share]) -> Problem:
    """The problem without what hangs together with nothing that is printed now: it was published as it was."""
    links = [[name for name, _ in relation.terms] for relation in relations] + [[one.part, one.whole] for one in parts]
    near: dict[str, set[str]] = defaultdict(set)
    for names in links:
        for name in names:
            near[name].update(names)
    reached = {cell.id for cell in cells if cell.printed}
    edge = set(reached)
    while edge:
        edge = set().union(*(near[name] for name in edge)) - reached
        reached |= edge
    return Problem(
        tuple(cell for cell in cells if cell.id in reached),
        tuple(relation for relation in relations if relation.terms[0][0] in reached),
        tuple(one for one in parts if one.part in reached),
    )


def _telling(relations: Iterable[Relation], cells: Mapping[str, Cell]) -> list[Relation]:
    """The relations without those that tell nothing: two counts or more in them stand nowhere else, nor in print."""
    kept = list(relations)
    while True:
        uses = Counter(name for relation in kept for name, _ in relation.terms)
        left = [one for one in kept if _loose(one, uses, cells) < 2]  # noqa: PLR2004 - one alone can be reckoned
        if len(left) == len(kept):
            return kept
        kept = left


def _loose(relation: Relation, uses: Mapping[str, int], cells: Mapping[str, Cell]) -> int:
    """How many counts of a relation stand in no other and are not printed."""
    return sum(uses[name] == 1 and name in cells and not cells[name].printed for name, _ in relation.terms)

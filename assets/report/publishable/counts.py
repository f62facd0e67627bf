"""The figures of people as counts: in which series and at which point each stands, and which series are the same.

What belongs here: reading figures as counts. Two series of equal numbers wherever both have one are taken for the same
children counted twice (in two themes, or as the denominator of several shares), since every reader of both would take
them so. That they are equal is checked in the figures, never believed of the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, cast

import numpy as np
import pandas as pd

from assets.report.inputs import ReturnInputs
from assets.report.publishable.kinds import (
    PARTS,
    Place,
    has_count_below,
    is_amount,
    is_derived,
    is_public,
)
from assets.report.sheets.overrepresentation import COMPOSITION, YOUNG_PEOPLE
from schemas.measure import Measure

#: Bases whose periods are windows of whole quarters in which things happen, so that windows may add up.
WINDOWS = frozenset({"quarter", "ytd", "fy", "rolling_year", "half_year", "two_years"})
#: Points that two series must share, and the least that one of them must reach, to be taken for the same.
SHARED_POINTS = 3
LEAST_PEAK = 5

#: Months since the year nought: first, and first after; or the name of a period that is no window.
Window = tuple[int, int] | str


class Series(NamedTuple):
    """One count through time and places.

    Attributes:
        measure_id: its measure.
        breakdown: its breakdown.
        category: its category.
        part: numerator or denominator.
    """

    measure_id: str
    breakdown: str
    category: str
    part: str


class Point(NamedTuple):
    """When and where a count stands.

    Attributes:
        window: its window.
        area: code of its area.
    """

    window: Window
    area: str


class Count(NamedTuple):
    """One count, however often it stands in the figures.

    Attributes:
        series: the first of the series that are one and the same.
        point: when and where.
    """

    series: Series
    point: Point

    @property
    def id(self) -> str:
        """Its name as a cell; the same in every quarter's return unless the series' own name changes."""
        window = self.point.window
        said = window if isinstance(window, str) else f"{window[0]} to {window[1]}"
        return "|".join((*self.series, said, self.point.area))


@dataclass(frozen=True)
class Counts:
    """All counts of people in the figures.

    Attributes:
        by_place: where each count stands: place -> count.
        value: count -> number.
        windows: the windows of each series and area, with their numbers.
        measures: headers by id.
    """

    by_place: Mapping[Place, Count]
    value: Mapping[Count, int]
    measures: Mapping[str, Measure]
    windows: Mapping[tuple[Series, str], Mapping[tuple[int, int], int]] = field(default_factory=dict)


def counted(inputs: ReturnInputs) -> Counts:
    """The counts of people among the figures; amounts, changes and what is published elsewhere are none."""
    measures = {one.id: one for one in inputs.measures}
    bases = dict(zip(inputs.periods["period_id"].astype(str), inputs.periods["basis"].astype(str), strict=True))
    listed = [entry for part in PARTS for entry in _entries(inputs.figures, measures, bases, part)]
    same = _same(listed)
    at = {place: Count(same[series], point) for place, series, point, _ in listed}
    value = {at[place]: number for place, _, _, number in listed}
    return Counts(at, value, measures, _windows(value))


Entry = tuple[Place, Series, Point, int]


def _entries(
    figures: pd.DataFrame, measures: Mapping[str, Measure], bases: Mapping[str, str], part: str
) -> list[Entry]:
    """The counts of one part of the figures, in their order."""
    known = figures.loc[figures[part].notna() & figures[part].mod(1).eq(0) & figures[part].ge(0)]
    names = ("measure_id", "period_id", "area_code", "breakdown", "category", "period_start", "period_end", part)
    rows = zip(*(known[name].tolist() for name in names), strict=True)
    found: list[Entry] = []
    for measure_id, period, area, breakdown, category, start, end, number in rows:
        if measure_id in measures and _is_count(measures[measure_id], breakdown, part):
            window = _window(period, bases.get(period, ""), start, end)
            place = Place(measure_id, period, area, breakdown, category, part)
            found.append((place, Series(measure_id, breakdown, category, part), Point(window, area), int(number)))
    return found


def _is_count(measure: Measure, breakdown: str, part: str) -> bool:
    """Whether that part of a measure's rows counts people or what was done by, to or with them."""
    if is_public(measure) or is_derived(measure):
        return False
    if measure.id == COMPOSITION:
        return breakdown == YOUNG_PEOPLE and part == "numerator"
    return has_count_below(measure) if part == "denominator" else not is_amount(measure)


def _window(period: str, basis: str, start: date, end: date) -> Window:
    """The window of a period: months where such periods may add up, else its own name."""
    if basis not in WINDOWS:
        return period
    return 12 * start.year + start.month - 1, 12 * end.year + end.month


def _windows(value: Mapping[Count, int]) -> dict[tuple[Series, str], dict[tuple[int, int], int]]:
    """The windows of each series and area."""
    found: dict[tuple[Series, str], dict[tuple[int, int], int]] = {}
    for count, number in value.items():
        if not isinstance(count.point.window, str):
            found.setdefault((count.series, count.point.area), {})[count.point.window] = number
    return found


def _same(entries: Iterable[Entry]) -> dict[Series, Series]:
    """Each series with the first, by name, of those that are one and the same with it."""
    held: dict[Series, dict[Point, int]] = {}
    for _, series, point, number in entries:
        held.setdefault(series, {})[point] = number
    names = sorted(held)
    first = {name: name for name in names}
    members = {name: [name] for name in names}
    for one, other in _alike(names, held):
        low, high = sorted((first[one], first[other]))
        if low != high and _agree(held[low], held[high]):
            held[low] = held[low] | held[high]
            members[low] += members[high]
            first.update(dict.fromkeys(members[high], low))
    return first


def _agree(one: Mapping[Point, int], other: Mapping[Point, int]) -> bool:
    return all(one[point] == other[point] for point in one.keys() & other.keys())


def _alike(names: list[Series], held: Mapping[Series, Mapping[Point, int]]) -> list[tuple[Series, Series]]:
    """Pairs of series that are equal at all points that both have, and could hardly be so by chance."""
    points = {point: place for place, point in enumerate(dict.fromkeys(p for name in names for p in held[name]))}
    table = np.full((len(names), len(points)), np.nan, dtype=np.float64)
    for row, name in enumerate(names):
        table[row, [points[point] for point in held[name]]] = list(held[name].values())
    found = []
    for row in range(len(names)):
        mine = ~np.isnan(table[row])
        rest = table[row + 1 :, mine]
        there = ~np.isnan(rest)
        equal = ((rest == table[row, mine]) | ~there).all(axis=1) & (there.sum(axis=1) >= SHARED_POINTS)
        found += [
            (names[row], names[row + 1 + int(other)])
            for other in np.flatnonzero(equal)
            if _tells(table[row, mine][there[int(other)]])
        ]
    return found


def _tells(shared: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> bool:
    """Whether equal numbers say that the same was counted: they vary, and are not all small."""
    return bool(shared.max() >= LEAST_PEAK and len(np.unique(shared)) > 1)


def place_of(row: Mapping[str, object], part: str) -> Place:
    """The place of one part of a row of figures."""
    names = ("measure_id", "period_id", "area_code", "breakdown", "category")
    return Place(*cast("tuple[str, str, str, str, str]", tuple(str(row[name]) for name in names)), part)

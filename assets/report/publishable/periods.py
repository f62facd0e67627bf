"""What adds up through time: quarters to years to date, years and rolling years.

What belongs here: relations between windows of one series in one area. A quarter that is not printed but can be
reckoned (a year less its first three quarters) is a count as well, and gets a cell of its own that is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assets.report.disclosure.cells import Relation, at_most, total
from assets.report.publishable.counts import Count, Counts, Point, Series

Months = tuple[int, int]
QUARTER = 3
#: Of the windows that can be tried, how many must be the sum of their quarters for the rest to be taken so.
MOSTLY = 0.9


@dataclass(frozen=True)
class InTime:
    """Relations through time, and the counts in them that the figures do not hold themselves.

    Attributes:
        relations: over cells.
        reckoned: count -> number.
    """

    relations: tuple[Relation, ...]
    reckoned: Mapping[Count, int]


def in_time(counts: Counts, shown: Mapping[tuple[Series, str], set[Months]]) -> InTime:
    """The relations between the windows shown of each series and area.

    Args:
        counts: all counts.
        shown: series and area -> the windows in question.
    """
    relations: list[Relation] = []
    reckoned: dict[Count, int] = {}
    additive: dict[Series, bool] = {}
    for (series, area), windows in sorted(shown.items()):
        known = dict(counts.windows[series, area])
        if series not in additive:
            additive[series] = adds_up(counts, series)
        quarters = solved(known) if additive[series] else known
        made = _Line(series, area, known, quarters, windows, additive=additive[series])
        relations += made.relations()
        reckoned |= {made.count(one): number for one, number in made.reckoned.items()}
    return InTime(tuple(relations), reckoned)


def adds_up(counts: Counts, series: Series) -> bool:
    """Whether the windows of a series are sums of their quarters, wherever all of these are known."""
    tried = [
        known[window] == sum(known[one] for one in quarters_of(window))
        for (name, _), known in counts.windows.items()
        if name == series
        for window in known
        if len(quarters_of(window)) > 1 and known.keys() >= set(quarters_of(window))
    ]
    return sum(tried) >= MOSTLY * len(tried)


def quarters_of(window: Months) -> tuple[Months, ...]:
    """The quarters a window consists of."""
    return tuple((start, start + QUARTER) for start in range(window[0], window[1], QUARTER))


def solved(known: Mapping[Months, int]) -> dict[Months, int]:
    """The windows, with every quarter that follows from them; none below nought."""
    found = dict(known)
    while True:
        new = {}
        for window in known:
            missing = [one for one in quarters_of(window) if one not in found]
            if len(missing) == 1:
                new[missing[0]] = known[window] - sum(found[one] for one in quarters_of(window) if one in found)
        new = {quarter: number for quarter, number in new.items() if number >= 0}
        if not new:
            return found
        found |= new


class _Line:
    """One series in one area through time."""

    def __init__(
        self,
        series: Series,
        area: str,
        known: Mapping[Months, int],
        quarters: Mapping[Months, int],
        windows: set[Months],
        *,
        additive: bool,
    ) -> None:
        self._series, self._area, self._known = series, area, known
        self._quarters, self._windows, self._additive = quarters, sorted(windows), additive
        self.reckoned: dict[Months, int] = {}

    def count(self, window: Months) -> Count:
        """The count of a window."""
        return Count(self._series, Point(window, self._area))

    def relations(self) -> Iterator[Relation]:
        """The relations of the windows, longest last."""
        for window in self._windows:
            if len(quarters_of(window)) > 1:
                yield from self._of(window)

    def _of(self, window: Months) -> Iterator[Relation]:
        """A window as the sum of its quarters, else of two windows, else no less than what lies in it."""
        parts = quarters_of(window)
        if self._quarters.keys() >= set(parts) and self._sum(parts) == self._known[window]:
            yield self._total(window, parts)
            return
        yield from self._in_two(window)
        if not self._additive:
            yield from self._holds(window)

    def _in_two(self, window: Months) -> Iterator[Relation]:
        """A window that adds up, as one that begins with it and the rest: a year as nine months and a quarter."""
        for first in self._windows if self._additive else []:
            second = (first[1], window[1])
            rest = self._known[window] - self._known[first]
            if first[0] == window[0] and first[1] < window[1] and self._known.get(second, rest) == rest >= 0:
                self.reckoned[second] = rest
                yield total(self.count(window).id, (self.count(first).id, self.count(second).id))

    def _sum(self, parts: tuple[Months, ...]) -> int:
        return sum(self._quarters[one] for one in parts)

    def _total(self, window: Months, parts: tuple[Months, ...]) -> Relation:
        self.reckoned |= {one: self._quarters[one] for one in parts}
        return total(self.count(window).id, [self.count(one).id for one in parts])

    def _holds(self, window: Months) -> Iterator[Relation]:
        """Each window that lies within this one is no more than it; together its quarters are no less."""
        for one in self._windows:
            inside = window[0] <= one[0] and one[1] <= window[1] and one != window
            if inside and self._known[one] <= self._known[window]:
                yield at_most(self.count(one).id, self.count(window).id)
        parts = quarters_of(window)
        if set(parts) <= set(self._windows) and self._sum(parts) >= self._known[window]:
            terms = ((self.count(window).id, -1), *((self.count(one).id, 1) for one in parts))
            yield Relation(terms, 0, None)

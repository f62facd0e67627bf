"""What adds up to what at one time: places to the whole, categories to their headline, measures of one family, parts.

What belongs here: relations between counts of the same period. Each is held against the true figures first, and what
does not hold is no relation. Where parts leave a rest (no home known, no group recorded) the rest is taken for known
to everybody: an attacker may well know it, and what is safe from him is safe from all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from assets.report.disclosure.cells import Relation, Share, at_most, same
from assets.report.figures.lookup import ALL
from assets.report.publishable.counts import Count, Counts, Point
from assets.report.publishable.kinds import PARTS, Place, is_share
from schemas.service import Area

#: Measures of one family that can add up to their common whole, e.g. the levels of supervision.
MOST_TOGETHER = 4
COHORT = "+"
#: Breakdown of what stands beside a headline and is no part of it: children who re-offended, beside re-offences.
BESIDE = "statistic"


def place_sums(counts: Counts, shown: Iterable[Count], areas: Collection[Area]) -> Iterator[Relation]:
    """Areas and what they consist of: service, counties, localities, districts.

    Args:
        counts: all counts.
        shown: the counts in question.
        areas: the service's areas.
    """
    places: dict[tuple[object, object], set[str]] = defaultdict(set)
    for count in shown:
        places[count.series, count.point.window].add(count.point.area)
    for (series, window), here in sorted(places.items(), key=repr):
        for whole, parts in _divisions(areas, here):
            of = {area: Count(series, Point(window, area)) for area in (whole, *parts)}  # type: ignore[arg-type]
            yield from with_rest(counts.value, of[whole], [of[part] for part in parts])


def _divisions(areas: Collection[Area], here: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each area with the areas of one level that it consists of exactly, among those that are here."""
    known = [area for area in areas if area.code in here and area.districts]
    for whole in known:
        for level in sorted({area.level for area in known}):
            parts = [one for one in known if one.level == level and set(one.districts) < set(whole.districts)]
            districts = sorted(code for one in parts for code in one.districts)
            if districts == sorted(whole.districts):
                yield whole.code, tuple(one.code for one in parts)
        yield from _single_districts(whole, known)


def _single_districts(whole: Area, known: Collection[Area]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """An area with its districts, where one of them (a unitary authority) is of another level."""
    singles = {one.code for one in known if len(one.districts) == 1}
    if len(whole.districts) > 1 and set(whole.districts) <= singles:
        yield whole.code, tuple(sorted(whole.districts))


def with_rest(value: Mapping[Count, int], whole: Count, parts: Collection[Count]) -> Iterator[Relation]:
    """Whole = parts + a rest that everybody knows; nothing where the parts overlap and come to more than the whole."""
    rest = value[whole] - sum(value[part] for part in parts)
    if rest >= 0 and whole not in parts and len(set(parts)) == len(parts):
        yield Relation(((whole.id, 1), *((part.id, -1) for part in parts)), rest, rest)


def category_sums(counts: Counts, places: Iterable[Place]) -> Iterator[Relation]:
    """The categories of each breakdown and their headline; of a breakdown that overlaps, each at most the headline."""
    found: dict[Place, list[Count]] = defaultdict(list)
    listed = sorted(set(places))
    for place in listed:
        if place.breakdown != ALL:
            found[place._replace(category="")].append(counts.by_place[place])
    for one, parts in found.items():
        whole = counts.by_place.get(one._replace(breakdown=ALL, category=ALL))
        if whole is not None:
            sums = [] if one.breakdown == BESIDE else list(with_rest(counts.value, whole, parts))
            yield from sums or _each_at_most(counts.value, whole, parts)


def _each_at_most(value: Mapping[Count, int], whole: Count, parts: Iterable[Count]) -> Iterator[Relation]:
    for part in dict.fromkeys(parts):
        if part != whole and value[part] <= value[whole]:
            yield at_most(part.id, whole.id)


def shares(counts: Counts, places: Iterable[Place]) -> Iterator[Share]:
    """Numerator and denominator of each share, where no share of the measure has a part above its whole."""
    pairs = {
        (counts.by_place[place], counts.by_place[below])
        for place in places
        if place.part == PARTS[0]
        and is_share(counts.measures[place.measure_id])
        and (below := place._replace(part=PARTS[1])) in counts.by_place
    }
    for part, whole in sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id)):
        if part != whole and counts.value[part] <= counts.value[whole]:
            yield Share(part.id, whole.id)


def family_sums(counts: Counts, places: Iterable[Place]) -> Iterator[Relation]:
    """Measures of a family with one common denominator whose numerators add up to it at every point."""
    wholes: dict[tuple[str, str, str, str], dict[Count, dict[str, Count]]] = defaultdict(lambda: defaultdict(dict))
    for place in sorted(set(places)):
        below = counts.by_place.get(place._replace(part=PARTS[1]))
        if place.part == PARTS[0] and below is not None:
            key = (counts.measures[place.measure_id].family, *below.series[:3])
            wholes[key][below][place.measure_id] = counts.by_place[place]
    for by_whole in wholes.values():
        yield from _together(counts.value, by_whole)


def _together(value: Mapping[Count, int], by_whole: Mapping[Count, Mapping[str, Count]]) -> Iterator[Relation]:
    """The sets of measures that add up to the whole wherever all of them stand."""
    ids = sorted({one for found in by_whole.values() for one in found})
    for size in range(2, min(len(ids), MOST_TOGETHER) + 1):
        for chosen in combinations(ids, size):
            there = [
                (whole, [found[one] for one in chosen])
                for whole, found in by_whole.items()
                if found.keys() >= {*chosen}
            ]
            if there and all(value[whole] == sum(value[part] for part in parts) for whole, parts in there):
                for whole, parts in there:
                    yield from with_rest(value, whole, parts)


def twin_tables(counts: Counts, places: Iterable[Place]) -> Iterator[Relation]:
    """Two tables of one breakdown that are equal throughout: the same children, told under two names of a period.

    One series of equal numbers at the same periods is found in `counts`; here are those of unlike periods, as a cohort
    tracked on a day and the same cohort nine months on.
    """
    tables: dict[Place, dict[str, Count]] = defaultdict(dict)
    for place in sorted(set(places)):
        if place.breakdown != ALL:
            rows = tables[place._replace(category="")]
            rows[place.category] = counts.by_place[place]
            whole = counts.by_place.get(place._replace(breakdown=ALL, category=ALL))
            if whole is not None:
                rows[ALL] = whole
    alike: dict[tuple[object, ...], dict[str, Count]] = {}
    for table, found in tables.items():
        numbers = tuple((category, counts.value[found[category]]) for category in sorted(found))
        key = (table.area_code, table.breakdown, table.part, numbers)
        if len({number for _, number in numbers}) > 1:
            first = alike.setdefault(key, found)
            yield from (same(first[one].id, found[one].id) for one in sorted(found) if first[one] != found[one])


def cohort_steps(counts: Counts, places: Iterable[Place]) -> Iterator[Relation]:
    """The same cohort followed for longer: its size is the same, and what it did again never becomes less."""
    found: dict[Place, list[tuple[str, Count]]] = defaultdict(list)
    for place in sorted(set(places)):
        cohort, plus, months = place.period_id.partition(COHORT)
        if plus:
            found[place._replace(period_id=cohort)].append((months.zfill(2), counts.by_place[place]))
    for one, followed in found.items():
        for (_, before), (_, after) in zip(sorted(followed), sorted(followed)[1:], strict=False):
            yield from _step(counts.value, before, after, equal=one.part == PARTS[1])


def _step(value: Mapping[Count, int], before: Count, after: Count, *, equal: bool) -> Iterator[Relation]:
    if before == after:
        return
    if equal and value[before] == value[after]:
        yield same(before.id, after.id)
    elif value[before] <= value[after]:
        yield at_most(before.id, after.id)

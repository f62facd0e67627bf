"""Which extracts a measure rests on, through the core tables, as the headers of the SQL files say.

What belongs here: following `reads` to the extracts, nothing else. Nobody keeps such a list by hand: a list that a new
measure must be added to would be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assets.core.crossing import FAULTS_TABLE
from pipelines.platform.context import VIEWS
from pipelines.platform.sql import Statement
from schemas.extract import Extract
from schemas.measure import Measure


def extracts_by_measure(
    measures: Iterable[Measure], core: Iterable[Statement], extracts: Iterable[Extract]
) -> dict[str, tuple[str, ...]]:
    """Measure id -> names of the extracts it rests on, sorted.

    Args:
        measures: headers of the measures.
        core: the statements of `sql/core`.
        extracts: every extract.
    """
    names = {extract.core_table: extract.name for extract in extracts}
    found = tables_by_measure(measures, core)
    return {
        measure_id: tuple(sorted(names[one] for one in tables if one in names)) for measure_id, tables in found.items()
    }


def tables_by_measure(measures: Iterable[Measure], core: Iterable[Statement]) -> dict[str, tuple[str, ...]]:
    """Measure id -> names of the tables behind it, directly or through others, sorted; context views are none.

    Args:
        measures: headers of the measures.
        core: the statements of `sql/core`.
    """
    reads = {statement.name: tuple(map(str, statement.header["reads"])) for statement in core}
    return {measure.id: tuple(sorted(behind(measure, reads) - VIEWS)) for measure in measures}


def behind(measure: Measure, reads: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Tables a measure rests on, directly or through core tables; those it makes no use of are left out."""
    waiting, seen = set(measure.reads), set(measure.unused)
    while waiting:
        table = waiting.pop()
        if table not in seen:
            seen.add(table)
            # The table of faults finds rows to leave out: it reads every extract, and makes no measure rest on any.
            waiting |= set(reads.get(table, ())) if table != FAULTS_TABLE else set()
    return seen - set(measure.unused)


def measures_by_extract(by_measure: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Extract -> ids of the measures that rest on it, both sorted."""
    found: dict[str, list[str]] = {}
    for measure_id in sorted(by_measure):
        for name in by_measure[measure_id]:
            found.setdefault(name, []).append(measure_id)
    return {name: tuple(found[name]) for name in sorted(found)}

"""Whether a comparator is what it is called: an average of other places, or somebody's target (T-16).

What belongs here: what a comparator's value, set beside the targets, says of where it came from. Nothing is corrected.
"""

from __future__ import annotations

from collections.abc import Iterable

Row = dict[str, object]
#: Kinds of target that a comparator may be mistaken for.
AIMS = frozenset({"target", "local", "national"})


def doubted(comparators: Iterable[Row], targets: Iterable[Row]) -> list[Row]:
    """The comparators, each with `doubt`: whose target the very value is, in another source; "" where it is none.

    Args:
        comparators: core_comparators, one record per row.
        targets: core_targets, one record per row.
    """
    aims: dict[tuple[str, object], list[str]] = {}
    for row in targets:
        if row["kind"] in AIMS and row["value"] is not None:
            aims.setdefault((str(row["measure_id"]), row["value"]), []).append(str(row["source"]))
    return [row | {"doubt": _doubt(row, aims.get((str(row["measure_id"]), row["value"]), []))} for row in comparators]


def _doubt(row: Row, sources: list[str]) -> str:
    others = sorted({source for source in sources if source != str(row["source"])})
    return others[0] if others else ""

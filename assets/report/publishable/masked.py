"""The figures of the edition with what is hidden taken out: nothing that is built of them can tell it.

What belongs here: from a pattern of hidden counts to rows without them. A value goes with either of its parts; an
amount goes with the count it rests on; a change goes with what it is a change of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from assets.report.lookup import ALL, number, records
from assets.report.publishable.counts import place_of
from assets.report.publishable.kinds import PARTS, Place, has_count_below, is_amount, is_derived
from schemas.measure import Measure

SAME = 1e-9
NUMBERS = ("numerator", "denominator", "value")


@dataclass(frozen=True)
class Veil:
    """What is hidden.

    Attributes:
        by_place: place -> id of its cell.
        hidden: ids of the cells hidden.
        measures: headers by id.
    """

    by_place: Mapping[Place, str]
    hidden: Collection[str]
    measures: Mapping[str, Measure]

    def parts(self, row: Mapping[str, object]) -> tuple[bool, bool]:
        """Whether numerator and denominator of a row are hidden."""
        top, below = (self.by_place.get(place_of(row, part), "") in self.hidden for part in PARTS)
        measure = self.measures[str(row["measure_id"])]
        return top or (below and is_amount(measure) and has_count_below(measure)), below


def masked(scope: pd.DataFrame, veil: Veil) -> pd.DataFrame:
    """The rows with what is hidden missing, and a column `hidden` that says of which rows.

    Args:
        scope: the rows of the edition, as they are.
        veil: what is hidden.
    """
    flags = [veil.parts(row) for row in records(scope)]
    found = scope.assign(hidden=[top or below for top, below in flags])
    missing = {
        "numerator": [top for top, _ in flags],
        "denominator": [below for _, below in flags],
        "value": [top or below for top, below in flags],
    }
    for name, gone in missing.items():
        found[name] = found[name].mask(pd.Series(gone, index=found.index))
    return _without_changes(found, scope, veil.measures)


def _without_changes(found: pd.DataFrame, scope: pd.DataFrame, measures: Mapping[str, Measure]) -> pd.DataFrame:
    """The rows, with every change hidden that is not of two numbers shown."""
    seen = _seen(found, measures)
    rows = zip(scope.index, records(scope), strict=True)
    gone = [index for index, row in rows if _is_change(row, measures) and not _made_of_shown(row, seen, measures)]
    found.loc[gone, list(NUMBERS)] = pd.NA
    found.loc[gone, "hidden"] = True
    return found


def _is_change(row: Mapping[str, object], measures: Mapping[str, Measure]) -> bool:
    return is_derived(measures[str(row["measure_id"])])


def _seen(found: pd.DataFrame, measures: Mapping[str, Measure]) -> dict[tuple[str, str], dict[str, set[float]]]:
    """Family and area -> period -> the numbers shown there."""
    seen: dict[tuple[str, str], dict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
    for row in records(found.loc[found["breakdown"].eq(ALL)]):
        measure = measures[str(row["measure_id"])]
        if not is_derived(measure):
            shown = {value for name in NUMBERS if (value := number(row[name])) is not None}
            seen[measure.family, str(row["area_code"])][str(row["period_id"])] |= shown
    return seen


def _made_of_shown(
    row: Mapping[str, object],
    seen: Mapping[tuple[str, str], Mapping[str, set[float]]],
    measures: Mapping[str, Measure],
) -> bool:
    """Whether both numbers of a change are shown: the newer in its period, the older in any, or the same throughout."""
    measure = measures[str(row["measure_id"])]
    top, below = (number(row[part]) for part in PARTS)
    here = seen.get((measure.family, str(row["area_code"])), {})
    if top is None or below is None:
        return False
    now = here.get(str(row["period_id"]), set())
    anywhere = set().union(*here.values()) | _baselines(measure)
    return any(_among(new, now) and _among(below, anywhere) for new in (below + top, below - top))


def _baselines(measure: Measure) -> set[float]:
    """Numbers that a header itself gives as a baseline, e.g. 1,285 in 2005."""
    words = measure.denominator.replace(",", "").replace("(", " ").replace(")", " ").split()
    return {float(word) for word in words if word.replace(".", "", 1).isdigit()}


def _among(wanted: float, numbers: Iterable[float]) -> bool:
    return any(abs(one - wanted) <= SAME for one in numbers)

"""The figures of the edition with what is hidden taken out: nothing that is built of them can tell it.

What belongs here: from a pattern of hidden counts to rows without them. A value goes with either of its parts; an
amount goes with the count it rests on. What becomes of changes is in `changes`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from assets.report.figures.lookup import records
from assets.report.publishable.counts import place_of
from assets.report.publishable.kinds import PARTS, Place, has_count_below, is_amount
from schemas.measure import Measure


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

    Changes are left as they are: `without_changes` is for them.

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
    return found

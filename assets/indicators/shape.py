"""Holds what a measure's statement returns to the one tidy shape.

What belongs here: columns, types, keys and order of a result. What a value means is in `assets.indicators.values`.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipelines.platform.errors import PermanentFault
from schemas.measure import SHAPE, Measure

KEY = list(SHAPE[:4])
NUMBERS = list(SHAPE[4:])


class ShapeBroken(PermanentFault):
    """A measure's statement returned something else than the one tidy shape."""


def checked(frame: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """The result of a measure, held to the shape: typed, and sorted by period, area, breakdown, category.

    Returns:
        One row per period, area, breakdown and category; keys as strings, numbers as Float64.

    Raises:
        ShapeBroken: other columns, a key twice or empty, a numerator missing, a number that is not finite, a headline
            row with a category.
    """
    if list(frame.columns) != list(SHAPE):
        raise _broken(measure, f"its columns are not {', '.join(SHAPE)}")
    typed = frame.astype(dict.fromkeys(KEY, "string") | dict.fromkeys(NUMBERS, "Float64"))
    for fault, broken in _faults(typed).items():
        if broken:
            raise _broken(measure, fault)
    return typed.sort_values(KEY, ignore_index=True)


def _faults(frame: pd.DataFrame) -> dict[str, bool]:
    """What a result of the right columns can still have wrong."""
    infinite = np.isinf(frame[NUMBERS].to_numpy(dtype="float64", na_value=0.0))
    headline = frame["breakdown"] == "all"
    return {
        "a period, area, breakdown or category is empty": bool(frame[KEY].isna().to_numpy().any()),
        "a period, area, breakdown and category come twice": bool(frame.duplicated(KEY).any()),
        "a numerator is missing": bool(frame["numerator"].isna().any()),
        "a number is not finite": bool(infinite.any()),
        "a headline row has a category": bool((headline != (frame["category"] == "all")).any()),
    }


def _broken(measure: Measure, why: str) -> ShapeBroken:
    return ShapeBroken(
        "BR-501",
        f"Measure {measure.id} cannot be used: {why}.",
        f"Mend its SQL file in sql/indicators/{measure.family}.",
    )

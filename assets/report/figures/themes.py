"""The Board's year: which theme a quarter's pack has, which comes next, and which measures are in the pack.

What belongs here: the choice of measures for a themed pack. The themes themselves and the meetings are the service's
own (`service.yaml`); a pack holds what every meeting sees and its own theme, nothing of the other themes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pandas as pd

from assets.report.figures.pages import CORE
from assets.report.inputs import ReturnInputs, theme_number
from schemas.measure import Measure

#: Themes of a Board's year.
THEMES = 4
#: What a measure is to a pack: seen at every meeting, of the quarter's theme, or of another (in a return of all).
Standing = Literal["core", "theme", "other"]
STANDINGS: tuple[Standing, ...] = ("core", "theme", "other")


def themed(inputs: ReturnInputs) -> ReturnInputs:
    """The inputs of a themed pack: core measures and those of the quarter's theme, with their figures only.

    Args:
        inputs: the return's inputs, with every measure.
    """
    measures = tuple(measure for measure in inputs.measures if is_in_pack(measure, theme_number(inputs)))
    ids = {measure.id for measure in measures}
    return replace(
        inputs,
        measures=measures,
        figures=_of(inputs.figures, ids),
        told=None if inputs.told is None else _of(inputs.told, ids),
        published=None if inputs.published is None else _of(inputs.published, ids),
        faults=inputs.faults.assign(measures=[_touched(words, ids) for words in inputs.faults["measures"]]),
    )


def is_in_pack(measure: Measure, theme: int) -> bool:
    """Whether a measure stands in the pack of a theme: every meeting sees it, or it is of that theme."""
    return CORE in measure.theme or f"Q{theme}" in measure.theme


def standing(inputs: ReturnInputs, measure: Measure) -> Standing:
    """What a measure is to the quarter's pack."""
    if CORE in measure.theme:
        return "core"
    return "theme" if is_in_pack(measure, theme_number(inputs)) else "other"


def theme(inputs: ReturnInputs) -> str:
    """The theme of the Board meeting that sees this quarter; without a known meeting, that of the quarter's number."""
    return _named(inputs, theme_number(inputs))


def next_theme(inputs: ReturnInputs) -> tuple[int, str]:
    """Number and name of the theme after this one: that of the meeting for the next quarter, else the next in turn."""
    label = inputs.quarter.next.label
    known = [meeting.theme_quarter for meeting in inputs.service.meetings if meeting.data_quarter == label]
    number = known[0] if known else theme_number(inputs) % THEMES + 1
    return number, _named(inputs, number)


def _named(inputs: ReturnInputs, number: int) -> str:
    return inputs.service.themes.get(number, "None set")


def _of(figures: pd.DataFrame, ids: set[str]) -> pd.DataFrame:
    return figures.loc[figures["measure_id"].isin(ids)]


def _touched(words: object, ids: set[str]) -> str:
    """Of the measures that a fault touches, those in the pack."""
    listed = str(words or "").replace(";", ",").split(",")
    return ", ".join(one.strip() for one in listed if one.strip() in ids)

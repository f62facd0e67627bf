"""Which figures differ from those of the version that was published before.

What belongs here: finding them, every one, with what they were. How they are told is in `assets.report.sheets.changes`.
"""

from __future__ import annotations

import pandas as pd

from assets.report.figures.lookup import ALL
from assets.report.figures.pages import in_order
from assets.report.inputs import ReturnInputs

FIGURE_KEY = ("measure_id", "period_id", "area_code", "breakdown", "category")
AMOUNTS = ("value", "numerator", "denominator")
#: Differences below this are of the arithmetic, not of the data.
SAME = 1e-9
RESTATED, NEW, WITHDRAWN = "Restated", "New", "Withdrawn"
#: The value stands, what it is made of does not.
PARTS = "Parts restated"


def changed_figures(inputs: ReturnInputs) -> pd.DataFrame:
    """Every figure that is other than the last version had it, the headline figures first, in the order of the pack.

    A figure that either version hides is listed only where the other one does not hide it.

    Returns:
        One row per figure: `FIGURE_KEY`, `AMOUNTS` each with `_before` and `_now`, `unit`, `hidden_before`,
        `hidden_now`, `happened` (`RESTATED`, `PARTS`, `NEW`, `WITHDRAWN`) and `headline` (of the whole service, or of a
        measure that is not counted there). No row where there was no version before.
    """
    before = inputs.figures.iloc[:0] if inputs.published is None else inputs.published
    both = _of(before).merge(
        _of(inputs.figures), on=list(FIGURE_KEY), how="outer", suffixes=("_before", "_now"), indicator="side"
    )
    there = both["side"].astype("string")
    both["happened"] = there.map({"both": RESTATED, "left_only": WITHDRAWN, "right_only": NEW})
    both["unit"] = both["unit_now"].fillna(both["unit_before"])
    both = both.loc[_differs(both)]
    both["happened"] = both["happened"].mask(both["happened"].eq(RESTATED) & ~_apart(both, "value"), PARTS)
    both["headline"] = both["breakdown"].eq(ALL) & _is_home(both, inputs)
    return _ordered(both, inputs).drop(columns=["side", "unit_before", "unit_now"])


def _of(figures: pd.DataFrame) -> pd.DataFrame:
    """What is held against each other of a frame of figures."""
    frame = figures[[*FIGURE_KEY, *AMOUNTS, "unit"]].astype(
        dict.fromkeys((*FIGURE_KEY, "unit"), "string") | dict.fromkeys(AMOUNTS, "Float64")
    )
    hidden = figures["hidden"].astype(bool) if "hidden" in figures else pd.Series(False, index=figures.index)
    return frame.assign(hidden=hidden.astype("boolean"))


def _differs(both: pd.DataFrame) -> pd.Series[bool]:
    """New, withdrawn, hidden in one of the two, or another amount."""
    apart = both["happened"].ne(RESTATED)
    for name in AMOUNTS:
        apart |= _apart(both, name)
    secret = both["hidden_before"].fillna(False) & both["hidden_now"].fillna(False)
    return (apart & ~secret).astype(bool)


def _apart(both: pd.DataFrame, name: str) -> pd.Series[bool]:
    """Where an amount is there on one side only, or is another one."""
    old, new = both[f"{name}_before"], both[f"{name}_now"]
    return (old.isna().ne(new.isna()) | old.sub(new).abs().gt(SAME).fillna(False)).astype(bool)


def _is_home(both: pd.DataFrame, inputs: ReturnInputs) -> pd.Series[bool]:
    """Whether a figure is of the whole service, or of a measure that is not counted there (national cohorts)."""
    mine = inputs.figures["area_code"].eq(inputs.service.code)
    counted = set(inputs.figures.loc[mine, "measure_id"].astype(str))
    return both["area_code"].eq(inputs.service.code) | ~both["measure_id"].isin(counted)


def _ordered(both: pd.DataFrame, inputs: ReturnInputs) -> pd.DataFrame:
    """Headline figures first; measures and areas as in the pack, periods by their beginning, the newest first."""
    measures = {measure.id: place for place, measure in enumerate(in_order(inputs.measures))}
    areas = dict(zip(inputs.areas["area_code"].astype(str), inputs.areas["sort"], strict=True))
    days = pd.to_datetime(inputs.periods["period_start"])
    starts = {str(name): day.toordinal() for name, day in zip(inputs.periods["period_id"], days, strict=True)}
    order = pd.DataFrame(
        {
            "detail": ~both["headline"],
            "measure": both["measure_id"].map(measures).astype("Float64").fillna(len(measures)),
            "start": -both["period_id"].map(starts).astype("Float64").fillna(0),
            "area": both["area_code"].map(areas).astype("Float64").fillna(len(areas)),
        }
        | {f"by_{name}": both[name] for name in FIGURE_KEY}
    )
    return both.loc[order.sort_values(list(order.columns), kind="stable").index].reset_index(drop=True)

"""What the Board was told before, where the records no longer reach, and where counting again gives another figure.

What belongs here: which published figures stand in a trend beside those counted now. Within the records every earlier
period is counted again; before them the published figure stands, and is marked. Nothing published is ever changed.
"""

from __future__ import annotations

import pandas as pd

from assets.report.inputs import ReturnInputs
from pipelines.platform.periods import spine

#: Bases whose periods all begin on the first day of the records: none of them lies before it.
_FROM_THE_START = "to_date"


def before_the_records(inputs: ReturnInputs) -> pd.DataFrame:
    """Published headline figures of periods that begin before the first one counted now, by measure and basis.

    A measure of which nothing is counted now gets none: what was not received this quarter is told as missing.

    Returns:
        Rows shaped as `inputs.figures`.
    """
    told = _told(inputs)
    if told.empty:
        return told
    known = _based(inputs.figures.loc[inputs.figures["breakdown"].eq("all")], inputs.periods)
    first = known.dropna(subset=["value"]).groupby(["measure_id", "basis"])["period_start"].min()
    dated = _based(told, _all_periods(inputs, told)).join(first.rename("first"), on=["measure_id", "basis"])
    return dated.loc[dated["period_start"].lt(dated["first"]), list(inputs.figures.columns)].reset_index(drop=True)


def periods_before(inputs: ReturnInputs, figures: pd.DataFrame) -> pd.DataFrame:
    """The periods of those figures that the quarter's own spine has no more.

    Args:
        inputs: the return's inputs.
        figures: what `before_the_records` gave.
    """
    if figures.empty:
        return inputs.periods.iloc[:0]
    missing = set(figures["period_id"]) - set(inputs.periods["period_id"])
    periods = _all_periods(inputs, figures)
    return periods.loc[periods["period_id"].isin(missing)]


def _told(inputs: ReturnInputs) -> pd.DataFrame:
    return inputs.figures.iloc[:0] if inputs.told is None else inputs.told


def _all_periods(inputs: ReturnInputs, figures: pd.DataFrame) -> pd.DataFrame:
    """The spine as it would be, did the records reach back to the first of the figures."""
    first = min(figures["period_start"].min().date(), inputs.service.history_from)
    periods = spine(inputs.quarter, first)
    return periods.loc[periods["basis"].ne(_FROM_THE_START)]


def _based(figures: pd.DataFrame, periods: pd.DataFrame) -> pd.DataFrame:
    """The figures whose period is known, with its basis."""
    bases = periods[["period_id", "basis"]].astype({"period_id": "string"})
    return figures.astype({"period_id": "string", "measure_id": "string"}).merge(bases, on="period_id", how="inner")

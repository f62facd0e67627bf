"""What a rule can ask of statistics, finance and risk rows: arithmetic that published figures must keep.

Makers of `holds`, as in `schemas.predicates`.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from schemas.extract import CheckContext, Holds
from schemas.predicates import by_context

#: Scale of a register as printed, "1-3, 1 highest" or "1 to 5": least and most.
_SCALE = "(\\d+)\\s*(?:-|\u2013|to)\\s*(\\d+)"


def rate_agrees(count: str, base: str, rate: str, per: float, tolerance: float) -> Holds:
    """The rate is the count over the base, within rounding; a base of nought has no rate."""

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        made = frame[count].mul(per).div(frame[base].where(frame[base].ne(0)))
        return ((made - frame[rate]).abs() <= tolerance).fillna(frame[base].ne(0))

    return by_context((count, base, rate), _ask)


def nought_together(left: str, right: str) -> Holds:
    """One count is nought exactly where the other is."""

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        return frame[left].eq(0) == frame[right].eq(0)

    return by_context((left, right), _ask)


def whole_months(start: str, end: str, lengths: Collection[int]) -> Holds:
    """From first to last day is a whole number of months, one of the lengths; a window turned round is not judged."""
    allowed = list(lengths)

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        after = frame[end] + pd.Timedelta(days=1)
        months = (after.dt.year - frame[start].dt.year) * 12 + after.dt.month - frame[start].dt.month
        whole: pd.Series = months.isin(allowed) & after.dt.day.eq(frame[start].dt.day)
        return whole | frame[start].gt(frame[end])

    return by_context((start, end), _ask)


def year_follows(column: str) -> Holds:
    """The second part of a financial year is the year after the first: 2014-15, 1999-00."""

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        parts = frame[column].str.extract(r"(\d{4})-(\d{2})").astype("Float64")
        return (parts[0] + 1) % 100 == parts[1]

    return by_context((column,), _ask)


def value_within(column: str, codes: Collection[str], value: str, bounds: tuple[float, float]) -> Holds:
    """Where a column has one of the codes, the value lies within the bounds."""
    chosen = list(codes)

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        return ~frame[column].isin(chosen) | frame[value].between(*bounds)

    return by_context((column, value), _ask)


def whole_where(column: str, codes: Collection[str], value: str) -> Holds:
    """Where a column has one of the codes, the value is a whole number."""
    chosen = list(codes)

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        return ~frame[column].isin(chosen) | (frame[value] % 1).eq(0)

    return by_context((column, value), _ask)


def sign_among_peers(group: tuple[str, ...], value: str, measures: Collection[str]) -> Holds:
    """A change is not alone in its sign among at least two others of the same measure and period (T-03)."""
    chosen = list(measures)

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        rising = frame[value].gt(0).astype("Float64").where(frame[value].ne(0).fillna(value=False))
        by_group = rising.groupby([frame[name] for name in group])
        others = by_group.transform("count") - 1
        others_rising = by_group.transform("sum") - rising
        alone = (rising.eq(1) & others_rising.eq(0)) | (rising.eq(0) & others_rising.eq(others))
        return ~(frame["measure_id"].isin(chosen) & others.ge(2) & alone)

    return by_context((value,), _ask)


def size_of_own_past(series: tuple[str, ...], when: str, value: str, factor: float) -> Holds:
    """The value is not many times larger or smaller than every earlier one of its series, whatever the sign (T-03).

    Quirk: noughts have no size, so they are neither judged nor judged by.
    """

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        size = frame[value].abs().astype("float64").replace(0, float("nan"))
        own = frame.groupby(list(series), dropna=False, sort=False).ngroup()
        in_time = frame[when].sort_values(kind="stable").index
        sizes, own = size.loc[in_time], own.loc[in_time]
        largest, smallest = (
            reach.groupby(own).ffill().groupby(own).shift().reindex(frame.index)
            for reach in (sizes.groupby(own).cummax(), sizes.groupby(own).cummin())
        )
        return ~(size.gt(largest * factor) | size.lt(smallest / factor))

    return by_context((value,), _ask)


def on_scale(points: str) -> Holds:
    """The points lie on the scale that the row itself states."""

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        ends = frame["scale"].str.extract(_SCALE).astype("Float64")
        return frame[points].between(ends[0], ends[1])

    return by_context(("scale", points), _ask)


def scale_readable() -> Holds:
    """The scale states its two ends."""

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        return frame["scale"].str.extract(_SCALE)[0].notna()

    return by_context(("scale",), _ask)


def score_fits_either(impact: str, likelihood: str, score: str) -> Holds:
    """The score is the sum or the product of impact and likelihood (T-21)."""

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        total, product = frame[impact] + frame[likelihood], frame[impact] * frame[likelihood]
        return frame[score].eq(total) | frame[score].eq(product)

    return by_context((impact, likelihood, score), _ask)


def score_fits_both_or_neither(impact: str, likelihood: str, score: str) -> Holds:
    """The score does not fit one way of scoring alone, sum or product (T-21)."""

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        total, product = frame[impact] + frame[likelihood], frame[impact] * frame[likelihood]
        return frame[score].eq(total) == frame[score].eq(product)

    return by_context((impact, likelihood, score), _ask)

"""A return of a few measures, for the tests of the publishable edition: quick to hide, easy to work out by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from assets.report.figures.lookup import number, records
from assets.report.inputs import ReturnInputs
from tests.unit.report.made import SERVICE, Row, figure_frame, made_inputs, service_row

YTD = "2014-15-YTD-Q3"
LAST_YTD = "2013-14-YTD-Q3"
QUARTERS = ("2014-15-Q1", "2014-15-Q2", "2014-15-Q3")
RUTLAND = "E06000017"
COUNTY = "E10000018"


def small_inputs(rows: Mapping[str, Iterable[Row]]) -> ReturnInputs:
    """The made-up return with these measures and rows alone.

    Args:
        rows: measure id -> its rows.
    """
    made = made_inputs()
    only = tuple(one for one in made.measures if one.id in rows)
    inputs = replace(made, measures=only, figures=made.figures.iloc[:0])
    for measure_id, listed in rows.items():
        inputs = replace(inputs, figures=figure_frame(inputs, measure_id, listed))
    return replace(inputs, lacking={})


def area_row(period: str, area: str, numerator: float, denominator: float | None = None) -> Row:
    """A headline row of one area."""
    return period, area, "all", "all", numerator, denominator


def part_row(period: str, breakdown: str, category: str, numerator: float, denominator: float | None = None) -> Row:
    """A row of one category for the whole service."""
    return period, SERVICE, breakdown, category, numerator, denominator


def two_counties(total: float, rutland: float) -> list[Row]:
    """A total and its two counties."""
    return [service_row(YTD, total), area_row(YTD, RUTLAND, rutland), area_row(YTD, COUNTY, total - rutland)]


def number_of(figures: pd.DataFrame, part: str, **where: str) -> float | None:
    """One number of the figures, None where it is missing.

    Raises:
        AssertionError: there is not exactly one such row.
    """
    found = figures
    for name, value in where.items():
        found = found.loc[found[name].eq(value)]
    assert len(found) == 1
    return number(records(found)[0][part])

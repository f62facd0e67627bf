"""The control chart in words: who has one, what it says, and that it never says what the figures do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.report.figures.lookup import Book
from assets.report.inputs import ReturnInputs
from assets.report.sheets.control import Control, control, signal_cell, words
from schemas.pack import Mark
from tests.unit.report.made import figure_frame, made_inputs, made_measures, service_row

MADE = made_inputs()
FTE = next(measure for measure in made_measures() if measure.id == "FTE-01")
QUARTERS = tuple(f"{year}-{(year + 1) % 100:02d}-Q{number}" for year in range(2012, 2015) for number in (1, 2, 3, 4))[
    :-1
]
TWELVE = ("2011-12-Q4", *QUARTERS)


def _inputs(counts: list[float]) -> ReturnInputs:
    rows = [service_row(period, count) for period, count in zip(TWELVE, counts, strict=False)]
    return replace(MADE, figures=figure_frame(MADE, "FTE-01", rows))


def _control(counts: list[float]) -> Control | None:
    inputs = _inputs(counts)
    return control(inputs, Book(inputs), FTE)


def test_a_quarter_outside_the_limits_is_said_with_its_name_and_marked_where_it_is_the_newest() -> None:
    """Mean 690 / 12 = 57.5; ranges ten of 20 and one of 110, on average 28.18; reach 3 x 28.18 / 1.128 = 74.95."""
    counts = [40.0, 60.0] * 5 + [40.0, 150.0]
    found = _control(counts)
    assert found is not None
    assert words(found) == (
        "12 quarters vary about 58, as a rule between 0 and 132. Signal: Oct to Dec 2014 lies outside the limits."
    )
    inputs = _inputs(counts)
    assert signal_cell(inputs, Book(inputs), FTE) == Mark("◆ outside the limits", "warn")


def test_an_old_signal_is_on_the_page_and_no_longer_on_the_scorecard() -> None:
    inputs = _inputs([150.0, *[40.0, 60.0] * 5, 40.0])
    found = control(inputs, Book(inputs), FTE)
    assert found is not None
    assert "Signal: Jan to Mar 2012 lies outside the limits." in words(found)
    assert signal_cell(inputs, Book(inputs), FTE) == "None"


def test_eleven_quarters_have_no_chart_and_neither_have_small_counts() -> None:
    assert _control([50.0, 51.0] * 5 + [50.0]) is None
    assert _control([3.0, 4.0] * 6) is None


def test_a_fall_of_six_quarters_is_told_as_one() -> None:
    found = _control([60.0, 61.0, 60.0, 61.0, 60.0, 61.0, 62.0, 60.0, 58.0, 56.0, 54.0, 52.0])
    assert found is not None
    assert "Signal: 6 quarters in a row, Jul to Sep 2013 to Oct to Dec 2014, keep falling." in words(found)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(10, 200).map(float), min_size=12, max_size=12))
def test_the_limits_hold_the_mean_and_never_fall_below_nought(counts: list[float]) -> None:
    found = _control(counts)
    assert found is not None
    assert 0 <= found.limits.low <= found.limits.mean <= found.limits.high
    assert found.limits.mean == pytest.approx(sum(counts) / 12)
    assert ("None of them is out of the ordinary" in words(found)) == (found.signals == ())

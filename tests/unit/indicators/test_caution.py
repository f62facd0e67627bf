"""Small numbers, intervals, provisional figures and moved bases."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.indicators.caution import (
    base,
    base_change,
    is_small,
    provisional,
    provisional_text,
    small_number,
    wilson,
)
from schemas.measure import Unit

QUICK = settings(max_examples=200, derandomize=True, deadline=None, database=None)


@pytest.mark.parametrize(
    ("numerator", "denominator", "unit", "expected"),
    [
        (176, 240, "%", 240),
        (79, 100, "ratio", 100),
        (161, None, "count", 161),
        (3, 64_900, "per 1,000", 3),
        (-47_000, None, "GBP", None),
        (5, None, "score", None),
        (1, None, "%", None),
    ],
)
def test_a_figure_rests_on_people_and_not_on_a_population(
    numerator: float, denominator: float | None, unit: Unit, expected: float | None
) -> None:
    assert base(numerator, denominator, unit) == expected


def test_ten_is_not_small_and_an_unknown_base_is_not_called_small() -> None:
    assert is_small(9)
    assert not is_small(10)
    assert not is_small(None)


def test_a_small_share_says_what_one_more_would_add() -> None:
    """One in eight is 12.5 percentage points."""
    assert small_number(5, 8, "%") == (
        "Small numbers: based on 8; not rated, and its direction is not tested."
        " One more would add 12.5 percentage points."
    )


def test_a_custody_rate_of_three_sentences_is_cautioned_whatever_the_population() -> None:
    """T-10: one more sentence among 64,900 is 0.015 per 1,000."""
    assert small_number(3, 64_900, "per 1,000").endswith("One more would add 0.02 per 1,000.")


def test_a_large_figure_needs_no_caution() -> None:
    assert small_number(176, 240, "%") == ""
    assert small_number(2_849_464, None, "GBP") == ""


def test_the_interval_of_a_half_of_ten_is_the_textbook_one() -> None:
    """Wilson, 5 of 10: 0.2366 to 0.7634 (Newcombe 1998)."""
    bounds = wilson(5, 10)
    assert bounds is not None
    assert [round(bound, 2) for bound in bounds] == [23.66, 76.34]


@QUICK
@given(numerator=st.integers(0, 500), more=st.integers(0, 500))
def test_an_interval_holds_its_share_and_stays_between_nought_and_a_hundred(numerator: int, more: int) -> None:
    bounds = wilson(numerator, numerator + more)
    if numerator + more == 0:
        assert bounds is None
        return
    assert bounds is not None
    share = 100 * numerator / (numerator + more)
    assert 0 <= bounds[0] <= share + 1e-9
    assert share - 1e-9 <= bounds[1] <= 100


def test_a_part_larger_than_its_whole_has_no_interval() -> None:
    """T-13: 240/176 printed the wrong way round is no share."""
    assert wilson(240, 176) is None


def test_a_cohort_is_provisional_until_follow_up_and_proof_are_over() -> None:
    complete_on = date(2015, 4, 1)
    assert provisional(complete_on, date(2015, 3, 31))
    assert not provisional(complete_on, complete_on)
    assert provisional_text(complete_on, date(2014, 12, 31)) == (
        "Provisional: offences may still be proved until 1 April 2015."
    )
    assert provisional_text(complete_on, complete_on) == ""


def test_a_base_that_moved_by_more_than_a_fifth_is_noted() -> None:
    """T-32: 175 orders in 2013-14, 240 in nine months of 2014-15."""
    assert base_change(240, 175) == "The base changed from 175 to 240, by more than 20%."
    assert base_change(210, 175) == ""
    assert base_change(139, 175) != ""
    assert base_change(None, 175) == ""
    assert base_change(5, 0) == ""

"""Changes between figures, their words, and whether they are better or worse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.indicators.change import Change, change, describe, word
from assets.indicators.direction import direction
from schemas.measure import Polarity, Unit

QUICK = settings(max_examples=300, derandomize=True, deadline=None, database=None)
figures = st.floats(-5000, 5000).map(lambda number: round(number, 4)) | st.integers(-500, 500).map(float)
units: st.SearchStrategy[Unit] = st.sampled_from(["%", "pp", "count", "ratio", "per 1,000", "GBP", "score"])
polarities: st.SearchStrategy[Polarity] = st.sampled_from(["higher is better", "lower is better", "context"])


def test_two_shares_differ_by_percentage_points_and_by_no_per_cent() -> None:
    """T-07: "an increase of 1.8%" from 28.8 to 30.6 is 1.8 percentage points."""
    moved = change(30.6, 28.8, "%")
    assert moved is not None
    assert (round(moved.amount, 6), moved.unit, moved.relative_percent) == (1.8, "pp", None)
    assert describe(moved, 1) == "1.8 percentage points higher"


def test_two_counts_differ_by_an_amount_and_a_relative_per_cent() -> None:
    """D15: first-time entrants 407 to 221, "-45.7% reduction" (T-04)."""
    moved = change(221, 407, "count")
    assert moved == Change(-186, "count", 100 * -186 / 407)
    assert describe(moved, 0) == "186 fewer (45.7%)"


def test_a_rise_from_nought_has_no_relative_per_cent() -> None:
    assert describe(change(4, 0, "count"), 0) == "4 more"


@pytest.mark.parametrize(("now", "then"), [(None, 3.0), (3.0, None), (float("nan"), 3.0)])
def test_a_change_from_or_to_a_missing_figure_is_not_known(now: float | None, then: float | None) -> None:
    assert change(now, then, "count") is None
    assert describe(None, 1) == "change not available"


@QUICK
@given(now=figures, then=figures, unit=units, decimals=st.integers(0, 2))
def test_no_sentence_contradicts_its_figure(now: float, then: float, unit: Unit, decimals: int) -> None:
    moved = change(now, then, unit)
    assert moved is not None
    said = describe(moved, decimals)
    side = " ".join(sorted({"more", "fewer", "less", "higher", "lower"} & set(said.replace("less than", "").split())))
    up, down = {"count": ("more", "fewer"), "GBP": ("more", "less")}.get(unit, ("higher", "lower"))
    assert side == {1: up, 0: "", -1: down}[(now > then) - (now < then)]
    assert ("no change" in said) == (now == then)
    assert "-" not in said
    assert " 0 " not in f"{said} "
    assert " 0.0 " not in f"{said} "


@QUICK
@given(now=figures, then=figures, unit=units)
def test_a_change_back_undoes_a_change(now: float, then: float, unit: Unit) -> None:
    there, back = change(now, then, unit), change(then, now, unit)
    assert there is not None
    assert back is not None
    assert there.amount == -back.amount


@QUICK
@given(now=figures, then=figures, unit=units)
def test_a_relative_per_cent_has_the_sign_of_its_change(now: float, then: float, unit: Unit) -> None:
    moved = change(now, then, unit)
    assert moved is not None
    if moved.relative_percent is not None:
        assert moved.relative_percent * moved.amount >= 0


@QUICK
@given(now=figures, then=figures, unit=units, polarity=polarities)
def test_better_and_worse_follow_polarity_and_sign_alone(
    now: float, then: float, unit: Unit, polarity: Polarity
) -> None:
    moved = change(now, then, unit)
    told = direction(moved, polarity)
    assert moved is not None
    assert told is not None
    if polarity == "context":
        assert told.verdict == ("no change" if now == then else "context")
    elif now == then:
        assert told.verdict == "no change"
    else:
        assert (told.verdict == "better") == ((now > then) == (polarity == "higher is better"))
    assert told.movement == {"increase": "up", "decrease": "down", "no change": "level"}[word(moved)]


@pytest.mark.parametrize(
    ("now", "then", "polarity", "text"),
    [
        (161, 156, "lower is better", "▲ up, worse"),
        (221, 407, "lower is better", "▼ down, better"),
        (300, 200, "higher is better", "▲ up, better"),
        (134, 488, "context", "▼ down"),
        (40, 40, "lower is better", "■ no change"),
    ],
)
def test_a_direction_is_an_arrow_and_words(now: float, then: float, polarity: Polarity, text: str) -> None:
    told = direction(change(now, then, "count"), polarity, (now, then))
    assert told is not None
    assert told.text == text


def test_a_direction_on_a_small_base_is_not_tested() -> None:
    """T-10: custody 3 against 2 is noise."""
    told = direction(change(3, 2, "count"), "lower is better", (3, 2))
    assert told is not None
    assert told.text == "▲ up, not tested"


def test_a_base_of_ten_is_tested_and_an_unknown_base_does_not_stop_the_test() -> None:
    told = direction(change(10, 12, "count"), "lower is better", (10, 12))
    money = direction(change(90.0, 100.0, "GBP"), "lower is better", (None, None))
    assert told is not None
    assert money is not None
    assert (told.verdict, money.verdict) == ("better", "better")


def test_a_change_that_is_not_known_has_no_direction() -> None:
    assert direction(None, "lower is better") is None

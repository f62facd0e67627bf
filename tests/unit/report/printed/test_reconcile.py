"""A printed value beside ours: which of the five verdicts, and why."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from assets.report.printed.print_checks import cut_off, turned_share, word_and_minus
from assets.report.printed.reconcile import Computed, Outcome, Reconciled, reconcile
from schemas.published import PrintedSum, PublishedDocument, PublishedFigure
from tests.unit.report.made import made_measures

FIRST, LAST = pd.Timestamp("2013-04-01"), pd.Timestamp("2014-03-31")
PERIOD = "2013-14-FY"


def computed(measure: str = "EET-01", numerator: float = 128, denominator: float = 175) -> Computed:
    """One figure of one measure, one comparator, one target."""
    figure = (measure, PERIOD, "YOS-LR", "all", "all", numerator, denominator, 100 * numerator / denominator)
    columns = ("measure_id", "period_id", "area_code", "breakdown", "category", "numerator", "denominator", "value")
    return Computed(
        figures=pd.DataFrame([figure], columns=list(columns)),
        periods=pd.DataFrame({"period_id": [PERIOD], "period_start": [FIRST], "period_end": [LAST]}),
        comparators=pd.DataFrame(
            [("EET-01", "National", FIRST, LAST, 73.3)],
            columns=["measure_id", "geography", "window_start", "window_end", "value"],
        ),
        targets=pd.DataFrame([("EET-01", "2013-14", "local", 80.0)], columns=["measure_id", "fy", "kind", "value"]),
        measures=made_measures(),
        service="YOS-LR",
    )


def printed(value: str, **other: Any) -> PublishedFigure:
    """A printed share of 2013-14."""
    cells = {"row": 36, "measure": "EET-01", "period": PERIOD, "printed": value, "value": value, "unit": "%"}
    return PublishedFigure.model_validate({**cells, "section": "Priorities", **other})


def verdict(figure: PublishedFigure, ours: Computed | None = None) -> Reconciled:
    """What is said of one printed value."""
    [found] = reconcile([PublishedDocument(source="D0", title="A plan", figures=(figure,))], ours or computed())
    return found


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        # 128 of 175 is 73.142857 per cent.
        ("73.1", "agrees"),
        ("73.14", "agrees"),
        ("73", "agrees"),
        ("73.2", "differs by rounding"),
        ("73.3", "differs"),
        ("72", "differs"),
    ],
)
def test_a_share_agrees_to_the_places_it_is_printed_to(value: str, outcome: Outcome) -> None:
    assert verdict(printed(value)).outcome == outcome


def test_a_count_that_is_one_child_out_is_no_matter_of_rounding() -> None:
    counted = printed("129", part="numerator", unit="count")
    assert verdict(counted).outcome == "differs"
    assert verdict(printed("128", part="numerator", unit="count")).outcome == "agrees"


def test_a_print_known_to_be_wrong_is_a_fault_of_ours_where_the_figure_is_not_the_corrected_one() -> None:
    wrong = printed("74.1", verdict="wrong in print", correct="73.1", arithmetic="100 * 128 / 175")
    assert verdict(wrong).outcome == "wrong in print"
    assert verdict(wrong, computed(numerator=130)).outcome == "differs"


def test_a_comparator_and_a_target_are_held_against_their_extracts() -> None:
    assert verdict(printed("73.3", kind="comparator", place="National")).by == "comparators"
    assert verdict(printed("73.3", kind="comparator", place="National")).outcome == "agrees"
    assert verdict(printed("74.3", kind="comparator", place="National")).outcome == "differs"
    assert verdict(printed("80", kind="target", place="local", period="2013-14")).outcome == "agrees"
    assert verdict(printed("80", kind="target", place="local", period="2012-13")).outcome == "not computed"


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"measure": "XXX-99"}, "no measure of that id"),
        ({"period": "1999-00-FY"}, "before the history that is held, or a period that is not reported"),
        ({"measure": "FTE-01"}, "its extract was not received"),
        ({"category": "no such"}, "its record begins later, or no such heading"),
        ({"kind": "words", "why": "an estimate"}, "an estimate"),
    ],
)
def test_what_is_not_computed_says_why(other: dict[str, str], reason: str) -> None:
    found = verdict(printed("73.1", **other))
    assert (found.outcome, found.computed, found.note) == ("not computed", None, reason)


def test_an_error_that_its_own_arithmetic_proves_needs_no_figure_of_ours() -> None:
    wrong = printed("13", period="2000-01-FY", verdict="wrong in print", correct="9.7", arithmetic="100 * 97 / 1000")
    assert verdict(wrong).outcome == "wrong in print"


def test_a_sum_that_does_not_come_to_its_total_is_wrong_in_print() -> None:
    right = PrintedSum(
        row=1, measure="FIN-01", what="a", parts=(Decimal(2), Decimal(3)), total=Decimal(5), section="Money"
    )
    short = right.model_copy(update={"total": Decimal(6)})
    found = reconcile([PublishedDocument(source="D0", title="A plan", sums=(right, short))], computed())
    assert [one.outcome for one in found] == ["agrees", "wrong in print"]
    assert found[1].note == "2 + 3 = 5"


def test_t_18_a_value_cut_off_is_told_from_one_rounded() -> None:
    """150 of 209 is 71.77, printed 71.7 (D11, T-18)."""
    assert cut_off(100 * 150 / 209, Decimal("71.7"))
    assert not cut_off(100 * 150 / 209, Decimal("71.8"))


def test_parts_that_make_no_share_either_way_round_are_told() -> None:
    assert turned_share(printed("73.3", numerator=240, denominator=100)) == "240/100 is no share"
    assert turned_share(printed("73.3", numerator=176, denominator=240)) == ""


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [("-45.7% reduction", True), ("45.7% reduction", False), ("-45.7%", False), ("fallen by -3", True)],
)
def test_t_04_a_fall_is_told_once_by_word_or_by_sign(text: str, is_wrong: bool) -> None:  # noqa: FBT001 - a case of the table
    assert bool(word_and_minus(text)) == is_wrong

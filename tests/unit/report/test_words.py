"""The words of breakdowns, categories and cautions as a page says them."""

from __future__ import annotations

import pytest

from assets.report.quality.faults import measures_touched
from assets.report.words import breakdown_words, category_words, without_keys


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Not of the plan (T-31).", "Not of the plan."),
        ("Left out (C3).", "Left out."),
        ("As counted (B3, T-19), once.", "As counted, once."),
        ("For the whole of 2010-11 (ours).", "For the whole of 2010-11 (ours)."),
    ],
)
def test_keys_of_the_measure_book_are_taken_off_and_other_brackets_stay(written: str, said: str) -> None:
    assert without_keys(written) == said


def test_breakdowns_and_categories_begin_with_a_capital_and_join_with_commas() -> None:
    assert breakdown_words("mappa_level") == "MAPPA level"
    assert breakdown_words("age_band") == "Age band"
    assert category_words("White | Female") == "White, Female"
    assert category_words("under 10") == "Under 10"


def test_many_measures_are_told_by_their_number_and_families() -> None:
    """Twelve are named, thirteen are not."""
    ids = [f"ORD-{number:02d}" for number in range(1, 13)]
    assert measures_touched(", ".join(ids)) == ", ".join(ids)
    assert measures_touched(", ".join([*ids, "FTE-01"])) == "13 measures, of FTE, ORD"
    assert measures_touched("") == "None in this return"

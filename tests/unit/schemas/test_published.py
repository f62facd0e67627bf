"""An entry of a printed value holds itself to its own arithmetic."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from schemas.published import PublishedFigure, worked_out

ENTRY = {
    "row": 61,
    "measure": "FIN-06",
    "period": "2011-12-BUD",
    "printed": "(13%)",
    "value": "-13",
    "unit": "%",
    "section": "Resourcing",
}


def test_a_sum_of_plain_numbers_is_worked_out() -> None:
    # 369,037 of 3,433,607 + 369,037
    assert worked_out("-100 * 369037 / (3433607 + 369037)") == pytest.approx(-9.7047, abs=0.0001)


@pytest.mark.parametrize("text", ["__import__('os')", "a + 1", "2 ** 9", "1 / 0", "1 +", "'3' * 4", "True + 1"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"reckoned|worked out"):
        worked_out(text)


def test_a_verdict_needs_its_arithmetic_or_a_reason() -> None:
    with pytest.raises(ValidationError, match="needs its arithmetic or a reason"):
        PublishedFigure.model_validate({**ENTRY, "verdict": "wrong in print"})


def test_the_arithmetic_must_come_to_the_value_that_is_said_to_be_correct() -> None:
    sum_of_it = "-100 * 369037 / (3433607 + 369037)"
    right = {**ENTRY, "verdict": "wrong in print", "correct": "-9.7", "arithmetic": sum_of_it}
    assert PublishedFigure.model_validate(right).correct is not None
    with pytest.raises(ValidationError, match=re.escape("does not come to the correct value")):
        PublishedFigure.model_validate({**right, "correct": "-9.8"})

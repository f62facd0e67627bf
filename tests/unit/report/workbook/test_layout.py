"""Widths and heights: words are measured, never cut, and a long word never stops the layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.report.workbook import styles
from assets.report.workbook.layout import row_height
from assets.report.workbook.styles import number_format
from assets.report.workbook.widths import DIGIT, digits_wide, lines
from schemas.pack import Amount


def test_ten_digits_are_about_ten_digits_wide() -> None:
    # Arial's digits are all 556 thousandths wide; the safety of 4% comes on top.
    assert digits_wide("0123456789") == pytest.approx(10 * 556 / DIGIT * 1.04)


def test_capitals_take_more_room_than_small_letters() -> None:
    assert digits_wide("CUSTODY") > digits_wide("custody")


@given(st.text(alphabet="abcdefghij -", min_size=1, max_size=120), st.integers(6, 40))
def test_breaking_a_text_loses_no_word(text: str, width: int) -> None:
    joined = "".join(lines(text, width)).replace(" ", "")
    assert joined == text.replace(" ", "")


@given(st.text(alphabet="abcde ", min_size=1, max_size=120), st.integers(6, 40))
def test_a_line_is_only_too_wide_when_one_word_is(text: str, width: int) -> None:
    assert all(digits_wide(line) <= width or " " not in line for line in lines(text, width))


def test_a_row_is_as_high_as_its_deepest_cell() -> None:
    one, three = row_height(("short",), (30,)), row_height(("short", "a\nb\nc"), (30, 30))
    assert three - one == 2 * styles.LINE_HEIGHT


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Amount(73.3, 1, suffix="%"), '#,##0.0"%";-#,##0.0"%"'),
        (Amount(5.0, 1, suffix=" pp", signed=True), '+#,##0.0" pp";-#,##0.0" pp";#,##0.0" pp"'),
        (Amount(5.0, prefix="£"), '"£"#,##0;-"£"#,##0'),
    ],
)
def test_a_unit_is_written_beside_a_number_that_stays_as_it_is(amount: Amount, expected: str) -> None:
    assert number_format(amount) == expected

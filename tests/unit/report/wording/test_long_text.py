"""A text longer than a row of a sheet can be is cut at the end of a line, and says so."""

from __future__ import annotations

import pytest

from assets.report.wording.long_text import CUT, MOST_LINES, fitting
from assets.report.workbook.layout import row_height

#: The highest row that a sheet can have, in points.
HIGHEST = 409.0


@pytest.mark.parametrize("width", [20, 36, 40, 44, 62])
@pytest.mark.parametrize("length", [10, 400, 1_000, 4_000, 40_000])
def test_no_row_is_higher_than_a_sheet_can_show(width: int, length: int) -> None:
    shown = fitting(("Words of many lengths, " * length)[:length], width)
    assert row_height((shown,), (width,)) <= HIGHEST


def test_a_short_text_is_shown_whole_and_a_long_one_says_that_it_is_cut() -> None:
    assert fitting("As it is.", 40) == "As it is."
    assert fitting("Forty thousand characters. " * 1_500, 40).endswith(CUT)
    assert fitting(None, 40) == "[x]"


def test_lines_of_their_own_are_kept_while_they_fit() -> None:
    lines = "\n".join(str(number) for number in range(MOST_LINES))
    assert fitting(lines, 40) == lines
    assert fitting(f"{lines}\nmore", 40).endswith(CUT)

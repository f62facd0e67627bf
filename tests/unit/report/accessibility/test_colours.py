"""Colours: the contrast that WCAG gives, and a return that reads as well in grey."""

from __future__ import annotations

from itertools import combinations

import pytest

from assets.report.accessibility.colours import contrast, is_grey, luminance
from assets.report.words import READING
from assets.report.workbook import styles


def in_grey(colour: str) -> str:
    """The colour as a black and white printer draws it (ITU-R BT.601)."""
    red, green, blue = (int(colour.lstrip("#")[at : at + 2], 16) for at in (0, 2, 4))
    return f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02X}" * 3


def test_black_on_white_has_the_contrast_that_wcag_gives_it() -> None:
    # WCAG 2: (1.0 + 0.05) / (0.0 + 0.05) = 21.
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_a_middle_grey_has_the_luminance_that_wcag_gives_it() -> None:
    # 128 / 255 = 0.50196; ((0.50196 + 0.055) / 1.055) ** 2.4 = 0.21586.
    assert luminance("808080") == pytest.approx(0.21586, abs=1e-5)


def test_every_tone_of_a_rating_can_be_read_on_its_ground_in_colour_and_in_grey() -> None:
    for ink, ground in styles.TONES.values():
        assert contrast(ink, ground) >= 4.5
        assert contrast(in_grey(ink), in_grey(ground)) >= 4.5


def test_grounds_print_almost_white() -> None:
    assert all(luminance(in_grey(ground)) >= 0.75 for _, ground in styles.TONES.values())


def test_chart_lines_stand_out_from_white_in_colour_and_in_grey() -> None:
    assert all(contrast(colour, styles.WHITE) >= 3 for colour in styles.CHART_COLOURS)
    assert all(contrast(in_grey(colour), styles.WHITE) >= 3 for colour in styles.CHART_COLOURS)


def test_every_series_of_a_chart_has_a_marker_or_pattern_of_its_own_or_another_grey() -> None:
    assert len(set(styles.CHART_MARKERS)) == len(styles.CHART_COLOURS)
    columns = zip(styles.CHART_COLOURS, styles.CHART_PATTERNS, strict=True)
    for (one, pattern), (other, another) in combinations(columns, 2):
        assert pattern != another or contrast(in_grey(one), in_grey(other)) >= 1.5


def test_ratings_are_told_apart_by_symbol_and_by_word() -> None:
    ratings = [said.split(" ", 1) for said, _ in READING if said[0] in "●▲◆○" and "," not in said]
    symbols, words = zip(*ratings, strict=True)
    assert len(set(symbols)) == len(symbols) == 4
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("colour", "grey"), [("1A1A1A", True), ("595959", True), ("8E1B1B", False), ("00707A", False)])
def test_greys_are_no_colours(colour: str, *, grey: bool) -> None:
    assert is_grey(colour) is grey

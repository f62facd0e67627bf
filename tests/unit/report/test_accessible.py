"""The finished workbook keeps the accessibility checklist, and the checker sees each breach it is for."""

from __future__ import annotations

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from assets.report.workbook import styles
from tests.unit.report.accessible import contrast, problems


def test_the_finished_workbook_keeps_every_point_a_program_can_check(workbook: Path) -> None:
    assert problems(workbook) == []


def test_every_tone_of_a_rating_can_be_read_on_its_ground() -> None:
    assert all(contrast(ink, ground) >= 4.5 for ink, ground in styles.TONES.values())


def test_chart_lines_stand_out_from_white() -> None:
    assert all(contrast(colour, styles.WHITE) >= 3 for colour in styles.CHART_COLOURS)


def test_black_on_white_has_the_contrast_that_wcag_gives_it() -> None:
    # WCAG 2: (1.0 + 0.05) / (0.0 + 0.05) = 21.
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_the_checker_sees_each_breach(tmp_path: Path) -> None:
    path = tmp_path / "bad.xlsx"
    _bad_workbook(path)
    found = {problem.split(":")[0] for problem in problems(path)}
    assert {"2", "3", "5", "7", "8", "10", "14", "15", "18", "19", "24", "28", "29"} <= found


def _bad_workbook(path: Path) -> None:
    book = Workbook(path)
    sheet = book.add_worksheet("Bad")
    sheet.freeze_panes(1, 0)
    sheet.set_footer("&LPage")
    sheet.merge_range("F1:G1", "merged")
    sheet.add_table("A3:B5", {"name": "Table1", "columns": [{"header": "One"}, {"header": "Two"}]})
    sheet.write("A3", "Two")
    sheet.write("A4", "[?]")
    sheet.write("B4", "12*", book.add_format({"font_color": "#CCCCCC", "font_name": "Arial", "font_size": 12}))
    sheet.insert_chart("D3", _chart(book))
    book.close()


def _chart(book: Workbook) -> object:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Bad!$A$4:$A$5"})
    return chart

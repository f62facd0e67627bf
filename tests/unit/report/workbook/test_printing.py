"""A return on paper and for its readers: rows repeated, type legible, nothing cut off, the words' language known."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from assets.report.workbook import styles
from assets.report.workbook.layout import row_height
from assets.report.workbook.widths import digits_wide, lines
from assets.report.workbook.write import workbook_bytes
from schemas.pack import Column, Mark, Pack, Table
from tests.unit.report.accessibility.good_pack import good_pack


def parts_of(pack: Pack) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(pack))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_every_sheet_repeats_a_row_on_each_page() -> None:
    pack = good_pack()
    assert parts_of(pack)["xl/workbook.xml"].count("_xlnm.Print_Titles") == len(pack.sheets)


def test_a_wide_plain_sheet_prints_on_pages_side_by_side_with_its_first_column_on_each() -> None:
    pack = good_pack()
    plain = pack.sheets[-1]
    # 200 digits of 9 pixels and two paddings of 5: 1,810 pixels, 7 points of 12 on 1,045 pixels of paper: 1.01 pages.
    columns = (Column("Month", 100), Column("Number", 100))
    table = Table("figures_wide", "Wide figures.", columns, (("May", "Nothing"),))
    wide = replace(pack, sheets=(*pack.sheets[:-1], replace(plain, blocks=(table,))), _tables={})
    parts = parts_of(wide)
    assert 'fitToWidth="2"' in parts["xl/worksheets/sheet6.xml"]
    assert "Figures!$A:$A,Figures!$2:$2" in parts["xl/workbook.xml"]


def test_words_of_charts_are_marked_as_of_the_documents_language() -> None:
    chart = parts_of(replace(good_pack(), language="cy-GB", _tables={}))["xl/charts/chart1.xml"]
    assert 'lang="cy-GB"' in chart
    assert "en-US" not in chart


def test_no_typeface_is_tied_to_the_theme() -> None:
    assert "<scheme" not in parts_of(good_pack())["xl/styles.xml"]


def test_a_word_wider_than_its_column_breaks_within() -> None:
    broken = lines("ab " + "m" * 40, 20)
    assert "".join(broken).replace(" ", "") == "ab" + "m" * 40
    assert all(digits_wide(line) <= 20 for line in broken)


def test_a_row_is_as_high_as_bold_words_make_it() -> None:
    words = "up; within chance"
    width = round(digits_wide(words) + 1.6)
    assert row_height((Mark(words),), (width,)) > row_height((words,), (width,))
    assert row_height((words,), (width,), total=True) == row_height((Mark(words),), (width,))


def test_no_row_is_higher_than_a_spreadsheet_can_make_it() -> None:
    assert row_height(("word " * 8_000,), (20,)) == styles.HIGHEST_ROW

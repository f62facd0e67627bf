"""What our writer makes of a good return is never found fault with, whatever its shape and whatever officers write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from assets.report.accessibility.checker import check_workbook
from assets.report.workbook.write import write_workbook
from schemas.pack import Column, Heading, Pack, Paragraph, Sheet, Table
from tests.unit.report.accessibility.good_pack import good_pack
from tests.unit.report.accessibility.random_packs import random_pack


@pytest.mark.parametrize("seed", range(50))
def test_a_good_return_of_any_shape_breaks_no_point(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "good.xlsx"
    write_workbook(random_pack(seed), path)
    found = check_workbook(path)
    assert [str(finding) for finding in (*found.essential, *found.desirable)] == []


def test_the_made_up_return_of_the_board_breaks_no_essential_point(workbook: Path) -> None:
    assert [str(finding) for finding in check_workbook(workbook).essential] == []


def with_words(words: str) -> Pack:
    """The good return with an officer's words in a table of words and in a paragraph."""
    pack = good_pack()
    table = Table("risks_said", "What officers said.", (Column("Risk", 30), Column("Said", 40)), (("First", words),))
    blocks = (Heading("What officers said"), Paragraph(words), table)
    return replace(pack, sheets=(*pack.sheets, Sheet("Risks", "Risks of the quarter", "Risks.", blocks)), _tables={})


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example("Grade 5* and more\u2020")
@example("[tbc]")
@example("[c]")
@example("TO BE READ AT ONCE, SEPERATE FROM the the rest")
@example("=HYPERLINK(1)")
@example("https://example.org/a/very/long/address/" + "abcdefghij" * 30)
@example("<r>bold</r>")
@example("x" * 40_000)
@example("word " * 8_000)
@example("\U0001f600 \x07 \u2028")
@given(st.text(min_size=1, max_size=200).filter(lambda words: bool(words.strip())))
def test_what_officers_write_never_holds_a_return_up(tmp_path: Path, words: str) -> None:
    path = tmp_path / "said.xlsx"
    write_workbook(with_words(words), path)
    assert [str(finding) for finding in check_workbook(path).essential] == []

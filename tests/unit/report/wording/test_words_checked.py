"""The plan's own words against the plan's own figures, on the sheet of faults."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from assets.report.inputs import ReturnInputs
from assets.report.pack import build_pack
from tests.unit.report.made import made_inputs
from tests.unit.report.wording.test_commentary import commentary

MADE = made_inputs()
PRINTED = "A significant decrease in 14/15 FTE some attributable to introduction of LASBO changes; reduction in funding"


def _with_causes(words: str | None) -> ReturnInputs:
    risks = MADE.risks.copy().astype({"risk_id": "string"})
    risks["causes"] = pd.Series([words] + [None] * (len(risks) - 1), dtype="string", index=risks.index)
    return replace(MADE, risks=risks)


def test_a_risk_that_calls_a_rise_a_fall_is_asked_about_and_left_as_written() -> None:
    """D15 section 8 against its table: 161 after 156 (T-24)."""
    pack = build_pack(_with_causes(PRINTED))
    sheet, table = pack.table("quality_words")
    assert sheet.name == "Faults"
    (row,) = table.rows
    assert row[:2] == ("Risk R1, causes", "FTE-01")
    assert row[3] == "It says a fall; the figure is 161 after 156: a rise."
    _, reasons = pack.table("risk_reasons")
    assert PRINTED in reasons.rows[0]


def test_words_that_the_figures_bear_out_make_no_table() -> None:
    pack = build_pack(_with_causes("First-time entrants have risen slightly"))
    assert "quality_words" not in {table.name for sheet in pack.sheets for table in sheet.tables()}


def _said(comment: str | None, cause: str | None = None) -> list[tuple[object, ...]]:
    """What is told of words on first-time entrants, 161 after 156."""
    words = commentary(("FTE-01", comment, cause, None, None, None, None))
    pack = build_pack(replace(_with_causes(None), commentary=words))
    return [
        row for sheet in pack.sheets for table in sheet.tables() if table.name == "quality_words" for row in table.rows
    ]


def test_a_comment_is_about_its_measure_though_it_names_none() -> None:
    assert [row[:2] for row in _said("A sharp fall on last year.")] == [("FTE-01, comment", "FTE-01")]
    assert _said("A small rise on last year.") == []


def test_a_cause_is_about_whatever_it_names() -> None:
    assert _said(None, "Funding fell in the year.") == []
    assert [row[:2] for row in _said(None, "Fewer FTEs, a fall")] == [("FTE-01, cause", "FTE-01")]

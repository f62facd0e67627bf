"""The pack: every measure is in it, notes and shorthand are complete, and a table that breaks a rule is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from assets.report.figures.pages import headline_measures, pages, sheet_of
from assets.report.figures.themes import theme, themed
from assets.report.inputs import ReturnInputs
from assets.report.pack import build_pack
from assets.report.sheets.cover import used_shorthand
from assets.report.sheets.without_figures import with_figures
from schemas.pack import Cell, Column, Link, Pack, Table
from schemas.service import BoardMeeting
from tests.unit.report.made import made_measures


def test_the_sheets_come_in_the_order_the_board_reads_them(pack: Pack) -> None:
    assert [sheet.name for sheet in pack.sheets] == [
        "Cover", "Contents", "Scorecard", "Exceptions", "Scorecard detail",
        "FTE-01", "REO-01", "REO-02", "CUS-01", "CUS-04", "EET-01",
        "Finance", "Risk register", "Risk actions", "Priorities",
        "Data quality", "Rows left out", "Quality over time", "Quality by field", "Faults",
        "Without a figure", "Definitions", "Notes", "Changes", "Reasons for changes", "Changes in full",
        "Provenance", "Provenance tables", "Provenance files", "Figures",
    ]  # fmt: skip


def test_every_measure_has_a_sheet_and_stands_on_it_by_name(pack: Pack, inputs: ReturnInputs) -> None:
    shown = with_figures(themed(inputs))
    for measure in shown:
        sheet = pack.sheet(sheet_of(measure, shown))
        said = repr(sheet)
        assert measure.id in said or sheet.name in {"Risk register", "Priorities"}, measure.id


def test_a_measure_nobody_has_named_gets_a_page_of_its_own() -> None:
    measure = made_measures()[0].model_copy(update={"id": "NEW-01"})
    assert [lead.id for lead, _ in pages([measure])] == ["NEW-01"]


def test_a_derived_measure_without_its_lead_is_not_lost() -> None:
    alone = [measure for measure in made_measures() if measure.id == "FTE-02"]
    assert [lead.id for lead, _ in pages(alone)] == ["FTE-02"]


def test_a_measure_without_any_figure_is_listed_with_its_reason(pack: Pack, inputs: ReturnInputs) -> None:
    _, table = pack.table("without_figure")
    reasons = {row[0]: row[3] for row in table.rows}
    shown = {measure.id for measure in with_figures(themed(inputs))}
    assert set(reasons) | shown == {measure.id for measure in themed(inputs).measures}
    assert not set(reasons) & shown
    assert reasons["KPI-03"] == "Its rule applies from 1 April 2023."
    assert reasons["ISS-01"] == "The files received hold nothing to count it from."


def test_a_measure_whose_file_did_not_come_says_which(inputs: ReturnInputs) -> None:
    pack = build_pack(replace(inputs, lacking={"ISS-01": ("Intensive supervision",)}))
    _, table = pack.table("without_figure")
    assert {row[3] for row in table.rows if row[0] == "ISS-01"} == {"No file was received of: Intensive supervision."}


def test_the_scorecard_has_one_line_for_each_headline_measure_by_theme(pack: Pack, inputs: ReturnInputs) -> None:
    sheet = pack.sheet("Scorecard")
    lines = [row[0].sheet for table in sheet.tables() for row in table.rows if isinstance(row[0], Link)]
    shown = with_figures(themed(inputs))
    assert sorted(lines) == sorted(sheet_of(measure, shown) for measure in headline_measures(shown))
    # The made-up figures are of every meeting and of the first theme, not of the quarter's own.
    assert [table.name for table in sheet.tables()] == ["scorecard"]


def test_the_quarters_own_theme_comes_second_on_the_scorecard(inputs: ReturnInputs) -> None:
    pack = build_pack(replace(inputs, quarter=inputs.quarter.shift(2)))
    sheet = pack.sheet("Scorecard")
    assert [table.name for table in sheet.tables()] == ["scorecard", "scorecard_theme"]
    _, table = pack.table("scorecard_theme")
    assert {row[0].sheet for row in table.rows if isinstance(row[0], Link)} == {"REM-01", "ACC-01"}


def test_contents_lead_to_every_sheet_after_it(pack: Pack) -> None:
    _, table = pack.table("contents")
    targets = [cell.sheet for row in table.rows for cell in row if isinstance(cell, Link)]
    assert targets == [sheet.name for sheet in pack.sheets[2:]]


def test_the_legend_lists_exactly_the_shorthand_that_is_used(pack: Pack) -> None:
    _, table = pack.table("cover_shorthand")
    assert {row[0] for row in table.rows} == used_shorthand(pack.sheets[2:])


def test_notes_are_numbered_as_they_first_come(pack: Pack) -> None:
    texts = [getattr(block, "text", "") for sheet in pack.sheets for block in sheet.blocks]
    numbers = list(dict.fromkeys(int(found) for text in texts for found in re.findall(r"\[note (\d+)\]", text)))
    _, notes = pack.table("notes")
    assert numbers == list(range(1, len(notes.rows) + 1))


def test_without_a_known_meeting_the_theme_is_that_of_the_quarter(inputs: ReturnInputs) -> None:
    assert theme(inputs).startswith("Specialist services")


def test_the_meeting_that_sees_the_quarter_sets_the_theme(inputs: ReturnInputs) -> None:
    meeting = BoardMeeting(meets_on=inputs.as_of, data_quarter="2014-15 Q3", theme_quarter=1)
    service = inputs.service.model_copy(update={"meetings": (meeting,)})
    assert theme(replace(inputs, service=service)).startswith("Post-court interventions")


def test_a_quarter_without_board_tables_or_figures_still_makes_a_pack(inputs: ReturnInputs) -> None:
    names = ("figures", "comparators", "targets", "finance_budget", "finance_actual", "finance_savings",
             "risks", "priorities", "faults", "rows", "files")  # fmt: skip
    empty: dict[str, Any] = {name: getattr(inputs, name).iloc[:0] for name in names}
    pack = build_pack(replace(inputs, published=None, settings={}, **empty))
    assert "No risk register was received" in repr(pack.sheet("Risk register"))
    assert "No measure has a figure in this return." in repr(pack.sheet("Scorecard"))
    assert len(pack.table("without_figure")[1].rows) == len(themed(inputs).measures)


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ((Column("One"),), ()),
        ((Column("One"), Column("One")), (("a", "b"),)),
        ((Column(""),), (("a",),)),
        ((Column("One"), Column("Two")), (("a",),)),
        ((Column("One"),), (("",),)),
    ],
    ids=["no row", "header twice", "header empty", "row too short", "cell empty"],
)
def test_a_table_that_breaks_a_rule_is_refused(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> None:
    with pytest.raises(ValueError, match=r"[Tt]able"):
        Table("a_table", "About.", columns, rows)


def test_two_tables_of_one_name_are_refused(pack: Pack) -> None:
    sheet = pack.sheet("Contents")
    with pytest.raises(ValueError, match="contents"):
        replace(pack, sheets=(sheet, replace(sheet, name="Again")), _tables={})

"""Each themed pack holds every measure of every meeting and of its theme, and nothing of the other themes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assets.report.figures.themes import is_in_pack, next_theme, themed
from assets.report.inputs import ReturnInputs
from assets.report.pack import build_pack, build_whole
from assets.report.sheets.cover import theme_words
from pipelines.platform.quarters import Quarter
from schemas.measure import Measure
from schemas.pack import Link, Pack
from schemas.service import BoardMeeting
from tests.unit.report.made import figure_frame, made_inputs, made_measures, service_row

#: Topics of the plan that belong to a theme (measures.md A4), each with a measure that stands for it.
TOPICS = {
    1: {"SM-01", "ACC-01", "REM-01", "BSP-01", "QA-01", "SUR-01"},
    2: {"ORD-01", "NSC-01", "VOL-01", "GRP-01", "SCA-04", "REP-01", "UPW-01", "UPW-03"},
    3: {"ISS-01", "TRN-01", "RES-01", "PAN-01", "PAR-01", "MH-01", "CSE-01"},
    4: {"OOC-01", "CRD-02", "YSP-01", "PRE-03", "HOM-01", "AAP-01"},
}
CORE_TOPICS = {"HRM-02", "REO-01", "REO-02", "ASS-01", "TRG-01", "FTE-01", "CUS-01", "EET-01", "RSK-01", "FIN-01"}


def _with_all_figures() -> ReturnInputs:
    """The made-up return with one figure of every measure that had none."""
    inputs = made_inputs()
    known = set(inputs.figures["measure_id"])
    newest = inputs.periods.drop_duplicates("basis", keep="last").set_index("basis")["period_id"]
    for measure in inputs.measures:
        if measure.id not in known:
            row = service_row(str(newest[measure.basis[0]]), 12, 60)
            inputs = replace(inputs, figures=figure_frame(inputs, measure.id, [row]))
    return inputs


@pytest.fixture(scope="module")
def whole() -> ReturnInputs:
    """Inputs in which every measure has a figure."""
    return _with_all_figures()


def _of(inputs: ReturnInputs, quarter: Quarter) -> Pack:
    """The pack of another quarter's theme."""
    meeting = BoardMeeting(meets_on=inputs.as_of, data_quarter="2014-15 Q3", theme_quarter=quarter.number)
    return build_pack(replace(inputs, service=inputs.service.model_copy(update={"meetings": (meeting,)})))


def _named(pack: Pack) -> set[str]:
    """Ids of the measures that stand on the pack's sheet of definitions."""
    tables = [table for sheet in pack.sheets for table in sheet.tables() if table.name == "definitions"]
    return {str(row[0]) for table in tables for row in table.rows}


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_pack_holds_every_core_measure_and_every_measure_of_its_theme(whole: ReturnInputs, number: int) -> None:
    pack = _of(whole, Quarter(2014, number))
    wanted = {one.id for one in made_measures() if "core" in one.theme or f"Q{number}" in one.theme}
    assert _named(pack) == wanted
    assert wanted >= TOPICS[number] | CORE_TOPICS
    said = repr(pack.sheets)
    for measure_id in wanted:
        assert measure_id in said


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_no_cell_of_a_pack_speaks_of_a_measure_of_another_theme(whole: ReturnInputs, number: int) -> None:
    pack = _of(whole, Quarter(2014, number))
    others = {one.id for one in made_measures() if not is_in_pack(one, number)}
    names = {sheet.name for sheet in pack.sheets}
    assert not names & others
    cells = [
        cell.text if isinstance(cell, Link) else str(cell)
        for sheet in pack.sheets
        for table in sheet.tables()
        for row in table.rows
        for cell in row
    ]
    assert not [cell for cell in cells if cell.split(" ")[0] in others]


def test_the_pages_of_the_four_packs_are_together_those_of_all_measures(whole: ReturnInputs) -> None:
    inputs = [
        themed(replace(whole, quarter=Quarter(2014, number)))  # without meetings the quarter's number is its theme
        for number in (1, 2, 3, 4)
    ]
    assert {measure.id for one in inputs for measure in one.measures} == {measure.id for measure in whole.measures}
    kept: set[str] = set().union(*(set(one.figures["measure_id"]) for one in inputs))
    assert kept == set(whole.figures["measure_id"])


def test_a_measure_of_two_themes_stands_in_both_packs_under_the_one_it_is_read_for() -> None:
    both: Measure = made_measures()[0].model_copy(update={"theme": ("Q1", "Q3")})
    assert [number for number in (1, 2, 3, 4) if is_in_pack(both, number)] == [1, 3]


def test_the_next_theme_is_the_next_in_turn_and_the_fourth_is_followed_by_the_first(inputs: ReturnInputs) -> None:
    assert next_theme(inputs)[0] == 4
    assert next_theme(replace(inputs, quarter=Quarter(2014, 4)))[0] == 1


def test_a_known_meeting_of_the_next_quarter_says_the_next_theme(inputs: ReturnInputs) -> None:
    meeting = BoardMeeting(meets_on=date(2015, 6, 1), data_quarter="2014-15 Q4", theme_quarter=2)
    service = inputs.service.model_copy(update={"meetings": (meeting,)})
    assert next_theme(replace(inputs, service=service)) == (2, inputs.service.themes[2])


def test_the_contents_say_this_quarters_theme_and_the_next(inputs: ReturnInputs) -> None:
    assert theme_words(inputs) == [
        f"Theme of this quarter: 3, {inputs.service.themes[3]}.",
        f"Theme of the next quarter, January to March 2015: 4, {inputs.service.themes[4]}.",
    ]
    said = repr(build_pack(inputs).sheet("Contents").blocks[:2])
    assert all(words in said for words in theme_words(inputs))


def test_the_contents_group_the_sheets_by_part_without_going_back_to_one(whole: ReturnInputs) -> None:
    _, table = _of(whole, Quarter(2014, 3)).table("contents")
    parts = [str(row[0]) for row in table.rows]
    order = ["Every meeting", "This quarter's theme", "Board papers", "Data quality", "To look up"]
    assert list(dict.fromkeys(parts)) == order
    assert parts == sorted(parts, key=order.index)


def test_a_fault_names_only_measures_of_the_pack(inputs: ReturnInputs) -> None:
    faults = inputs.faults.assign(measures="FTE-01, QA-01")
    assert set(themed(replace(inputs, faults=faults)).faults["measures"]) == {"FTE-01"}


def test_a_return_of_every_theme_has_the_quarters_own_before_the_others(whole: ReturnInputs) -> None:
    pack = build_whole(whole)
    assert _named(pack) == {measure.id for measure in whole.measures}
    assert [table.name for table in pack.sheet("Scorecard").tables()] == [
        "scorecard",
        "scorecard_theme",
        "scorecard_other",
    ]
    parts = list(dict.fromkeys(sheet.part for sheet in pack.sheets[2:]))
    assert parts[:3] == ["Every meeting", "This quarter's theme", "Other themes of the year"]

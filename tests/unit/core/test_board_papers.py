"""The Board's papers as people fill them in: each bad row is one coded line, and what is sound goes on."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
import pytest

from assets.core.extracts import keep_extract
from assets.core.stated_totals import UNEQUAL
from pipelines.platform.gate import Outcome
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract
from tests.contracts.rows import good_row

QUARTER = Quarter.from_label("2014-15 Q3")
LONG = "Forty thousand characters. " * 1_482 + "So."
Cells = Mapping[str, object]


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(Settings(home=tmp_path))


def _drop(place: Workplace, name: str, rows: Sequence[Cells]) -> Outcome:
    """Rows of an extract, each a good one but for the cells given, dropped as a csv file and kept."""
    path = place.inbox(QUARTER) / f"{name}.csv"
    whole = [good_row(extract(name)) | dict(cells) for cells in rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(whole[0]))
        writer.writeheader()
        writer.writerows({key: "" if value is None else value for key, value in row.items()} for row in whole)
    return keep_extract(place, QUARTER, extract(name))


def _lines(place: Workplace) -> list[tuple[str, str, int | None]]:
    """Code, severity and row of every line but those of files as such."""
    faults = place.register.faults(QUARTER.slug)
    rows = [None if pd.isna(row) else int(row) for row in faults["row"]]
    return sorted(zip(faults["code"], faults["severity"], rows, strict=True), key=lambda line: (line[2] or 0, line[0]))


def _kept(place: Workplace, name: str) -> pd.DataFrame:
    return place.lake.read(extract(name).core_table, QUARTER)


def test_words_on_a_measure_that_is_not_are_set_aside_and_the_others_go_on(place: Workplace) -> None:
    outcome = _drop(place, "commentary", [{"measure_id": "FTE-01"}, {"measure_id": "ZZZ-99"}])
    assert outcome.passed
    assert _lines(place) == [("YJ-X-7601", "stop-row", 3)]
    assert _kept(place, "commentary")["measure_id"].tolist() == ["FTE-01"]


def test_a_file_of_nothing_but_bad_rows_stops_no_return(place: Workplace) -> None:
    wrong = [{"measure_id": f"ZZZ-{number}"} for number in range(10, 20)]
    assert _drop(place, "commentary", wrong).passed
    assert _kept(place, "commentary").empty


def test_of_two_rows_on_one_measure_the_first_counts(place: Workplace) -> None:
    _drop(place, "commentary", [{"comment": "first"}, {"comment": "second"}])
    assert _lines(place) == [("YJ-K-7601", "stop-row", 3)]
    assert _kept(place, "commentary")["comment"].tolist() == ["first"]


def test_words_of_another_quarter_are_set_aside(place: Workplace) -> None:
    _drop(place, "commentary", [{}, {"measure_id": "FTE-01", "quarter": "2014-15 Q2"}])
    assert _lines(place) == [("YJ-X-7602", "stop-row", 3)]


def test_a_text_of_forty_thousand_characters_leaves_its_cell_empty(place: Workplace) -> None:
    _drop(place, "commentary", [{"comment": LONG, "cause": "x" * 4_000}])
    assert _lines(place) == [("YJ-D-7602", "query", 2)]
    kept = _kept(place, "commentary")
    assert kept["comment"].isna().all()
    assert kept["cause"].tolist() == ["x" * 4_000]


@pytest.mark.parametrize(
    ("text", "kept", "codes"),
    [
        ("fewer\x01 children\x07 than\x1b before", "fewer children than before", ["YJ-S-0011"]),
        (
            "better \N{SMILING FACE WITH SMILING EYES} than planned",
            "better \N{SMILING FACE WITH SMILING EYES} than planned",
            [],
        ),
        ('=HYPERLINK("here","x")', '=HYPERLINK("here","x")', ["YJ-S-0018"]),
        ("+SUM(1;2)", "+SUM(1;2)", ["YJ-S-0018"]),
        ("@cmd", "@cmd", ["YJ-S-0018"]),
        ("- first point", "- first point", []),
        ("+5% on last year", "+5% on last year", []),
    ],
    ids=["control characters", "emoji", "formula", "plus", "at", "a list", "a rise"],
)
def test_odd_signs_are_told_and_the_words_are_kept(place: Workplace, text: str, kept: str, codes: list[str]) -> None:
    _drop(place, "commentary", [{"comment": "plain", "measure_id": "FTE-01"}, {"comment": text}])
    assert [line[:2] for line in _lines(place)] == [(code, "notice") for code in codes]
    assert _kept(place, "commentary")["comment"].tolist() == ["plain", kept]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One boy (05/05/1999) came back.", True),
        ("Born on a day in May.", True),
        ("DOB known.", True),
        ("943 476 5919", True),
        ("943 476 5918", False),  # its check figure is wrong: no NHS number
        ("Case 03/0123456L.", True),
        ("Moved to LE1 1AA.", True),
        ("Agreed on 05/05/2014 for 2015-16.", False),
        ("Rose from 156 to 161 of 64,900.", False),
    ],
)
def test_what_may_point_at_a_child_is_asked_about(place: Workplace, text: str, told: bool) -> None:  # noqa: FBT001 - the answer
    _drop(place, "commentary", [{"cause": text}])
    assert _lines(place) == ([("YJ-X-7604", "query", 2)] if told else [])


def test_no_line_shows_a_word_of_what_was_written(place: Workplace) -> None:
    _drop(place, "commentary", [{"comment": "Wilfred, born on 05/05/1999", "measure_id": "ZZZ-99"}])
    faults = place.register.faults(QUARTER.slug)
    assert sorted(faults["code"]) == ["YJ-X-7601", "YJ-X-7603"]
    said = faults.astype("str").to_csv()
    assert "Wilfred" not in said
    assert "05/05/1999" not in said


def test_a_risk_without_a_score_stays_in_the_register(place: Workplace) -> None:
    _drop(place, "risks", [{"risk_id": "R1"}, {"risk_id": "R2", "score": None}])
    assert _lines(place) == [("YJ-X-1912", "query", 3)]
    kept = _kept(place, "risks")
    assert kept["risk_id"].tolist() == ["R1", "R2"]
    assert kept["score"].isna().tolist() == [False, True]


def test_a_priority_twice_counts_once_and_is_told(place: Workplace) -> None:
    _drop(place, "priorities", [{"narrative": "first"}, {"narrative": "second"}])
    assert _lines(place) == [("YJ-K-2001", "stop-row", 3)]
    assert _kept(place, "priorities")["narrative"].tolist() == ["first"]


def test_a_budget_whose_parts_do_not_come_to_its_total_is_told_at_the_total(place: Workplace) -> None:
    total = dict.fromkeys(good_row(extract("finance_budget"))) | {"fy": "2014-15", "agency": "Total", "budget": 500_000}
    parts = [{"line": "a", "budget": 298_303}, {"line": "b", "budget": 200_000}]
    assert _drop(place, "finance_budget", [*parts, total]).passed
    assert (UNEQUAL, "query", 4) in _lines(place)
    assert _kept(place, "finance_budget")["budget"].sum() == 298_303 + 200_000


def test_a_budget_that_adds_up_is_not_told(place: Workplace) -> None:
    total = dict.fromkeys(good_row(extract("finance_budget"))) | {"fy": "2014-15", "agency": "Total", "budget": 498_303}
    parts = [{"line": "a", "budget": 298_303}, {"line": "b", "budget": 200_000}]
    _drop(place, "finance_budget", [*parts, total])
    assert UNEQUAL not in {code for code, _, _ in _lines(place)}

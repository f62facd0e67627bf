"""The sample's files: the same bytes every time, grown by copies under other ids, faulty in few rows."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from sample.dirt import Tables
from sample.finance import BUDGETS, finance_actual
from sample.people import COPY
from sample.world import CASE_EXTRACTS, all_tables, case_tables
from sample.write import write_sample, write_tables


def digest(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def clean() -> Tables:
    return case_tables()


@pytest.fixture(scope="module")
def dirty() -> Tables:
    return all_tables()


def test_making_the_world_twice_gives_the_same_bytes(dirty: Tables, tmp_path: Path) -> None:
    write_tables(tmp_path / "one", dirty)
    write_sample(tmp_path / "two")
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_a_scale_of_three_writes_every_case_row_three_times_under_other_ids(dirty: Tables, tmp_path: Path) -> None:
    write_tables(tmp_path / "one", dirty)
    write_tables(tmp_path / "three", dirty, scale=3)
    one, three = rows_of(tmp_path / "one" / "RAISE_persons.csv"), rows_of(tmp_path / "three" / "RAISE_persons.csv")
    assert len(three) - 1 == 3 * (len(one) - 1)
    assert len({row[0] for row in three[1:]}) == len(three) - 1
    assert {row[0] for row in one[1:]} < {row[0] for row in three[1:]}
    assert rows_of(tmp_path / "one" / "population.csv") == rows_of(tmp_path / "three" / "population.csv")


def test_no_mark_of_a_copy_is_left_in_a_file(dirty: Tables, tmp_path: Path) -> None:
    for path in write_tables(tmp_path, dirty, scale=2):
        if path.suffix == ".csv":
            assert COPY not in path.read_text(encoding="utf-8-sig")


def test_a_scale_below_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="from 1"):
        write_tables(tmp_path, {}, scale=0)


def test_fewer_than_two_rows_in_a_hundred_are_faulty(clean: Tables, dirty: Tables) -> None:
    for extract in CASE_EXTRACTS:
        added = len(dirty[extract]) - len(clean[extract])
        codes = {"legal_outcome", "outcome_group", "arrest_date", "ethnicity"}
        touched = sum(
            any(old[name] != new[name] for name in codes & set(old))
            for old, new in zip(clean[extract], dirty[extract], strict=False)
        )
        assert added + touched < 0.02 * len(clean[extract])


def test_every_kind_of_row_that_must_be_stopped_is_there(dirty: Tables) -> None:
    offences = {row["offence_id"]: row for row in dirty["offences"]}
    known = {row["ypid"] for row in dirty["persons"]}
    assert sum(row["age_at_arrest_or_offence"] == "9" for row in offences.values()) == 2
    assert sum(row["age_at_arrest_or_offence"] == "19" for row in offences.values()) == 2
    assert sum(row["ypid"] not in known for row in offences.values()) == 3
    assert sum(row["legal_outcome"] == "REFERRED_TO_PANEL" for row in dirty["outcomes"]) == 3
    early = [
        row
        for row in dirty["outcomes"]
        if row["offence_id"] in offences and row["outcome_date"] < offences[row["offence_id"]]["offence_date"]
    ]
    assert len(early) == 4
    ended = [row for row in dirty["interventions"] if row["end_date"] not in {"", "1900-01-01"}]
    assert sum(row["end_date"] < row["start_date"] for row in ended) == 3


@pytest.mark.parametrize(("year", "total"), [("2015-16", 2_849_464), ("2011-12", 3_433_607), ("2010-11", 3_802_644)])
def test_a_budget_adds_up_to_the_pound(year: str, total: int) -> None:
    lines = [line for (fy, _), lines in BUDGETS.items() if fy == year for line in lines]
    assert sum(amount for *_, amount in lines) == total


def test_the_ledger_ends_in_a_line_of_totals_that_is_the_sum_of_the_rest() -> None:
    *lines, totals = finance_actual()
    assert totals["cost_centre"] == "Grand total"
    assert float(totals["actual"]) == pytest.approx(sum(float(line["actual"]) for line in lines))

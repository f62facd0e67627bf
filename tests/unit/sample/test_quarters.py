"""The five quarters of the sample: one world, of which an earlier day knew less and a later one knows more."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest

from sample.case_rows import Rows
from sample.dates import EXTRACT_DAY, quarter_days
from sample.dirt import NO_DATE, Tables
from sample.known import KNOWN, day_of
from sample.later.careers import LATE_ENTRY, LATE_SENTENCE
from sample.later.case import PLAN, later_world
from sample.later.chronicle import chronicle
from sample.plan import QuarterPlan, load_plan
from sample.quarters import EXTRACT_DAYS, GOLDEN, QUARTERS
from sample.seen import as_seen, tables_of
from sample.standing import standing
from sample.world import all_tables
from sample.write import write_sample, write_tables
from tests.unit.sample.recount import Recount

#: SHA-256 over the names and SHA-256s of the 64 files of 2014-15 Q3, on which every golden figure rests. Taken before
#: the sample had any other quarter, and anew when the register was given the day of its next review.
GOLDEN_FILES = "da8e501fa38b32e15ce0f3909241c39f498f47cf42c6a1b47620c790413e893a"
OTHERS = tuple(label for label in QUARTERS if label != GOLDEN)
LATER_PLAN = load_plan(PLAN)


@pytest.fixture(scope="module")
def quarters() -> Mapping[str, Tables]:
    """Every extract of every quarter."""
    return {label: tables_of(label) for label in QUARTERS}


@pytest.fixture(scope="module")
def counted(quarters: Mapping[str, Tables]) -> Mapping[str, Recount]:
    """A plain count of every quarter's extracts."""
    return {label: Recount(clean(tables)) for label, tables in quarters.items()}


def clean(tables: Tables) -> Tables:
    """The case system's tables without the rows that must be stopped, codes of the outcome groups spelt alike."""
    names = ("persons", "offences", "outcomes", "interventions", "ete_status", "accommodation", "remand_episodes")
    kept = {name: [row for row in tables[name] if not is_to_stop(next(iter(row.values())))] for name in names}
    for name, rows in kept.items():
        kept[name] = [{column: "" if cell == NO_DATE else cell for column, cell in row.items()} for row in rows]
    for row in kept["outcomes"]:
        row["outcome_group"] = (
            row["outcome_group"].replace("Pre-court", "Pre-Court").replace("First Tier", "First-tier")
        )
    return kept


def is_to_stop(number: str) -> bool:
    """Whether a row's number is one of the faulty rows'; see `sample.dirt`."""
    return number[2:4] in {"90", "91", "92", "93", "94"} and len(number) == len("OF91000\x1f")


def digest(folder: Path) -> str:
    """One SHA-256 over every file but the commentary, which is words about figures, not what they are made of.

    Of a workbook its unpacked parts count, since packers differ between machines.
    """
    files = [path for path in sorted(folder.iterdir()) if path.stem != "commentary"]
    told = [f"{path.name} {hashlib.sha256(content(path)).hexdigest()}" for path in files]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def content(path: Path) -> bytes:
    if path.suffix == ".csv":
        return path.read_bytes()
    with ZipFile(path) as book:
        return b"".join(book.read(name) for name in sorted(book.namelist()))


def without_marks(tables: Tables) -> Tables:
    """The tables with one way to say that there is no date."""
    return {
        name: [{column: "" if cell == NO_DATE else cell for column, cell in row.items()} for row in rows]
        for name, rows in tables.items()
    }


def test_the_files_of_the_third_quarter_are_what_they_were_before_there_were_others(tmp_path: Path) -> None:
    write_sample(tmp_path)
    assert digest(tmp_path) == GOLDEN_FILES


def test_the_whole_time_seen_from_the_third_quarter_is_the_third_quarter() -> None:
    papers = ("risks", "priorities", "finance_savings", "commentary")
    seen = without_marks(as_seen(chronicle(), "2014-15 Q4", EXTRACT_DAY))
    there = without_marks(all_tables())
    assert {name: seen[name] for name in there if name not in papers} == {
        name: there[name] for name in there if name not in papers
    }


@pytest.mark.parametrize("label", QUARTERS)
def test_every_extract_says_the_day_it_was_made(quarters: Mapping[str, Tables], label: str) -> None:
    days = {day_of(row["extract_date"]) for rows in quarters[label].values() for row in rows if "extract_date" in row}
    assert days == {EXTRACT_DAYS[label]}


@pytest.mark.parametrize("label", OTHERS)
def test_no_event_lies_after_the_day_of_the_extract(quarters: Mapping[str, Tables], label: str) -> None:
    for name, rows in quarters[label].items():
        event = KNOWN[name].event
        ahead = KNOWN[name].ahead
        assert all(day_of(row[event]) - ahead <= EXTRACT_DAYS[label] for row in rows if event and row[event]), name


@pytest.mark.parametrize("label", OTHERS)
def test_no_later_cell_is_filled_before_its_day(quarters: Mapping[str, Tables], label: str) -> None:
    for name, rows in quarters[label].items():
        written = {later.day for later in KNOWN[name].later if later.day in later.before}
        cells = [row[column] for row in rows for column in written if row[column] not in {"", NO_DATE}]
        assert all(day_of(cell) <= EXTRACT_DAYS[label] for cell in cells), name


def test_each_quarter_has_every_row_of_the_one_before_it(quarters: Mapping[str, Tables]) -> None:
    numbered = {"persons": "ypid", "offences": "offence_id", "outcomes": "outcome_id", "interventions": "programme_id"}
    for before, after in pairwise(QUARTERS):
        for name, number in numbered.items():
            assert numbers(quarters[before][name], number) < numbers(quarters[after][name], number)


def numbers(rows: Rows, column: str) -> set[str]:
    return {row[column] for row in rows}


def test_no_two_rows_of_the_last_quarter_share_a_number(quarters: Mapping[str, Tables]) -> None:
    own = {"offences": "offence_id", "outcomes": "outcome_id", "interventions": "programme_id", "persons": "ypid"}
    own |= {"contacts": "contact_id", "yisp": "yisp_referral_id", "assessments": "assessment_id", "crd": "crd_id"}
    for name, column in own.items():
        rows = quarters["2015-16 Q1"][name]
        assert len(numbers(rows, column)) == len(rows), name


def test_entrants_of_three_quarters_add_up_to_the_year_to_date_of_the_third(counted: Mapping[str, Recount]) -> None:
    # The plan prints 161 for April to December 2014; the quarters were planned as 55, 54 and 52.
    each = [counted[label].entrants(*quarter_days(label)) for label in QUARTERS[:3]]
    assert each == [55, 54, 52]
    assert counted[GOLDEN].entrants(date(2014, 4, 1), date(2014, 12, 31)) == 161


def test_two_results_of_december_come_too_late_for_the_third_quarter(counted: Mapping[str, Recount]) -> None:
    quarter = quarter_days(GOLDEN)
    assert counted["2014-15 Q4"].entrants(*quarter) == counted[GOLDEN].entrants(*quarter) + 1
    custodial, occasions = counted[GOLDEN].court(*quarter)
    assert counted["2014-15 Q4"].court(*quarter) == (custodial, occasions + 2)
    assert quarter[0] <= LATE_SENTENCE < LATE_ENTRY <= quarter[1]


@pytest.mark.parametrize("quarter", LATER_PLAN.quarters, ids=lambda quarter: quarter.label)
def test_a_later_quarter_has_the_orders_ended_of_its_plan(counted: Mapping[str, Recount], quarter: QuarterPlan) -> None:
    assert counted["2015-16 Q1"].orders(*quarter_days(quarter.label))[2] == quarter.orders


def test_a_later_quarter_has_the_entrants_of_its_plan(counted: Mapping[str, Recount]) -> None:
    fourth, first = LATER_PLAN.quarters
    # Twelve entrants of the first half of January were in the extracts of the third quarter.
    assert counted["2015-16 Q1"].entrants(*quarter_days(fourth.label)) == fourth.entrants + 12
    assert counted["2015-16 Q1"].entrants(*quarter_days(first.label)) == first.entrants


def test_the_cohort_of_2014_is_followed_for_its_whole_year(counted: Mapping[str, Recount]) -> None:
    last = counted["2015-16 Q1"]
    assert len(last.cohort(2014)) == 100
    assert {months: last.reoffences(2014, months) for months in (9, 12)} == LATER_PLAN.cohorts[2014].reoffences


def test_an_offence_decided_after_the_extract_is_waiting_for_its_court(quarters: Mapping[str, Tables]) -> None:
    second = quarters["2014-15 Q2"]
    waiting = numbers(second["offences"], "offence_id") - numbers(second["outcomes"], "offence_id")
    assert waiting
    assert waiting <= numbers(quarters["2015-16 Q1"]["outcomes"], "offence_id")


def test_a_log_that_was_not_begun_has_no_file(tmp_path: Path, quarters: Mapping[str, Tables]) -> None:
    assert quarters["2014-15 Q1"]["contacts"] == []
    names = {path.name for path in write_sample(tmp_path, "2014-15 Q1")}
    assert "contacts.csv" not in names
    assert "RAISE_persons.csv" in names


def test_a_ledger_ends_in_its_own_totals_in_every_quarter(quarters: Mapping[str, Tables]) -> None:
    for tables in quarters.values():
        *lines, totals = tables["finance_actual"]
        assert float(totals["actual"]) == pytest.approx(sum(float(line["actual"]) for line in lines))
    posted = [len(quarters[label]["finance_actual"]) - 1 for label in QUARTERS]
    # Six ledger lines a month: three months, six, nine, twelve, and three of the next year.
    assert posted == [18, 36, 54, 72, 90]


def test_no_published_table_is_there_before_its_release(quarters: Mapping[str, Tables]) -> None:
    assert len(quarters["2014-15 Q2"]["moj_cohort"]) == 8
    assert len(quarters["2014-15 Q3"]["moj_cohort"]) == 9
    windows = numbers(quarters["2014-15 Q1"]["comparators"], "window_end")
    assert "2014-09-30" not in windows
    assert "2014-09-30" in numbers(quarters["2014-15 Q3"]["comparators"], "window_end")


def test_the_boards_papers_stand_otherwise_in_every_quarter(quarters: Mapping[str, Tables]) -> None:
    for name in ("risks", "priorities"):
        told = {str([sorted(row.items()) for row in quarters[label][name]]) for label in QUARTERS}
        assert len(told) == len(QUARTERS)


def test_papers_of_the_third_quarter_are_not_laid_over() -> None:
    with pytest.raises(KeyError):
        standing(GOLDEN, all_tables())


def test_making_a_later_quarter_twice_gives_the_same_bytes(tmp_path: Path, quarters: Mapping[str, Tables]) -> None:
    label = "2015-16 Q1"
    chronicle.cache_clear()
    later_world.cache_clear()
    write_sample(tmp_path / "again", label)
    there = {name: rows for name, rows in quarters[label].items() if rows}
    write_tables(tmp_path / "first", there, made=EXTRACT_DAYS[label])
    assert digest(tmp_path / "again") == digest(tmp_path / "first")


def test_a_quarter_that_the_sample_does_not_have_is_refused_in_a_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"2014-15 Q1, .*, not for 2012-13 Q1"):
        write_sample(tmp_path, "2012-13 Q1")

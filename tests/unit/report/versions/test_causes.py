"""Why a new version differs: each difference between what two versions were made of, its class, and what it touches."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from assets.core.crossing import FAULTS_TABLE
from assets.core.person_links import LINKS
from assets.report.versions.causes import Cause, RowsChanged, causes_between, causes_of, reason_of
from assets.report.versions.made_of import MadeFile, MadeOf, made_from, made_part
from assets.report.versions.rows_changed import rows_changed
from assets.report.versions.sources import MeasureSource, Sources
from schemas.catalogue import extract
from schemas.extract import ORIGIN

OLD, NEW = "ab" * 32, "cd" * 32
MADE = MadeOf(
    files=(MadeFile("persons", "persons.csv", OLD), MadeFile("population", "population.csv", OLD)),
    given={"persons": ("C1", "C2")},
    statements={"core_children": OLD, "ind_fte__01": OLD},
    code_version="0.1.0+0123456789ab",
    settings={"engine": "duckdb"},
)


def source(measure_id: str, *tables: str) -> MeasureSource:
    """A measure that reads some tables."""
    table = f"ind_{measure_id.lower().replace('-', '__')}"
    return MeasureSource(measure_id, table, f"sql/{measure_id}.sql", OLD, "01234567", tables)


SOURCES = Sources(
    measures={
        "FTE-01": source("FTE-01", "core_persons", "core_children", LINKS, FAULTS_TABLE),
        "FTE-05": source("FTE-05", "core_persons", "core_children", "core_population"),
        "FIN-01": source("FIN-01", "core_finance_budget"),
    }
)


def causes(now: MadeOf, before: MadeOf = MADE, rows: RowsChanged | None = None) -> tuple[Cause, ...]:
    """What differs, with a given count of rows."""
    return causes_between(before, now, SOURCES, lambda *_: rows)


def other_file(extract_name: str) -> MadeOf:
    """The same, with another file of one extract."""
    files = (MadeFile(one.extract, one.file_name, NEW if one.extract == extract_name else OLD) for one in MADE.files)
    return replace(MADE, files=tuple(files))


def test_the_same_has_no_cause() -> None:
    assert causes(MADE) == ()


@pytest.mark.parametrize(
    ("rows", "reason", "words"),
    [
        (RowsChanged(1, 2, 3), "correction", "persons: the file was sent again, corrected."),
        (RowsChanged(1, 2, 3, later=True), "scheduled", "persons: a file of a later day or later periods came."),
        (None, "correction", "persons: another file is in force; the earlier one can be read no longer."),
    ],
)
def test_another_file_is_a_correction_unless_it_speaks_of_a_later_day(
    rows: RowsChanged | None, reason: str, words: str
) -> None:
    (cause,) = causes(other_file("persons"), rows=rows)
    assert (cause.reason, cause.words, cause.rows) == (reason, words, rows)
    assert cause.measures == {"FTE-01", "FTE-05"}
    assert cause.perhaps == {"FTE-01"}, "what rules across files leave out may be of an extract it does not read"


def test_a_file_that_came_for_the_first_time_is_scheduled_and_one_taken_away_a_correction() -> None:
    without = replace(MADE, files=MADE.files[:1])
    (came,) = causes(MADE, before=without)
    (gone,) = causes(without)
    assert (came.reason, gone.reason) == ("scheduled", "correction")
    assert came.measures == gone.measures == {"FTE-05"}


def test_corrections_given_and_taken_back_are_counted() -> None:
    (cause,) = causes(replace(MADE, given={"persons": ("C2", "C3", "C4")}))
    assert cause.words == "persons: corrections by officers: 2 given and 1 taken back."
    assert cause.rows == RowsChanged(changed=3)
    assert cause.reason == "correction"


def test_decisions_on_links_touch_the_measures_that_read_the_links() -> None:
    (cause,) = causes(replace(MADE, given={**MADE.given, LINKS: ("L1",)}))
    assert cause.words == "Decisions on linked records: 1 given."
    assert cause.measures == {"FTE-01"}


def test_another_sql_file_is_a_change_of_method_for_the_measures_it_makes() -> None:
    own, shared = (causes(replace(MADE, statements={**MADE.statements, name: NEW})) for name in MADE.statements)
    assert [cause.measures for cause in own] == [{"FTE-01", "FTE-05"}]
    assert [cause.measures for cause in shared] == [{"FTE-01"}]
    assert {cause.reason for cause in (*own, *shared)} == {"method"}


def test_another_program_or_setting_may_touch_every_measure_and_is_named_where_nothing_nearer_is() -> None:
    both = causes(replace(other_file("persons"), code_version="0.2.0", settings={"engine": "spark"}))
    assert [cause.words for cause in causes_of("FIN-01", both)] == [
        "The program changed.",
        "The setting engine changed.",
    ]
    assert [cause.words[:8] for cause in causes_of("FTE-05", both)] == ["persons:"]


def test_what_nothing_touches_is_not_known() -> None:
    assert reason_of(causes_of("FIN-01", causes(other_file("persons")))) == "Not known"


def test_several_classes_are_named_in_their_order() -> None:
    found = causes(replace(other_file("persons"), statements={**MADE.statements, "core_children": NEW}))
    assert reason_of(causes_of("FTE-05", found)) == "Correction and method"


def test_a_manifest_says_what_a_version_was_made_of_and_an_older_one_less() -> None:
    assert made_from(made_part(MADE)) == MADE
    older = {"code_version": MADE.code_version, "made_of": made_part(MADE)["made_of"]}
    assert causes(MADE, before=made_from(older)) == causes(MADE, before=replace(MADE, given={}))


PERSONS = extract("persons")


def persons(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Typed rows of three columns: id, sex, day of the export."""
    frame = pd.DataFrame(rows, columns=["ypid", "sex", "extract_date"]).astype({"ypid": "string", "sex": "string"})
    origin = {name: pd.Series(range(len(frame)), dtype="Int64") for name in ORIGIN}
    return frame.assign(extract_date=pd.to_datetime(frame["extract_date"]), **origin)


FIRST = (("A", "Male", "2015-01-19"), ("B", "Female", "2015-01-19"), ("C", "Male", "2015-01-19"))


def test_rows_are_told_apart_by_their_key_wherever_they_stand() -> None:
    now = persons(("D", "Male", "2015-01-19"), ("B", "Male", "2015-01-19"), ("A", "Male", "2015-01-19"))
    assert rows_changed(persons(*FIRST), now, PERSONS) == RowsChanged(added=1, removed=1, changed=1)


def test_the_day_of_the_export_alone_changes_no_row_and_makes_the_file_a_later_one() -> None:
    later = persons(*((ypid, sex, "2015-02-02") for ypid, sex, _ in reversed(FIRST)))
    assert rows_changed(persons(*FIRST), later, PERSONS) == RowsChanged(later=True)


def test_rows_whose_key_stands_there_twice_are_known_by_all_they_say() -> None:
    twice = persons(*FIRST, ("A", "Female", "2015-01-19"))
    assert rows_changed(persons(*FIRST), twice, PERSONS) == RowsChanged(added=1)


def test_rows_of_an_extract_without_a_key_are_counted_by_what_they_say() -> None:
    street = extract("police_street")
    assert street.key == ()
    before = persons(FIRST[0], FIRST[0], FIRST[1])
    now = persons(FIRST[0], FIRST[2])
    assert rows_changed(before, now, street) == RowsChanged(added=1, removed=2)


def test_nothing_before_makes_every_row_a_new_one() -> None:
    assert rows_changed(persons(), persons(*FIRST), PERSONS) == RowsChanged(added=3, later=True)

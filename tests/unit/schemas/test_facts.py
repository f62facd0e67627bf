"""A fact stays the same over exports, row order and file form, and changes with any cell that its rule reads."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pandas as pd
import pytest

from schemas.catalogue import extract
from schemas.extract import Fault
from schemas.facts import Told, as_text, columns_read, records_of, with_facts
from schemas.rules import rule

OFFENCES = extract("offences")
AGES = "YJ-X-0205"  # age at first hearing below age at arrest: reads both


def rows(**changed: list[object]) -> pd.DataFrame:
    """Two offences, typed."""
    frame = pd.DataFrame(
        {
            "file_sha256": ["f" * 64] * 2,
            "file_name": ["offences.csv"] * 2,
            "sheet": ["", ""],
            "row": [2, 3],
            "offence_id": ["K1", "K2"],
            "age_at_arrest_or_offence": pd.array([15, 16], dtype="Int64"),
            "age_at_first_hearing": pd.array([14, 16], dtype="Int64"),
        }
    )
    return frame.assign(**changed)


def fault_at(row: int | None, code: str = AGES, sha: str = "f" * 64) -> Fault:
    broken = rule(code)
    return Fault(
        code,
        broken.severity,
        "offences",
        broken.message,
        broken.expected,
        broken.fix,
        file_sha256=sha,
        row=row,
        column=broken.columns[0],
    )


def fact(frame: pd.DataFrame, fault: Fault, raw: pd.DataFrame | None = None) -> str:
    (told,) = with_facts([fault], Told(frame, raw, OFFENCES))
    return told.fact


def test_a_record_is_its_key_wherever_it_stands() -> None:
    here = records_of(rows(), OFFENCES)
    moved = rows(row=[17, 9], file_sha256=["a" * 64] * 2, sheet=["Data", "Data"])
    assert list(records_of(moved, OFFENCES)) == list(here)
    assert here[0] != here[1]


def test_a_record_without_a_key_of_its_own_is_its_place() -> None:
    twice, empty = rows(offence_id=["K1", "K1"]), rows(offence_id=["K1", None])
    assert records_of(twice, OFFENCES)[0] != records_of(twice, OFFENCES)[1]
    assert records_of(empty, OFFENCES)[0] == records_of(rows(), OFFENCES)[0]
    elsewhere = empty.assign(row=[2, 4])
    assert records_of(elsewhere, OFFENCES)[1] != records_of(empty, OFFENCES)[1]


def test_a_fact_survives_another_file_another_row_and_another_spelling_of_numbers() -> None:
    moved = rows(row=[41, 3], file_sha256=["a" * 64] * 2, age_at_first_hearing=pd.array([14.0, 16.0], dtype="Float64"))
    assert fact(moved, fault_at(41, sha="a" * 64)) == fact(rows(), fault_at(2))


@pytest.mark.parametrize(
    "change",
    [{"age_at_first_hearing": [13, 16]}, {"age_at_arrest_or_offence": [16, 16]}, {"offence_id": ["K3", "K2"]}],
    ids=["the cell", "the other cell that the rule reads", "the record"],
)
def test_a_fact_changes_with_every_cell_that_its_rule_reads(change: dict[str, list[object]]) -> None:
    assert fact(rows(**change), fault_at(2)) != fact(rows(), fault_at(2))


def test_a_fact_does_not_change_with_a_cell_that_its_rule_does_not_read() -> None:
    assert fact(rows(cjs_offence_code=["TH68", "TH68"]), fault_at(2)) == fact(rows(), fault_at(2))


def test_a_cell_that_could_not_be_read_counts_as_it_is_written() -> None:
    empty = rows(age_at_first_hearing=pd.array([None, 16], dtype="Int64"))
    code = "YJ-T-0214"
    column = rule(code).columns[0]
    fault = replace(fault_at(2), code=code, column=column)
    one, other = (rows().astype("string").assign(**{"row": [2, 3], column: [text, "x"]}) for text in ("tbc", "n.k."))
    assert fact(empty, fault, one) != fact(empty, fault, other)


def test_the_day_of_the_export_is_no_part_of_a_fact() -> None:
    assert columns_read("YJ-X-0506", "end_date") == ("end_date",)
    assert columns_read("YJ-X-0190", "extract_date") == ("extract_date",)


def test_a_fault_of_no_row_stands_while_its_file_does() -> None:
    here, same, other = fault_at(None), fault_at(None), fault_at(None, sha="a" * 64)
    assert fact(rows(), here) == fact(rows(), same) != fact(rows(), other)


def test_a_fact_that_is_there_is_kept() -> None:
    assert fact(rows(), replace(fault_at(2), fact="known")) == "known"


def test_texts_are_the_same_for_the_same_value() -> None:
    assert list(as_text(pd.Series([1.0, None], dtype="Float64"))) == ["1", ""]
    assert list(as_text(pd.Series(["2014-10-01", None], dtype="datetime64[us]"))) == ["2014-10-01", ""]
    assert list(as_text(pd.Series([" a ", None], dtype="str"))) == ["a", ""]


def test_fifty_thousand_faults_are_cheap() -> None:
    number = 50_000
    frame = pd.DataFrame(
        {
            "file_sha256": "f" * 64,
            "file_name": "offences.csv",
            "sheet": "",
            "row": range(2, number + 2),
            "offence_id": [f"K{place}" for place in range(number)],
            "age_at_arrest_or_offence": pd.array([15] * number, dtype="Int64"),
            "age_at_first_hearing": pd.array([14] * number, dtype="Int64"),
        }
    )
    faults = [fault_at(row) for row in range(2, number + 2)]
    begun = perf_counter()
    told = with_facts(faults, Told(frame, frame.astype({"offence_id": "str"}), OFFENCES))
    assert perf_counter() - begun < 10  # about one second on a quiet core
    assert len({fault.fact for fault in told}) == number

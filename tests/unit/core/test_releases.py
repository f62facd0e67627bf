"""Releases of one publication are told apart by content, the newest in force, and never merged."""

from __future__ import annotations

from datetime import date

import pandas as pd

from assets.core.releases import told_apart
from pipelines.platform.register.records import ReceivedFile
from schemas.catalogue import extract
from schemas.contract import validate
from schemas.extract import RELEASE, CheckContext, ContractReport
from schemas.watch_rules import EARLIER_RELEASE

SERIES = extract("lait_series")
CONTEXT = CheckContext("2014-15 Q3", date(2014, 10, 1), date(2014, 12, 31))
A, B, C = ("a" * 64, "b" * 64, "c" * 64)


def _file(sha256: str) -> ReceivedFile:
    return ReceivedFile(sha256, "2014-15-Q3", f"{sha256[0]}.csv", 1, extract="lait_series")


def _frame(*rows: tuple[str, str, float | None]) -> pd.DataFrame:
    """Rows of file, years and value."""
    cells = {
        "file_sha256": [row[0] for row in rows],
        "file_name": [f"{row[0][:1]}.csv" for row in rows],
        "sheet": [""] * len(rows),
        "row": list(range(2, len(rows) + 2)),
        "series": ["FirstYJS"] * len(rows),
        "data_item": [None] * len(rows),
        "years": [row[1] for row in rows],
        "area_name": ["Somewhere"] * len(rows),
        "value": [row[2] for row in rows],
        "la_number": ["855"] * len(rows),
        "region": ["NA"] * len(rows),
    }
    types = {"row": "Int64", "value": "Float64"}
    return pd.DataFrame({name: pd.Series(values, dtype=types.get(name, "string")) for name, values in cells.items()})


def _numbers(report: ContractReport) -> dict[str, int]:
    kept = report.kept.drop_duplicates("file_sha256")
    return {str(sha)[0]: int(number) for sha, number in zip(kept["file_sha256"], kept["release_no"], strict=True)}


def test_the_release_that_covers_the_newest_period_is_in_force_whenever_it_came() -> None:
    frame = _frame((A, "2016", 203.0), (B, "2016", 172.0), (B, "2017", 190.0))
    for files in ([_file(A), _file(B)], [_file(B), _file(A)]):
        told = told_apart(ContractReport(frame, frame.head(0)), SERIES, files)
        assert _numbers(told) == {"b": 1, "a": 2}
        assert [(fault.code, fault.file_name) for fault in told.faults] == [(EARLIER_RELEASE, "a.csv")]


def test_of_two_releases_that_cover_the_same_periods_the_last_to_come_is_in_force() -> None:
    frame = _frame((A, "2016", 203.0), (B, "2016", 172.0))
    assert _numbers(told_apart(ContractReport(frame, frame.head(0)), SERIES, [_file(B), _file(A)])) == {"a": 1, "b": 2}


def test_a_release_of_which_no_row_was_kept_is_the_oldest() -> None:
    frame = _frame((A, "2016", 203.0), (B, "2015", 172.0))
    report = told_apart(ContractReport(frame, frame.head(0)), SERIES, [_file(A), _file(B), _file(C)])
    assert [fault.file_name for fault in report.faults] == ["b.csv", "c.csv"]


def test_each_row_bears_its_release_key_and_every_row_of_both_stays() -> None:
    frame = _frame((A, "2016", 203.0), (B, "2016", 172.0))
    kept = told_apart(ContractReport(frame, frame.head(0)), SERIES, [_file(A), _file(B)]).kept
    assert list(kept.columns[-2:]) == list(RELEASE)
    assert kept["release_key"].tolist() == ["a" * 12, "b" * 12]
    assert kept["value"].tolist() == [203.0, 172.0]


def test_a_table_that_was_not_received_has_its_release_columns_too() -> None:
    empty = _frame()
    kept = told_apart(ContractReport(empty, empty), SERIES, []).kept
    assert kept.dtypes[list(RELEASE)].astype(str).tolist() == ["string", "Int64"]


def test_an_extract_that_comes_whole_is_left_as_it_is() -> None:
    report = ContractReport(_frame((A, "2016", 1.0)), _frame())
    assert told_apart(report, extract("targets"), [_file(A)]) is report


def test_a_key_must_be_unique_within_a_release_and_may_come_again_in_another() -> None:
    frame = _frame((A, "2016", 203.0), (B, "2016", 172.0), (B, "2016", 173.0), (B, "2016", 172.0))
    letters = {(sha, ""): {column.name: "A" for column in SERIES.columns} for sha in (A, B)}
    report = validate(frame, SERIES, CONTEXT, letters)
    assert [(fault.code, fault.row) for fault in report.faults] == [("YJ-K-2401", 4), ("YJ-K-2402", 5)]
    assert report.kept["value"].tolist() == [203.0, 172.0]

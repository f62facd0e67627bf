"""Raw text into typed frames: each bad cell one line, safe repairs counted, nothing quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import pytest

from assets.core.clean import empty_core, to_types
from assets.core.columns import DTYPES
from schemas.catalogue import EXTRACTS, extract
from schemas.contract import validate
from schemas.extract import ORIGIN, Fault
from tests.contracts.rows import CONTEXT
from tests.fixtures.files import CANARY

SHA = "b" * 64


def _raw(columns: Mapping[str, Sequence[str | None]], first_row: int = 2) -> pd.DataFrame:
    """Raw rows of one file, from row 2 down, as `build_raw` gives them."""
    size = max(len(cells) for cells in columns.values())
    origin = {"file_sha256": [SHA] * size, "file_name": ["drop.csv"] * size, "sheet": [""] * size}
    frame = pd.DataFrame({**origin, **columns}, dtype="str")
    frame.insert(3, "row", range(first_row, first_row + size))
    return frame


def _typed(name: str, columns: Mapping[str, Sequence[str | None]]) -> tuple[pd.DataFrame, tuple[Fault, ...]]:
    letters = {(SHA, ""): {column: chr(65 + place) for place, column in enumerate(columns)}}
    return to_types(_raw(columns), extract(name), letters)


def _lines(faults: Sequence[Fault]) -> list[tuple[str, int | None, str, str]]:
    return [(fault.code, fault.row, fault.column_letter, fault.shown) for fault in faults]


@pytest.mark.parametrize("name", [one.name for one in EXTRACTS])
def test_every_extract_is_typed_as_its_fields_say_even_without_rows_or_columns(name: str) -> None:
    wanted = {column.name: DTYPES[column.field.kind] for column in extract(name).columns if column.keep}
    empty = empty_core(extract(name))
    typed, faults = to_types(empty[list(ORIGIN)].astype({"row": "int64"}), extract(name), {})
    assert {column: str(empty[column].dtype) for column in wanted} == wanted
    assert typed.dtypes.to_dict() == empty.dtypes.to_dict()
    assert list(typed.columns) == [*ORIGIN, *wanted]
    assert faults == ()


def test_a_row_becomes_values_of_its_kinds() -> None:
    typed, faults = _typed(
        "offences",
        {
            "offence_id": ["O1"],
            "offence_date": ["01/10/2014"],
            "seriousness": ["3"],
            "knife": ["NO"],
            "charge_date": [None],
        },
    )
    row = typed.iloc[0]
    assert (row["offence_id"], row["offence_date"], row["seriousness"]) == ("O1", pd.Timestamp(2014, 10, 1), 3)
    assert not row["knife"]
    assert pd.isna(row["charge_date"])
    assert faults == ()


def test_columns_that_are_not_kept_do_not_go_on() -> None:
    typed, _ = _typed("persons", {"ypid": ["Y1"], "surname": [CANARY]})
    assert "surname" not in typed
    assert CANARY not in typed.to_csv()


def test_each_unreadable_cell_is_one_line_with_its_place_and_shape() -> None:
    typed, faults = _typed(
        "offences",
        {
            "offence_id": ["O1", "O2", "O3"],
            "offence_date": ["31/02/2014", "2014-10-01", CANARY],
            "seriousness": ["3", "four", "5"],
        },
    )
    assert _lines(faults) == [
        ("YJ-T-0203", 2, "B", "99/99/9999"),
        ("YJ-T-0203", 4, "B", "AAAAAAA AAA\u2026"),
        ("YJ-T-0210", 3, "C", "AAAA"),
    ]
    assert typed["offence_date"].isna().tolist() == [True, False, True]
    assert typed["seriousness"].tolist() == [3, pd.NA, 5]
    assert CANARY not in repr(faults)


def test_a_code_outside_its_list_is_one_line_and_left_empty() -> None:
    typed, faults = _typed("persons", {"ypid": ["Y1", "Y2"], "sex": ["Female", CANARY]})
    assert [(fault.code, fault.row, fault.column) for fault in faults] == [("YJ-D-0107", 3, "sex")]
    assert typed["sex"].tolist() == ["Female", pd.NA]
    assert CANARY not in repr(faults)


def test_safe_repairs_are_one_line_a_column_with_how_many_cells() -> None:
    _, faults = _typed(
        "offences",
        {
            "offence_id": ["O1", " O2", "O3\u00a0"],
            "offence_date": ["41913", "2014-10-01", "41914"],
            "charge_date": ["1900-01-01", None, "01/01/1900"],
        },
    )
    told = [(fault.code, fault.severity, fault.row, fault.column_letter, fault.message[-9:]) for fault in faults]
    assert told == [
        ("YJ-S-0011", "notice", None, "A", "Cells: 2."),
        ("YJ-S-0001", "notice", None, "B", "Cells: 2."),
        ("YJ-S-0002", "notice", None, "C", "Cells: 2."),
    ]


def test_each_repair_of_one_cell_is_told_by_its_own_line() -> None:
    """Two cells in other capitals, one of them with a space behind; one synonym."""
    typed, faults = _typed("persons", {"ypid": ["Y1", "Y2", "Y3", "Y4"], "sex": ["MALE ", "male", "F", "Male"]})
    told = [(fault.code, fault.column_letter, fault.message[-9:]) for fault in faults]
    assert typed["sex"].tolist() == ["Male", "Male", "Female", "Male"]
    assert told == [
        ("YJ-S-0003", "B", "Cells: 1."),
        ("YJ-S-0011", "B", "Cells: 1."),
        ("YJ-S-0013", "B", "Cells: 2."),
    ]


def test_hours_in_any_known_way_are_hours_and_counted() -> None:
    typed, faults = _typed("ete_status", {"ete_id": ["1", "2", "3"], "hours_attended": ["2h30", "150 min", "2.5"]})
    assert typed["hours_attended"].tolist() == [2.5, 2.5, 2.5]
    assert [(fault.code, fault.message[-9:]) for fault in faults] == [("YJ-S-0012", "Cells: 2.")]


def test_an_excel_error_in_an_identifier_is_one_line_of_its_cell() -> None:
    typed, faults = _typed("persons", {"ypid": ["Y1", "#REF!"], "sex": ["Male", "#VALUE!"]})
    assert typed["ypid"].tolist() == ["Y1", pd.NA]
    assert _lines(faults) == [("YJ-T-0101", 3, "A", "#AAA!"), ("YJ-D-0107", 3, "B", "#AAAAA!")]


def test_a_column_that_cannot_be_read_in_any_row_is_one_line_with_how_many_cells() -> None:
    texts = [f"{month} weeks on" for month in range(12)]
    typed, faults = _typed("offences", {"offence_id": [f"O{row}" for row in range(12)], "offence_date": texts})
    (fault,) = faults
    assert typed["offence_date"].isna().all()
    assert (fault.code, fault.severity, fault.row, fault.column_letter) == ("YJ-T-0203", "stop-row", None, "B")
    assert fault.message.endswith("Cells: 12.")
    assert fault.shown == "9 AAAAA AA"


def test_one_readable_cell_or_an_empty_one_that_may_not_be_makes_each_fault_a_line_of_its_own() -> None:
    ids = [f"O{row}" for row in range(12)]
    for other in ("2014-10-01", None):
        _, faults = _typed("offences", {"offence_id": ids, "offence_date": ["soon"] * 11 + [other]})
        assert [fault.row for fault in faults] == list(range(2, 13))


def test_a_column_that_may_be_empty_is_one_line_when_all_its_cells_are_unreadable() -> None:
    ids = [f"O{row}" for row in range(12)]
    _, faults = _typed("offences", {"offence_id": ids, "charge_date": ["soon"] * 10 + [None, None]})
    assert [(fault.code, fault.row, fault.message[-10:]) for fault in faults] == [("YJ-T-0205", None, "Cells: 10.")]


def test_an_unreadable_column_stops_its_rows_once_and_says_nothing_twice() -> None:
    columns: dict[str, list[str | None]] = {column.name: [None] * 12 for column in extract("accommodation").columns}
    columns |= {
        "accommodation_id": [f"A{row}" for row in range(12)], "ypid": ["Y1"] * 12, "start_date": ["soon"] * 12,
        "suitability": ["SUITABLE"] * 12, "accommodation_type": ["OTHER"] * 12, "extract_date": ["2015-01-05"] * 12,
    }  # fmt: skip
    raw = _raw(columns)
    letters = {(SHA, ""): dict.fromkeys(columns, "A")}
    typed, faults = to_types(raw, extract("accommodation"), letters)
    report = validate(typed, extract("accommodation"), CONTEXT, letters, already=faults, raw=raw)
    assert sorted({fault.code for fault in report.faults}) == ["YJ-F-0010", "YJ-T-0803"]
    assert len(report.faults) == 2
    assert set(report.stopped["stopped_by"]) == {"YJ-T-0803"}
    assert len(report.stopped) == 12


def test_cells_of_spaces_are_empty() -> None:
    typed, faults = _typed("persons", {"ypid": ["Y1"], "sex": ["  "], "pnc_number": ["\u00a0"], "deleted": [" "]})
    assert typed[["sex", "pnc_number", "deleted"]].isna().all(axis=None)
    assert {fault.severity for fault in faults} <= {"notice"}


def test_the_ethnic_group_is_taken_from_the_ethnicity_where_the_file_gives_none() -> None:
    typed, _ = _typed(
        "persons",
        {"ypid": ["1", "2", "3"], "ethnicity": ["A1", "A1", None], "ethnicity_group": [None, "Mixed", None]},
    )
    assert typed["ethnicity_group"].tolist() == ["Asian or Asian British", "Mixed", "Information not obtainable"]


@pytest.mark.parametrize("label", ["Total", "TOTALS", "Grand total", "Sub-total", "Total pooled budget", "Total:"])
def test_a_row_of_totals_in_a_finance_sheet_is_left_out_with_a_notice(label: str) -> None:
    typed, faults = _typed(
        "finance_budget",
        {"fy": ["2014-15", "2014-15", None], "agency": ["Police", "Total Respect", label], "budget": ["10", "5", "15"]},
    )
    assert typed["budget"].sum() == 15
    assert [(fault.code, fault.row, fault.column_letter) for fault in faults] == [("YJ-S-0004", 4, "B")]


def test_a_total_beside_a_record_is_a_row_like_any_other() -> None:
    typed, _ = _typed("population", {"area_code": ["E10000018"], "area_name": ["Total"], "estimate": ["5"]})
    assert len(typed) == 1


@pytest.mark.parametrize(
    ("cells", "letter"),
    [
        ({"ypid": "Total"}, "A"),
        ({"ypid": "Total young people: 214"}, "A"),
        ({"ypid": "Grand total", "surname": "214", "date_of_birth": "214"}, "A"),
        ({"surname": "TOTAL", "lac_flag": "12"}, "B"),
        ({"date_of_birth": "Grand Count", "lac_flag": "12"}, "C"),
        ({"ypid": "Leicester Total", "lac_flag": "-"}, "A"),
        ({"surname": "Number of records", "lac_flag": "1,214"}, "B"),
    ],
)
def test_a_row_of_totals_in_any_extract_is_left_out_with_a_notice(cells: dict[str, str], letter: str) -> None:
    columns = {
        name: ["1", cells.get(name), "2"] for name in ("ypid", "surname", "date_of_birth", "lac_flag")
    }  # fmt: skip
    typed, faults = _typed("persons", columns)
    assert typed["ypid"].tolist() == ["1", "2"]
    totals = [fault for fault in faults if fault.code == "YJ-S-0004"]
    assert [(fault.row, fault.column_letter) for fault in totals] == [(3, letter)]


@pytest.mark.parametrize(
    "cells",
    [
        {"ypid": "3", "surname": "Total"},
        {"ypid": "3", "surname": "Total", "forename": "Grand"},
        {"surname": "Total", "date_of_birth": "2000-01-01"},
        {"surname": "Total", "forename": "Eclipse"},
        {"surname": "Totaler"},
        {"surname": "Countess", "lac_flag": "1"},
        {"surname": "Nolan"},
        {},
    ],
)
def test_no_child_is_ever_taken_for_a_total(cells: dict[str, str]) -> None:
    """Whatever the name: a row with a key, a date, or another word in it is left for its own fault."""
    names = ("ypid", "surname", "forename", "date_of_birth", "lac_flag")
    typed, faults = _typed("persons", {name: ["1", cells.get(name), "2"] for name in names})
    assert len(typed) == 3
    assert "YJ-S-0004" not in {fault.code for fault in faults}


def test_the_contract_does_not_tell_a_second_time_what_cleaning_told() -> None:
    columns: dict[str, list[str | None]] = {column.name: [None] for column in extract("accommodation").columns}
    columns |= {
        "accommodation_id": ["A1"], "ypid": ["Y1"], "start_date": ["31/02/2014"], "suitability": ["lovely"],
        "accommodation_type": ["OTHER"], "extract_date": ["2015-01-05"],
    }  # fmt: skip
    raw = _raw(columns)
    letters = {(SHA, ""): dict.fromkeys(columns, "A")}
    typed, faults = to_types(raw, extract("accommodation"), letters)
    report = validate(typed, extract("accommodation"), CONTEXT, letters, already=faults, raw=raw)
    by_row = sorted(fault.code for fault in report.faults if fault.row is not None)
    assert by_row == ["YJ-D-0806", "YJ-T-0803"]

"""A cell that names a row of another extract which is not there is told at its place, and an empty cell is not."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from assets.core.references import FOUND, lost, referring_extracts
from schemas.catalogue import EXTRACTS, extract
from schemas.extract import Extract
from schemas.references import reference_code, reference_reads, reference_rules

REMANDS = extract("remand_episodes")


def of_persons(*, nullable: bool) -> Extract:
    """The remand episodes as if their young person were declared as a reference."""
    columns = tuple(
        replace(column, refers=("persons", "ypid"), nullable=nullable) if column.name == "ypid" else column
        for column in REMANDS.columns
    )
    return replace(REMANDS, columns=columns)


def test_only_filled_cells_that_are_found_nowhere_are_lost() -> None:
    item = of_persons(nullable=True)
    rows = pd.DataFrame(
        {
            "file_sha256": ["a"] * 3,
            "file_name": ["remands.csv"] * 3,
            "sheet": [""] * 3,
            "row": [4, 3, 2],
            "ypid": pd.array(["Y9", None, "Y1"], dtype="string"),
        }
    )
    found = lost(rows, pd.Series(["Y1", "Y2"], dtype="string"), item, item.column("ypid"))
    assert list(found.columns) == list(FOUND)
    assert found[["code", "table_name", "row", "column_name"]].to_numpy().tolist() == [
        ["YJ-R-0502", "remand_episodes", 4, "ypid"]
    ]


def test_a_row_without_its_young_person_is_set_aside_and_one_that_need_name_none_is_asked_about() -> None:
    assert [rule.severity for rule in reference_rules(of_persons(nullable=False))] == ["stop-row"]
    assert [rule.severity for rule in reference_rules(of_persons(nullable=True))] == ["query"]


@pytest.mark.parametrize("item", referring_extracts(), ids=lambda item: item.name)
def test_a_reference_names_a_column_that_tells_the_rows_of_the_other_extract_apart(item: Extract) -> None:
    for column in item.columns:
        if column.refers is not None:
            other = extract(column.refers[0])
            assert other.column(column.refers[1]).keep
            assert column.keep


@pytest.mark.parametrize("code", sorted(reference_reads()))
def test_each_reference_is_told_where_it_points_at_nothing_and_not_where_it_points_at_a_row(code: str) -> None:
    item = extract(reference_reads()[code][0])
    column = next(one for one in item.columns if one.refers and reference_code(item, one) == code)
    rows = pd.DataFrame({name: ["x", "x"] for name in ("file_sha256", "file_name", "sheet")}).assign(row=[2, 3])
    rows[column.name] = pd.array(["HERE", "GONE"], dtype="string")
    found = lost(rows, pd.Series(["HERE"], dtype="string"), item, column)
    assert found[["code", "row", "column_name"]].to_numpy().tolist() == [[code, 3, column.name]]


def test_no_two_references_share_a_code() -> None:
    assert len(reference_reads()) == sum(column.refers is not None for item in EXTRACTS for column in item.columns)

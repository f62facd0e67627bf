"""Parquet files give the grid that a csv of the same table gives, and a hostile one ends with a code."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from assets.raw.limits import Limits
from assets.raw.parquet_child import as_text
from assets.raw.read_grid import read_grid
from assets.raw.refusal import DAMAGED, EMPTY, OVERSIZED, PROTECTED, UNSUPPORTED, RefusedError


def _written(path: Path, columns: dict[str, pa.Array]) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def _rows(path: Path) -> list[list[str]]:
    (sheet,) = read_grid(path)
    assert sheet.grid.index[0] == 1, "the header stands in row 1"
    return [[str(cell) for cell in row] for row in sheet.grid.itertuples(index=False)]


def _code(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(RefusedError) as refused:
        read_grid(path, limits or Limits())
    return refused.value.code


def test_every_cell_is_the_text_an_officer_would_type(tmp_path: Path) -> None:
    path = _written(
        tmp_path / "no matter.csv",
        {
            "Values": pa.array(["32.369999999999997", "-", None]),
            "LA Number": pa.array([855.0, 856.5, None]),
            "Whole": pa.array([1, 0, None], pa.int64()),
            "Day": pa.array([date(2014, 12, 31), None, None]),
            "Moment": pa.array([datetime(2014, 12, 31, 9, 30), None, None], pa.timestamp("ns")),  # noqa: DTZ001
            "Yes": pa.array([True, False, None]),
            "Amount": pa.array([Decimal("1.50"), None, None]),
            "Coded": pa.array(["a", "b", None]).dictionary_encode(),
        },
    )
    assert _rows(path) == [
        ["Values", "LA Number", "Whole", "Day", "Moment", "Yes", "Amount", "Coded"],
        ["32.369999999999997", "855", "1", "2014-12-31", "2014-12-31 09:30:00", "TRUE", "1.50", "a"],
        ["-", "856.5", "0", "", "", "FALSE", "", "b"],
        ["", "", "", "", "", "", "", ""],
    ]


def test_a_table_without_a_row_still_has_its_header_in_row_1(tmp_path: Path) -> None:
    assert _rows(_written(tmp_path / "none", {"a": pa.array([], pa.string())})) == [["a"]]


def test_more_rows_than_a_batch_come_in_their_order(tmp_path: Path) -> None:
    numbers = list(range(70_000))
    rows = _rows(_written(tmp_path / "long", {"n": pa.array(numbers)}))
    assert [row[0] for row in rows[1:]] == [str(number) for number in numbers]


@pytest.mark.parametrize("kept", [4, 12, 300, -1])
def test_a_file_cut_short_is_refused_as_damaged(tmp_path: Path, kept: int) -> None:
    path = _written(tmp_path / "cut", {"a": pa.array(["x"] * 1000), "b": pa.array(range(1000))})
    path.write_bytes(path.read_bytes()[:kept])
    assert _code(path) == DAMAGED


def test_a_file_of_noise_between_its_marks_is_refused_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "noise"
    path.write_bytes(b"PAR1" + bytes(range(256)) * 8 + (64).to_bytes(4, "little") + b"PAR1")
    assert _code(path) == DAMAGED


def test_rows_columns_and_cells_are_held_to_their_limits(tmp_path: Path) -> None:
    path = _written(tmp_path / "much", {f"c{n}": pa.array([f"cell {row}" for row in range(50)]) for n in range(5)})
    assert len(_rows(path)) == 51
    for limits in (
        Limits(parquet_rows=49),
        Limits(columns=4),
        Limits(parquet_cell_bytes=1000),
        Limits(parquet_bytes=100),
    ):
        assert _code(path, limits) == OVERSIZED


def test_a_long_text_written_a_million_times_is_refused_and_does_no_harm(tmp_path: Path) -> None:
    """Its footer tells of little: one text of 1 MB, and the same again in each of a million rows."""
    text = pa.DictionaryArray.from_arrays(pa.array([0] * 1_000_000, pa.int32()), pa.array(["x" * 1_000_000]))
    assert _code(_written(tmp_path / "bomb", {"a": text})) in {OVERSIZED, DAMAGED}


def test_lists_and_bytes_are_no_cells(tmp_path: Path) -> None:
    assert _code(_written(tmp_path / "lists", {"a": pa.array([[1, 2]])})) == UNSUPPORTED
    assert _code(_written(tmp_path / "bytes", {"a": pa.array([b"x"])})) == UNSUPPORTED


def test_a_file_whose_footer_is_locked_is_told_as_protected(tmp_path: Path) -> None:
    path = tmp_path / "locked"
    path.write_bytes(b"PARE" + bytes(100) + b"PARE")
    assert _code(path) == PROTECTED


@pytest.mark.parametrize("header", ["PARENTING_ID", "parenting_id"])
def test_a_sheet_whose_first_header_begins_like_a_locked_file_is_text(tmp_path: Path, header: str) -> None:
    path = tmp_path / "parenting"
    path.write_text(f"{header},ypid\nW1,Y1\n", encoding="utf-8")
    assert _rows(path) == [[header, "ypid"], ["W1", "Y1"]]


def test_a_table_of_nothing_is_refused_as_empty(tmp_path: Path) -> None:
    assert _code(_written(tmp_path / "nothing", {"": pa.array(["", " "])})) == EMPTY


def test_numbers_that_are_none_are_nothing() -> None:
    assert [as_text(cell) for cell in (float("nan"), None, float("inf"), 1e300, -0.5)] == [
        "",
        "",
        "inf",
        "1e+300",
        "-0.5",
    ]

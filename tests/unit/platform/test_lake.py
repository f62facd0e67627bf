"""The lake: what is written is read back as it was, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipelines.platform import lake as lake_module
from pipelines.platform.errors import PassingFault, TableMissing, TableUnfit
from pipelines.platform.lake import Lake
from pipelines.platform.quarters import Quarter

Q3 = Quarter(2014, 3)


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "home" / "lake")


@pytest.fixture
def frame() -> pd.DataFrame:
    """One row that is full and one that is empty, in every type a raw or core table has."""
    return pd.DataFrame(
        {
            "file_name": pd.Series(["a.csv", None], dtype="str"),
            "row": [2, 3],
            "ypid": pd.array(["P1", None], dtype="string"),
            "date_of_birth": pd.Series(["2000-02-29", None], dtype="datetime64[us]"),
            "nights": pd.array([0, None], dtype="Int64"),
            "budget": pd.array([0.1 + 0.2, None], dtype="Float64"),
            "knife": pd.array([False, None], dtype="boolean"),
            "never": pd.array([None, None], dtype="string"),
        }
    )


def _files(lake: Lake) -> list[str]:
    return sorted(path.name for path in lake.root.rglob("*") if path.is_file())


def test_a_table_is_read_back_as_it_was_noughts_and_missing_values_apart(lake: Lake, frame: pd.DataFrame) -> None:
    lake.write("core_persons", Q3, frame)
    pd.testing.assert_frame_equal(lake.read("core_persons", Q3), frame)


def test_days_are_kept_as_days_so_that_the_engine_sees_dates(lake: Lake, frame: pd.DataFrame) -> None:
    schema = pq.read_schema(lake.write("core_persons", Q3, frame))
    assert schema.field("date_of_birth").type == pa.date32()


def test_an_empty_table_keeps_its_columns_and_their_types(lake: Lake, frame: pd.DataFrame) -> None:
    lake.write("core_persons", Q3, frame.iloc[:0])
    pd.testing.assert_frame_equal(lake.read("core_persons", Q3), frame.iloc[:0])


def test_a_table_lies_in_a_folder_of_its_quarter(lake: Lake, frame: pd.DataFrame) -> None:
    path = lake.write("core_persons", Q3, frame)
    assert path.relative_to(lake.root).as_posix() == "core_persons/quarter=2014-15-Q3/part-0.parquet"
    assert lake.has("core_persons", Q3)
    assert not lake.has("core_persons", Q3.previous)


def test_the_same_table_has_the_same_bytes_in_another_folder(tmp_path: Path, frame: pd.DataFrame) -> None:
    one = Lake(tmp_path / "one").write("core_persons", Q3, frame)
    other = Lake(tmp_path / "two" / "deeper").write("core_persons", Q3, frame.copy())
    sums = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (one, other)}
    assert len(sums) == 1


def test_columns_stay_in_the_order_they_came_in(lake: Lake, frame: pd.DataFrame) -> None:
    turned = frame[frame.columns[::-1]]
    lake.write("core_persons", Q3, turned)
    assert list(lake.read("core_persons", Q3).columns) == list(turned.columns)


def test_a_second_writing_takes_the_place_of_the_first(lake: Lake, frame: pd.DataFrame) -> None:
    lake.write("core_persons", Q3, frame)
    lake.write("core_persons", Q3, frame.head(1))
    assert len(lake.read("core_persons", Q3)) == 1
    assert _files(lake) == ["part-0.parquet"]


@pytest.mark.parametrize("moment", ["while writing", "before the renaming"])
def test_a_crash_leaves_the_old_table_whole_and_nothing_half_there(
    lake: Lake, frame: pd.DataFrame, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    lake.write("core_persons", Q3, frame)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    if moment == "while writing":
        monkeypatch.setattr(os, "fsync", crash)
    else:
        monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        lake.write("core_persons", Q3, frame.head(1))
    assert _files(lake) == ["part-0.parquet"]
    pd.testing.assert_frame_equal(lake.read("core_persons", Q3), frame)


def test_a_crash_of_the_first_writing_leaves_no_table(
    lake: Lake, frame: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(lake_module, "_write_parquet", crash)
    with pytest.raises(OSError, match="No space"):
        lake.write("core_persons", Q3, frame)
    assert not lake.has("core_persons", Q3)
    assert _files(lake) == []


def test_the_content_is_on_disk_before_it_takes_its_name(
    lake: Lake, frame: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []
    sync, rename = os.fsync, Path.replace

    def noted_sync(handle: int) -> None:
        happened.append("sync")
        sync(handle)

    def noted_rename(path: Path, target: Path) -> Path:
        happened.append("rename")
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_rename)
    lake.write("core_persons", Q3, frame)
    assert happened[:2] == ["sync", "rename"]
    # Where a folder can be opened, its entry is made to last too.
    assert happened[2:] in ([], ["sync"])


def test_a_file_held_by_another_program_is_a_passing_fault(
    lake: Lake, frame: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PassingFault, match="BR-104"):
        lake.write("core_persons", Q3, frame)
    assert _files(lake) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps folders private by its own means")
def test_nobody_else_may_look_into_the_lake(lake: Lake, frame: pd.DataFrame) -> None:
    path = lake.write("core_persons", Q3, frame)
    folders = [path.parent, path.parent.parent, lake.root]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    # What lies above is not ours to change.
    assert stat.S_IMODE(lake.root.parent.stat().st_mode) != 0o700


def test_a_table_that_was_not_made_is_missed_with_what_to_do(lake: Lake) -> None:
    with pytest.raises(TableMissing, match=r'BR-101: .*core_persons.*2014-15 Q3.*--quarter "2014-15 Q3"'):
        lake.read("core_persons", Q3)


def test_a_forgotten_table_is_gone_and_may_be_forgotten_twice(lake: Lake, frame: pd.DataFrame) -> None:
    lake.write("core_persons", Q3, frame)
    lake.forget("core_persons", Q3)
    lake.forget("core_persons", Q3)
    assert not lake.has("core_persons", Q3)


@pytest.mark.parametrize(
    "name", ["", "..", "../persons", "core/persons", "Core", "core persons", "con:", "1core", "a" * 101]
)
def test_a_name_that_could_leave_the_lake_is_refused(lake: Lake, frame: pd.DataFrame, name: str) -> None:
    with pytest.raises(TableUnfit, match="BR-103"):
        lake.write(name, Q3, frame)

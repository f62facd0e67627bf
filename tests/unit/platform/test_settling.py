"""What a crash left unfinished is swept away, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from pipelines.platform.settling import ABANDONED_AFTER, sweep, sweep_lake, sweep_received


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_versions_stay_and_what_was_being_made_goes(tmp_path: Path) -> None:
    for name in ("v1", "v1-printable", "v1-unregistered-1", ".making-17", ".printing-17"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.xlsx").write_bytes(b"a")
    assert sweep(tmp_path) == 2
    assert names(tmp_path) == ["v1-printable/a.xlsx", "v1-unregistered-1/a.xlsx", "v1/a.xlsx"]
    assert sweep(tmp_path / "never made") == 0


def test_unfinished_tables_of_the_quarter_go_and_those_of_another_stay(tmp_path: Path) -> None:
    for slug in ("2014-15-Q3", "2014-15-Q4"):
        folder = tmp_path / "core_persons" / f"quarter={slug}"
        folder.mkdir(parents=True)
        (folder / "part-0.parquet").write_bytes(b"a")
        (folder / ".abc.tmp").write_bytes(b"a")
    assert sweep_lake(tmp_path, "2014-15-Q3") == 1
    assert names(tmp_path) == [
        "core_persons/quarter=2014-15-Q3/part-0.parquet",
        "core_persons/quarter=2014-15-Q4/.abc.tmp",
        "core_persons/quarter=2014-15-Q4/part-0.parquet",
    ]


def test_a_copy_into_the_store_goes_only_when_no_run_can_still_be_making_it(tmp_path: Path) -> None:
    for name, age in ((".receiving-old", ABANDONED_AFTER + 1), (".receiving-new", ABANDONED_AFTER - 1)):
        (tmp_path / name).write_bytes(b"a")
        os.utime(tmp_path / name, (10**9 - age, 10**9 - age))
    assert sweep_received(tmp_path, now=10**9) == 1
    assert names(tmp_path) == [".receiving-new"]

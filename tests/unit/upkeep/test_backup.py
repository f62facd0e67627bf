"""A backup is whole or not there, private, and made while others write."""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
import stat
import tarfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from pipelines.platform.errors import PermanentFault, QuarterBusy
from pipelines.platform.provenance import sha256_of
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from pipelines.upkeep import backup as backup_module
from pipelines.upkeep.backup import back_up
from pipelines.upkeep.contents import Copying
from tests.unit.report.made import QUARTER

NOW = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_everything_that_cannot_be_made_again_is_in_it_and_listed_with_its_checksum(
    place: Workplace, tmp_path: Path
) -> None:
    made = back_up(place, tmp_path / "backups", NOW)
    assert made.folder == tmp_path / "backups" / "backup-2026-11-22T023000Z"
    listed = json.loads((made.folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert set(listed) == below(made.folder) - {"manifest.json"}
    assert all(sha256_of(made.folder / name) == entry["sha256"] for name, entry in listed.items())
    home = place.settings.home
    wanted = {name for name in below(home) if name.startswith(("received/", "returns/", "errors/"))}
    assert wanted <= set(listed)
    assert {"register.db", "inbox.tar"} <= set(listed)
    assert not any(name.startswith("lake/") for name in listed)


def test_names_that_officers_gave_their_files_stand_only_inside_the_archive(place: Workplace, tmp_path: Path) -> None:
    (place.inbox(QUARTER) / "Amy Pond.csv").write_text("a\n", encoding="utf-8")
    made = back_up(place, tmp_path / "backups", NOW)
    assert "Amy Pond" not in (made.folder / "manifest.json").read_text(encoding="utf-8")
    with tarfile.open(made.folder / "inbox.tar") as archive:
        assert f"{QUARTER.slug}/Amy Pond.csv" in archive.getnames()


def test_nobody_else_may_look_into_it(place: Workplace, tmp_path: Path) -> None:
    made = back_up(place, tmp_path / "backups", NOW)
    folders = [made.folder, *(path for path in made.folder.rglob("*") if path.is_dir())]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}
    assert stat.S_IMODE((made.folder / "register.db").stat().st_mode) == 0o600


def test_the_register_is_copied_while_another_program_writes(place: Workplace, tmp_path: Path) -> None:
    place.register.received("none")
    with closing(sqlite3.connect(place.settings.home / "register.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM return_versions")
        copying = Copying(tmp_path / "staged")
        (tmp_path / "staged").mkdir()
        copying.register(place.settings)
    with closing(sqlite3.connect(tmp_path / "staged" / "register.db")) as copy:
        assert copy.execute("SELECT COUNT(*) FROM return_versions").fetchone()[0] > 0


def test_a_version_that_the_copied_register_does_not_know_is_left_out(place: Workplace, tmp_path: Path) -> None:
    shutil.copytree(place.returns(QUARTER) / "v1", place.returns(QUARTER) / "v2")
    (place.returns(QUARTER) / ".making-17").mkdir()
    made = back_up(place, tmp_path / "backups", NOW)
    assert {path.name for path in (made.folder / "returns" / QUARTER.slug).iterdir()} == {"v1"}


def test_a_folder_inside_the_home_folder_is_refused(place: Workplace) -> None:
    with pytest.raises(PermanentFault, match="BR-941"):
        back_up(place, place.settings.home / "backups", NOW)


def test_a_received_file_that_is_no_longer_what_was_received_is_told(place: Workplace, tmp_path: Path) -> None:
    path = next(path for path in sorted(place.settings.received.rglob("*")) if path.is_file())
    path.chmod(0o600)
    path.write_bytes(b"another content")
    assert back_up(place, tmp_path / "backups", NOW).damaged == 1


def test_too_little_room_is_told_before_anything_is_copied(
    place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage(NamedTuple):
        free: int = 2**20

    monkeypatch.setattr(backup_module.shutil, "disk_usage", lambda _: Usage())
    with pytest.raises(PermanentFault, match="BR-942"):
        back_up(place, tmp_path / "backups", NOW)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_disk_that_fills_up_leaves_nothing_that_looks_like_a_backup(
    place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(Copying, "inbox", full)
    with pytest.raises(PermanentFault, match="BR-947"):
        back_up(place, tmp_path / "backups", NOW)
    assert list((tmp_path / "backups").iterdir()) == []


def test_the_tables_are_taken_only_while_no_run_changes_them(place: Workplace, tmp_path: Path) -> None:
    running = Workplace(place.settings)
    running.locks.hold(QUARTER)
    with pytest.raises(QuarterBusy):
        back_up(place, tmp_path / "backups", NOW, lake=True)
    running.locks.release()
    made = back_up(place, tmp_path / "backups", NOW, lake=True)
    assert {name for name in below(place.settings.home) if name.startswith("lake/")} <= below(made.folder)


def test_a_backup_is_an_event_of_the_audit(place: Workplace, tmp_path: Path) -> None:
    made = back_up(place, tmp_path / "backups", NOW)
    events = [one for one in place.register.audit.events() if one.event == "backup"]
    assert [one.subject for one in events] == [made.seal]


def test_a_place_where_nothing_was_ever_done_can_be_backed_up(tmp_path: Path) -> None:
    place = Workplace(Settings(home=tmp_path / "new"))
    assert set(back_up(place, tmp_path / "backups", NOW).manifest.files) >= {"register.db", "inbox.tar"}
    place.register.close()

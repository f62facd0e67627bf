"""A backup is restored whole, into nothing that is there, and goes on as if nothing had been."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from pipelines.platform.errors import PermanentFault
from pipelines.platform.register.database import Database
from pipelines.platform.settings import Settings, prepare_folders
from pipelines.platform.workplace import Workplace
from pipelines.upkeep.backup import Backup, back_up
from pipelines.upkeep.restore import restore
from tests.unit.report.made import QUARTER

NOW = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
POSTGRES = os.environ.get("BOARD_RETURNS_TEST_POSTGRES_URL", "")


@pytest.fixture
def made(place: Workplace, tmp_path: Path) -> Backup:
    """A backup with everything in it."""
    return back_up(place, tmp_path / "backups", NOW, lake=True, runs=True)


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def told(place: Workplace) -> object:
    """What a register says, as far as a return rests on it."""
    register = place.register
    return (
        register.received(QUARTER.slug),
        register.verdicts(QUARTER.slug),
        register.versions(QUARTER.slug),
        register.published_figures(QUARTER.slug, 1).to_csv(),
    )


def test_every_file_comes_back_byte_for_byte_and_what_was_published_is_verified(
    place: Workplace, made: Backup, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path / "again")
    done = restore(made.folder, settings)
    assert (done.verified.holds, done.verified.versions, done.lacking) == (True, 1, 0)
    for name in ("received", "returns", "errors", "inbox", "lake"):
        assert content(settings.home / name) == content(place.settings.home / name), name
    again = Workplace(settings)
    assert told(again) == told(place)
    assert not again.register.audit.breaks()
    again.register.close()


def test_the_next_run_finds_that_nothing_has_changed(made: Backup, tmp_path: Path) -> None:
    from tests.crash.work import work  # noqa: PLC0415 - slow to load

    home = tmp_path / "again"
    restore(made.folder, Settings(home=home))
    before = content(home / "returns")
    work(home, 0)
    assert content(home / "returns") == before


def test_folders_that_a_command_has_made_by_itself_are_no_hindrance(made: Backup, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "again")
    prepare_folders(settings)
    assert restore(made.folder, settings).verified.holds


def test_nothing_is_restored_over_anything(made: Backup, tmp_path: Path) -> None:
    home = tmp_path / "again"
    (home / "inbox").mkdir(parents=True)
    (home / "inbox" / "mine.csv").write_text("mine\n", encoding="utf-8")
    with pytest.raises(PermanentFault, match="BR-948"):
        restore(made.folder, Settings(home=home))
    assert content(home) == {"inbox/mine.csv": b"mine\n"}


@pytest.mark.parametrize("harm", ["altered", "missing", "too many", "linked"])
def test_a_backup_that_is_not_whole_is_refused_before_anything_is_restored(
    made: Backup, tmp_path: Path, harm: str
) -> None:
    path = made.folder / "register.db"
    if harm == "altered":
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    elif harm == "missing":
        path.unlink()
    elif harm == "too many":
        (made.folder / "more").write_bytes(b"")
    else:
        path.rename(tmp_path / "elsewhere.db")
        path.symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(PermanentFault, match="BR-944: 1 files"):
        restore(made.folder, Settings(home=tmp_path / "again"))
    assert not (tmp_path / "again").exists()


def test_a_folder_that_is_no_backup_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(PermanentFault, match="BR-943"):
        restore(tmp_path, Settings(home=tmp_path / "again"))


def test_a_restoring_that_was_broken_off_can_be_begun_again(made: Backup, tmp_path: Path) -> None:
    home = tmp_path / "again"
    (home / ".restoring" / "received").mkdir(parents=True)
    (home / ".restoring" / "received" / "half").write_bytes(b"half")
    assert restore(made.folder, Settings(home=home)).verified.holds
    assert not (home / ".restoring").exists()


@pytest.fixture
def server() -> Iterator[str]:
    """A schema of its own on the PostgreSQL server."""
    schema = f"test_{uuid4().hex}"
    with closing(Database(POSTGRES)) as database:
        with database.writing() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        url = make_url(POSTGRES).update_query_dict({"options": f"-csearch_path={schema}"})
        yield url.render_as_string(hide_password=False)
        with database.writing() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))


@pytest.mark.postgres
@pytest.mark.skipif(not POSTGRES, reason="No PostgreSQL server is given.")
def test_a_register_goes_from_sqlite_to_postgresql_and_back(
    place: Workplace, made: Backup, server: str, tmp_path: Path
) -> None:
    on_server = Settings(home=tmp_path / "server", database_url=server)
    assert restore(made.folder, on_server).verified.holds
    assert not (on_server.home / "register.db").exists()
    there = Workplace(on_server)
    assert told(there) == told(place)
    again = back_up(there, tmp_path / "from the server", NOW)
    back = Settings(home=tmp_path / "back")
    assert restore(again.folder, back).verified.holds
    here = Workplace(back)
    assert told(here) == told(place)
    with pytest.raises(PermanentFault, match="BR-945"):
        restore(made.folder, Settings(home=tmp_path / "third", database_url=server))
    for one in (there, here):
        assert not one.register.audit.breaks()
        one.register.close()

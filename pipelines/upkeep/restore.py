"""Restoring a backup into an empty home folder, after every file of it was held against its SHA-256.

What belongs here: the steps from a backup to an installation. The register is put in its place last: an installation
without one is none.
"""

from __future__ import annotations

import shutil
import sqlite3
import tarfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from assets.report.versions.verify import Verified, verify
from pipelines.platform.errors import PermanentFault
from pipelines.platform.register.database import Database
from pipelines.platform.settings import Settings, prepare_folders
from pipelines.platform.settling import settle, sync_folder
from pipelines.platform.workplace import Workplace
from pipelines.upkeep.contents import INBOX, RECEIVED, REGISTER
from pipelines.upkeep.manifest import NAME, Manifest, read_verified
from pipelines.upkeep.register_copy import copy_in, require_empty

#: Where a restoring that is going on keeps its files; what a broken one left there is taken away.
RESTORING = ".restoring"
#: What the commands write into a home folder by themselves; it holds nothing of anybody.
_OURS = {"dagster/dagster.yaml"}


@dataclass(frozen=True)
class Restored:
    """A home folder restored from a backup.

    Attributes:
        manifest: what the backup held.
        verified: what verifying every published file came to.
        lacking: how many files the register knows as received and the backup does not hold (purged before it).
    """

    manifest: Manifest
    verified: Verified
    lacking: int


def restore(backup: Path, settings: Settings) -> Restored:
    """Restore a backup into the home folder of the settings.

    Args:
        backup: the backup's folder.
        settings: where to; the home folder must be empty, and so must the database of a register on PostgreSQL.

    Raises:
        PermanentFault: it is no whole backup, or there is something already where it would go.
    """
    backup = backup.expanduser().resolve()
    manifest = read_verified(backup)
    _require_empty_home(settings.home)
    _require_room(settings.home, manifest.size)
    _require_empty_server(settings)
    staged = _staged(backup, manifest, settings.home)
    _put_in_place(staged, settings)
    place = Workplace(settings)
    prepare_folders(settings)
    place.register.audit.record("restore", detail={"files": len(manifest.files), "backup": manifest.made_at})
    return Restored(manifest, verify(place), _lacking(backup, manifest))


def _require_empty_home(home: Path) -> None:
    lying = (path.relative_to(home).as_posix() for path in home.rglob("*") if not path.is_dir())
    if any(name not in _OURS and not name.startswith((f"{RESTORING}/", "locks/")) for name in lying):
        raise PermanentFault(
            "BR-948",
            "The home folder to restore into is not empty.",
            "Name an empty one with --into, or move away what lies in it; nothing is restored over anything.",
        )


def _require_room(home: Path, size: int) -> None:
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    if shutil.disk_usage(home).free < size:
        raise PermanentFault(
            "BR-949",
            f"The backup takes {size // 2**20 + 1} MiB, and the disk of the home folder has not so much.",
            "Make room, or name a home folder on another disk.",
        )


def _require_empty_server(settings: Settings) -> None:
    if settings.database_url:
        database = Database(settings.database_url)
        try:
            require_empty(database)
        finally:
            database.close()


def _staged(backup: Path, manifest: Manifest, home: Path) -> Path:
    """The backup's files in the home folder under a name nobody follows, forced to the disk."""
    staged = home / RESTORING
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(mode=0o700)
    for name in sorted(manifest.files):
        target = staged / name
        for folder in reversed([one for one in target.parents if one.is_relative_to(staged)]):
            folder.mkdir(mode=0o700, exist_ok=True)
        shutil.copy2(backup / name, target)
    if (staged / INBOX).is_file():
        with tarfile.open(staged / INBOX) as archive:
            archive.extractall(staged / "inbox", filter="data")
        (staged / INBOX).unlink()
    settle(staged)
    return staged


def _put_in_place(staged: Path, settings: Settings) -> None:
    """Each folder renamed into its place, the register last."""
    for path in sorted(staged.iterdir(), key=lambda one: (one.name == REGISTER, one.name)):
        target = settings.home / path.name
        if target.is_dir():
            shutil.rmtree(target)  # found empty before
        if path.name == REGISTER and settings.database_url:
            copy_in(path, settings.database_url)
            path.unlink()
        elif path.name != NAME:
            path.rename(target)
        sync_folder(settings.home)
    shutil.rmtree(staged, ignore_errors=True)


def _lacking(backup: Path, manifest: Manifest) -> int:
    """How many files the backup's register knows as received are not in the backup."""
    with closing(sqlite3.connect(f"{(backup / REGISTER).as_uri()}?mode=ro&immutable=1", uri=True)) as register:
        known = {sha256 for (sha256,) in register.execute("SELECT sha256 FROM received_files")}
    return len(known - {name.rpartition("/")[2] for name in manifest.files if name.startswith(f"{RECEIVED}/")})

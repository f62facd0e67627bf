"""Making a backup while the installation is in use: whole and named at the end, or not there.

What belongs here: where a backup goes and in which steps it becomes one. What goes into it is in `contents`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from pipelines.platform.errors import PermanentFault
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings
from pipelines.platform.settling import settle, sync_folder
from pipelines.platform.storage import trouble_of
from pipelines.platform.workplace import Workplace
from pipelines.upkeep.contents import ERRORS, LAKE, Copying, size_of
from pipelines.upkeep.manifest import Manifest, write_manifest

#: What an unfinished backup's folder begins with; nobody restores from it.
UNFINISHED = ".making-backup-"
#: More room than the files themselves take: names, and the copy of a register that grows meanwhile.
_SPARE = 64 * 2**20
_ALWAYS = ("register", "received", "returns", "errors", "inbox")


@dataclass(frozen=True)
class Backup:
    """A backup that was made.

    Attributes:
        folder: where it lies.
        manifest: what is in it.
        seal: the manifest's SHA-256.
        damaged: how many received files are no longer what was received.
        passed_over: how many files of the inbox could not be read.
    """

    folder: Path
    manifest: Manifest
    seal: str
    damaged: int
    passed_over: int


def back_up(place: Workplace, target: Path, now: datetime, *, lake: bool = False, runs: bool = False) -> Backup:
    """Make a backup of the installation in a folder of its own below `target`.

    Args:
        place: the service's workplace.
        target: where backups go, outside the home folder.
        now: the moment, which names the backup.
        lake: the tables too; without them the next run of a quarter makes them again.
        runs: Dagster's own storage too.

    Raises:
        PermanentFault: the folder lies in the home folder, has no room, or cannot be written to.
        QuarterBusy: the tables are wanted, and a run is changing them.
    """
    target = target.expanduser().resolve()
    _require_outside(place.settings.home, target)
    stamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    with _told_apart(), ExitStack() as held:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        _require_room(place.settings, target, lake=lake, runs=runs)
        if lake:
            _hold_all(place, held)
        made = _make(place, target, stamp, lake=lake, runs=runs)
    place.register.audit.record(
        "backup", subject=made.seal, detail={"files": len(made.manifest.files), "bytes": made.manifest.size}
    )
    return made


def _make(place: Workplace, target: Path, stamp: str, *, lake: bool, runs: bool) -> Backup:
    """The backup under another name, forced to the disk, then renamed."""
    final, staged = target / f"backup-{stamp}", target / f"{UNFINISHED}{stamp}-{os.getpid()}"
    _require_new(final)
    staged.mkdir(mode=0o700)
    try:
        copying = _copied(place, staged, lake=lake, runs=runs)
        parts = (*_ALWAYS, *((LAKE,) if lake else ()), *(("runs",) if runs else ()))
        manifest = Manifest(
            program=version("board-returns"),
            made_at=stamp,
            service=place.settings.service,
            parts=parts,
            files=copying.files,
        )
        seal = write_manifest(staged, manifest)
        settle(staged)
        staged.rename(final)
        sync_folder(target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return Backup(final, manifest, seal, copying.damaged, copying.passed_over)


def _copied(place: Workplace, staged: Path, *, lake: bool, runs: bool) -> Copying:
    """Everything copied, the register first."""
    copying, settings = Copying(staged), place.settings
    place.register.received("none")  # makes or migrates the tables where nobody has yet
    copying.register(settings)
    copying.received(settings)
    copying.returns(settings)
    copying.tree(settings.errors, ERRORS)
    copying.inbox(settings)
    if lake:
        copying.tree(settings.lake, LAKE)
    if runs:
        copying.runs(settings)
    return copying


def _hold_all(place: Workplace, held: ExitStack) -> None:
    """Every quarter that has tables, held so that no run changes them.

    Raises:
        QuarterBusy: a run is going.
    """
    slugs = {path.name.removeprefix("quarter=") for path in place.settings.lake.glob("*/quarter=*")}
    for slug in sorted(slugs):
        held.enter_context(place.locks.alone(Quarter.from_label(slug)))


def _require_outside(home: Path, target: Path) -> None:
    if target.is_relative_to(home):
        raise PermanentFault(
            "BR-941",
            "The folder for backups lies in the home folder, and would be lost with it.",
            "Name a folder elsewhere, best on another disk.",
        )


def _require_new(final: Path) -> None:
    if final.exists():
        raise PermanentFault(
            "BR-946", "There is a backup of this very second already.", "Use that one, or give the command again."
        )


def _require_room(settings: Settings, target: Path, *, lake: bool, runs: bool) -> None:
    """Refuse before anything is copied where the disk has not the room."""
    folders = [settings.received, settings.returns, settings.errors, settings.inbox]
    folders += [settings.lake] if lake else []
    folders += [settings.dagster_storage] if runs else []
    register = settings.home / "register.db"
    needed = sum(map(size_of, folders)) + (register.stat().st_size if register.exists() else 0) + _SPARE
    free = shutil.disk_usage(target).free
    if free < needed:
        raise PermanentFault(
            "BR-942",
            f"The backup takes up to {needed // 2**20} MiB, and its disk has {free // 2**20} MiB free.",
            "Make room, or name a folder on another disk.",
        )


@contextmanager
def _told_apart() -> Iterator[None]:
    """A full disk or a closed folder of the backup, in its own words."""
    try:
        yield
    except OSError as error:
        if trouble_of(error) is None:
            raise
        raise PermanentFault(
            "BR-947",
            "The backup was broken off: its folder cannot be written to, or its disk is full.",
            "Let the account that runs Board Returns write there, make room, and give the command again.",
        ) from error

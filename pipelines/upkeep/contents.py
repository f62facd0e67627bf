"""What goes into a backup, file by file, in the order that keeps it whole while a run goes on.

What belongs here: which files of an installation are copied and how. The register goes first: whatever it tells of at
that moment lies on the disk already and never changes again.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from pipelines.platform.settings import Settings
from pipelines.upkeep.manifest import Entry
from pipelines.upkeep.register_copy import copy_out, copy_sqlite

HEADS, REGISTER, RECEIVED, RETURNS, ERRORS = "audit-heads.txt", "register.db", "received", "returns", "errors"
INBOX, LAKE, RUNS = "inbox.tar", "lake", "dagster"
_BLOCK = 1 << 20
_CONTENT = re.compile(r"[0-9a-f]{64}")
_UNFINISHED = (".tmp", "-wal", "-shm", "-journal")


class Copying:
    """Copies files into a backup and notes each one's size and SHA-256.

    Args:
        folder: the unfinished backup.

    Attributes:
        files: what was copied, by its place.
        damaged: how many received files are not what was received.
        passed_over: how many files of the inbox could not be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, Entry] = {}
        self.damaged = 0
        self.passed_over = 0

    def register(self, settings: Settings) -> None:
        """The register, and before it the heads of its audit, which must not be newer than it."""
        if settings.audit_heads.is_file():
            self.one(settings.audit_heads, HEADS)
        copy_out(settings.register_url, self._place(REGISTER))
        self._note(REGISTER)

    def received(self, settings: Settings) -> None:
        """The files as received; each is held against its own name."""
        for path in _files(settings.received):
            if _CONTENT.fullmatch(path.name):
                entry = self.one(path, f"{RECEIVED}/{path.relative_to(settings.received).as_posix()}")
                self.damaged += entry.sha256 != path.name

    def returns(self, settings: Settings) -> None:
        """Every version that the copied register knows, with its printable files."""
        with closing(sqlite3.connect(self.folder / REGISTER)) as register:
            known = sorted(set(register.execute("SELECT quarter_slug, version FROM return_versions")))
        for slug, version in known:
            for name in (f"v{version}", f"v{version}-printable"):
                self.tree(settings.returns / slug / name, f"{RETURNS}/{slug}/{name}")

    def inbox(self, settings: Settings) -> None:
        """What lies in the inbox, as one archive: names that officers gave files stand nowhere else."""
        with tarfile.open(self._place(INBOX), "w") as archive:
            for path in _files(settings.inbox):
                self._add(archive, path, path.relative_to(settings.inbox).as_posix())
        self._note(INBOX)

    def _add(self, archive: tarfile.TarFile, path: Path, name: str) -> None:
        """One file of the inbox, copied first: it may be changing at this moment."""
        copy = self.folder / ".one"
        try:
            shutil.copy2(path, copy)
        except OSError:
            if copy.exists() and not _room_left(copy):
                raise
            self.passed_over += 1
            return
        archive.add(copy, arcname=name)
        copy.unlink()

    def tree(self, source: Path, place: str) -> None:
        """A folder with everything in it, unfinished files left out."""
        for path in _files(source):
            if not path.name.startswith((".making", ".printing")) and not path.name.endswith(_UNFINISHED):
                self.one(path, f"{place}/{path.relative_to(source).as_posix()}")

    def runs(self, settings: Settings) -> None:
        """Dagster's own storage; its SQLite files may be in use."""
        root = settings.dagster_storage
        for path in _files(root):
            place = f"{RUNS}/{path.relative_to(root).as_posix()}"
            if path.suffix == ".db":
                copy_sqlite(path, self._place(place))
                self._note(place)
            elif not path.name.endswith(_UNFINISHED):
                self.one(path, place)

    def one(self, source: Path, place: str) -> Entry:
        """Copy one file.

        Args:
            source: the file.
            place: where it goes in the backup.
        """
        target, digest = self._place(place), hashlib.sha256()
        with source.open("rb") as read, target.open("wb") as written:
            while block := read.read(_BLOCK):
                digest.update(block)
                written.write(block)
        shutil.copystat(source, target)
        entry = self.files[place] = Entry(size=target.stat().st_size, sha256=digest.hexdigest())
        return entry

    def _place(self, place: str) -> Path:
        target = self.folder / place
        for folder in reversed([one for one in target.parents if one.is_relative_to(self.folder)]):
            folder.mkdir(mode=0o700, exist_ok=True)
        return target

    def _note(self, place: str) -> None:
        """Note a file that was not copied byte by byte."""
        path = self.folder / place
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        self.files[place] = Entry(size=path.stat().st_size, sha256=digest)


def _room_left(path: Path) -> bool:
    """Whether the disk of a file has room for more."""
    return shutil.disk_usage(path.parent).free > _BLOCK


def _files(folder: Path) -> Iterator[Path]:
    """Every plain file below a folder, by place; links and pipes lead elsewhere and are left."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        with suppress(OSError):
            if path.is_file() and not path.is_symlink():
                yield path


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in _files(folder))

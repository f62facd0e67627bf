"""The received files: kept once by content, never changed, never read by name.

Only the keeping belongs here; judging what a file is belongs to `assets.raw.receive`.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from pipelines.platform.settling import RECEIVING, sync_folder
from pipelines.platform.storage import trouble_of

_BLOCK = 1 << 20
_PRIVATE_FOLDER = 0o700
_READ_ONLY = 0o400


def stored_path(received_dir: Path, sha256: str) -> Path:
    """Where the file of that content is kept."""
    return received_dir / sha256[:2] / sha256


def content_of(path: Path) -> str:
    """The SHA-256 of a file, computed anew only when its size or time has changed."""
    about = path.stat()
    return _digest(path, about.st_size, about.st_mtime_ns)


@lru_cache(maxsize=512)
def _digest(path: Path, size: int, changed: int) -> str:  # noqa: ARG001 - they are the key of the memory
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def contents_of(folder: Path) -> frozenset[str]:
    """The SHA-256 of every file in a folder.

    Args:
        folder: a quarter's inbox folder.
    """
    return frozenset(content_of(path) for path in folder.iterdir() if path.is_file())


def keep(path: Path, received_dir: Path) -> str:
    """Copy a file into the store, whole or not at all; the file itself stays where it is.

    Args:
        path: the dropped file.
        received_dir: where received files are kept; holds children's records.

    Returns:
        SHA-256 of exactly the bytes kept, even where the file changes meanwhile.

    Raises:
        PermanentFault: the store has no room, or may not be written to.
        OSError: the file cannot be opened.
    """
    with path.open("rb") as source, _told_of_the_store():
        received_dir.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=RECEIVING, dir=received_dir)
        copy = Path(name)
        try:
            sha256 = _copy(source, handle)
            _settle(copy, stored_path(received_dir, sha256))
        finally:
            copy.unlink(missing_ok=True)
    return sha256


@contextmanager
def _told_of_the_store() -> Iterator[None]:
    """A full disk or a closed folder of the store in its own words: nothing is wrong with the file that is received."""
    try:
        yield
    except OSError as error:
        raise trouble_of(error) or error from error


def _copy(source: BinaryIO, handle: int) -> str:
    """Copy the bytes to an open handle, force them to disk; returns their SHA-256."""
    digest = hashlib.sha256()
    with os.fdopen(handle, "wb") as target:
        while block := source.read(_BLOCK):
            digest.update(block)
            target.write(block)
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest()


def _settle(copy: Path, final: Path) -> None:
    """Give the finished copy its name; where the content is there already, it stays as it is."""
    final.parent.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
    if final.exists():
        return
    copy.chmod(_READ_ONLY)
    copy.replace(final)
    sync_folder(final.parent)

"""Making files last: forced to the disk before they get their name, and what a crash left unfinished swept away.

What belongs here: what every store does around a rename. Names of unfinished things are agreed here, so that a sweep
knows them; no reader follows them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

#: How the unfinished things of a quarter's folder of returns begin.
MAKING, PRINTING = ".making-", ".printing-"
#: How a file begins that is being copied into the store of received files.
RECEIVING = ".receiving-"
#: Seconds after which a copy into that store is nobody's any more: no run may last longer.
ABANDONED_AFTER = 2 * 60 * 60


def settle(folder: Path) -> None:
    """Wait until every file of a folder, at any depth, and every name is on the disk.

    Args:
        folder: a folder that nobody reads yet.
    """
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            # Windows flushes only what is open for writing; a stored file may be read-only elsewhere.
            with path.open("rb+" if os.access(path, os.W_OK) else "rb") as stream:
                os.fsync(stream.fileno())
        else:
            sync_folder(path)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut, on systems that let a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(returns: Path) -> int:
    """Take away what crashed runs left unfinished in a quarter's folder of returns; the quarter must be held.

    Args:
        returns: the quarter's folder.

    Returns:
        How many things were taken away.
    """
    left = list(_beginning(returns, MAKING, PRINTING))
    for path in left:
        shutil.rmtree(path, ignore_errors=True)
    return len(left)


def sweep_lake(lake: Path, quarter_slug: str) -> int:
    """Take away the unfinished tables that crashed runs left of a quarter; the quarter must be held.

    Args:
        lake: the folder of tables.
        quarter_slug: which quarter.

    Returns:
        How many files were taken away.
    """
    left = sorted(lake.glob(f"*/quarter={quarter_slug}/.*.tmp"))
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def sweep_received(received: Path, now: float) -> int:
    """Take away the unfinished copies that crashed runs left in the store of received files.

    Another quarter's run may be copying at this moment, so only what is old is taken away.

    Args:
        received: the store.
        now: the time, in seconds since 1970.

    Returns:
        How many files were taken away.
    """
    left = [path for path in _beginning(received, RECEIVING) if now - path.stat().st_mtime > ABANDONED_AFTER]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def _beginning(folder: Path, *names: str) -> Iterator[Path]:
    """What lies in a folder under a name that begins so, by name."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(names):
            yield path

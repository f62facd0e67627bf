"""Letting go of a quarter's files and tables.

What belongs here: the inbox, the received files, the errors workbooks and the lake. Every step may be done again: what
is gone already is not missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from assets.core.person_links import LINKS
from assets.raw.store import content_of, stored_path
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ACCEPTED, PURGED
from pipelines.platform.workplace import Workplace
from pipelines.retention.owners import PERSONS, Owners, is_private, of_children
from pipelines.retention.plan import PARTITION, held_of
from schemas.catalogue import EXTRACTS

_AGGREGATES = "ind_"
#: Of these extracts the checked tables may stay when a child leaves: nobody is in them.
_OF_NOBODY = frozenset(one.core_table for one in EXTRACTS if not is_private(one) or not one.snapshot)
_PUBLICATIONS = frozenset(one.name for one in EXTRACTS if not one.snapshot)


def files_going(place: Workplace, quarter: Quarter) -> list[str]:
    """Contents of the quarter's received files that go: all but publications alone, which later quarters read."""
    return [
        file.sha256
        for file in place.register.received(quarter.slug)
        if file.status != PURGED and not (file.status == ACCEPTED and set(file.extracts) <= _PUBLICATIONS)
    ]


def let_files_go(place: Workplace, quarter: Quarter) -> int:
    """Delete what the register notes as gone: the stored files, their originals in the inbox, the errors workbooks.

    A file that another quarter holds too stays in the store. Returns how many files were deleted.
    """
    gone = {file.sha256 for file in place.register.received(quarter.slug) if file.status == PURGED}
    wanted = place.register.purging.wanted()
    paths = [stored_path(place.settings.received, sha256) for sha256 in sorted(gone - wanted)]
    paths += [path for path in _plain_files(place.settings.inbox / quarter.slug) if content_of(path) in gone]
    paths += [path for path in _plain_files(place.settings.errors) if _is_of(path, quarter)]
    return sum(_unlink(path) for path in paths)


def _is_of(path: Path, quarter: Quarter) -> bool:
    """Whether a file of the errors folder is the quarter's: its workbook, or a numbered one beside it."""
    return path.stem.partition(" (")[0].endswith(f"-{quarter.slug}")


def _plain_files(folder: Path) -> list[Path]:
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.is_file() and not path.is_symlink()]


def _unlink(path: Path) -> int:
    """Delete a file, if it is there; Windows deletes none that is marked read-only."""
    if not path.exists():
        return 0
    path.chmod(0o600)
    path.unlink()
    return 1


def tables_of(place: Workplace, quarter: Quarter) -> list[str]:
    """Names of the quarter's tables in the lake but the aggregates, those that tell who is due last."""
    found = place.settings.lake.glob(f"*/{PARTITION}{quarter.slug}")
    names = sorted(path.parent.name for path in found if not path.parent.name.startswith(_AGGREGATES))
    *others, persons = (one.core_table for one in of_children())
    last = [*others, LINKS, persons]
    return sorted(names, key=lambda name: last.index(name) if name in last else -1)


def let_tables_go(place: Workplace, quarter: Quarter) -> int:
    """Take all the quarter's tables away but the aggregates; returns how many."""
    names = tables_of(place, quarter)
    for name in names:
        _forget(place, name, quarter)
    return len(names)


def thin_tables(place: Workplace, quarter: Quarter, leaving: frozenset[str]) -> int:
    """Take children out of the quarter's tables; what cannot be told to be of another child goes too.

    Checked tables keep the rows of the children who stay. Everything else that is of people, or was computed from it,
    goes: the text as it came, rows set aside, shared tables.

    Args:
        place: the service's workplace.
        quarter: the quarter.
        leaving: ids of the children who leave.

    Returns:
        How many tables were taken away or written anew.
    """
    frames = dict(_thinned(place, quarter, leaving))
    changed = 0
    for name in _in_turn(place, quarter):
        frame = frames.get(name)
        if frame is None:
            _forget(place, name, quarter)
            changed += 1
        elif len(frame) < len(place.lake.read(name, quarter)):
            place.lake.write(name, quarter, frame)
            changed += 1
    return changed


def _thinned(place: Workplace, quarter: Quarter, leaving: frozenset[str]) -> Iterator[tuple[str, pd.DataFrame]]:
    """The tables that stay, by name, without the rows that go."""
    held = held_of(place, quarter)
    staying = frozenset(held.frames[PERSONS]["ypid"].astype(str)) - leaving
    owners = Owners(held.frames)
    for one in of_children():
        if one.name in held.frames:
            frame = held.frames[one.name]
            yield one.core_table, frame[owners.kept(one, staying)].reset_index(drop=True)
    if place.lake.has(LINKS, quarter):
        # Without it the next purge would take records of one child for several.
        links = place.lake.read(LINKS, quarter)
        yield LINKS, links[links["ypid"].isin(staying) & links["linked_id"].isin(staying)].reset_index(drop=True)


def _in_turn(place: Workplace, quarter: Quarter) -> Iterator[str]:
    """The tables that may change, persons last: while a child stands there, its leaving is not over."""
    yield from (name for name in tables_of(place, quarter) if name not in _OF_NOBODY)


def _forget(place: Workplace, name: str, quarter: Quarter) -> None:
    """Take a table away with its folder, whatever a crash left in it."""
    place.lake.forget(name, quarter)
    folder = place.lake.path(name, quarter).parent
    for path in _plain_files(folder):
        path.unlink()
    folder.rmdir()

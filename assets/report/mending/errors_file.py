"""Keeps the errors workbook of each quarter in its folder, and never over an officer's unfinished work.

What is in it is gathered in `assets.report.mending.errors_book` and drawn in `assets.report.workbook.errors`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from assets.report.mending.errors_book import errors_book
from assets.report.workbook.errors import errors_bytes
from pipelines.platform.provenance import code_hash, fingerprint, sha256_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace


@dataclass(frozen=True)
class _Written:
    """What was last written for a quarter.

    Attributes:
        newest: name of the newest workbook.
        made_of: fingerprint of what it holds.
        files: content of each workbook as it was written, by name.
    """

    newest: str = ""
    made_of: str = ""
    files: dict[str, str] = field(default_factory=dict)


def newest_errors(place: Workplace, quarter: Quarter) -> Path | None:
    """The quarter's newest errors workbook; None where none was written."""
    known = _known(place, quarter)
    path = place.settings.errors / known.newest
    return path if known.newest and path.is_file() else None


def write_errors(place: Workplace, quarter: Quarter) -> Path:
    """Write the quarter's errors workbook, unless the one that lies there says the same.

    A workbook that an officer has changed and not dropped yet is left: the new one is put beside it, numbered.

    Args:
        place: the service's workplace.
        quarter: the data quarter.

    Returns:
        Where it lies.
    """
    from schemas.catalogue import EXTRACTS  # noqa: PLC0415 - the extracts are not needed to list the assets

    folder = place.settings.errors
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    book, known = errors_book(place, quarter, EXTRACTS), _known(place, quarter)
    made_of = fingerprint([code_hash(), repr(book)])
    target = _free(place, quarter, known)
    if known.made_of == made_of and target.name == known.newest and target.is_file():
        return target
    _replace(target, errors_bytes(book))
    files = {**_others(place, known, target), target.name: sha256_of(target)}
    _remember(place, quarter, _Written(target.name, made_of, files))
    return target


def _names(quarter: Quarter) -> Iterator[str]:
    """The names a quarter's workbook may have, in their order."""
    yield f"errors-{quarter.slug}.xlsx"
    for number in count(2):
        yield f"errors-{quarter.slug} ({number}).xlsx"


def _free(place: Workplace, quarter: Quarter, known: _Written) -> Path:
    """The first name under which nobody's unfinished work lies."""
    dropped = {file.sha256 for file in place.register.received(quarter.slug)}
    paths = (place.settings.errors / name for name in _names(quarter))
    return next(path for path in paths if not path.exists() or _is_done_with(path, known, dropped))


def _is_done_with(path: Path, known: _Written, dropped: set[str]) -> bool:
    """True for a workbook as we wrote it, or one that was dropped as it is."""
    content = sha256_of(path)
    return known.files.get(path.name) == content or content in dropped


def _others(place: Workplace, known: _Written, target: Path) -> dict[str, str]:
    """Older workbooks of ours that somebody has changed; those nobody touched are taken away."""
    changed = {}
    for name, content in known.files.items():
        path = place.settings.errors / name
        if path != target and path.is_file():
            if sha256_of(path) == content:
                path.unlink()
            else:
                changed[name] = content
    return changed


def _replace(path: Path, content: bytes) -> None:
    """The file whole or not at all, for its own user only."""
    temporary = path.with_name(f".{path.name}-{os.getpid()}.tmp")
    temporary.write_bytes(content)
    temporary.chmod(0o600)
    temporary.replace(path)


def _memory(place: Workplace, quarter: Quarter) -> Path:
    return place.settings.errors / f".written-{quarter.slug}.json"


def _known(place: Workplace, quarter: Quarter) -> _Written:
    """What was last written; nothing where the note is missing or cannot be read."""
    try:
        return _Written(**json.loads(_memory(place, quarter).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return _Written()


def _remember(place: Workplace, quarter: Quarter, written: _Written) -> None:
    text = json.dumps({"newest": written.newest, "made_of": written.made_of, "files": written.files}, indent=1)
    _replace(_memory(place, quarter), f"{text}\n".encode())

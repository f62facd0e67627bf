"""The list of a backup: every file in it with its size and SHA-256, and what it was made of.

What belongs here: writing that list and holding a backup against it. It names files of ours only; what officers dropped
is one archive in it, whose list of names is inside.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from pipelines.platform.errors import PermanentFault
from pipelines.platform.provenance import sha256_of

NAME = "manifest.json"


class Entry(BaseModel):
    """One file.

    Attributes:
        size: in bytes.
        sha256: of its content.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    size: int
    sha256: str


class Manifest(BaseModel):
    """What a backup holds.

    Attributes:
        form: number of this form of backup.
        program: the program's version that made it.
        made_at: when, UTC, ISO 8601.
        service: whose installation it is.
        parts: what of the installation is in it.
        files: every other file in it, by its place.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    form: int = 1
    program: str
    made_at: str
    service: str
    parts: tuple[str, ...]
    files: dict[str, Entry]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(one.size for one in self.files.values())


def write_manifest(folder: Path, manifest: Manifest) -> str:
    """Write the list into the backup and return its own SHA-256.

    Args:
        folder: the backup.
        manifest: the list.
    """
    path = folder / NAME
    path.write_text(json.dumps(manifest.model_dump(), indent=1, sort_keys=True), encoding="utf-8", newline="\n")
    return sha256_of(path)


def read_verified(folder: Path) -> Manifest:
    """The list of a backup in which every file is what it was, and no other file lies.

    Args:
        folder: the backup.

    Raises:
        PermanentFault: it is no backup, or not whole.
    """
    try:
        manifest = Manifest.model_validate_json((folder / NAME).read_bytes())
    except (OSError, ValidationError):
        raise PermanentFault(
            "BR-943",
            "The folder is no backup of Board Returns, or its manifest.json cannot be read.",
            "Name the folder backup-<day>T<time> itself; if it is that one, take another backup.",
        ) from None
    harmed = sorted(set(_harmed(folder, manifest)))
    if harmed:
        raise PermanentFault(
            "BR-944",
            f"{len(harmed)} files of the backup are altered, missing or too many, {harmed[0]} the first of them.",
            "Take another backup; nothing was restored.",
        )
    return manifest


def _harmed(folder: Path, manifest: Manifest) -> Iterator[str]:
    """The places at which a backup is not what its list says."""
    lying = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    yield from lying - manifest.files.keys() - {NAME}
    for place, entry in manifest.files.items():
        path = folder / place
        inside = path.resolve().is_relative_to(folder.resolve())
        if not inside or path.is_symlink() or place not in lying or sha256_of(path) != entry.sha256:
            yield place

"""What one version of a return was made of: files, what officers gave, SQL files, code, settings.

What belongs here: the value, and its way into a manifest and back. Manifests of earlier programs say less; what they do
not say is empty here. What differs between two of them is told in `assets.report.versions.causes`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One file a return was made of.

    Attributes:
        extract: the extract it was read as.
        file_name: name it was dropped under.
        sha256: its content.
    """

    extract: str
    file_name: str
    sha256: str


@dataclass(frozen=True)
class MadeOf:
    """Everything a version's figures were made of.

    Attributes:
        files: the files, by extract.
        given: extract -> corrections in force, by the register's number; decisions on links by their table.
        statements: table made by SQL -> SHA-256 of its file.
        code_version: version of the code.
        settings: settings that bear on the figures.
    """

    files: tuple[MadeFile, ...] = ()
    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)
    code_version: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)

    def files_of(self, extract: str) -> tuple[MadeFile, ...]:
        """The files of one extract."""
        return tuple(one for one in self.files if one.extract == extract)


def made_part(made: MadeOf) -> dict[str, object]:
    """The part of a manifest that says it, ready for JSON."""
    return {
        "code_version": made.code_version,
        "made_of": [{"extract": one.extract, "file": one.file_name, "sha256": one.sha256} for one in made.files],
        "given": {name: list(made.given[name]) for name in sorted(made.given)},
        "statements": dict(made.statements),
        "settings": dict(made.settings),
    }


def made_from(manifest: Mapping[str, Any]) -> MadeOf:
    """What a manifest says the version was made of; what it does not say is empty."""
    files: Sequence[Mapping[str, str]] = manifest.get("made_of", [])
    return MadeOf(
        files=tuple(MadeFile(one["extract"], one["file"], one["sha256"]) for one in files),
        given={name: tuple(marks) for name, marks in manifest.get("given", {}).items()},
        statements=dict(manifest.get("statements", {})),
        code_version=str(manifest.get("code_version", "")),
        settings=dict(manifest.get("settings", {})),
    )

"""Where a figure comes from: the version of the code, and the fingerprint of everything a table was made of.

A table's fingerprint covers the content of the files, the statement and the tables it read, so that the return can
tell a table made of today's files from one made of yesterday's. Nothing here reads a record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CODE_ROOMS = ("pipelines", "assets", "schemas", "sql", "services")
CODE_KINDS = frozenset({".py", ".sql", ".yaml"})
#: How a command talks to its user changes no figure.
NO_FIGURES = PROJECT / "pipelines" / "cli"


def fingerprint(parts: Iterable[str]) -> str:
    """SHA-256 over texts, each told from the next so that "ab", "c" and "a", "bc" differ."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode()
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@cache
def code_hash() -> str:
    """SHA-256 over the code and SQL that figures depend on; line endings do not count."""
    everything = sorted(path for room in CODE_ROOMS for path in (PROJECT / room).rglob("*"))
    files = [path for path in everything if path.suffix in CODE_KINDS and NO_FIGURES not in path.parents]
    return fingerprint(
        text for path in files for text in (path.relative_to(PROJECT).as_posix(), path.read_text(encoding="utf-8"))
    )


def code_version() -> str:
    """Version of the package and the first 12 digits of its code hash, e.g. "0.1.0+3f2a91c0d4e5"."""
    try:
        release = version("board-returns")
    except PackageNotFoundError:
        release = "0"
    return f"{release}+{code_hash()[:12]}"

"""What a reader, an auditor and the next run find after a kill, looked at without the product's own eyes.

Whatever is wrong is a sentence; a home in order has none.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path


def content(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def published(home: Path) -> dict[str, str]:
    """Every file of every version folder, by place."""
    root = home / "returns"
    return {
        path.relative_to(root).as_posix(): content(path)
        for path in sorted(root.glob("*/v[0-9]*/*"))
        if "-unregistered-" not in path.parent.name
    }


def wrong_with(home: Path, dropped: dict[str, str], editions: int) -> list[str]:
    """What is wrong with a home after a kill, before anything is run again.

    Args:
        home: the home folder.
        dropped: the files of the inbox as they were dropped, by name.
        editions: how many editions a version has.
    """
    return [*_inbox(home, dropped), *_store(home), *_register(home, editions)]


def _inbox(home: Path, dropped: dict[str, str]) -> Iterator[str]:
    lying = {path.name: content(path) for path in sorted(home.glob("inbox/*/*"))}
    if lying != dropped:
        yield "the inbox is not as it was dropped"


def _store(home: Path) -> Iterator[str]:
    """A file in the store under another content's name."""
    for path in sorted(home.glob("received/??/*")):
        if content(path) != path.name:
            yield "a received file is not what its name says"


def _register(home: Path, editions: int) -> Iterator[str]:
    path = home / "register.db"
    if not path.is_file():
        return
    with closing(sqlite3.connect(path)) as register:
        if register.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            yield "the register is broken"
        if not register.execute("SELECT name FROM sqlite_master WHERE name = 'return_versions'").fetchall():
            return
        yield from _lost(home, register)
        yield from _vouching(home, register)
        yield from _half(home, register, editions)


def _lost(home: Path, register: sqlite3.Connection) -> Iterator[str]:
    """Files the register says were received and that are not there."""
    for (sha256,) in register.execute("SELECT sha256 FROM received_files"):
        if not (home / "received" / sha256[:2] / sha256).is_file():
            yield "a received file is lost"


def _vouching(home: Path, register: sqlite3.Connection) -> Iterator[str]:
    """Verdicts on other rows than the table holds; each is marked with the content of the table it judged."""
    for slug, table, mark in register.execute("SELECT quarter_slug, table_name, input_fingerprint FROM verdicts"):
        if content(home / "lake" / table / f"quarter={slug}" / "part-0.parquet") != mark:
            yield f"a verdict vouches for rows of {table} that it never saw"


def _half(home: Path, register: sqlite3.Connection, editions: int) -> Iterator[str]:
    """Versions that a reader would be sent to and that are not whole."""
    rows = register.execute("SELECT quarter_slug, version, file_name, sha256, manifest_sha256 FROM return_versions")
    numbers: dict[tuple[str, int], int] = {}
    for slug, version, name, sha256, seal in rows:
        folder = home / "returns" / slug / f"v{version}"
        numbers[slug, version] = numbers.get((slug, version), 0) + 1
        if not (folder / name).is_file() or content(folder / name) != sha256:
            yield f"version {version}: {name} is half published"
        manifest = folder / "manifest.json"
        if content(manifest) != seal or name not in json.loads(manifest.read_text(encoding="utf-8"))["files"]:
            yield f"version {version}: its manifest is another one"
    yield from (f"version {key[1]} lacks editions" for key, number in numbers.items() if number != editions)
    told = register.execute("SELECT DISTINCT quarter_slug, version FROM published_figures")
    yield from (f"figures of version {key[1]} without it" for key in told if tuple(key) not in numbers)


def left_over(home: Path) -> list[str]:
    """Unfinished things that nobody swept away, after a run that went through."""
    found = [*home.glob("returns/*/.making-*"), *home.glob("returns/*/.printing-*"), *home.glob("lake/*/*/.*.tmp")]
    return sorted(path.name for path in found)

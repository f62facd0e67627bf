"""Ways to spoil a drop: the healthy file's text rewritten, so that each test says only what it spoils."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from assets.raw.header import recognise
from assets.raw.read_grid import read_grid
from schemas.catalogue import EXTRACTS

Rows = list[list[str]]


def file_of(inbox: Path, extract: str) -> Path:
    """The dropped csv file of an extract, found as the pipeline finds it."""
    for path in sorted(inbox.glob("*.csv")):
        for sheet in read_grid(path):
            known = recognise(sheet, EXTRACTS)
            if known is not None and known.extract == extract:
                return path
    raise AssertionError(f"no csv of {extract} in the inbox")


def rows_of(path: Path) -> Rows:
    """A csv file's records, the header first."""
    text = path.read_bytes().decode("utf-8-sig", errors="strict")
    return list(csv.reader(io.StringIO(text)))


def rewrite(path: Path, change: Callable[[Rows], Rows]) -> None:
    """Write a csv file again after a change of its records."""
    changed = change(rows_of(path))
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(changed)

"""Comma-separated text that a spreadsheet opens as it is written: no cell of it becomes a formula (ASVS 5, 1.2.10).

A text that begins like a formula gets an apostrophe before it, which Excel and LibreOffice show as the first character
of the text. So that nothing is lost, a text that begins with an apostrophe gets another one: whoever reads the file
again takes one apostrophe off each text that begins with one. Numbers are numbers and stay as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_GUARD = "'"
#: What begins a formula, and its look-alikes of full width; the mark itself; what may stand unseen before a formula.
_BEGINNINGS = (*"=+-@", *"\uff1d\uff0b\uff0d\uff20", _GUARD, "\t", "\r", "\n", "\0")


@lru_cache(maxsize=1 << 14)
def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet might take it for a formula."""
    return _GUARD + text if text.lstrip(" ").startswith(_BEGINNINGS) else text


def as_it_was(text: str) -> str:
    """The text again as it was before `guarded`."""
    return text.removeprefix(_GUARD)


def plain_csv(frame: pd.DataFrame) -> str:
    """The frame as comma-separated text, a header row first, days as in 2014-10-01.

    Args:
        frame: any frame; only its texts are guarded.
    """
    safe = frame.rename(columns=lambda name: guarded(str(name)))
    for place, kind in enumerate(frame.dtypes):
        if not _is_plain(kind):
            safe.isetitem(place, [_guarded_cell(cell) for cell in frame.iloc[:, place].tolist()])
    # Every text in quotes: a carriage return within one would else end its line.
    return safe.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)


def plain_rows(headers: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A header and rows of numbers and texts as comma-separated text, as `plain_csv` writes a frame.

    Args:
        headers: the header row.
        rows: the rows; only their texts are guarded.
    """
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(map(guarded, headers))
    writer.writerows([_guarded_cell(cell) for cell in row] for row in rows)
    return held.getvalue()


def _is_plain(kind: object) -> bool:
    """True for columns of numbers, days or truths, which hold no text."""
    return getattr(kind, "kind", "O") in "iufbmM"


def _guarded_cell(cell: object) -> object:
    return guarded(cell) if isinstance(cell, str) else cell

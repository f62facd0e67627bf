"""Whose a row is: from a row of any checked table to the children it is about.

What belongs here: following the columns that name a child, or another row that is a child's, to the child. A row of
which that cannot be told for certain is nobody's, and what is nobody's is not kept beyond its time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import pandas as pd

from schemas.catalogue import EXTRACTS
from schemas.catalogue import extract as extract_named
from schemas.extract import Extract

#: Columns that hold a child's id.
CHILD = frozenset({"ypid", "matched_ypid", "alias_ypid"})
PERSONS = "persons"


@cache
def links_of(extract: Extract) -> tuple[tuple[str, str], ...]:
    """The columns that lead to a child, each with the extract whose key it holds ("" for a child's id)."""
    found = []
    for column in extract.columns:
        if column.name in CHILD:
            found.append((column.name, ""))
        elif column.keep and (column.name,) != extract.key and (other := _keyed(extract, column.name)):
            found.append((column.name, other))
    return tuple(found)


def _keyed(extract: Extract, column: str) -> str:
    """The extract whose key a column holds, where that one leads to a child; "" where there is none."""
    refers = extract.column(column).refers
    for other in EXTRACTS:
        led = refers == (other.name, *other.key) if refers else other.key == (column,)
        if led and other.snapshot and other is not extract and links_of(other):
            return other.name
    return ""


@cache
def of_children() -> tuple[Extract, ...]:
    """The extracts each of whose rows can be told to be a child's, the rows that others lead to last, persons last."""
    found = [extract for extract in EXTRACTS if extract.snapshot and links_of(extract)]
    led_to = {other for extract in found for _, other in links_of(extract)}
    return tuple(sorted(found, key=lambda one: (one.name == PERSONS, one.name in led_to)))


def is_private(extract: Extract) -> bool:
    """Whether rows of the extract are of people at all."""
    return any(column.field.sensitivity != "open" for column in extract.columns)


class Owners:
    """The children of one quarter's rows.

    Args:
        frames: the checked tables, by name of the extract; those that were not made are left out.
    """

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self._frames = frames
        self._by_key: dict[str, dict[str, str]] = {}

    def children(self, extract: Extract) -> list[pd.Series]:
        """For each column that leads to a child, the child's id by row: missing where the cell is empty.

        A cell that leads nowhere gives "", so that the row is not taken for somebody else's.
        """
        frame = self._frames[extract.name]
        return [self._led(frame[column], other) for column, other in links_of(extract) if column in frame]

    def _led(self, cells: pd.Series, other: str) -> pd.Series:
        texts = cells.astype("string")
        if not other:
            return texts
        known = self._key_owners(other)
        return texts.map(lambda key: known.get(key, ""), na_action="ignore").astype("string")

    def _key_owners(self, name: str) -> dict[str, str]:
        """Key of each row of an extract -> its child; empty where the table was not made."""
        if name not in self._by_key:
            self._by_key[name] = {}
            if name in self._frames:
                other = extract_named(name)
                keys = self._frames[name][other.key[0]].astype("string")
                self._by_key[name] = dict(zip(keys, self.children(other)[0], strict=True))
        return self._by_key[name]

    def kept(self, extract: Extract, staying: frozenset[str]) -> pd.Series:
        """Which rows are of children who stay, and of them alone.

        Args:
            extract: whose checked table.
            staying: ids of the children who stay.
        """
        named = self.children(extract)
        return all_of([one.isna() | one.isin(staying) for one in named]) & any_of([one.notna() for one in named])


def all_of(masks: Sequence[pd.Series]) -> pd.Series:
    """Where every mask is true."""
    return pd.concat(masks, axis=1).all(axis=1)


def any_of(masks: Sequence[pd.Series]) -> pd.Series:
    """Where one of the masks is true."""
    return pd.concat(masks, axis=1).any(axis=1)

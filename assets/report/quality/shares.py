"""The quality counts put together: by side, by extract, by field and by quarter, as good ones of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pandas as pd

from assets.core.quality import rounded_down
from assets.report.wording.cells import NOT_APPLICABLE
from schemas.catalogue import extract
from schemas.pack import Amount, Cell

DECIMALS = 1


class Share(NamedTuple):
    """So many good ones of so many."""

    good: int
    total: int

    @property
    def cell(self) -> Cell:
        """As per cent, rounded down so that 100 means all of them; [z] where there was nothing to count."""
        return Amount(rounded_down(self.good, self.total), DECIMALS) if self.total else NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class View:
    """One side of quality as the pack shows it.

    Attributes:
        key: its name here.
        title: its name in the pack.
        meaning: what is counted, of what.
    """

    key: str
    title: str
    meaning: str


VIEWS = (
    View("needed", "Completeness, needed fields", "Filled cells of the fields that every row needs, of all rows."),
    View("completeness", "Completeness, all fields", "Filled cells of every field, of all rows; many may be empty."),
    View("validity", "Validity", "Filled cells that can be read and hold a value the field may have."),
    View("consistency", "Consistency", "Filled cells that agree with the other cells, rows and files."),
    View("timeliness", "Timeliness", "Rows, and newest releases of references, that came in time."),
)


def shares(counts: pd.DataFrame) -> dict[str, Share]:
    """The share of each view over all rows of a frame of counts."""
    sums = _with_needed(counts).groupby("side")[["good", "total"]].sum()
    return _views({str(side): Share(int(good), int(total)) for side, good, total in sums.itertuples()})


def _with_needed(counts: pd.DataFrame) -> pd.DataFrame:
    """The counts, and once more the completeness of the fields that every row needs, as a side of its own."""
    needed = counts[counts["side"].eq("completeness") & _are_needed(counts)]
    return pd.concat([counts, needed.assign(side="needed")], ignore_index=True)


def _views(found: Mapping[str, Share]) -> dict[str, Share]:
    """The share of each view, from those of each side."""
    return {view.key: _joined(found, view.key) for view in VIEWS}


def _joined(found: Mapping[str, Share], key: str) -> Share:
    """A view's share; what rules across files point at counts as not consistent too."""
    share, across = found.get(key, Share(0, 0)), found.get("references", Share(0, 0))
    if key != "consistency":
        return share
    return Share(max(0, share.good - (across.total - across.good)), share.total)


def _are_needed(counts: pd.DataFrame) -> pd.Series[bool]:
    pairs = zip(counts["extract"].astype(str), counts["column"].astype(str), strict=True)
    return pd.Series([is_needed(*pair) for pair in pairs], index=counts.index, dtype=bool)


@cache
def is_needed(name: str, column: str) -> bool:
    """Whether every row of the extract needs the column; no longer, where there is no such column any more."""
    try:
        return not extract(name).column(column).nullable
    except KeyError:
        return False


def parts(counts: pd.DataFrame, names: list[str]) -> Iterable[tuple[tuple[str, ...], dict[str, Share]]]:
    """The shares of each part of the counts that shares these columns, in order of their names."""
    sums = _with_needed(counts).groupby([*names, "side"], sort=True)[["good", "total"]].sum()
    found: dict[tuple[str, ...], dict[str, Share]] = {}
    for (*words, side), good, total in sums.itertuples():
        found.setdefault(tuple(map(str, words)), {})[str(side)] = Share(int(good), int(total))
    for key, sides in found.items():
        yield key, _views(sides)

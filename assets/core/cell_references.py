"""References of cells: how a line of the errors workbook finds its cell again and tells whether it says the same.

A reference is the record's fingerprint and that of what the rule reads there; no cell can be read from it. Both the
giving out of references (`assets.report.mending`) and the taking back (`assets.core.errors_lines`) ask here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import pandas as pd

from assets.core.mending import keys_of
from schemas.extract import Extract
from schemas.facts import as_text, columns_read, digest, records_of
from schemas.fault_lines import Place, places

SEPARATOR = ":"
#: Enough of a fingerprint to tell one text of a cell from another.
_SAYS = 16


class RawCells:
    """The raw rows of one extract, found by record or by place.

    Args:
        raw: the rows as the files have them.
        extract: what they are.
        rows: row numbers that will be asked for (None: any); the others are not looked at.
    """

    def __init__(self, raw: pd.DataFrame, extract: Extract, rows: Iterable[int] | None = None) -> None:
        self._frame = raw.reset_index(drop=True)
        self._extract = extract
        index = self._frame.index
        self._wanted = index if rows is None else index[self._frame["row"].isin(set(rows))]
        self._texts: dict[str, dict[int, str]] = {}

    @cached_property
    def _records(self) -> dict[int, str]:
        told = records_of(keys_of(self._frame, self._extract), self._extract, self._wanted)
        return dict(zip(map(int, told.index), told, strict=True))

    @cached_property
    def _by_record(self) -> dict[str, int]:
        return {record: position for position, record in self._records.items()}

    @cached_property
    def _by_place(self) -> dict[Place, int]:
        return dict(zip(places(self._frame.loc[self._wanted]), map(int, self._wanted), strict=True))

    def of_record(self, record: str) -> int | None:
        """Position of the record's row; None where it is not there."""
        return self._by_record.get(record)

    def at(self, place: Place) -> int | None:
        """Position of the row that stands at a place; None where there is none."""
        return self._by_place.get(place)

    def text(self, position: int, column: str) -> str:
        """What the file has in a cell, "" for nothing; for `old_value` of corrections, never for a message."""
        if column not in self._texts:
            cells = as_text(self._frame.loc[self._wanted, column])
            self._texts[column] = dict(zip(map(int, cells.index), cells, strict=True))
        return self._texts[column][position]

    def correctable(self, code: str) -> tuple[str, ...]:
        """The columns that may be corrected for a rule: those that it reads and the file has."""
        return tuple(sorted(name for name in columns_read(code, "") if name in self._frame))

    def reference(self, position: int, code: str) -> str:
        """Reference of the cells a rule reads, the same as long as they say the same; "" where there are none."""
        names = self.correctable(code)
        if not names:
            return ""
        says = digest(text for name in names for text in (name, self.text(position, name)))
        return f"{self._records[position]}{SEPARATOR}{says[:_SAYS]}"

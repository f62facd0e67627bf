"""One column of raw text into typed values, with the rows that were faulty or repaired.

Columns of few distinct texts (dates, codes, numbers) read each text once; identifiers and free text, which are all
different, are read one by one only where they are not already plain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import pandas as pd

from assets.core.cells import is_financial_year, read_id, read_text, reader_for, tidy_text
from assets.core.reading import EMPTY, NO_ID_MARKS, Reader, Reading
from schemas.extract import Field, Kind

Positions = npt.NDArray[np.intp]

DTYPES: Mapping[Kind, str] = MappingProxyType(
    {
        "id": "string",
        "text": "string",
        "code": "string",
        "date": "datetime64[us]",
        "integer": "Int64",
        "number": "Float64",
        "money": "Float64",
        "hours": "Float64",
        "yes_no": "boolean",
    }
)
#: Printable characters of the keyboard, no space at either end: nothing to tidy.
_PLAIN = r"[!-~](?:[ -~]*[!-~])?"


@dataclass(frozen=True)
class CleanColumn:
    """A column after reading.

    Attributes:
        cells: typed, missing where the cell is empty or faulty.
        faults: letter of the broken rule -> positions of the rows.
        repairs: code of the safe repair -> positions of the rows.
    """

    cells: pd.Series
    faults: Mapping[str, Positions] = field(default_factory=dict)
    repairs: Mapping[str, Positions] = field(default_factory=dict)


def clean_column(cells: pd.Series, about: Field) -> CleanColumn:
    """Read a column by its field's kind.

    Args:
        cells: text, missing where the file has nothing.
        about: the field the column holds.
    """
    if about.kind == "id":
        return _clean_texts(cells, read_id, NO_ID_MARKS)
    if about.kind == "text" and not is_financial_year(about):
        return _clean_texts(cells, read_text, frozenset())
    return _clean_few(cells, reader_for(about), DTYPES[about.kind])


def absent_column(index: pd.Index, about: Field) -> CleanColumn:
    """The column where the file does not have it: all missing."""
    return CleanColumn(pd.Series([None] * len(index), index=index, dtype=DTYPES[about.kind]))


def _clean_few(cells: pd.Series, reader: Reader, dtype: str) -> CleanColumn:
    """Read each distinct text once."""
    which, texts = pd.factorize(cells)
    readings = [_read_tidied(str(text), reader) for text in texts]
    values = pd.Series([reading.value for reading in readings], dtype=dtype).array.take(which, allow_fill=True)
    return CleanColumn(pd.Series(values, index=cells.index), *_told(readings, which))


def _clean_texts(cells: pd.Series, reader: Reader, marks: frozenset[str]) -> CleanColumn:
    """Read only the texts that are not plain as they stand."""
    plain = cells.str.fullmatch(_PLAIN)
    if marks:
        plain &= ~cells.str.casefold().isin(marks)
    odd = np.flatnonzero((cells.notna() & ~plain.fillna(False).astype(bool)).to_numpy())
    values = cells.astype("string")
    if not len(odd):
        return CleanColumn(values)
    which, texts = pd.factorize(cells.iloc[odd])
    readings = [reader(str(text)) for text in texts]
    values.iloc[odd] = pd.Series([reading.value for reading in readings], dtype="string").array.take(which)
    faults, repairs = _told(readings, which)
    return CleanColumn(values, faults, {code: odd[positions] for code, positions in repairs.items()})


def _read_tidied(text: str, reader: Reader) -> Reading:
    """One text, tidied first; nothing but spaces is an empty cell."""
    tidy = tidy_text(text)
    return reader(tidy) if tidy else EMPTY


def _told(readings: Sequence[Reading], which: Positions) -> tuple[dict[str, Positions], dict[str, Positions]]:
    """Rows by the letter of their fault, and rows by the code of their repair."""
    faults = sorted({reading.fault for reading in readings} - {""})
    repairs = sorted({reading.repair for reading in readings} - {""})
    return (
        {letter: _rows(which, [reading.fault == letter for reading in readings]) for letter in faults},
        {code: _rows(which, [reading.repair == code for reading in readings]) for code in repairs},
    )


def _rows(which: Positions, wanted: Sequence[bool]) -> Positions:
    """Rows whose reading is wanted; an empty cell (-1) takes the last entry, which never is."""
    return np.flatnonzero(np.array([*wanted, False])[which])

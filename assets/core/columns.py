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

from assets.core.cells import is_financial_year, read_cell, reader_for
from assets.core.reading import Reading
from assets.core.tidying import Tidier, tidy_id, tidy_text, tidy_value
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
#: Printable characters of the keyboard, none of Excel's marks or of what opens a formula in front, no space at either
#: end: nothing to tidy.
_PLAIN_TEXT = r"[!\"$-&(-*,./-<>?A-~](?:[ -~]*[!-~])?"
#: The same but for the formula, with a figure in it, so that it is no mark for none either.
_PLAIN_ID = r"[0-9](?:[ -~]*[!-~])?|[!\"$-&(-<>-~][ -~]*[0-9](?:[ -~]*[!-~])?"


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
        return _clean_texts(cells, about, _PLAIN_ID, tidy_id)
    if about.kind != "text" or is_financial_year(about) or about.names is not None:
        return _clean_few(cells, about)
    if about.pattern is not None:
        return _clean_texts(cells, about, about.pattern, tidy_id)
    return _clean_texts(cells, about, _PLAIN_TEXT, tidy_text)


def absent_column(index: pd.Index, about: Field) -> CleanColumn:
    """The column where the file does not have it: all missing."""
    nothing = pd.Series([None], dtype=DTYPES[about.kind]).array
    return CleanColumn(pd.Series(nothing.take(np.zeros(len(index), dtype="intp")), index=index))


def _clean_few(cells: pd.Series, about: Field) -> CleanColumn:
    """Read each distinct text once."""
    reader = reader_for(about)
    which, texts = pd.factorize(cells)
    readings = [read_cell(str(text), tidy_value, reader) for text in texts]
    values = pd.Series([reading.value for reading in readings], dtype=DTYPES[about.kind])
    taken = values.array.take(which, allow_fill=True)
    return CleanColumn(pd.Series(taken, index=cells.index), *_told(readings, which))


def _clean_texts(cells: pd.Series, about: Field, plain: str, tidy: Tidier) -> CleanColumn:
    """Read only the texts that are not plain as they stand."""
    is_plain = cells.str.fullmatch(plain).fillna(False).astype(bool)
    odd = np.flatnonzero((cells.notna() & ~is_plain).to_numpy())
    values = cells.astype("string")
    if not len(odd):
        return CleanColumn(values)
    reader = reader_for(about)
    which, texts = pd.factorize(cells.iloc[odd])
    readings = [read_cell(str(text), tidy, reader) for text in texts]
    values.iloc[odd] = pd.Series([reading.value for reading in readings], dtype="string").array.take(which)
    faults, repairs = _told(readings, which)
    return CleanColumn(values, _among(odd, faults), _among(odd, repairs))


def _among(rows: Positions, told: Mapping[str, Positions]) -> dict[str, Positions]:
    """Positions within some rows as positions of the frame."""
    return {code: rows[positions] for code, positions in told.items()}


def _told(readings: Sequence[Reading], which: Positions) -> tuple[dict[str, Positions], dict[str, Positions]]:
    """Rows by the letter of their fault, and rows by the code of their repair."""
    faults = sorted({reading.fault for reading in readings} - {""})
    repairs = sorted({code for reading in readings for code in reading.repairs})
    return (
        {letter: _rows(which, [reading.fault == letter for reading in readings]) for letter in faults},
        {code: _rows(which, [code in reading.repairs for reading in readings]) for code in repairs},
    )


def _rows(which: Positions, wanted: Sequence[bool]) -> Positions:
    """Rows whose reading is wanted; an empty cell (-1) takes the last entry, which never is."""
    return np.flatnonzero(np.array([*wanted, False])[which])

"""What must hold of every parser for any input at all: asked by hypothesis in the tests, and by atheris by hand.

Each target takes what came and asserts; the only errors it lets pass are those that its parser promises. No parser of
a cell may raise at all; what it accepts must read the same again when it is written in its plain form.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import pandas as pd

from assets.core.cells import is_financial_year, read_cell, reader_for
from assets.core.reading import LIKE_A_FORMULA, Reader, Reading, Value
from assets.core.tidying import Tidier, tidy_id, tidy_text, tidy_value
from assets.raw.header import nearest
from assets.raw.heading import LONGEST_HEADER
from assets.raw.inspection import inspect_file
from assets.raw.read_csv import read_csv
from assets.raw.refusal import RefusedError
from assets.raw.sheet import Sheet
from pipelines.platform.quarters import Quarter
from schemas.catalogue import EXTRACTS
from schemas.codelists import LISTS
from schemas.extract import Field
from schemas.folding import fold_code, fold_header
from schemas.implied import PATTERNS
from schemas.masking import LONGEST, shape_of
from schemas.rules import rule

_DAYS = (date(1899, 1, 1), date(2100, 12, 31))
_TYPES: Mapping[str, type] = {
    "date": date, "integer": int, "number": float, "money": float, "hours": float, "yes_no": bool,
}  # fmt: skip
#: One field of every way a cell is read.
FIELDS: Mapping[str, Field] = {
    **{kind: Field(kind, kind, "Any.") for kind in ("id", "text", "date", "number", "money", "yes_no")},  # type: ignore[arg-type]
    "months": Field("months", "integer", "Any.", "months"),
    "percent": Field("percent", "number", "Any.", "as told: %, people"),
    "hours": Field("hours", "hours", "Any.", "hours"),
    "weekly hours": Field("hours", "hours", "Any.", "hours a week"),
    **{f"pattern {pattern}": Field("pattern", "text", "Any.", pattern=pattern) for pattern in PATTERNS},
    **{f"codes {one.name}": Field(one.name, "code", "Any.", code_list=one.name) for one in LISTS},
}
#: The same without the code lists, which are all read by one parser.
GRAMMARS: Mapping[str, Field] = {name: field for name, field in FIELDS.items() if field.kind != "code"}
_READERS: Mapping[str, Reader] = {name: reader_for(field) for name, field in FIELDS.items()}


def tidier_of(field: Field) -> Tidier:
    """How cells of a field are tidied, as `assets.core.columns` chooses."""
    if field.kind == "id" or (field.pattern is not None and not is_financial_year(field)):
        return tidy_id
    return tidy_text if field.kind == "text" and field.pattern is None else tidy_value


def written(value: Value) -> str:
    """A value in its plain form."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value.isoformat() if isinstance(value, date) else str(value)


def any_cell(text: str, fields: Mapping[str, Field] = FIELDS) -> None:
    """Every parser of a cell takes the text, and takes back what it made of it.

    Args:
        text: the cell.
        fields: whose parsers, of `FIELDS`.
    """
    for name, field in fields.items():
        _tidies(text, tidier_of(field))
        reading = read_cell(text, tidier_of(field), _READERS[name])
        _is_one_thing(reading, field)
        if reading.value is not None:
            again = read_cell(written(reading.value), tidier_of(field), _READERS[name])
            # What is told of a text that stays as it is, is told of it again.
            told = tuple(code for code in reading.repairs if code == LIKE_A_FORMULA)
            assert again == Reading(reading.value, repairs=told), name
    shape = shape_of(text)
    assert len(shape) <= LONGEST
    assert shape == "(empty)" or not set(shape) & set(_LETTERS)


_LETTERS = "abcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ012345678"


def _tidies(text: str, tidy: Tidier) -> None:
    """Tidying what is tidy changes nothing and is no repair."""
    tidied = tidy(text).text
    assert tidy(tidied) == (tidied, ())


def _is_one_thing(reading: Reading, field: Field) -> None:
    """A value, nothing or a fault; of the field's type, and within what can be."""
    assert not (reading.fault and (reading.repairs or reading.value is not None))
    assert all(rule(code).severity == "notice" for code in reading.repairs)
    assert len(set(reading.repairs)) == len(reading.repairs)
    if reading.value is None:
        return
    assert type(reading.value) is _TYPES.get(field.kind, str)
    if isinstance(reading.value, date):
        assert _DAYS[0] <= reading.value <= _DAYS[1]
    if isinstance(reading.value, float):
        assert abs(reading.value) < float("inf")


def any_label(text: str) -> None:
    """Quarters and the two foldings take the text; a quarter's label leads back to the quarter."""
    with suppress(ValueError):
        quarter = Quarter.from_label(text)
        assert Quarter.from_label(quarter.label) == quarter
    with suppress(ValueError):
        assert Quarter.from_key(text).key == text
    header = text[:LONGEST_HEADER]
    assert fold_header(fold_header(header)) == fold_header(header)
    assert isinstance(fold_code(text), str)


def any_grid(rows: list[list[str]]) -> None:
    """The header recogniser takes any grid; what it recognises lies within the grid."""
    width = max(map(len, rows), default=0)
    grid = pd.DataFrame([[*row, *[""] * (width - len(row))] for row in rows], dtype="str")
    grid.index = pd.RangeIndex(1, len(grid) + 1)
    found = nearest(Sheet("", grid), EXTRACTS)
    if found is not None:
        assert 1 <= found.header_row <= len(grid)
        assert all(0 <= place < grid.shape[1] for place in (*found.columns.values(), *found.unknown))
        assert len(set(found.columns.values())) == len(found.columns)


def any_bytes(content: bytes, path: Path) -> None:
    """A file of any bytes is refused with a code of the catalogue, or read as a grid of text.

    Args:
        content: the bytes.
        path: where they may be written.
    """
    path.write_bytes(content)
    try:
        if inspect_file(path) != "text":
            return
        sheet = read_csv(path)
    except RefusedError as refused:
        assert rule(refused.code).severity == "stop-file"  # noqa: PT017 - which code it is
        return
    assert list(sheet.grid.index) == list(range(1, len(sheet.grid) + 1))
    assert all(isinstance(cell, str) for name in sheet.grid for cell in sheet.grid[name])

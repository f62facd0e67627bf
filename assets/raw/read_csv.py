"""Text files into a text grid, at the row numbers Excel would show.

Whole-table files go through Arrow (fast, any size); files with ragged rows or odd quotes through the standard
library's reader, which gives the same cells, slower. What the cells mean is not known here.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from assets.raw.encoding import TextAbout, text_about
from assets.raw.limits import LIMITS, Limits
from assets.raw.refusal import OVERSIZED, TRUNCATED, RefusedError
from assets.raw.sheet import Sheet

if TYPE_CHECKING:
    import pyarrow as pa

DELIMITERS = (",", ";", "\t", "|")
#: How a file tells Excel its delimiter.
_NAMED_DELIMITER = re.compile(r'"?sep=([,;\t|])"?[\r\n]*', re.IGNORECASE)
#: The byte-order mark of UTF-8, read as Windows-1252.
_STRAY_MARK = "\u00ef\u00bb\u00bf"
_SNIFFED_CHARACTERS = 65_536
_SNIFFED_RECORDS = 50
_CHUNK = 50_000
#: Put after the last line: it comes back as a record of its own only if no quote is left open.
_END_MARK = "\x1dend of file\x1d"


def read_csv(path: Path, limits: Limits = LIMITS) -> Sheet:
    """The text file as one sheet.

    Args:
        path: the file, whatever its name.
        limits: how large it may be.

    Raises:
        RefusedError: too large, cut off, or no text at all.
    """
    shape = _shape(path, limits)
    table = _read_whole(path, shape, limits)
    if table is None:
        table = _read_ragged(path, shape, limits)
    if table.num_columns > limits.columns or table.num_rows > limits.csv_rows:
        raise RefusedError(OVERSIZED)
    return Sheet("", _grid(table))


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a text file is written.

    Attributes:
        about: its encoding and quotes.
        delimiter: what stands between its cells.
        skipped: lines at its beginning that are none of its rows.
    """

    about: TextAbout
    delimiter: str
    skipped: int


def _grid(table: pa.Table) -> pd.DataFrame:
    """The Arrow table as a frame: rows from 1, columns from 0.

    A byte-order mark that the file's own encoding does not know is no part of its first cell.
    """
    grid: pd.DataFrame = table.to_pandas().astype("str")
    if not grid.empty and str(grid.iloc[0, 0]).startswith(_STRAY_MARK):
        grid.iloc[0, 0] = str(grid.iloc[0, 0]).removeprefix(_STRAY_MARK)
    grid.columns = pd.RangeIndex(table.num_columns)
    grid.index = pd.RangeIndex(1, table.num_rows + 1)
    return grid


def _shape(path: Path, limits: Limits) -> _Shape:
    """How the file is written: a first line that names the delimiter is for Excel, which does not show it as a row.

    Raises:
        RefusedError: its first record is too wide; Arrow would make a column of each of its cells.
    """
    about = text_about(path)
    with path.open(encoding=about.encoding, errors="replace", newline="") as file:
        lines = [file.readline(), *file.read(_SNIFFED_CHARACTERS).splitlines(keepends=True)]
    named = _NAMED_DELIMITER.fullmatch(lines[0])
    if named is not None:
        shape = _Shape(about, named[1], 1)
    else:
        shape = _Shape(about, max(DELIMITERS, key=lambda delimiter: _agreement(lines, delimiter)), 0)
    _hold_to_width(next(_parsed(lines[shape.skipped :], shape.delimiter), []), limits)
    return shape


def _hold_to_width(record: list[str], limits: Limits) -> None:
    """Refuse a record for its width as soon as it is read: thousands of them must never be held at once."""
    if len(record) > limits.columns:
        raise RefusedError(OVERSIZED)


def _agreement(lines: list[str], delimiter: str) -> tuple[int, int]:
    """How many records share the commonest width above one, and that width."""
    try:
        records = islice(csv.reader(lines, delimiter=delimiter), _SNIFFED_RECORDS)
        widths = Counter(len(record) for record in records if len(record) > 1)
    except csv.Error:
        return (0, 0)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _read_whole(path: Path, shape: _Shape, limits: Limits) -> pa.Table | None:
    """The file through Arrow, or None when its rows or quotes are not regular enough for that."""
    import pyarrow as pa  # noqa: PLC0415 - loaded when a file is read
    from pyarrow import csv as arrow  # noqa: PLC0415 - as above

    if not shape.about.is_paired:
        return None
    types = {f"f{position}": pa.string() for position in range(limits.columns + 1)}
    encoding = shape.about.encoding.removesuffix("-sig")
    try:
        return arrow.read_csv(
            path,
            read_options=arrow.ReadOptions(autogenerate_column_names=True, encoding=encoding, skip_rows=shape.skipped),
            parse_options=arrow.ParseOptions(
                delimiter=shape.delimiter, newlines_in_values=True, ignore_empty_lines=False
            ),
            convert_options=arrow.ConvertOptions(column_types=types),
        )
    except (pa.ArrowInvalid, UnicodeDecodeError):
        return None


def _read_ragged(path: Path, shape: _Shape, limits: Limits) -> pa.Table:
    """The file record by record, short records filled up with empty cells.

    Raises:
        RefusedError: the file is cut off, or too large.
    """
    import pyarrow as pa  # noqa: PLC0415 - loaded when a file is read

    with path.open(encoding=shape.about.encoding, errors="replace", newline="") as file:
        records = _records(islice(file, shape.skipped, None), shape.delimiter, limits)
        parts = list(_parts(records, limits))
    width = max((part.num_columns for part in parts), default=0)
    return pa.concat_tables([_widened(part, width) for part in parts]) if parts else pa.table({})


def _parts(records: Iterator[list[str]], limits: Limits) -> Iterator[pa.Table]:
    """The records as tables of some thousands of rows, so that memory never holds them all twice."""
    rows = 0
    while chunk := list(islice(records, _CHUNK)):
        rows += len(chunk)
        if rows > limits.csv_rows:
            raise RefusedError(OVERSIZED)
        yield _part(chunk)


def _part(chunk: list[list[str]]) -> pa.Table:
    """Records as one Arrow table of text columns f0, f1, ..."""
    import pyarrow as pa  # noqa: PLC0415 - loaded when a file is read

    columns = list(zip_longest(*chunk, fillvalue="")) or [("",) * len(chunk)]
    return pa.table({f"f{position}": pa.array(cells, pa.string()) for position, cells in enumerate(columns)})


def _widened(part: pa.Table, width: int) -> pa.Table:
    """The same table with empty columns up to the width of the widest."""
    import pyarrow as pa  # noqa: PLC0415 - loaded when a file is read

    for position in range(part.num_columns, width):
        part = part.append_column(f"f{position}", pa.array([""] * part.num_rows, pa.string()))
    return part


def _records(file: Iterable[str], delimiter: str, limits: Limits) -> Iterator[list[str]]:
    """The records of an open file, the last one proved whole.

    Raises:
        RefusedError: a record is too wide, a quote is left open, or the last record is shorter than the one before and
            its line not ended.
    """
    lines = _Lines(file)
    record: list[str] | None = None
    width = width_before = 0
    for following in _parsed(chain(lines, [_END_MARK]), delimiter):
        _hold_to_width(following, limits)
        if record is not None:
            yield record
            width_before, width = width, len(record)
        record = following
    if record != [_END_MARK] or (width < width_before and not lines.last_is_ended):
        raise RefusedError(TRUNCATED)


def _parsed(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """The standard reader; a cell of unreasonable length means that a quote was never closed."""
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error:
        raise RefusedError(TRUNCATED) from None


class _Lines:
    """Passes lines on and remembers whether the last one was ended."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self.last_is_ended = True

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.last_is_ended = line.endswith(("\n", "\r"))
            yield line

"""Received files into raw tables: one row per data row, every cell the text it was, with where it stood.

Nothing is corrected here; which rows are data and which are titles, blanks and footnotes is all that is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from assets.raw.data_rows import are_data
from assets.raw.header import Recognition
from assets.raw.opened import opened
from assets.raw.refusal import EMPTY_ROWS, ROWS_AROUND, UNKNOWN_COLUMN
from assets.raw.sheet import Sheet, column_letter
from assets.raw.store import stored_path
from assets.raw.wanted import only_wanted
from pipelines.platform.register.records import ReceivedFile
from schemas.extract import ORIGIN, Extract, Fault
from schemas.rules import in_place, rule
from schemas.watch_rules import NOT_WANTED

_COUNTS = ("rows_around", "rows_empty", "rows_unwanted")
HEADERS = ("extract", "file_sha256", "sheet", "column", "header", "letter", *_COUNTS)


def build_raw(
    files: Sequence[ReceivedFile], extract: Extract, received_dir: Path, extracts: Sequence[Extract] | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The raw table of one extract, and its headers.

    Args:
        files: the received files in force for it.
        extract: which extract.
        received_dir: where received files are kept.
        extracts: every extract a sheet could be (None: the product's own).

    Returns:
        The raw frame, one row per data row of every sheet that holds the extract (columns `ORIGIN`, then those
        columns of the extract that any sheet has), and the headers frame, one row per file, sheet and header
        (`HEADERS`; a header that means nothing has an empty `column` and is not repeated).

    Raises:
        RefusedError: a stored file can no longer be read.
    """
    tables = [
        only_wanted(*laid_out(sheet, match, file), extract)
        for file in files
        for sheet, match in _sheets_of(file, extract, received_dir, extracts)
    ]
    frames = [rows for rows, _ in tables] or [_no_rows(extract)]
    present = {name for frame in frames for name in frame.columns}
    order = [*ORIGIN, *(column.name for column in extract.columns if column.name in present)]
    headers = [lines for _, lines in tables] or [_no_headers()]
    return pd.concat(frames, ignore_index=True)[order], pd.concat(headers, ignore_index=True)


def _sheets_of(
    file: ReceivedFile, extract: Extract, received_dir: Path, extracts: Sequence[Extract] | None
) -> Iterator[tuple[Sheet, Recognition]]:
    """The file's sheets that hold this extract and no other one better."""
    path = stored_path(received_dir, file.sha256)
    for sheet, match in opened(path, _every_extract() if extracts is None else extracts):
        if match is not None and match.is_near and match.extract == extract.name:
            yield sheet, match


def _every_extract() -> Sequence[Extract]:
    """Every kind of sheet there is; the same ones as when the file was judged, so that it is opened once."""
    from schemas.dropped import DROPPED  # noqa: PLC0415 - needed only when a file is read

    return DROPPED


def laid_out(sheet: Sheet, match: Recognition, file: ReceivedFile) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One sheet's rows and headers.

    Args:
        sheet: the sheet.
        match: what it was recognised as.
        file: the received file it is of.

    Returns:
        One row per data row, under canonical names, empty cells missing, each with where it stood; and one row per
        header: what it means, what it says, its letter, and how many rows stood around the data or empty in it.
    """
    data = are_data(sheet, match)
    return _raw_rows(sheet, match, file, data), _header_rows(sheet, match, file, data)


def _raw_rows(sheet: Sheet, match: Recognition, file: ReceivedFile, are_rows: pd.Series[bool]) -> pd.DataFrame:
    data = sheet.grid.loc[are_rows]
    columns = {name: data[position].mask(data[position] == "") for name, position in match.columns.items()}
    columns |= {name: pd.Series(text, index=data.index, dtype="str") for name, text in match.said.items()}
    frame = pd.DataFrame(columns, index=data.index)
    origin = {"file_sha256": file.sha256, "file_name": file.file_name, "sheet": sheet.name}
    for place, (name, text) in enumerate(origin.items()):
        frame.insert(place, name, pd.Series(text, index=frame.index, dtype="str"))
    frame.insert(len(origin), "row", pd.Series(frame.index, index=frame.index, dtype="int64"))
    return frame.reset_index(drop=True)


def _header_rows(sheet: Sheet, match: Recognition, file: ReceivedFile, data: pd.Series[bool]) -> pd.DataFrame:
    around = int(sheet.filled.gt(0).sum() - data.sum() - match.header_rows)
    between = data.index[data]
    inside = sheet.filled.loc[between[0] : between[-1]] if len(between) else sheet.filled.head(0)
    known = [(name, match.headers[name], letter) for name, letter in match.letters.items()]
    said = [(name, "", "") for name in match.said]
    strange = [("", "", column_letter(position)) for position in match.unknown]
    lines = [(match.extract, file.sha256, sheet.name, *line) for line in (*known, *said, *strange)]
    frame = pd.DataFrame(lines, columns=[name for name in HEADERS if name not in _COUNTS], dtype="str")
    counts = {"rows_around": around, "rows_empty": int(inside.eq(0).sum())}
    return frame.assign(**{name: pd.Series(count, index=frame.index, dtype="int64") for name, count in counts.items()})


def _no_rows(extract: Extract) -> pd.DataFrame:
    """The raw table when nothing was received: every column, no row."""
    names = [*ORIGIN, *(column.name for column in extract.columns)]
    return pd.DataFrame({name: pd.Series(dtype="int64" if name == "row" else "str") for name in names})


def _no_headers() -> pd.DataFrame:
    """The headers table when nothing was received."""
    return pd.DataFrame({name: pd.Series(dtype="int64" if name in _COUNTS else "str") for name in HEADERS})


def header_notices(headers: pd.DataFrame, extract: Extract, files: Sequence[ReceivedFile]) -> tuple[Fault, ...]:
    """Notices of what was left out of the table: columns of no meaning, titles above, notes below, empty rows within.

    Args:
        headers: as `build_raw` gives them.
        extract: which extract.
        files: the files the headers are of.
    """
    names = {file.sha256: file.file_name for file in files}
    faults: list[Fault] = []
    for (sha256, sheet), lines in headers.groupby(["file_sha256", "sheet"], sort=False):
        place = _Place(str(sha256), names.get(str(sha256), ""), str(sheet))
        strange = lines.loc[lines["column"].eq(""), "letter"]
        faults += [place.notice(UNKNOWN_COLUMN, extract, letter=str(letter)) for letter in strange]
        if lines["rows_around"].iloc[0]:
            faults.append(place.notice(ROWS_AROUND, extract))
        if empty := int(lines["rows_empty"].iloc[0]):
            line = place.notice(EMPTY_ROWS, extract)
            faults.append(replace(line, message=f"{line.message} Rows: {empty:,}."))
        if unwanted := int(lines["rows_unwanted"].iloc[0]):
            line = place.notice(NOT_WANTED, extract)
            faults.append(replace(line, message=f"{line.message} Rows: {unwanted:,}."))
    return tuple(faults)


@dataclass(frozen=True, slots=True)
class _Place:
    """One sheet of one file."""

    sha256: str
    file_name: str
    sheet: str

    def notice(self, code: str, extract: Extract, letter: str = "") -> Fault:
        """A fault of this sheet as a whole, or of one of its columns."""
        broken = rule(code)
        return Fault(
            code=code,
            severity=broken.severity,
            table=extract.name,
            message=broken.message,
            expected=in_place(broken.expected, extract),
            fix=in_place(broken.fix, extract),
            file_name=self.file_name,
            file_sha256=self.sha256,
            sheet=self.sheet,
            column_letter=letter,
        )

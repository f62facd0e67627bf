"""Raw text into the typed frame of an extract: every cell read, every fault and repair told.

How a column is read is in `assets.core.columns`; whether what it says can be true is judged in `schemas.contract`.
A faulty cell is left empty, and its row goes on to be judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from assets.core.columns import DTYPES, CleanColumn, Positions, absent_column, clean_column
from assets.core.reading import TOTALS_ROW
from assets.core.totals import totals_in
from schemas.codelists import code_list
from schemas.extract import ORIGIN, Column, Extract, Fault, Letters, Rule
from schemas.fault_lines import Sheetwork, row_faults, whole_fault
from schemas.masking import shape_of
from schemas.rules import implied_rule, rule

_NOT_OBTAINABLE = "Information not obtainable"
#: From this many cells on, a column in which every one is faulty is one fault and not as many.
_WHOLE_COLUMN = 10

SheetPlace = tuple[str, str]


def to_types(raw: pd.DataFrame, extract: Extract, letters: Letters) -> tuple[pd.DataFrame, tuple[Fault, ...]]:
    """The core columns of a raw table, typed.

    Args:
        raw: one row per data row: origin columns and text columns; a column no file has is simply not there.
        extract: what the rows are.
        letters: column letters as Excel shows them, by file and sheet.

    Returns:
        One row per data row but rows of totals: origin columns, then every kept column of the extract, typed, faulty
        cells empty. And the faults: one line a cell that cannot be read or is not in its list, or one line a column
        and sheet where no cell is otherwise; one line a column and sheet, with how many cells, for each kind of safe
        repair.
    """
    everything = Sheetwork(raw.reset_index(drop=True), extract, letters, None, shape_of)
    totals = totals_in(everything.frame, extract)
    faults = [fault for name, here in totals.items() for fault in _totals_faults(everything, name, here)]
    work = replace(everything, frame=_without(everything.frame, totals))
    cleaned = {column: _clean(work.frame, column) for column in extract.columns if column.keep}
    for column, result in cleaned.items():
        faults.extend(_cell_faults(work, column, result))
        faults.extend(_repair_notices(work, column, result))
    return _assemble(work.frame, cleaned), tuple(faults)


def totals_rows(raw: pd.DataFrame, extract: Extract) -> pd.DataFrame:
    """The rows of totals that `to_types` leaves out, typed, so that every row received is accounted for.

    Args:
        raw: one row per data row, as for `to_types`.
        extract: what the rows are.

    Returns:
        One row per row of totals: the columns of the core table, and `stopped_by`.
    """
    totals = totals_in(raw, extract)
    if not totals:
        return empty_core(extract).assign(stopped_by=pd.Series(dtype="string"))
    here = pd.concat(list(totals.values()), axis=1).any(axis=1)
    frame = raw.loc[here].reset_index(drop=True)
    cleaned = {column: _clean(frame, column) for column in extract.columns if column.keep}
    return _assemble(frame, cleaned).assign(stopped_by=pd.Series(TOTALS_ROW, index=frame.index, dtype="string"))


def empty_core(extract: Extract) -> pd.DataFrame:
    """The core table of an extract that was not received: every column, typed, no row."""
    return _empty_core(extract).copy()


@lru_cache(maxsize=64)
def _empty_core(extract: Extract) -> pd.DataFrame:
    kept = {c.name: pd.Series(dtype=DTYPES[c.field.kind]) for c in extract.columns if c.keep}
    return pd.DataFrame({name: pd.Series(dtype=_origin_dtype(name)) for name in ORIGIN} | kept)


def _origin_dtype(name: str) -> str:
    """Type of an origin column in the core tables."""
    return "Int64" if name == "row" else "string"


def _without(frame: pd.DataFrame, totals: Mapping[str, pd.Series[bool]]) -> pd.DataFrame:
    """The rows that are not totals, positions counted anew."""
    if not totals:
        return frame
    keep = pd.Series(True, index=frame.index)
    for here in totals.values():
        keep &= ~here
    return frame.loc[keep].reset_index(drop=True)


def _totals_faults(work: Sheetwork, column: str, here: pd.Series[bool]) -> list[Fault]:
    """One notice a row of totals, pointing at the cell that says so."""
    return row_faults(work, replace(rule(TOTALS_ROW), columns=(column,)), list(here.index[here]))


def _clean(frame: pd.DataFrame, column: Column) -> CleanColumn:
    """One column of the extract, there or not."""
    if column.name in frame:
        return clean_column(frame[column.name], column.field)
    return absent_column(frame.index, column.field)


def _cell_faults(work: Sheetwork, column: Column, result: CleanColumn) -> Iterator[Fault]:
    """One line a faulty cell, by the rule that the column implies; one line a column where no cell is otherwise."""
    for letter, positions in result.faults.items():
        broken = implied_rule(work.extract, column.name, "D" if letter == "D" else "T")
        counts = _sheet_counts(work.frame, positions)
        for place in _wholly_faulty(work.frame, column, counts):
            here = positions[_of_sheet(work.frame.iloc[positions], place)]
            yield _whole_column(work, broken, here)
            positions = positions[~np.isin(positions, here)]  # noqa: PLW2901 - what is left to tell
        yield from row_faults(work, broken, positions.tolist())


def _wholly_faulty(frame: pd.DataFrame, column: Column, counts: Mapping[tuple[str, str], int]) -> Iterator[SheetPlace]:
    """Sheets where a column of more than a handful of cells holds nothing else, and no cell that may not be empty."""
    for place, count in counts.items():
        cells = frame.loc[_of_sheet(frame, place), column.name]
        if count >= _WHOLE_COLUMN and count == len(cells if not column.nullable else cells.dropna()):
            yield place


def _of_sheet(frame: pd.DataFrame, place: SheetPlace) -> npt.NDArray[np.bool_]:
    """Which rows are of that file and sheet."""
    return (frame["file_sha256"].eq(place[0]) & frame["sheet"].fillna("").eq(place[1])).to_numpy(dtype=bool)


def _whole_column(work: Sheetwork, broken: Rule, positions: Positions) -> Fault:
    """One line for a column of a sheet that is faulty throughout, with how many cells and the shape of the first."""
    first = work.frame.iloc[positions[0]]
    line = whole_fault(work, broken, str(first["file_sha256"]), "" if pd.isna(first["sheet"]) else str(first["sheet"]))
    message = f"{line.message} So it is all down the column. Cells: {len(positions):,}."
    return replace(line, message=message, shown=work.mask(first[broken.columns[0]]))


def _repair_notices(work: Sheetwork, column: Column, result: CleanColumn) -> Iterator[Fault]:
    """One line a sheet for each kind of repair of the column, with how many cells."""
    for code, positions in result.repairs.items():
        repair = replace(rule(code), columns=(column.name,))
        for (sha256, sheet), count in _sheet_counts(work.frame, positions).items():
            line = whole_fault(work, repair, sha256, sheet)
            yield replace(line, message=f"{line.message} Cells: {count:,}.")


def _sheet_counts(frame: pd.DataFrame, positions: Positions) -> Counter[tuple[str, str]]:
    """How many of the rows each sheet has, sheets in the order of the frame."""
    rows = frame.iloc[positions]
    return Counter(zip(rows["file_sha256"].astype(str), rows["sheet"].fillna("").astype(str), strict=True))


def _assemble(frame: pd.DataFrame, cleaned: Mapping[Column, CleanColumn]) -> pd.DataFrame:
    """Origin and typed columns as one frame, derived cells filled in."""
    origin = {name: pd.Series(frame[name], dtype=_origin_dtype(name)) for name in ORIGIN}
    typed = {column.name: result.cells for column, result in cleaned.items()}
    return _with_ethnicity_group(pd.DataFrame(origin | typed, index=frame.index))


def _with_ethnicity_group(frame: pd.DataFrame) -> pd.DataFrame:
    """The group filled in from the ethnicity where the file gives none (measures.md C1)."""
    if not {"ethnicity", "ethnicity_group"} <= set(frame.columns):
        return frame
    groups = dict(code_list("ethnicity").groups)
    derived = frame["ethnicity"].map(groups).astype("string").fillna(_NOT_OBTAINABLE)
    return frame.assign(ethnicity_group=frame["ethnicity_group"].fillna(derived))

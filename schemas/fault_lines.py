"""Turning broken rules into fault lines: file, sheet, Excel row, column letter, masked cell, what to do.

No cell ever leaves this module unmasked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from schemas.extract import Extract, Fault, Letters, Rule
from schemas.rules import in_place

Mask = Callable[[object], str]
Place = tuple[str, str, int]


@dataclass(frozen=True)
class Sheetwork:
    """What fault lines of one frame are made from.

    Attributes:
        frame: the typed rows, one row per data row, positions as index.
        extract: what they are.
        letters: column letters by file and sheet.
        raw: the same rows as text, or None where there is none.
        mask: makes a cell into its shape.
    """

    frame: pd.DataFrame
    extract: Extract
    letters: Letters
    raw: pd.DataFrame | None
    mask: Mask


def row_faults(work: Sheetwork, rule: Rule, positions: Sequence[int]) -> list[Fault]:
    """One fault a row, pointing at the rule's first column."""
    part = work.frame.loc[list(positions)]
    cells = _cells(work, part, rule.columns[0])
    rows = zip(part["file_sha256"], part["file_name"], part["sheet"].fillna(""), part["row"], cells, strict=True)
    return [
        _fault(work, rule, (str(sha), str(sheet), int(row)), str(name), work.mask(cell))
        for sha, name, sheet, row, cell in rows
    ]


def _fault(work: Sheetwork, rule: Rule, place: Place, name: str, shown: str) -> Fault:
    column = rule.columns[0]
    return Fault(
        code=rule.code,
        severity=rule.severity,
        table=work.extract.name,
        message=rule.message,
        expected=rule.expected,
        fix=rule.fix,
        file_name=name,
        file_sha256=place[0],
        sheet=place[1],
        row=place[2],
        column=column,
        column_letter=work.letters.get((place[0], place[1]), {}).get(column, ""),
        shown=shown,
        measures=rule.measures or work.extract.measures,
    )


def whole_fault(work: Sheetwork, rule: Rule, sha: str, sheet: str = "", quarter_label: str = "") -> Fault:
    """A fault of a whole file, or of a whole column of it."""
    column = rule.columns[0] if rule.columns else ""
    return Fault(
        code=rule.code,
        severity=rule.severity,
        table=work.extract.name,
        message=rule.message,
        expected=in_place(rule.expected, work.extract, quarter_label),
        fix=in_place(rule.fix, work.extract, quarter_label),
        file_name=_file_name(work.frame, sha),
        file_sha256=sha,
        sheet=sheet,
        column=column,
        column_letter=work.letters.get((sha, sheet), {}).get(column, ""),
        measures=rule.measures or work.extract.measures,
    )


def _file_name(frame: pd.DataFrame, sha: str) -> str:
    names = frame.loc[frame["file_sha256"].eq(sha), "file_name"]
    return str(names.iloc[0]) if len(names) else ""


def _cells(work: Sheetwork, part: pd.DataFrame, column: str) -> list[object]:
    """The cells as they stand in the file, or as they were read where the file's text is not at hand."""
    read = part[column] if column in part else pd.Series("", index=part.index)
    if work.raw is None or column not in work.raw:
        return list(read)
    texts = _texts(work.raw, part, column)
    return [texts.get(place, value) for place, value in zip(places(part), read, strict=True)]


def _texts(raw: pd.DataFrame, part: pd.DataFrame, column: str) -> dict[Place, object]:
    near = raw[raw["row"].isin(part["row"])]
    return dict(zip(places(near), near[column], strict=True))


def places(frame: pd.DataFrame) -> list[Place]:
    """File, sheet and row of each row."""
    columns = (frame["file_sha256"], frame["sheet"].fillna(""), frame["row"])
    return [(str(sha), str(sheet), int(row)) for sha, sheet, row in zip(*columns, strict=True)]


def in_order(faults: Iterable[Fault], extract: Extract) -> tuple[Fault, ...]:
    """Faults of whole files first, then from the top of each sheet down, left to right."""
    numbers = {column.name: column.number for column in extract.columns}

    def _key(fault: Fault) -> tuple[bool, str, str, str, int, int, str]:
        where = (fault.file_name, fault.file_sha256, fault.sheet, fault.row or 0, numbers.get(fault.column, 0))
        return (fault.row is not None, *where, fault.code)

    return tuple(sorted(faults, key=_key))

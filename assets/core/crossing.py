"""The rules across files, as fault lines: what `sql/core/core_cross_file_faults.sql` found, in officers' words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import pandas as pd

from schemas.extract import Fault, Letters
from schemas.fault_lines import Place, places
from schemas.masking import shape_of
from schemas.rules import rule

#: The core table of rows that break a rule across files.
FAULTS_TABLE: Final = "core_cross_file_faults"
#: Extract and column -> the text of each cell, by where it stands.
Texts = Mapping[tuple[str, str], Mapping[Place, object]]


def cross_file_faults(
    found: pd.DataFrame, letters: Mapping[str, Letters], raw: Mapping[str, pd.DataFrame] = MappingProxyType({})
) -> tuple[Fault, ...]:
    """One fault a row of the cross-file table; of the cell it points at, only the shape.

    Args:
        found: columns code, table_name, file_sha256, file_name, sheet, row, column_name.
        letters: column letters as Excel shows them, by extract.
        raw: the rows as text, by extract; without them a line shows no shape.
    """
    texts = _texts(found, raw)
    faults = (
        _fault(str(code), str(table), str(sha), str(name), str(sheet), int(row), str(column))
        for code, table, sha, name, sheet, row, column in zip(
            found["code"],
            found["table_name"],
            found["file_sha256"],
            found["file_name"],
            found["sheet"].fillna(""),
            found["row"],
            found["column_name"],
            strict=True,
        )
    )
    return tuple(replace(fault, column_letter=_letter(fault, letters), shown=_shown(fault, texts)) for fault in faults)


def _texts(found: pd.DataFrame, raw: Mapping[str, pd.DataFrame]) -> Texts:
    """The cells that the faults point at, as they stand in the file."""
    texts: dict[tuple[str, str], Mapping[Place, object]] = {}
    for (table, column), part in found.groupby(["table_name", "column_name"]):
        frame = raw.get(str(table))
        if frame is not None and column in frame:
            near = frame[frame["row"].isin(part["row"])]
            texts[str(table), str(column)] = dict(zip(places(near), near[column], strict=True))
    return texts


def _shown(fault: Fault, texts: Texts) -> str:
    """The shape of the fault's cell, "" where the file's text is not at hand."""
    known = texts.get((fault.table, fault.column), {})
    place = (fault.file_sha256, fault.sheet, int(fault.row or 0))
    return shape_of(known[place]) if place in known else ""


def _letter(fault: Fault, letters: Mapping[str, Letters]) -> str:
    """Letter of the fault's column in its sheet, "" where unknown."""
    return letters.get(fault.table, {}).get((fault.file_sha256, fault.sheet), {}).get(fault.column, "")


def _fault(code: str, table: str, sha: str, name: str, sheet: str, row: int, column: str) -> Fault:
    """One line of the table with its rule's words."""
    broken = rule(code)
    return Fault(
        code=code,
        severity=broken.severity,
        table=table,
        message=broken.message,
        expected=broken.expected,
        fix=broken.fix,
        file_name=name,
        file_sha256=sha,
        sheet=sheet,
        row=row,
        column=column,
        measures=broken.measures,
    )

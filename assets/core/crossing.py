"""The rules across files, as fault lines: what `sql/core/core_cross_file_faults.sql` found, in officers' words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from schemas.extract import Fault, Letters
from schemas.rules import rule


def cross_file_faults(found: pd.DataFrame, letters: Mapping[str, Letters]) -> tuple[Fault, ...]:
    """One fault a row of the cross-file table; no cell of a record is in it.

    Args:
        found: columns code, table_name, file_sha256, file_name, sheet, row, column_name.
        letters: column letters as Excel shows them, by extract.
    """
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
    return tuple(replace(fault, column_letter=_letter(fault, letters)) for fault in faults)


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

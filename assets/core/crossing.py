"""The rules across files, as fault lines: what `sql/core/core_cross_file_faults.sql` found, in officers' words."""

from __future__ import annotations

import pandas as pd
from schemas.rules import rule

from schemas.extract import Fault


def cross_file_faults(found: pd.DataFrame) -> tuple[Fault, ...]:
    """One fault a row of the cross-file table; no cell of a record is in it.

    Args:
        found: columns code, table_name, file_sha256, file_name, sheet, row, column_name.
    """
    return tuple(
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

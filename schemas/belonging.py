"""Whether a file belongs to the quarter it was sent for.

A case-management extract says so by its extract date, a ledger by the accounting period that ends the quarter. An
empty file says nothing and belongs anywhere: a quarter without cases is a figure too.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from schemas.extract import CheckContext, Extract

_MONTHS_TO_SEND = 6
_Belongs = Callable[[pd.DataFrame, CheckContext], bool]


def strangers(frame: pd.DataFrame, extract: Extract, context: CheckContext) -> tuple[tuple[str, str], ...]:
    """Files of another quarter, as (content hash, column that tells), one entry per such file."""
    names = {column.name for column in extract.columns}
    if "extract_date" in names:
        return _by_file(frame, "extract_date", _taken_in_time, context)
    if extract.snapshot and {"fy", "period"} <= names:
        return _by_file(frame, "period", _holds_last_period, context)
    return ()


def _by_file(frame: pd.DataFrame, column: str, belongs: _Belongs, context: CheckContext) -> tuple[tuple[str, str], ...]:
    known = frame[frame[column].notna()]
    return tuple((str(sha), column) for sha, part in known.groupby("file_sha256") if not belongs(part, context))


def _taken_in_time(part: pd.DataFrame, context: CheckContext) -> bool:
    """Most rows were extracted from the quarter's last day to six months after."""
    taken = part["extract_date"].mode().iloc[0]
    first = pd.Timestamp(context.quarter_end)
    return bool(first <= taken <= first + pd.DateOffset(months=_MONTHS_TO_SEND))


def _holds_last_period(part: pd.DataFrame, context: CheckContext) -> bool:
    """Some row is of the accounting period that ends the quarter."""
    fy, quarter = context.quarter_label.split(" Q")
    return bool((part["fy"].eq(fy) & part["period"].eq(3 * int(quarter))).any())

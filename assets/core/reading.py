"""What reading one cell gives: a value, nothing, or a fault, and any repairs that were made on the way.

Only the words belong here: which marks stand for nothing, what an Excel error looks like, what a repair is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

#: Codes of the safe repairs, as in `schemas.file_rules`.
SERIAL_DATE = "YJ-S-0001"
NO_DATE = "YJ-S-0002"
OTHER_SPELLING = "YJ-S-0003"
TOTALS_ROW = "YJ-S-0004"
NOT_AVAILABLE = "YJ-S-0006"
SHORT_YEAR = "YJ-S-0007"
MONEY_SIGNS = "YJ-S-0009"
NOUGHT_DECIMALS = "YJ-S-0010"
TRIMMED = "YJ-S-0011"
HOURS_WRITTEN = "YJ-S-0012"
OTHER_CASE = "YJ-S-0013"
OTHER_DATE = "YJ-S-0014"
EXCEL_MARKS = "YJ-S-0015"
WITH_UNIT = "YJ-S-0016"
TYPESET = "YJ-S-0017"
LIKE_A_FORMULA = "YJ-S-0018"

Value = str | int | float | bool | date


class Reading(NamedTuple):
    """One cell, read.

    Attributes:
        value: what it says; None: nothing, or nothing that can be read.
        repairs: codes of the safe repairs made; none are told of a cell that is faulty all the same.
        fault: letter of the column's rule it breaks (T unreadable, D outside its list), "" for none.
    """

    value: Value | None = None
    repairs: tuple[str, ...] = ()
    fault: Literal["", "T", "D"] = ""


Reader = Callable[[str], Reading]

EMPTY = Reading()
UNREADABLE = Reading(fault="T")
UNLISTED = Reading(fault="D")
NOTHING = Reading(repairs=(NOT_AVAILABLE,))
#: What people, databases and publishers write where there is nothing to write.
NOTHING_MARKS = frozenset(
    {"-", "--", ".", "..", "...", ":", "x", "n/a", "n.a.", "na", "#n/a", "null", "(null)", "\\n", "nan", "nat"}
    | {"not available", "not applicable", "[x]", "[z]", "[c]", "*"}
)
#: The same, of those that could not be an identifier; none holds a figure.
NO_ID_MARKS = frozenset({"-", "--", "..", "...", "n/a", "#n/a", "null", "(null)", "\\n"})
#: The one that is never a text of its own.
NO_TEXT_MARKS = frozenset({"#n/a"})
_EXCEL_ERROR = re.compile(r"#(?:REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|#+)", re.IGNORECASE)


def is_excel_error(text: str) -> bool:
    """True for what a spreadsheet shows where a formula failed, or a column was too narrow to print."""
    return _EXCEL_ERROR.fullmatch(text) is not None

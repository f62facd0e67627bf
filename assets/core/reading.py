"""What reading one cell gives: a value, nothing, or a fault, and any repair that was made on the way."""

from __future__ import annotations

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

Value = str | int | float | bool | date


class Reading(NamedTuple):
    """One cell, read.

    Attributes:
        value: what it says; None: nothing, or nothing that can be read.
        repair: code of the safe repair made, "" for none.
        fault: letter of the column's rule it breaks (T unreadable, D outside its list), "" for none.
    """

    value: Value | None = None
    repair: str = ""
    fault: Literal["", "T", "D"] = ""


Reader = Callable[[str], Reading]

EMPTY = Reading()
UNREADABLE = Reading(fault="T")
UNLISTED = Reading(fault="D")
#: What people and publishers write where there is nothing to write.
NOTHING_MARKS = frozenset({"-", "..", ":", "x", "n/a", "na", "#n/a", "null", "[x]", "[z]"})
#: The same, of those that could not be an identifier.
NO_ID_MARKS = frozenset({"-", "..", "n/a", "#n/a", "null"})

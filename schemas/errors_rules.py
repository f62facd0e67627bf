"""The rules of the errors workbook: what was corrected with it, and why one of its lines could not be used.

Judged in `assets.core.mending` and `assets.core.taking`. A line that cannot be used is set aside by itself; the others
of the workbook are applied.
"""

from __future__ import annotations

from schemas.extract import Rule, Severity

#: Name that such faults stand under in the place of an extract's.
ERRORS_WORKBOOK = "errors_workbook"

CORRECTED = "YJ-F-0030"
UNKNOWN_REFERENCE = "YJ-F-0031"
NO_LONGER_STANDS = "YJ-F-0032"
NOT_A_QUERY = "YJ-F-0033"
NOTHING_TO_DO = "YJ-F-0034"
BAD_UNTIL = "YJ-F-0035"
NO_NAME = "YJ-F-0036"
NOT_CORRECTED_HERE = "YJ-F-0037"
UNKNOWN_DECISION = "YJ-F-0038"
TOO_LONG = "YJ-F-0039"

#: A corrected value or an explanation is at most this long.
LONGEST_TEXT = 500
_AGAIN = "then save the workbook and put it in the quarter's folder again."


def _rule(code: str, message: str, expected: str, fix: str, severity: Severity = "stop-row") -> Rule:
    return Rule(code, severity, "file", (), message, expected, fix)


ERRORS_RULES: tuple[Rule, ...] = (
    _rule(
        CORRECTED,
        "Cells were read as officers corrected them in the errors workbook.",
        "cells that are right in the file itself",
        "Correct the records in their own system too; a correction whose cell has changed is no longer needed.",
        "notice",
    ),
    _rule(
        UNKNOWN_REFERENCE,
        "The line's references are those of no record of this quarter; the line was not used.",
        "the references as this quarter's errors workbook gave them",
        f"Take the newest errors workbook, fill in its line, {_AGAIN}",
    ),
    _rule(
        NO_LONGER_STANDS,
        "The cell no longer says what it said when the line was written; the line was not used.",
        "a fault that is still there",
        f"Look whether the newest errors workbook still has the fault; fill in its line, {_AGAIN}",
    ),
    _rule(
        NOT_A_QUERY,
        "Only queries can be explained; this fault must be corrected. The line was not used.",
        "a corrected value",
        f"Write the corrected value, or correct the record in its own system; {_AGAIN}",
    ),
    _rule(
        NOTHING_TO_DO,
        "The line has neither a value that changes the cell nor an explanation; it was not used.",
        "a corrected value, or an explanation",
        f"Write one of them, or empty the line's cells; {_AGAIN}",
    ),
    _rule(
        BAD_UNTIL,
        "The day until which the explanation holds cannot be read, or lies before the end of the quarter.",
        "no day, or one on or after the last day of the quarter, as 31/03/2015",
        f"Write another day, or empty the cell; {_AGAIN}",
    ),
    _rule(
        NO_NAME,
        "The workbook does not say who gave this line; it was not used.",
        "a name in the cell below Your name on the sheet Summary (in a csv: in the column Given by)",
        f"Write your name there, {_AGAIN}",
    ),
    _rule(
        NOT_CORRECTED_HERE,
        "This cell cannot be corrected in the errors workbook; the line was not used.",
        "a line whose corrected value is not grey, and a column that its rule reads",
        "Mend what the line says in the file or its source, then send the file again.",
    ),
    _rule(
        UNKNOWN_DECISION,
        "The decision is none of the words, or its line is not known; the line was not used.",
        "a word of the drop-down list in a line that is as the errors workbook gave it",
        f"Choose a word of the list, {_AGAIN}",
    ),
    _rule(
        TOO_LONG,
        "The text is too long; the line was not used.",
        f"at most {LONGEST_TEXT} characters",
        f"Shorten it, {_AGAIN}",
    ),
)

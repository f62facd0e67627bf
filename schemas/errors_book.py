"""The errors workbook as data: its lines, and its sheets as they are known again when it is dropped back.

What belongs here: which headers it has, which words an officer writes, what a line holds. It is filled in
`assets.report.mending.errors_book`, drawn in `assets.report.workbook.errors`, taken back in `assets.core.taking`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schemas.extract import Column, Extract, Field

#: What an officer writes to make a cell empty, since an empty corrected value means no change.
MAKE_EMPTY = "(empty)"
YES = "yes"
SAME, DIFFERENT = "same person", "different people"
NAME = "errors-{slug}"
#: More lines than this are no work for a person; the worst come first and the rest is counted.
MOST_LINES = 20_000

#: Header -> canonical name, in the order of the sheet.
FAULT_HEADERS = {
    "Fault code": "fault_code",
    "What it does": "severity",
    "Extract": "extract",
    "File": "file",
    "Sheet": "sheet_name",
    "Row in Excel": "file_row",
    "Column letter": "letter",
    "Column name": "column_name",
    "Value shown masked": "shown",
    "What is wrong": "message",
    "What was expected": "expected",
    "What to do": "fix",
    "Measures touched": "measures",
    "Who mends it": "owner",
    "Corrected value": "corrected_value",
    "Explanation": "explanation",
    "Explained until": "explained_until",
    "Given by": "given_by",
    "State": "state",
    "Cell reference": "cell_reference",
    "Fact reference": "fact_reference",
}
GIVEN_HEADERS = {
    "Correction or explanation": "number",
    "Undo": "undo",
    "Given in": "quarter",
    "Extract corrected": "extract",
    "Column corrected": "column_name",
    "Fault explained": "code",
    "Old value masked": "old",
    "New value masked": "new",
    "Reason": "why",
    "Holds until": "until",
    "Given by officer": "given_by",
    "Given on": "given_on",
    "In force": "state",
}
PEOPLE_HEADERS = {
    "Young person": "ypid",
    "Perhaps the same as": "alias_ypid",
    "Decision": "decision",
    "Reason for the decision": "why",
    "Found by": "method",
    "Likelihood": "score",
    "Agrees on": "agrees_on",
}
NAME_HEADERS = {"Your name": "given_by", "Quarter of this workbook": "quarter"}


def _sheet(number: int, name: str, headers: dict[str, str], needed: tuple[str, ...], grain: str) -> Extract:
    """One sheet of the workbook, described so that the readers of dropped files know it by its headers."""
    columns = tuple(
        Column(
            Field(column, "text", f"{header}."),
            place,
            required=column in needed,
            nullable=True,
            synonyms=(header,),
        )
        for place, (header, column) in enumerate(headers.items(), start=1)
    )
    return Extract(name, number, "board", "Errors workbook", grain, columns, key=needed[:1], required=False)


#: What an officer filled in: the sheets that are known again by their headers.
FAULTS_SHEET = _sheet(
    90,
    "errors_workbook_faults",
    FAULT_HEADERS,
    (
        *("fault_code", "extract", "column_name", "corrected_value", "explanation", "explained_until"),
        *("cell_reference", "fact_reference"),
    ),
    "one row per fault",
)
GIVEN_SHEET = _sheet(
    91,
    "errors_workbook_corrections",
    GIVEN_HEADERS,
    ("number", "undo"),
    "one row per correction or explanation in force",
)
PEOPLE_SHEET = _sheet(
    92,
    "errors_workbook_people",
    PEOPLE_HEADERS,
    ("ypid", "alias_ypid", "decision", "why"),
    "one row per two records that may be of one young person",
)
NAME_SHEET = _sheet(93, "errors_workbook_name", NAME_HEADERS, tuple(NAME_HEADERS.values()), "one row")

ERRORS_SHEETS = (FAULTS_SHEET, GIVEN_SHEET, PEOPLE_SHEET, NAME_SHEET)


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """One fault of the workbook's list. Holds no cell of a record but its shape.

    Attributes:
        code: the rule's code.
        severity: what it does.
        extract: name of the extract.
        file_name: the file it is in.
        sheet: the sheet, "" in a csv.
        row: the row Excel shows; None for a whole file or column.
        letter: the column's letter.
        column: its canonical name.
        shown: the cell, masked.
        message: what is wrong.
        expected: what would be right.
        fix: what to do.
        measures: measures touched, parted by ", ".
        owner: who mends it.
        choices: name of the list of the values it may have, "" for none.
        cell: reference of the cell, "" where it cannot be corrected here.
        fact: reference of the fact, "" where it cannot be explained.
        explained: the explanation that stands, "" for none.
        until: the last day that explanation holds.
    """

    code: str
    severity: str
    extract: str
    file_name: str
    sheet: str
    row: int | None
    letter: str
    column: str
    shown: str
    message: str
    expected: str
    fix: str
    measures: str
    owner: str
    choices: str = ""
    cell: str = ""
    fact: str = ""
    explained: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class GivenLine:
    """One correction or explanation in force.

    Attributes:
        number: its mark, C and the register's number for a correction, E for an explanation.
        quarter: label of the quarter it was given in.
        extract: name of the extract.
        column: the column corrected, "" for an explanation.
        code: code of the fault explained, "" for a correction.
        old: the old value, masked.
        new: the new value, masked.
        why: the reason, or the explanation.
        until: the last day it holds.
        given_by: who gave it.
        given_on: the day it was received.
        spent: True for a correction whose cell has changed since, so that it is not applied.
    """

    number: str
    quarter: str
    extract: str
    column: str
    code: str
    old: str
    new: str
    why: str
    until: date | None
    given_by: str
    given_on: date
    spent: bool = False


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """Two records that may be of one young person: local ids, which officers need to look them up.

    Attributes:
        ypid: the one record.
        alias_ypid: the other.
        method: how they were found.
        score: how likely, from 0 to 1.
        agrees_on: columns in which they agree.
    """

    ypid: str
    alias_ypid: str
    method: str
    score: float | None
    agrees_on: str


@dataclass(frozen=True, slots=True)
class Count:
    """Faults of one extract by what they do, and rows set aside.

    Attributes:
        extract: title of the extract in officers' words.
        stop_file: faults that stop a file.
        stop_row: faults that set a row aside.
        query: queries that nobody has explained.
        explained: queries that are explained.
        notice: notices.
        rows_left_out: rows set aside.
    """

    extract: str
    stop_file: int
    stop_row: int
    query: int
    explained: int
    notice: int
    rows_left_out: int


@dataclass(frozen=True)
class ErrorsBook:
    """Everything the errors workbook of a quarter holds.

    Attributes:
        label: the quarter's label.
        slug: the quarter in file names.
        as_of: last day of the quarter, the only date the file is stamped with.
        service: name of the service.
        counts: one entry per extract with any fault.
        lines: faults, the worst first.
        left_off: faults that are not listed because there are too many.
        given: corrections and explanations in force.
        proposals: records that may be of one young person.
        lists: values of each list that a line may choose from.
    """

    label: str
    slug: str
    as_of: date
    service: str
    counts: tuple[Count, ...]
    lines: tuple[ErrorLine, ...]
    left_off: int
    given: tuple[GivenLine, ...]
    proposals: tuple[ProposalLine, ...]
    lists: dict[str, tuple[str, ...]]

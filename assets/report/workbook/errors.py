"""Draws the errors workbook: what is wrong, and the cells in which an officer corrects and explains.

What it says is in `schemas.errors_book`; here is only how it looks. No sheet is protected: what an officer changes
outside the tinted columns is looked at by no one, and protection would cost them filters, sorting and LibreOffice.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from assets.report.workbook import styles
from assets.report.workbook.document import finish
from assets.report.workbook.drawing import A4, Pen
from assets.report.workbook.paging import MARGIN
from assets.report.workbook.plain import plain
from schemas.errors_book import (
    DIFFERENT,
    FAULT_HEADERS,
    GIVEN_HEADERS,
    MAKE_EMPTY,
    NAME_HEADERS,
    PEOPLE_HEADERS,
    SAME,
    YES,
    ErrorLine,
    ErrorsBook,
    GivenLine,
    ProposalLine,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Value = str | int | float | date | None

WIDTHS = {
    **dict.fromkeys(("severity", "file", "shown", "measures", "owner", "given_by", "state"), 20),
    **dict.fromkeys(("message", "fix", "explanation", "why"), 44),
    **dict.fromkeys(("expected", "corrected_value", "column_name", "extract", "ypid", "alias_ypid"), 28),
}
WIDTH = 16
#: Ground of the cells to fill in, and of those that cannot be.
TINT, DEAD = "#FFF8DC", "#E4E4E4"
TEXT_FORMAT, DATE_FORMAT = "@", "dd/mm/yyyy"
DOES = {"stop-file": "File stopped", "stop-row": "Row stopped", "query": "Query", "notice": "Notice"}
#: How a pair was found -> its words.
FOUND_BY = {"pnc": "PNC number", "name+dob": "name and date of birth"}
LISTS = "Lists"
HOW = (
    "1. Write your name in the tinted cell above: nothing is taken in without it.",
    f"2. On the sheet Faults write the right value into Corrected value; empty: no change, {MAKE_EMPTY}: no value.",
    "3. A query may be explained instead: write why it is right, and the last day that holds. Name no child.",
    "4. Where a rule reads several columns, write the name of the one you correct into Column name.",
    "5. On the sheet Corrections write yes beside what is to be undone; on People choose whether two records are one.",
    "6. Save the workbook (xlsx, ods or csv) into the quarter's inbox folder and run the quarter again.",
)
COUNT_HEADERS = (
    *("Extract or place", "Files stopped", "Rows stopped", "Queries open", "Queries explained", "Notices"),
    "Rows left out",
)


def errors_bytes(book: ErrorsBook) -> bytes:
    """The errors workbook as the bytes of an Excel file, the same for the same book.

    Args:
        book: what it holds.
    """
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - heavy, and only needed when a workbook is drawn

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(stream, options)
    workbook.set_properties(
        {
            "title": plain(f"Errors of {book.label}, {book.service}"),
            "subject": "What is wrong in the files of the quarter, to be corrected or explained",
            "author": plain(book.service),
            "created": datetime.combine(book.as_of, time(), tzinfo=UTC),
        }
    )
    pen = Pen(workbook)
    _summary(pen, book)
    _faults(pen, book)
    _given(pen, book)
    if book.proposals:
        _people(pen, book)
    if book.lists:
        _lists(pen, book)
    workbook.close()
    return finish(stream.getvalue(), "en-GB", styles.HEADING_STYLES)


class Shown(NamedTuple):
    """A cell: its value, and whether it is to be filled in, cannot be, or is only read."""

    value: Value
    ground: str = ""


def _summary(pen: Pen, book: ErrorsBook) -> None:
    """Who fills it in, how, and what is wrong in numbers."""
    sheet = _sheet(pen, "Summary", (44, *[24] * 6))
    sheet.write_string(0, 0, f"Errors of {book.label}", pen.format(styles.TITLE))
    sheet.write_string(1, 0, plain(f"{book.service}. OFFICIAL-SENSITIVE: do not send it on."), pen.format(styles.TEXT))
    _table(pen, sheet, 3, "your_name", tuple(NAME_HEADERS), [(Shown("", TINT), Shown(book.label))])
    sheet.write_string(6, 0, "How to use this workbook", pen.format(styles.HEADING))
    for step, line in enumerate(HOW):
        sheet.write_string(7 + step, 0, line, pen.format(styles.TEXT))
    row = 8 + len(HOW)
    sheet.write_string(row, 0, "What was found", pen.format(styles.HEADING))
    for step, line in enumerate(_said(book), start=1):
        sheet.write_string(row + step, 0, plain(line), pen.format(styles.STRONG))
    if book.counts:
        lines = [
            tuple(
                Shown(value)
                for value in (c.extract, c.stop_file, c.stop_row, c.query, c.explained, c.notice, c.rows_left_out)
            )
            for c in book.counts
        ]
        _table(pen, sheet, row + 2 + len(_said(book)), "found", COUNT_HEADERS, lines)


def _said(book: ErrorsBook) -> tuple[str, ...]:
    """What was found and given, in sentences."""
    stopped, out = sum(c.stop_file for c in book.counts), sum(c.rows_left_out for c in book.counts)
    queries = sum(c.query for c in book.counts)
    corrections = [one for one in book.given if one.number.startswith("C")]
    spent = sum(one.spent for one in corrections)
    left = f" Faults not listed: {book.left_off:,}; mend the most frequent first." if book.left_off else ""
    found = (
        f"Faults that stop a file: {stopped:,}; rows left out: {out:,}; queries that wait for an answer: {queries:,}."
    )
    given = f"Corrections in force: {len(corrections) - spent:,}; no longer needed: {spent:,}."
    return f"{found}{left}", f"{given} Explanations: {len(book.given) - len(corrections):,}."


def _faults(pen: Pen, book: ErrorsBook) -> None:
    """One row a fault."""
    sheet = _sheet(pen, "Faults", [_width(name) for name in FAULT_HEADERS.values()])
    _table(pen, sheet, 0, "faults", tuple(FAULT_HEADERS), [_fault(line) for line in book.lines], filtered=True)
    places = list(FAULT_HEADERS.values())
    values, until = places.index("corrected_value"), places.index("explained_until")
    lists = {name: position for position, name in enumerate(book.lists)}
    row = 1
    for name, run in groupby(book.lines, key=lambda line: line.choices):
        last = row + len(list(run)) - 1
        if name:
            source = _list_place(lists[name], len(book.lists[name]))
            _choose(sheet, (row, values, last, values), source)
        row = last + 1
    if book.lines:
        rule = {"validate": "date", "criteria": ">=", "value": book.as_of, "error_type": "warning"}
        sheet.data_validation(1, until, len(book.lines), until, rule)


def _fault(line: ErrorLine) -> tuple[Shown, ...]:
    """A fault's cells, in the order of the headers."""
    explainable = TINT if line.fact else DEAD
    read = (
        *(line.code, DOES[line.severity], line.extract, line.file_name, line.sheet, line.row, line.letter),
        *(line.column, line.shown, line.message, line.expected, line.fix, line.measures, line.owner),
    )
    return (
        *map(Shown, read),
        Shown("", TINT if line.cell else DEAD),
        Shown(line.explained, explainable),
        Shown(line.until, explainable),
        Shown("", TINT if line.cell or line.fact else DEAD),
        *map(Shown, (_state(line), line.cell, line.fact)),
    )


def _state(line: ErrorLine) -> str:
    """What is to be done with the line."""
    if line.explained:
        return "explained"
    if line.severity == "notice":
        return "nothing to do"
    if line.fact:
        return "correct or explain" if line.cell else "explain, or mend the file"
    return "correct" if line.cell else "mend the file"


def _given(pen: Pen, book: ErrorsBook) -> None:
    """What officers gave and what of it may be undone."""
    sheet = _sheet(pen, "Corrections", [_width(name) for name in GIVEN_HEADERS.values()])
    _table(pen, sheet, 0, "corrections", tuple(GIVEN_HEADERS), [_given_line(one) for one in book.given], filtered=True)
    if book.given:
        _choose(sheet, (1, 1, len(book.given), 1), [YES])


def _given_line(one: GivenLine) -> tuple[Shown, ...]:
    state = "no longer needed: the cell has changed" if one.spent else "in force"
    read: tuple[Value, ...] = (
        *(one.quarter, one.extract, one.column, one.code, one.old, one.new, one.why, one.until),
        *(one.given_by, one.given_on, state),
    )
    return (Shown(one.number), Shown("", TINT), *map(Shown, read))


def _people(pen: Pen, book: ErrorsBook) -> None:
    """Records that may be of one young person."""
    sheet = _sheet(pen, "People", [_width(name) for name in PEOPLE_HEADERS.values()])
    _table(pen, sheet, 0, "people", tuple(PEOPLE_HEADERS), [_pair(one) for one in book.proposals], filtered=True)
    _choose(sheet, (1, 2, len(book.proposals), 2), [SAME, DIFFERENT])


def _pair(one: ProposalLine) -> tuple[Shown, ...]:
    to_fill = (Shown("", TINT), Shown("", TINT))
    found_by = FOUND_BY.get(one.method, one.method)
    return (Shown(one.ypid), Shown(one.alias_ypid), *to_fill, Shown(found_by), Shown(one.score), Shown(one.agrees_on))


def _lists(pen: Pen, book: ErrorsBook) -> None:
    """The values that the drop-down lists offer, one list a column."""
    sheet = _sheet(pen, LISTS, [_width("extract")] * len(book.lists))
    for position, (name, values) in enumerate(book.lists.items()):
        sheet.write_string(0, position, plain(f"Values of {name}"), pen.format(styles.PLAIN_HEADER))
        for row, value in enumerate((*values, MAKE_EMPTY), start=1):
            sheet.write_string(row, position, plain(value), pen.format(styles.BODY))


def _list_place(position: int, values: int) -> str:
    """Where a list stands, as a drop-down names it; the word for empty is its last entry."""
    from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415 - as above

    return f"={LISTS}!{xl_range_abs(1, position, values + 1, position)}"


def _choose(sheet: Worksheet, where: tuple[int, int, int, int], source: str | list[str]) -> None:
    """A drop-down list that warns of other words and forbids none."""
    sheet.data_validation(*where, {"validate": "list", "source": source, "error_type": "warning"})


def _sheet(pen: Pen, name: str, widths: Iterable[int]) -> Worksheet:
    """An empty sheet, set for the screen first and for paper next."""
    sheet = pen.workbook.add_worksheet(name)
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    sheet.fit_to_pages(1, 0)
    return sheet


def _width(name: str) -> int:
    return WIDTHS.get(name, WIDTH)


def _table(
    pen: Pen,
    sheet: Worksheet,
    top: int,
    name: str,
    headers: Sequence[str],
    rows: Sequence[tuple[Shown, ...]],
    *,
    filtered: bool = False,
) -> None:
    """A named table with its header row; a list to work through is filtered, and its headers stay in sight."""
    header = pen.format(styles.PLAIN_HEADER)
    about = {
        "name": name,
        "title": name.replace("_", " ").capitalize(),
        "description": f"Columns: {', '.join(headers)}.",
        "autofilter": filtered,
        "banded_rows": False,
        "style": None,
        "columns": [{"header": text, "header_format": header} for text in headers],
    }
    sheet.add_table(top, 0, top + max(1, len(rows)), len(headers) - 1, about)
    if filtered:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
    for row, cells in enumerate(rows, start=top + 1):
        for column, cell in enumerate(cells):
            _write(pen, sheet, (row, column), cell)


def _write(pen: Pen, sheet: Worksheet, at: tuple[int, int], cell: Shown) -> None:
    """One cell; text stays text, whatever it looks like, and so does what is typed into a cell to fill in."""
    value = cell.value
    look = styles.BODY | ({"bg_color": cell.ground} if cell.ground else {})
    if isinstance(value, date):
        sheet.write_datetime(*at, value, pen.format(look | {"num_format": DATE_FORMAT, "align": "left"}))
    elif isinstance(value, int | float):
        sheet.write_number(*at, value, pen.format(look))
    elif value:
        sheet.write_string(*at, plain(value), pen.format(look | {"num_format": TEXT_FORMAT}))
    elif cell.ground:
        sheet.write_blank(*at, None, pen.format(look | {"num_format": DATE_FORMAT if value is None else TEXT_FORMAT}))
    else:
        sheet.write_blank(*at, None, pen.format(look))

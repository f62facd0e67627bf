"""Draws the workbook given out for a quarter's Board papers: sheets to be filled in, how to do it, the codes.

What stands in it is made in `assets.report.mending.given_out`. The same rows give the same file.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assets.report.workbook import styles
from assets.report.workbook.plain import plain
from assets.report.workbook.templates import LAST_ROW, MADE, code_places, codes_table, columns_table, table_sheet
from schemas.codelist import CodeList
from schemas.templates import GivenCell, GivenOut, GivenSheet, template_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

#: Widths in characters: of long words, and of all else.
WIDE, NARROW = 50, 18
#: More characters than this make a column of long words.
LONG = 40
INPUT = styles.BODY | {"border": 0, "bottom": 0, "text_wrap": True, "valign": "top"}


def write_given_out(given: GivenOut, path: Path) -> None:
    """Write the workbook.

    Args:
        given: what stands in it.
        path: the file to write.
    """
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - heavy, and only needed when it is drawn

    workbook = Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": given.title, "created": MADE})
    header, body = workbook.add_format(styles.PLAIN_HEADER), workbook.add_format(styles.BODY)
    lists = _lists(given)
    _how_sheet(workbook, given, body)
    for sheet in given.sheets:
        _input_sheet(workbook, sheet, code_places(lists), header)
    columns = [line for sheet in given.sheets for line in _described(sheet)]
    table_sheet(workbook, "Columns", [_COLUMN_HEADERS, *columns], header, body)
    table_sheet(workbook, "Codes", codes_table(lists), header, body)
    workbook.close()


_COLUMN_HEADERS = ("Sheet", "Column", "What it is", "What its cells hold", "Needed", "Code list")


def _described(sheet: GivenSheet) -> list[tuple[str, ...]]:
    return [(sheet.name, *line) for line in columns_table(template_of(sheet.extract))[1:]]


def _lists(given: GivenOut) -> list[CodeList]:
    """Every code list of the sheets, once."""
    found = {listed.name: listed for sheet in given.sheets for listed in template_of(sheet.extract).code_lists}
    return list(found.values())


def _how_sheet(workbook: Workbook, given: GivenOut, body: Format) -> None:
    sheet = workbook.add_worksheet("How to fill in")
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, plain(given.title), workbook.add_format(styles.TITLE))
    for row, sentence in enumerate(given.how, start=1):
        sheet.write_string(row, 0, plain(sentence), body)


def _input_sheet(workbook: Workbook, given: GivenSheet, places: dict[str, str], header: Format) -> None:
    """Headers, a drop-down list below each coded one, and the rows that are known."""
    sheet = workbook.add_worksheet(given.name)
    sheet.freeze_panes(1, 0)
    coded = {column.name: column.field.code_list for column in given.extract.columns}
    for position, name in enumerate(given.columns):
        sheet.write_string(0, position, plain(name), header)
        sheet.set_column(position, position, _width(given, position))
        listed = coded[name]
        if listed:
            rule = {"validate": "list", "source": places[listed], "error_type": "warning"}
            sheet.data_validation(1, position, LAST_ROW, position, rule)
    words, day = workbook.add_format(INPUT), workbook.add_format(INPUT | {"num_format": "dd/mm/yyyy", "align": "left"})
    for row, cells in enumerate(given.rows, start=1):
        for position, cell in enumerate(cells):
            _write(sheet, (row, position), cell, words, day)


def _width(given: GivenSheet, position: int) -> int:
    longest = max((len(str(row[position])) for row in given.rows), default=0)
    long_words = {"comment", "cause", "action"}
    return WIDE if longest > LONG or given.columns[position] in long_words else NARROW


def _write(sheet: Worksheet, at: tuple[int, int], cell: GivenCell, words: Format, day: Format) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(*at, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001 - a day has no zone
    elif isinstance(cell, float):
        sheet.write_number(*at, cell, words)
    else:
        sheet.write_string(*at, plain(cell), words)

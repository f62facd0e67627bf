"""Draws an extract's template: an empty sheet with the right headers, each column described, its codes listed.

What a template holds is in `schemas.templates`. Filled in and dropped in the inbox, it is received like any export:
the sheets beside the data have headers of no extract, so nothing on them is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assets.report.workbook import styles
from assets.report.workbook.plain import plain
from schemas.codelist import CodeList
from schemas.extract import Extract
from schemas.templates import Template, template_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

#: A fixed time: a template is the same file whenever it is made.
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
LAST_ROW = 200_000
WIDEST, NARROWEST = 70, 12


def write_template(extract: Extract, path: Path) -> None:
    """Write the template of an extract as an Excel workbook.

    Args:
        extract: which extract.
        path: the file to write.
    """
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - heavy, and only needed when a template is drawn

    template = template_of(extract)
    workbook = Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": f"Template: {template.title}", "created": MADE})
    header, body = workbook.add_format(styles.PLAIN_HEADER), workbook.add_format(styles.BODY)
    places = code_places(template.code_lists)
    _data_sheet(workbook, template, places, header)
    table_sheet(workbook, "Columns", columns_table(template), header, body)
    if template.code_lists:
        table_sheet(workbook, "Codes", codes_table(template.code_lists), header, body)
    workbook.close()


def _data_sheet(workbook: Workbook, template: Template, places: dict[str, str], header: Format) -> None:
    """The sheet to fill in: headers, and a drop-down list below each coded one."""
    sheet = workbook.add_worksheet("Data")
    for position, column in enumerate(template.columns):
        sheet.write_string(0, position, plain(column.header), header)
        sheet.set_column(position, position, max(NARROWEST, len(column.header) + 4))
        if column.code_list:
            rule = {"validate": "list", "source": places[column.code_list], "error_type": "warning"}
            sheet.data_validation(1, position, LAST_ROW, position, rule)


def columns_table(template: Template) -> list[tuple[str, ...]]:
    """What each column is, header row first."""
    rows = [(c.header, c.description, c.expects, c.need, c.code_list) for c in template.columns]
    return [("Column", "What it is", "What its cells hold", "Needed", "Code list"), *rows]


def codes_table(lists: Sequence[CodeList]) -> list[tuple[str, ...]]:
    """Every code of every list, header row first."""
    rows = [(listed.name, code, meaning) for listed in lists for code, meaning in listed.codes.items()]
    return [("Code list", "Code", "What it means"), *rows]


def code_places(lists: Sequence[CodeList]) -> dict[str, str]:
    """Where each list's codes stand on the sheet of codes."""
    places: dict[str, str] = {}
    first = 2
    for listed in lists:
        last = first + len(listed.codes) - 1
        places[listed.name] = f"=Codes!$B${first}:$B${last}"
        first = last + 1
    return places


def table_sheet(workbook: Workbook, name: str, table: Sequence[tuple[str, ...]], header: Format, body: Format) -> None:
    """A sheet of text with its header row."""
    sheet = workbook.add_worksheet(name)
    for row, line in enumerate(table):
        for position, text in enumerate(line):
            sheet.write_string(row, position, plain(text), header if row == 0 else body)
    for position in range(len(table[0])):
        longest = max(len(line[position]) for line in table)
        sheet.set_column(position, position, min(WIDEST, max(NARROWEST, longest + 2)))

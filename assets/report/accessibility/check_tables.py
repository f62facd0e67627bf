"""Points on tables: marked up, whole, with headers, where they stand, and what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from assets.report.accessibility.addresses import address, letters_of
from assets.report.accessibility.book import BookParts, SheetPart, TablePart
from assets.report.accessibility.findings import Finding

TABLE_NAME = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
UNSPEAKING = re.compile(r"^(table|tabelle|data|sheet)_?\d*$")


def check_tables(book: BookParts) -> Iterator[Finding]:
    """Points 1 to 5, 8, 28 to 31, and B2, on every sheet."""
    for sheet in book.sheets:
        yield from _around(sheet)
        yield from _between(sheet)
        for position, table in enumerate(sheet.tables):
            yield from _headers(sheet, position, table)
            yield from _body(sheet, table)
            yield from _described(sheet, table)
    yield from _names(book)


def _names(book: BookParts) -> Iterator[Finding]:
    """Names that say something, each of them once."""
    tables = [(sheet, table) for sheet in book.sheets for table in sheet.tables]
    times = Counter(table.name.casefold() for _, table in tables)
    for sheet, table in tables:
        place = f"table {table.name}"
        if not TABLE_NAME.match(table.name) or UNSPEAKING.match(table.name):
            yield Finding("2", sheet.name, place, "its name does not say what it holds; name it <theme>_<what>.")
        if times[table.name.casefold()] > 1:
            yield Finding("2", sheet.name, place, "another table has its name; give each its own.")


def _around(sheet: SheetPart) -> Iterator[Finding]:
    """Figures and texts that are in no table, and where they stand."""
    for kind, span in sheet.grid.numbers.items():
        if not sheet.is_inside(kind):
            yield Finding(
                "1", sheet.name, address(kind.column, span.row), "a figure stands in no table; put it in one."
            )
    for kind, row in sheet.grid.texts.items():
        if kind.column > 1 and not sheet.is_inside(kind):
            cell = address(kind.column, row)
            yield Finding("28", sheet.name, cell, "text stands right of column A and in no table; move it.")


def _between(sheet: SheetPart) -> Iterator[Finding]:
    """Merged cells, tables in tables, tables off the edge, several of them, and what follows them."""
    for merged in sheet.frame.first("mergeCells").children:
        yield Finding("3", sheet.name, merged.given.get("ref", ""), "cells are merged; give each its own content.")
    for one, other in combinations(sheet.tables, 2):
        if one.area.meets(other.area):
            yield Finding("3", sheet.name, f"table {other.name}", "it lies over another table; move one of them.")
    for table in sheet.tables:
        if table.area.left != 1:
            yield Finding("29", sheet.name, f"table {table.name}", "it does not begin in column A; move it there.")
    for table in sheet.tables[1:]:
        yield Finding("31", sheet.name, f"table {table.name}", "the sheet has another table; give each its own sheet.")
    last = max((table.area.bottom for table in sheet.tables), default=0)
    below = next((row for row, filled in sheet.grid.filled.items() if last and row > last and filled), 0)
    if below:
        yield Finding("30", sheet.name, f"row {below}", "words stand below the table; put them above it.")


def _headers(sheet: SheetPart, position: int, table: TablePart) -> Iterator[Finding]:
    """One header row, filled, each header once, the same in cells and mark-up."""
    place = f"table {table.name}"
    if not table.has_header:
        yield Finding("5", sheet.name, place, "no row of it is marked up as its header; mark the first.")
        return
    area = table.area
    said = {kind.column: kind.text for kind in sheet.grid.texts if kind.table == position and kind.header}
    for step, header in enumerate(table.headers):
        column = area.left + step
        if said.get(column) != header:
            cell = address(column, area.top)
            yield Finding("5", sheet.name, cell, "its header is empty, or is not what the mark-up of the table says.")
    if len({header.casefold() for header in table.headers}) < len(table.headers):
        yield Finding("5", sheet.name, place, "two of its columns have one header; tell them apart.")


def _body(sheet: SheetPart, table: TablePart) -> Iterator[Finding]:
    """Rows and columns without a gap, and every cell filled."""
    area = table.area
    whole = sum(1 << column for column in range(area.left, area.right + 1))
    seen = 0
    for row in range(area.top + 1, area.bottom + 1):
        filled = sheet.grid.filled.get(row, 0) & whole
        seen |= filled
        if not filled:
            yield Finding("4", sheet.name, f"row {row}", "it is blank inside a table; take it out.")
        elif filled != whole:
            column = next(column for column in range(area.left, area.right + 1) if not filled >> column & 1)
            cell = address(column, row)
            yield Finding("8", sheet.name, cell, "it is empty; write the shorthand that says why, e.g. [x] or [z].")
    for column in range(area.left, area.right + 1):
        if not seen >> column & 1:
            place = f"column {letters_of(column)}"
            yield Finding("4", sheet.name, place, f"it is blank inside table {table.name}; take it out.")


def _described(sheet: SheetPart, table: TablePart) -> Iterator[Finding]:
    if not table.about.strip():
        yield Finding("B2", sheet.name, f"table {table.name}", "it has no alternative text; say what it shows.")

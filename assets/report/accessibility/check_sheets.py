"""Points on sheets as a whole: titles, names, what is hidden, what floats over them, how the workbook opens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assets.report.accessibility.addresses import address, letters_of
from assets.report.accessibility.book import BookParts, SheetPart, texts_of
from assets.report.accessibility.findings import Finding

PLAIN_NAME = re.compile(r"^[^\W_][\w &'(),.-]*$")
GIVEN_NAME = re.compile(r"^(sheet|tabelle|feuil|chart)\s?\d+$", re.IGNORECASE)
TITLE_SIZE_FROM = 14
#: Element of a sheet -> point, and what to do about it.
_UNWANTED = {
    "autoFilter": ("7", "it has a filter; take it away."),
    "pane": ("7", "its panes are frozen or split; release them."),
    "legacyDrawing": ("19", "it has comments or controls; say it in a cell."),
    "controls": ("19", "it has controls; take them away."),
    "oleObjects": ("19", "it holds another document; take it out."),
    "picture": ("24", "it has a picture behind it; take it away."),
    "conditionalFormatting": ("22", "colour or icons follow from figures without a word; write the word."),
}


def check_sheets(book: BookParts) -> Iterator[Finding]:
    """Points 7, 9, 17, 19, 22, 24, 26, 27, 35 and B4."""
    yield from _opening(book)
    yield from _names(book)
    for sheet in book.sheets:
        yield from _unwanted(sheet)
        yield from _hidden(sheet)
        yield from _title(book, sheet)
        yield from _calculated(sheet)
        if sum(filled.bit_count() for filled in sheet.grid.filled.values()) <= 1:
            yield Finding("27", sheet.name, "", "nothing stands on it but its title; leave it out.")
    yield from _headings(book)


def _opening(book: BookParts) -> Iterator[Finding]:
    """The workbook opens on its first sheet, with the cursor in A1."""
    view = book.workbook.first("workbookView").given
    if view.get("activeTab", "0") != "0" or view.get("firstSheet", "0") != "0":
        yield Finding("35", "", "", "it does not open on its first sheet; make that the active one.")
    for sheet in book.sheets:
        places = [node.given.get("activeCell", "A1") for node in sheet.frame.first("sheetView").every("selection")]
        scrolled = sheet.frame.first("sheetView").given.get("topLeftCell", "A1")
        if any(place != "A1" for place in (*places, scrolled)):
            yield Finding("35", sheet.name, "", "the cursor is not in A1; put it there.")


def _names(book: BookParts) -> Iterator[Finding]:
    times = Counter(sheet.name.casefold() for sheet in book.sheets)
    for sheet in book.sheets:
        if times[sheet.name.casefold()] > 1:
            yield Finding("26", sheet.name, "", "another sheet has its name; give each its own.")
        if GIVEN_NAME.match(sheet.name) or not PLAIN_NAME.match(sheet.name):
            yield Finding("26", sheet.name, "", "its name says nothing or holds signs; give it a plain one.")


def _unwanted(sheet: SheetPart) -> Iterator[Finding]:
    """Filters, panes, comments, pictures behind the sheet, headers and footers."""
    for name, (point, what) in _UNWANTED.items():
        if sheet.frame.first(name).name:
            yield Finding(point, sheet.name, "", what)
    for table in sheet.tables:
        if table.filtered:
            yield Finding("7", sheet.name, f"table {table.name}", "it has a filter; take it away.")
    if sheet.frame.own("headerFooter").words().strip():
        yield Finding("19", sheet.name, "", "it has a header or footer; say it in a cell.")


def _hidden(sheet: SheetPart) -> Iterator[Finding]:
    if sheet.state != "visible":
        yield Finding("9", sheet.name, "", "the sheet is hidden; show it or leave it out.")
    for row in sheet.grid.hidden_rows:
        yield Finding("9", sheet.name, f"row {row}", "it is hidden; show it or leave it out.")
    for node in sheet.frame.own("cols").children:
        if node.given.get("hidden") == "1" or node.given.get("width") == "0":
            place = f"column {letters_of(int(node.given['min']))}"
            yield Finding("9", sheet.name, place, "it is hidden; show it or leave it out.")


def _title(book: BookParts, sheet: SheetPart) -> Iterator[Finding]:
    """A title in A1, tagged as the sheet's heading."""
    in_a1 = [kind for kind, row in sheet.grid.texts.items() if row == 1 and kind.column == 1]
    if not in_a1 or sheet.is_inside(in_a1[0]):
        yield Finding("17", sheet.name, "A1", "there is no title; write one that says what the sheet holds.")
    elif book.look(in_a1[0]).style != "Heading 1":
        yield Finding("17", sheet.name, "A1", "the title is not tagged as one; give it the style Heading 1.")


def _headings(book: BookParts) -> Iterator[Finding]:
    """What looks like a heading is tagged as one."""
    for sheet, kind, _, cell in texts_of(book):
        look = book.look(kind)
        large = look.font.size >= TITLE_SIZE_FROM and look.font.bold
        if large and cell != "A1" and not look.is_heading and not sheet.is_inside(kind):
            yield Finding("17", sheet.name, cell, "a heading is not tagged as one; give it a heading style.")


def _calculated(sheet: SheetPart) -> Iterator[Finding]:
    for cell in sheet.grid.formulas:
        yield Finding("B4", sheet.name, cell, "it is left to be calculated; write the figure.")
    for cell in sheet.grid.errors:
        yield Finding("8", sheet.name, cell, "it holds an error of a formula; write the shorthand that says why.")
    for kind, row in sheet.grid.empty.items():
        if kind.text is not None and not sheet.is_inside(kind):
            yield Finding("28", sheet.name, address(kind.column, row), "it holds nothing but spaces; take it out.")

"""Points on the document: its properties and language, no macros, nothing fetched, contents, and how it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.report.accessibility.addresses import place_of
from assets.report.accessibility.book import BookParts, SheetPart
from assets.report.accessibility.findings import Finding

PROPERTIES = {"title": "title", "subject": "subject", "creator": "author", "language": "language"}
LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Z]{2})?$")
COVER, CONTENTS = "Cover", "Contents"
#: Workbooks of no more sheets need no contents.
FEW_SHEETS = 5
A4 = "9"
#: Width between narrow margins of A4 on its side, in pixels, and of a digit and the padding of a cell.
A4_PIXELS, DIGIT_PIXELS, CELL_PADDING = 1045, 9, 5
#: Type of 12 point must not come out smaller than this on paper (our own measure).
LEAST_PRINTED = 6.0
TYPE = 12
PRINT_TITLES = "_xlnm.Print_Titles"
#: Rows that surely print on one page.
ROWS_OF_A_PAGE = 20


def check_document(book: BookParts) -> Iterator[Finding]:
    """Points 25, 34, B4, B5 and B6."""
    yield from _properties(book)
    yield from _foreign(book)
    yield from _contents(book)
    titled = {
        int(node.given.get("localSheetId", -1))
        for node in book.workbook.own("definedNames").children
        if node.given.get("name") == PRINT_TITLES
    }
    for position, sheet in enumerate(book.sheets):
        yield from _printed(sheet, has_titles=position in titled)


def _properties(book: BookParts) -> Iterator[Finding]:
    said = {name: book.properties.own(name).words().strip() for name in PROPERTIES}
    for name, word in PROPERTIES.items():
        if not said[name]:
            yield Finding("34", "", "", f"the document has no {word}; give it one.")
    if said["language"] and not LANGUAGE.match(said["language"]):
        yield Finding("34", "", "", "the document's language is not a language tag, such as en-GB.")
    for sheet in book.sheets:
        for chart in sheet.charts.values():
            spoken = {node.given["lang"] for node in chart.every("rPr", "endParaRPr") if "lang" in node.given}
            if said["language"] and not spoken <= {said["language"]}:
                yield Finding("34", sheet.name, "chart", "its words are marked as of another language.")


def _foreign(book: BookParts) -> Iterator[Finding]:
    """Macros, and what is fetched from elsewhere."""
    types = " ".join(node.given.get("ContentType", "") for node in book.content_types.children)
    macros = any("vbaProject" in name or "macrosheets/" in name for name in book.names)
    if macros or "macroEnabled" in types:
        yield Finding("25", "", "", "it holds macros; take them out and save it as xlsx.")
    related = [*book.relations, *(relation for sheet in book.sheets for relation in sheet.relations)]
    if any(kind in {"externalLink", "connections", "queryTable"} for kind, _ in related):
        yield Finding("B4", "", "", "it fetches figures from elsewhere; write them into it.")


def _contents(book: BookParts) -> Iterator[Finding]:
    """The contents lead to every sheet behind them."""
    names = [sheet.name for sheet in book.sheets]
    if CONTENTS not in names:
        if len(names) > FEW_SHEETS:
            yield Finding("B6", "", "", f"it has no sheet {CONTENTS}; add one that leads to every sheet.")
        return
    contents = book.sheets[names.index(CONTENTS)]
    places = [place_of(link.given.get("location", "")) for link in contents.frame.own("hyperlinks").children]
    led = {place[0] for place in places if place is not None}
    for name in names:
        if name not in led | {COVER, CONTENTS}:
            yield Finding("B6", name, "", "the contents do not lead to it; add a link.")


def _printed(sheet: SheetPart, *, has_titles: bool) -> Iterator[Finding]:
    """On A4, fitted to the paper's width, with the header on each page."""
    setup = sheet.frame.own("pageSetup").given
    if setup.get("paperSize") != A4 or setup.get("orientation") not in {"landscape", "portrait"}:
        yield Finding("B5", sheet.name, "", "it is not set up for A4; set its paper and orientation.")
    if sheet.frame.own("sheetPr").first("pageSetUpPr").given.get("fitToPage") != "1":
        yield Finding("B5", sheet.name, "", "it is not fitted to the paper's width; fit it.")
    if _printed_size(sheet) < LEAST_PRINTED:
        yield Finding("B5", sheet.name, "", "its type is too small on paper; narrow its columns or use fewer.")
    long = any(table.area.bottom - table.area.top > ROWS_OF_A_PAGE for table in sheet.tables)
    if long and not has_titles:
        yield Finding("B5", sheet.name, "", "its pages after the first have no header; repeat its rows.")


def _printed_size(sheet: SheetPart) -> float:
    """Size in points of the smallest type on paper, once the sheet's tables are fitted to its pages."""
    last = max((table.area.right for table in sheet.tables), default=1)
    wide = sum(sheet.width(column) * DIGIT_PIXELS + CELL_PADDING for column in range(1, last + 1))
    across = int(sheet.frame.own("pageSetup").given.get("fitToWidth", 1))
    return TYPE * min(1.0, across * A4_PIXELS / wide) if across else TYPE

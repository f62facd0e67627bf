"""Points on looks: nothing cut off, plain type, fills, lines, colour beside words, contrast."""

from __future__ import annotations

from collections.abc import Iterator

from assets.report.accessibility.addresses import address
from assets.report.accessibility.book import BookParts, SheetPart, texts_of
from assets.report.accessibility.colours import contrast, is_grey
from assets.report.accessibility.findings import Finding
from assets.report.accessibility.grid import Kind
from assets.report.accessibility.looks import Look
from assets.report.accessibility.shown import shown
from assets.report.workbook.layout import PADDING
from assets.report.workbook.styles import HIGHEST_ROW, LINE_HEIGHT
from assets.report.workbook.widths import digits_wide, lines

SANS_SERIF = frozenset({"Arial", "Calibri", "Helvetica", "Verdana", "Tahoma", "Aptos", "Segoe UI", "Liberation Sans"})
LEAST_SIZE = 12
LEAST_CONTRAST, LEAST_CONTRAST_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 18, 14
HIDDEN_CODE = ";;;"


def check_looks(book: BookParts) -> Iterator[Finding]:
    """Points 6, 8 (text that its format hides), 16, 20 to 23."""
    for sheet, kind, text, cell in texts_of(book):
        if sheet.is_inside(kind):
            yield from _fits(book.look(kind), sheet, kind, text, cell)
            yield from _hidden(book.look(kind), sheet, cell)
    for sheet in book.sheets:
        yield from _figures(book, sheet)
        yield from _types(book, sheet)
    yield from _colours(book)


def _fits(look: Look, sheet: SheetPart, kind: Kind, text: str, cell: str) -> Iterator[Finding]:
    """Text of a table: wrapped, its words within the column, its lines within the row."""
    if not look.wrapped:
        yield Finding("6", sheet.name, cell, "its text is not wrapped; wrap it.")
        return
    if look.code == HIDDEN_CODE:
        return
    room = sheet.width(kind.column) - PADDING
    if kind.header and any(digits_wide(word, bold=look.font.bold) > room + PADDING for word in text.split()):
        yield Finding("6", sheet.name, cell, "a word of its header is wider than the column; widen the column.")
    needed = len(lines(text, room, bold=look.font.bold)) * LINE_HEIGHT
    if kind.height and needed > kind.height + 1:
        if needed > HIGHEST_ROW:
            what = "its text is longer than the highest row; shorten it in the file it came from."
            yield Finding("6", sheet.name, cell, what, "desirable")
        else:
            yield Finding("6", sheet.name, cell, "its text is cut off at the bottom; make the row higher.")


def _hidden(look: Look, sheet: SheetPart, cell: str) -> Iterator[Finding]:
    """Words may only be hidden where a small drawing stands in their place."""
    if look.code == HIDDEN_CODE and cell not in sheet.grid.found:
        yield Finding("8", sheet.name, cell, "its format hides what it holds; show it.")


def _figures(book: BookParts, sheet: SheetPart) -> Iterator[Finding]:
    """Figures that are wider than their column show as hash signs."""
    for kind, span in sheet.grid.numbers.items():
        look = book.look(kind)
        room = sheet.width(kind.column)
        said = (shown(value, look.code) for value in (span.least, span.most))
        if any(digits_wide(words, bold=look.font.bold) > room for words in said):
            cell = address(kind.column, span.row)
            yield Finding("6", sheet.name, cell, "a figure is wider than the column; widen the column.")


def _places(sheet: SheetPart) -> Iterator[tuple[Kind, str]]:
    """Every kind of filled cell, with where it stands first."""
    for kind, row in sheet.grid.texts.items():
        yield kind, address(kind.column, row)
    for kind, span in sheet.grid.numbers.items():
        yield kind, address(kind.column, span.row)


def _types(book: BookParts, sheet: SheetPart) -> Iterator[Finding]:
    """Each look of the sheet once: type, alignment, ground, lines, contrast."""
    met: set[tuple[int, bool, bool, bool]] = set()
    for kind, cell in _places(sheet):
        inside = sheet.is_inside(kind)
        key = (kind.look, inside, kind.header, kind.text is None)
        if key in met:
            continue
        met.add(key)
        look = book.look(kind)
        yield from (Finding("16", sheet.name, cell, what) for what in _type_faults(look, kind, cell, sheet))
        if look.fill:
            yield Finding("21", sheet.name, cell, "its ground is filled; leave it plain.")
        if inside and not kind.header and _divides(look):
            yield Finding("20", sheet.name, cell, "a line divides the table; take it away.")
        yield from _contrast(look, sheet, cell)


def _type_faults(look: Look, kind: Kind, cell: str, sheet: SheetPart) -> Iterator[str]:
    if look.font.name not in SANS_SERIF:
        yield "its typeface has serifs or is not known; use Arial."
    if look.font.size < LEAST_SIZE:
        yield "its type is below 12 point; make it larger."
    if look.font.italic:
        yield "it is in italics; set it upright."
    if look.font.underlined and cell not in sheet.grid.found:
        yield "it is underlined and no link; take the line away."
    centred = {"center", "justify", "distributed", "fill", "centerContinuous"}
    if look.turned or look.across in centred or (look.across == "right" and kind.table < 0):
        yield "its text is turned, centred or off the left; align it left."


def _divides(look: Look) -> bool:
    """True for lines other than a thin one below the row."""
    return any(side != "bottom" or kind not in {"thin", "hair"} for side, kind in look.lines)


def _contrast(look: Look, sheet: SheetPart, cell: str) -> Iterator[Finding]:
    font = look.font
    large = font.size >= LARGE or (font.bold and font.size >= LARGE_BOLD)
    if contrast(font.colour, look.ground) < (LEAST_CONTRAST_LARGE if large else LEAST_CONTRAST):
        yield Finding("23", sheet.name, cell, "text and ground are too much alike; use a darker or a lighter one.")


def _colours(book: BookParts) -> Iterator[Finding]:
    """Colour repeats what words say: no coloured number, and no two grounds for the same words."""
    grounds: dict[str, str] = {}
    for sheet in book.sheets:
        for kind, cell in _places(sheet):
            look = book.look(kind)
            if not sheet.is_inside(kind) or kind.header or not look.fill:
                coloured = sheet.is_inside(kind) and kind.text is None and not is_grey(look.font.colour)
                if coloured or "[" in look.code:
                    yield Finding("22", sheet.name, cell, "a figure is coloured; say in a word what the colour says.")
                continue
            if not any(character.isalpha() for character in kind.text or ""):
                yield Finding("22", sheet.name, cell, "its ground is coloured and no word says why; write the word.")
            elif grounds.setdefault(kind.text or "", look.fill) != look.fill:
                yield Finding("22", sheet.name, cell, "the same words stand on two colours; let the words differ.")

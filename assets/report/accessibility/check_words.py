"""Points on words: notes, links, symbols, shorthand, spelling. What cells say is read here and never repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.report.accessibility.addresses import address, place_of
from assets.report.accessibility.book import BookParts, SheetPart, own_words, texts_of
from assets.report.accessibility.findings import Finding, Weight
from assets.report.accessibility.grid import Kind
from assets.report.accessibility.spelling import is_slip

NOTES, LEGEND_HEADER = "Notes", "Shorthand"
NOTE = re.compile(r"\[note (\d+)\]")
#: The shorthand agreed across the government's statistics.
AGREED = frozenset({f"[{mark}]" for mark in ("b", "c", "e", "f", "low", "p", "r", "u", "w", "x", "z")})
SHORTHAND = re.compile(r"^\[[^\[\]\s]{1,6}\]$")
_MARKS = "*\N{DAGGER}\N{DOUBLE DAGGER}\N{SECTION SIGN}\N{PILCROW SIGN}"
_RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
MARKER = re.compile(rf"[{_MARKS}{_RAISED}]")
MARKED_FIGURE = re.compile(rf"^[-+£]?[\d,.]+\s?%?\s?[{_MARKS}{_RAISED}]+$")
MARKED_WORD = re.compile(rf"\w[{_MARKS}{_RAISED}](?=[\s.,;)]|$)")
OTHER_NOTE = re.compile(r"\[\d+\]|\(\s?(?:see )?note \d+\s?\)|\bfootnotes?\b", re.IGNORECASE)
CAPITALS = re.compile(r"\b[A-Z]{4,}(?: [A-Z]{4,})+\b")
BARE_ADDRESS = re.compile(r"^(https?:|www\.|mailto:|internal:|#|file:)|^[^\s@]+@[^\s@]+$|^'?[\w ]+'?![A-Z]+\d+$")
#: Symbols that readers and screen readers say as a word.
SPOKEN = frozenset("%£&+=")
VAGUE = frozenset({"here", "click", "click here", "link", "more", "read more", "see here", "this", "go", "details"})


def check_words(book: BookParts) -> Iterator[Finding]:
    """Points 10 to 13, 15, 18, the automatic parts of 16 and 32, and B3."""
    yield from _markers(book)
    yield from _notes(book)
    yield from _links(book)
    yield from _symbols(book)
    yield from _shorthand(book)
    for sheet, cell, text in own_words(book):
        if is_slip(text):
            yield Finding("32", sheet, cell, "a word is misspelt or stands there twice; mend it.")
        if CAPITALS.search(text):
            yield Finding("16", sheet, cell, "words are in block capitals; write them small.")
        if OTHER_NOTE.search(text):
            yield Finding("11", sheet, cell, "a note is pointed to in another way; write [note n].")


def _markers(book: BookParts) -> Iterator[Finding]:
    """Symbols and superscript that point to notes: never in our own words or beside a figure."""
    for name, place, words in own_words(book):
        if MARKER.search(words):
            yield Finding("10", name, place, "a symbol points to a note; write [note n].")
    for sheet, kind, text, cell in texts_of(book):
        if text in book.raised or book.look(kind).font.raised:
            yield Finding("10", sheet.name, cell, "text is in superscript; write [note n].")
        elif MARKED_FIGURE.match(text) and _is_of_figures(sheet, kind):
            yield Finding("10", sheet.name, cell, "a symbol stands beside a figure; put the note in the header.")
        elif MARKED_WORD.search(text) and not kind.header:
            yield Finding("10", sheet.name, cell, "a symbol may point to a note; write it in words.", "desirable")


def _is_of_figures(sheet: SheetPart, kind: Kind) -> bool:
    """True for cells in a column of a table in which numbers stand."""
    return sheet.is_inside(kind) and any(
        other.table == kind.table and other.column == kind.column for other in sheet.grid.numbers
    )


def _notes(book: BookParts) -> Iterator[Finding]:
    """Notes referred to and listed: the same, in one order, on a sheet of their own, never from a cell of figures."""
    referred: list[int] = []
    for sheet in book.sheets:
        places = sorted((row, kind.column, kind) for kind, row in sheet.grid.texts.items() if sheet.name != NOTES)
        for row, column, kind in places:
            numbers = [int(number) for number in NOTE.findall(kind.text or "")]
            if numbers and sheet.is_inside(kind) and not kind.header:
                cell = address(column, row)
                yield Finding("12", sheet.name, cell, "a cell of a table refers to a note; refer to it in the heading.")
            referred += numbers
    listed = _listed(book)
    first_come = list(dict.fromkeys(referred))
    if referred and not any(sheet.name == NOTES and sheet.tables for sheet in book.sheets):
        yield Finding("13", "", "", f"notes are referred to and there is no table of them on a sheet {NOTES}.")
    if first_come != listed or listed != list(range(1, len(listed) + 1)):
        yield Finding("10", NOTES, "", "notes referred to and notes listed differ, or are out of order.")


def _listed(book: BookParts) -> list[int]:
    """Numbers in the first column of the table of notes, top to bottom."""
    rows = sorted(
        (row, kind.text or "")
        for sheet in book.sheets
        if sheet.name == NOTES
        for kind, row in sheet.grid.texts.items()
        if kind.column == 1 and kind.table == 0 and not kind.header
    )
    return [int(number) for _, text in rows for number in NOTE.findall(text)]


def _links(book: BookParts) -> Iterator[Finding]:
    """Links say in words where they lead, and lead to a cell that is there."""
    ends = {sheet.name: max(sheet.grid.filled, default=1) for sheet in book.sheets}
    for sheet in book.sheets:
        for link in sheet.frame.own("hyperlinks").children:
            cell = link.given.get("ref", "")
            words = sheet.grid.found.get(cell, "").strip()
            if not words or BARE_ADDRESS.search(words) or words.casefold() in VAGUE:
                yield Finding("15", sheet.name, cell, "the link does not say where it leads; describe what is there.")
            if "id" in link.given:
                yield Finding("B4", sheet.name, cell, "the link leads out of the workbook; write the address as text.")
            elif not _leads(link.given.get("location", ""), ends):
                yield Finding("15", sheet.name, cell, "the link leads nowhere; lead it to a sheet that is there.")


def _leads(location: str, ends: dict[str, int]) -> bool:
    place = place_of(location)
    return place is not None and place[1].top <= ends.get(place[0], 0)


def _symbols(book: BookParts) -> Iterator[Finding]:
    for sheet, kind, text, cell in texts_of(book):
        if sheet.is_inside(kind) and not any(character.isalnum() or character in SPOKEN for character in text):
            yield Finding("18", sheet.name, cell, "a symbol stands there alone; write what it means.")


def _shorthand(book: BookParts) -> Iterator[Finding]:
    """Shorthand of the agreed list only; the legend explains what is used and nothing else."""
    legend = {text: (sheet.name, cell) for sheet, text, cell in _in_legend(book)}
    used: set[str] = set()
    for sheet, kind, text, cell in texts_of(book):
        if not sheet.is_inside(kind) or kind.header or not SHORTHAND.match(text) or _is_legend(sheet, kind):
            continue
        used.add(text)
        weight: Weight = "as the point" if _is_of_figures(sheet, kind) else "desirable"
        if text not in AGREED:
            yield Finding("B3", sheet.name, cell, "shorthand that is not agreed; use one of the list.", weight)
        elif text not in legend:
            yield Finding("B3", sheet.name, cell, "shorthand that is not explained; add it to the legend.", weight)
    for text, (name, cell) in legend.items():
        if text not in used:
            yield Finding("B3", name, cell, "shorthand is explained that no table uses; take it out of the legend.")


def _is_legend(sheet: SheetPart, kind: Kind) -> bool:
    return sheet.tables[kind.table].headers[:1] == (LEGEND_HEADER,)


def _in_legend(book: BookParts) -> Iterator[tuple[SheetPart, str, str]]:
    """The shorthand that a legend explains."""
    for sheet, kind, text, cell in texts_of(book):
        if sheet.is_inside(kind) and not kind.header and kind.column == 1 and _is_legend(sheet, kind):
            yield sheet, text, cell

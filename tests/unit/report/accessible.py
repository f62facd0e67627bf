"""The accessibility checklist as a program: what can be told from a finished workbook's own parts.

Numbers are those of the Analysis Function's checklist as listed in `ux-security.md` 1.1.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

SHORTHAND = re.compile(r"^\[(x|z|low)\]$")
NOTE = re.compile(r"\[note (\d+)\]")
TABLE_NAME = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
LEAST_SIZE = 12
LEAST_CONTRAST = 4.5


def problems(path: Path) -> list[str]:
    """Every breach of the checklist that a program can find, as a sentence each."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Sparkline")  # openpyxl cannot read what only Excel draws
        book = load_workbook(path)
    return [*_package(parts), *_sheets(book), *_tables(book), *_words(book), *_notes(book), *_looks(book)]


def contrast(ink: str, ground: str) -> float:
    """Contrast ratio of two colours by WCAG 2, from their "#RRGGBB"."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour.lstrip("#")[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _package(parts: dict[str, str]) -> Iterator[str]:
    sheets = {name: text for name, text in parts.items() if re.match(r"xl/worksheets/sheet\d+\.xml", name)}
    for name, text in sheets.items():
        for tag, why in (
            ("<mergeCell", "3: merged cells"),
            ("<autoFilter", "7: a filter"),
            ("<pane", "7: frozen panes"),
            ("<headerFooter", "15: a header or footer"),
            ("<f>", "a formula"),
        ):
            if tag in text:
                yield f"{why} in {name}"
    if any("<autoFilter" in text for name, text in parts.items() if name.startswith("xl/tables/")):
        yield "7: a filter on a table"
    if any(name.startswith("xl/media/") for name in parts):
        yield "19: a picture"
    if any("vbaProject" in name for name in parts):
        yield "20: a macro"
    yield from _document(parts["docProps/core.xml"])
    yield from _charts(parts)


def _document(core: str) -> Iterator[str]:
    for field in ("dc:title", "dc:subject", "dc:creator", "dc:language"):
        if not re.search(rf"<{field}>[^<]+</{field}>", core):
            yield f"24: the document has no {field}"


def _charts(parts: dict[str, str]) -> Iterator[str]:
    for name, text in parts.items():
        if name.startswith("xl/drawings/drawing"):
            for shape in re.findall(r"<xdr:cNvPr [^>]*>", text):
                if 'descr="' not in shape:
                    yield f"19: a chart without alternative text in {name}"


def _sheets(book: Any) -> Iterator[str]:
    for sheet in book.worksheets:
        title = sheet["A1"]
        if not title.value or title.style != "Heading 1":
            yield f"14: {sheet.title} has no title in a heading style in A1"
        if sheet.sheet_view.selection[0].activeCell not in {"A1", None}:
            yield f"25: the cursor of {sheet.title} is not in A1"
        if any(row.hidden for row in sheet.row_dimensions.values()):
            yield f"9: {sheet.title} hides rows"
        if any(column.hidden for column in sheet.column_dimensions.values()):
            yield f"9: {sheet.title} hides columns"
    if book.active != book.worksheets[0]:
        yield "25: the workbook does not open on its first sheet"


def _tables(book: Any) -> Iterator[str]:
    for sheet in book.worksheets:
        for table in sheet.tables.values():
            if not TABLE_NAME.match(table.displayName):
                yield f"2: the table name {table.displayName} says nothing"
            left, top, right, bottom = range_boundaries(table.ref)
            if left != 1:
                yield f"22: {table.displayName} does not start in column A"
            headers = [sheet.cell(top, column).value for column in range(left, right + 1)]
            if len(set(headers)) != len(headers) or not all(headers):
                yield f"5: {table.displayName} has headers that are empty or there twice"
            for row in sheet.iter_rows(top + 1, bottom, left, right):
                yield from (f"8: {sheet.title}!{cell.coordinate} is empty" for cell in row if cell.value in {None, ""})
                yield from (
                    f"6: {sheet.title}!{cell.coordinate} is not wrapped" for cell in row if not cell.alignment.wrap_text
                )


def _words(book: Any) -> Iterator[str]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if not isinstance(value, str):
                    continue
                if value.startswith("[") and not SHORTHAND.match(value) and not NOTE.match(value):
                    yield f"28: {sheet.title}!{cell.coordinate} uses a shorthand that is not ours"
                if re.search(r"[*†‡¹²³]", value):
                    yield f"10: {sheet.title}!{cell.coordinate} uses a symbol for a note"
                if cell.hyperlink and re.match(r"(https?:|internal:|#)", value):
                    yield f"13: the link in {sheet.title}!{cell.coordinate} shows its address"


def _notes(book: Any) -> Iterator[str]:
    seen: list[int] = []
    for sheet in book.worksheets:
        if sheet.title != "Notes":
            texts = (str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
            seen += [int(number) for text in texts for number in NOTE.findall(text)]
    first_come = list(dict.fromkeys(seen))
    listed = [int(NOTE.findall(str(row[0].value))[0]) for row in book["Notes"].iter_rows(3)] if "Notes" in book else []
    if first_come != sorted(first_come) or first_come != listed:
        yield "10: notes referred to and notes listed differ, or are out of order"


def _looks(book: Any) -> Iterator[str]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                if cell.font.name != "Arial" or cell.font.size < LEAST_SIZE:
                    yield f"29: {sheet.title}!{cell.coordinate} is set in {cell.font.name} {cell.font.size}"
                ground = _colour(cell.fill.fgColor) if cell.fill.fill_type == "solid" else "FFFFFF"
                ink = _colour(cell.font.color)
                if contrast(ink, ground) < LEAST_CONTRAST:
                    yield f"18: {sheet.title}!{cell.coordinate} has too little contrast"


def _colour(colour: Any) -> str:
    return str(colour.rgb)[-6:] if colour is not None and isinstance(colour.rgb, str) else "000000"

"""A finished workbook as the checks read it: its sheets, tables, charts, looks and properties."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assets.report.accessibility.addresses import Area, address, area_of
from assets.report.accessibility.colours import theme_colours
from assets.report.accessibility.grid import OUTSIDE, Grid, Kind, grid_of
from assets.report.accessibility.looks import Look, looks_of
from assets.report.accessibility.xml_tree import NO_NODE, Node, tree_of
from schemas.pack import SheetKind

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_BY_NUMBER = re.compile("_x([0-9A-Fa-f]{4})_")
_NO_AREA = Area(1, 1, 1, 1)


@dataclass(frozen=True)
class TablePart:
    """A table as the file marks it up.

    Attributes:
        name: its name.
        area: its range, header row included.
        headers: names of its columns, as the mark-up has them.
        has_header: the mark-up has a header row.
        about: its alternative text.
        filtered: it has a filter.
    """

    name: str
    area: Area
    headers: tuple[str, ...]
    has_header: bool
    about: str
    filtered: bool


@dataclass(frozen=True)
class SheetPart:
    """A sheet as the file has it.

    Attributes:
        name: its name.
        state: "visible", "hidden" or "veryHidden".
        frame: its XML without its cells.
        tables: its tables.
        grid: its cells.
        drawing: its drawing; an empty node where it has none.
        charts: the charts of the drawing, by relation.
        relations: kinds of the parts it refers to, with their targets.
    """

    name: str
    state: str
    frame: Node
    tables: tuple[TablePart, ...]
    grid: Grid
    drawing: Node
    charts: dict[str, Node]
    relations: tuple[tuple[str, str], ...]

    @cached_property
    def kind(self) -> SheetKind:
        """What the sheet is for: views made for reading are drawn without grid lines, plain data with them."""
        shown = self.frame.first("sheetView").given.get("showGridLines", "1")
        return "board" if shown == "0" else "data"

    def is_inside(self, kind: Kind) -> bool:
        """True for cells within a table, header row included; beside it in the same rows is outside."""
        if kind.table == OUTSIDE:
            return False
        area = self.tables[kind.table].area
        return area.left <= kind.column <= area.right

    def width(self, column: int) -> float:
        """Width of a column in characters, without the padding the file adds."""
        for node in self.frame.own("cols").children:
            if int(node.given["min"]) <= column <= int(node.given["max"]):
                return float(node.given.get("width", _USUAL_WIDTH)) - _PADDING
        return _USUAL_WIDTH - _PADDING


#: Width of a column that says none, and what a file adds to each: 5 of 7 pixels.
_USUAL_WIDTH, _PADDING = 9.14, 5 / 7


@dataclass(frozen=True)
class BookParts:
    """A whole workbook.

    Attributes:
        names: names of all parts of the file.
        workbook: its main part.
        content_types: what its parts are.
        relations: kinds of the parts the main part refers to, with their targets.
        properties: the document's properties.
        looks: how cells look, by number.
        raised: shared texts that hold superscript.
        sheets: its sheets, in order.
    """

    names: tuple[str, ...]
    workbook: Node
    content_types: Node
    relations: tuple[tuple[str, str], ...]
    properties: Node
    looks: tuple[Look, ...]
    raised: frozenset[str]
    sheets: tuple[SheetPart, ...]

    def look(self, kind: Kind) -> Look:
        """How cells of a kind look."""
        return self.looks[kind.look]


def read_book(path: Path) -> BookParts:
    """Read a finished workbook.

    Args:
        path: the file.

    Raises:
        ValueError: it is no workbook, or not in the shape our writer gives it.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _Package(archive).book()
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError("The file is not a whole workbook.") from error


class _Package:
    """The open file."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())

    def book(self) -> BookParts:
        """The workbook."""
        workbook = self._tree("xl/workbook.xml")
        related = self._relations("xl/workbook.xml")
        theme = self._tree("xl/theme/theme1.xml")
        texts = self._tree("xl/sharedStrings.xml").children
        strings = tuple(_shared_text(node) for node in texts)
        raised = frozenset(
            text
            for text, node in zip(strings, texts, strict=True)
            if any(mark.given.get("val") == "superscript" for mark in node.every("vertAlign"))
        )
        return BookParts(
            names=tuple(sorted(self._names)),
            workbook=workbook,
            content_types=self._tree("[Content_Types].xml"),
            relations=tuple((kind, target) for kind, target in related.values()),
            properties=self._tree("docProps/core.xml"),
            looks=looks_of(self._tree("xl/styles.xml"), theme, theme_colours(theme)),
            raised=raised,
            sheets=tuple(
                self._sheet(node, related[node.given["id"]], strings) for node in workbook.own("sheets").children
            ),
        )

    def _sheet(self, node: Node, relation: tuple[str, str], strings: tuple[str, ...]) -> SheetPart:
        part = relation[1]
        frame, data = _split(self._archive.read(part))
        related = self._relations(part)
        targets = dict(related.values())
        tables = tuple(_table(self._tree(related[one.given["id"]][1])) for one in frame.own("tableParts").children)
        drawing = targets.get("drawing", "")
        return SheetPart(
            name=node.given["name"],
            state=node.given.get("state", "visible"),
            frame=frame,
            tables=tables,
            grid=grid_of(data, strings, [table.area for table in tables], _wanted(frame)),
            drawing=self._tree(drawing),
            charts={
                key: self._tree(target) for key, (kind, target) in self._relations(drawing).items() if kind == "chart"
            },
            relations=tuple(related.values()),
        )

    def _tree(self, part: str) -> Node:
        return tree_of(self._archive.read(part)) if part in self._names else NO_NODE

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and target of each relation of a part, by id; a target outside the file keeps its mark."""
        folder, name = posixpath.split(part)
        return {
            node.given["Id"]: (node.given["Type"].rpartition("/")[2], _target(folder, node))
            for node in self._tree(f"{folder}/_rels/{name}.rels").children
        }


def _target(folder: str, node: Node) -> str:
    if node.given.get("TargetMode") == "External":
        return f"external:{node.given['Target']}"
    return posixpath.normpath(posixpath.join("/", folder, node.given["Target"])).lstrip("/")


def _split(part: bytes) -> tuple[Node, bytes]:
    """A sheet without its cells, and its cells."""
    start, stop = part.find(_OPEN), part.find(_CLOSE)
    if start < 0 or stop < 0:
        return tree_of(part), b""
    return tree_of(part[:start] + part[stop + len(_CLOSE) :]), part[start + len(_OPEN) : stop]


def _wanted(frame: Node) -> frozenset[str]:
    """Addresses of the cells whose text other parts of the sheet depend on: links and small drawings."""
    links = {node.given.get("ref", "") for node in frame.own("hyperlinks").children}
    return frozenset(links | {node.words() for node in frame.own("extLst").every("sqref")})


def _table(node: Node) -> TablePart:
    about = node.own("extLst").first("table").given
    return TablePart(
        name=node.given.get("displayName", ""),
        area=area_of(node.given.get("ref", "")) or _NO_AREA,
        headers=tuple(unescaped(column.given.get("name", "")) for column in node.own("tableColumns").children),
        has_header=node.given.get("headerRowCount", "1") == "1",
        about=about.get("altTextSummary") or about.get("altText", ""),
        filtered=bool(node.own("autoFilter").name),
    )


def unescaped(text: str) -> str:
    """A text as it is shown: signs that XML cannot hold stand in the file by number, as _x000a_ for a line break."""
    return _BY_NUMBER.sub(lambda match: chr(int(match[1], 16)), text)


def _shared_text(node: Node) -> str:
    return unescaped("".join(text.text for text in node.every("t")))


def texts_of(book: BookParts) -> Iterator[tuple[SheetPart, Kind, str, str]]:
    """Every kind of text in the workbook: its sheet, the kind, the text and where it stands first."""
    for sheet in book.sheets:
        for kind, row in sheet.grid.texts.items():
            if kind.text is not None:
                yield sheet, kind, kind.text, address(kind.column, row)


def own_words(book: BookParts) -> Iterator[tuple[str, str, str]]:
    """Titles, headings, headers and what tables and charts say of themselves: sheet, place and text.

    These are the product's own words; everything else may be an officer's.
    """
    for sheet, kind, text, cell in texts_of(book):
        if kind.header if sheet.is_inside(kind) else cell == "A1" or book.look(kind).is_heading:
            yield sheet.name, cell, text
    for sheet in book.sheets:
        yield from ((sheet.name, f"table {table.name}", table.about) for table in sheet.tables)
        yield from ((sheet.name, "chart", title_of(chart)) for chart in sheet.charts.values())


def title_of(chart: Node) -> str:
    """The title above a chart, empty where it has none."""
    return "".join(text.text for text in chart.first("chart").own("title").every("t"))

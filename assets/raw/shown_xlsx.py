"""Error cells and percentages of an xlsx workbook, read from its sheets' own XML; see `assets.raw.shown`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from xml.parsers import expat
from zipfile import ZipFile

from assets.raw.shown import Shown, is_percent

_WORKBOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
#: Number formats 9 and 10 of Excel itself: 0% and 0.00%.
_OWN_PERCENT = frozenset({"9", "10"})
_ERROR_MARK = re.compile(rb"""t=["']e["']""")
_BLOCK = 1 << 20
_OVERLAP = 8
_ALPHABET = 26

Attributes = dict[str, str]


def shown_in_xlsx(archive: ZipFile) -> Sequence[Shown]:
    """The error cells and percentages of each sheet, sheets in the order of the workbook.

    Raises:
        ValueError: a part is not well-formed, or is not there.
    """
    percent = _percent_styles(archive)
    try:
        return [_shown(archive, part, percent) for part in _sheet_parts(archive)]
    except expat.ExpatError as error:
        raise ValueError("A part of the workbook is not well-formed.") from error


def elements(archive: ZipFile, part: str) -> Iterator[tuple[str, Attributes]]:
    """Local name and attributes of every element of a small part; nothing where there is no such part."""
    found: list[tuple[str, Attributes]] = []
    if part in archive.namelist():
        _parse(archive, part, lambda name, given: found.append((_local(name), given)))
    yield from found


def _sheet_parts(archive: ZipFile) -> list[str]:
    """The parts of the sheets, in the workbook's order; "" for one that has none."""
    targets = {
        given.get("Id", ""): posixpath.normpath(posixpath.join("/xl", given.get("Target", ""))).lstrip("/")
        for name, given in elements(archive, "xl/_rels/workbook.xml.rels")
        if name == "Relationship"
    }
    ids = [given for name, given in elements(archive, _WORKBOOK) if name == "sheet"]
    return [targets.get(next((given[key] for key in given if _local(key) == "id"), ""), "") for given in ids]


def _percent_styles(archive: ZipFile) -> frozenset[str]:
    """The numbers of the cell styles that show a percentage."""
    percent, styles, in_cells = set(_OWN_PERCENT), [], False
    for name, given in elements(archive, _STYLES):
        if name == "numFmt" and is_percent(given.get("formatCode", "")):
            percent.add(given.get("numFmtId", ""))
        elif name in {"cellXfs", "cellStyleXfs", "cellStyles"}:
            in_cells = name == "cellXfs"
        elif name == "xf" and in_cells:
            styles.append(given.get("numFmtId", ""))
    return frozenset(str(place) for place, number in enumerate(styles) if number in percent)


def _shown(archive: ZipFile, part: str, percent: frozenset[str]) -> Shown:
    """One sheet's cells; its XML is gone through only where there may be any."""
    shown = Shown()
    marks = [_ERROR_MARK.pattern, *(rb"""\bs=["']%s["']""" % style.encode() for style in sorted(percent))]
    if part in archive.namelist() and _holds(archive, part, re.compile(b"|".join(marks))):
        follower = _Follower(shown, percent)
        _parse(archive, part, follower.start, follower.end, follower.text)
    return shown


def _holds(archive: ZipFile, part: str, mark: re.Pattern[bytes]) -> bool:
    """True when the mark stands anywhere in a part."""
    tail = b""
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            if mark.search(tail + block):
                return True
            tail = block[-_OVERLAP:]
    return False


def _parse(
    archive: ZipFile,
    part: str,
    start: Callable[[str, Attributes], object],
    end: Callable[[str], object] | None = None,
    text: Callable[[str], object] | None = None,
) -> None:
    """Follow one part's elements, block by block."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    with archive.open(part) as stream:
        parser.ParseFile(stream)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class _Follower:
    """Follows rows and cells as they go by, whether or not they say their address, and notes those looked for."""

    def __init__(self, shown: Shown, percent: frozenset[str]) -> None:
        self._shown = shown
        self._percent = percent
        self._row = self._column = -1
        self._is_error = self._in_value = False
        self._said = ""

    def start(self, name: str, given: Attributes) -> None:
        """An element begins."""
        local = _local(name)
        if local == "row":
            self._row = int(given["r"]) - 1 if "r" in given else self._row + 1
            self._column = -1
        elif local == "c":
            self._begin_cell(given)
        elif local == "v":
            self._in_value = self._is_error

    def end(self, name: str) -> None:
        """An element ends."""
        local = _local(name)
        if local == "v":
            self._in_value = False
        elif local == "c" and self._is_error:
            self._shown.errors[self._row, self._column] = self._said

    def text(self, data: str) -> None:
        """What an error cell says."""
        if self._in_value:
            self._said += data

    def _begin_cell(self, given: Attributes) -> None:
        self._column = _column(given["r"]) if "r" in given else self._column + 1
        self._is_error = given.get("t") == "e"
        self._said = ""
        if given.get("s") in self._percent:
            self._shown.percentages.add((self._row, self._column))


def _column(address: str) -> int:
    """The column of an address from 0: "AB12" -> 27."""
    place = 0
    for letter in address.rstrip("0123456789"):
        place = place * _ALPHABET + ord(letter.upper()) - ord("A") + 1
    return place - 1

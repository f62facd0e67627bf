"""Error cells and percentages of an ods workbook, read from its content; see `assets.raw.shown`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.parsers import expat
from zipfile import ZipFile

from assets.raw.shown import Shown

_CONTENT = "content.xml"
#: How LibreOffice marks such cells; versions before 4.2 gave an error the value nought and its text alone.
_MARK = re.compile(rb"""value-type=["'](?:error|percentage)["']|>(?:#|Err:)""")
_ERROR_TEXT = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d+")
#: A cell that is filled this often is no cell of a table.
_MOST_REPEATS = 1_000_000
_CELLS = frozenset({"table-cell", "covered-table-cell"})


def shown_in_ods(archive: ZipFile) -> Sequence[Shown]:
    """The error cells and percentages of each sheet, sheets in the order of the workbook; nothing where none has any.

    Raises:
        ValueError: the content is not well-formed.
    """
    content = archive.read(_CONTENT)
    if not _MARK.search(content):
        return []
    follower = _Follower()
    parser = expat.ParserCreate()
    parser.StartElementHandler = follower.start
    parser.EndElementHandler = follower.end
    parser.CharacterDataHandler = follower.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError("The content of the workbook is not well-formed.") from error
    return follower.sheets


class _Follower:
    """Follows tables, rows and cells with their repeats, and notes the cells looked for."""

    def __init__(self) -> None:
        self.sheets: list[Shown] = []
        self._depth = 0
        self._row = self._rows = self._column = 0
        self._cell: dict[str, str] | None = None
        self._paragraphs = 0
        self._said = ""
        self._in_note = False

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element begins."""
        local = name.rpartition(":")[2]
        if local == "table":
            self._begin_table()
        elif local == "table-row":
            self._rows = _repeats(given, "rows")
            self._column = 0
        elif local in _CELLS:
            self._cell, self._said = given, ""
        elif local == "annotation":
            self._in_note = True
        elif local == "p":
            self._paragraphs += 1

    def end(self, name: str) -> None:
        """An element ends."""
        local = name.rpartition(":")[2]
        if local == "table":
            self._depth -= 1
        elif local == "table-row":
            self._row += self._rows
        elif local in _CELLS:
            self._end_cell()
        elif local == "annotation":
            self._in_note = False
        elif local == "p":
            self._paragraphs -= 1

    def text(self, data: str) -> None:
        """What a cell shows."""
        if self._paragraphs and self._cell is not None and not self._in_note:
            self._said += data

    def _begin_table(self) -> None:
        self._depth += 1
        if self._depth == 1:
            self.sheets.append(Shown())
            self._row = 0

    def _end_cell(self) -> None:
        """Note the cell, as often as it is repeated, if it is one looked for."""
        given, self._cell = self._cell or {}, None
        times = _repeats(given, "columns")
        kinds = {value for key, value in given.items() if key.endswith(":value-type")}
        if "error" in kinds or (kinds == {"float"} and _ERROR_TEXT.fullmatch(self._said)):
            self.sheets[-1].errors.update(dict.fromkeys(self._places(times), self._said))
        elif "percentage" in kinds:
            self.sheets[-1].percentages.update(self._places(times))
        self._column += times

    def _places(self, times: int) -> list[tuple[int, int]]:
        """The places that a repeated cell takes up.

        Raises:
            ValueError: more than any sheet in use has.
        """
        if self._rows * times > _MOST_REPEATS:
            raise ValueError("A cell is repeated too often.")
        return [(self._row + down, self._column + along) for down in range(self._rows) for along in range(times)]


def _repeats(given: dict[str, str], what: str) -> int:
    """How many rows or columns an element stands for."""
    return next((int(value) for key, value in given.items() if key.endswith(f":number-{what}-repeated")), 1)

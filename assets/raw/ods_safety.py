"""Is an OpenDocument spreadsheet (ods) safe to parse? Its parts, its password, and what its repeats add up to.

A cell or row may say that it stands for millions: 770 bytes can ask for gigabytes (ux-security.md 5.2). What is true
of every zip is in `zip_safety`.
"""

from __future__ import annotations

from pathlib import Path

from assets.raw.grid_bounds import GridBounds
from assets.raw.limits import Limits
from assets.raw.refusal import DAMAGED, FAR_CELLS, LINKED, MACROS, PROTECTED, RefusedError
from assets.raw.zip_safety import Watch, check_directory, elements_allowed, open_zip, pass_by

_TABLES = "content.xml"
_MACRO_FOLDERS = ("basic/", "scripts/")
_ENCRYPTED = "encryption-data"
_LINKS = frozenset({"table-source", "cell-range-source", "dde-source", "dde-link"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_ROW = "table-row"
#: Attributes, without their prefix, by which a cell holds something; else it may hold paragraphs.
_CONTENT = frozenset({"value", "string-value", "date-value", "time-value", "boolean-value", "value-type", "formula"})
_PARAGRAPH = "p"
_ROWS_REPEATED = "table:number-rows-repeated"
_COLUMNS_REPEATED = "table:number-columns-repeated"
#: The widest sheet that any program writes.
_WIDEST = 16_384


def check_ods(path: Path, limits: Limits) -> None:
    """Refuse an OpenDocument spreadsheet that is not safe to parse.

    Args:
        path: a file known to be one.
        limits: what it may ask for.

    Raises:
        RefusedError: with the code that says why.
    """
    with open_zip(path) as archive:
        parts = archive.infolist()
        check_directory(parts, limits)
        names = {part.filename.lower() for part in parts}
        if any(name.startswith(_MACRO_FOLDERS) for name in names):
            raise RefusedError(MACROS)
        if _TABLES not in names:
            raise RefusedError(DAMAGED)
        watch = _RepeatWatch(limits, elements_allowed(parts, limits))
        # The manifest says whether the other parts are encrypted: it must be read before them.
        for part in sorted(parts, key=lambda part: not part.filename.lower().startswith("meta-inf/")):
            pass_by(archive, part, watch, limits)


class _RepeatWatch(Watch):
    """Follows tables, rows and cells as they go by, each as often as it says that it stands.

    Empty cells at the end of a row or table are let be, as the reader lets them be: programs fill the sheet with them.
    """

    def __init__(self, limits: Limits, elements: int) -> None:
        super().__init__(elements)
        self._limits = limits
        self._bounds = GridBounds(limits)
        self._padding = 0
        self._row = self._row_repeats = 0
        self._column = self._column_repeats = 0

    def element(self, name: str, attributes: dict[str, str]) -> None:
        """Judge one element by its local name."""
        if name in _CELLS:
            self._start_cell(attributes)
        elif name == _PARAGRAPH:
            self._hold()
        elif name == _ROW:
            self._row += self._row_repeats
            self._row_repeats = _repeats(attributes, _ROWS_REPEATED)
            self._column = self._column_repeats = 0
        elif name == "table":
            self._bounds.next_sheet()
            self._start_table()
        elif name == _ENCRYPTED:
            raise RefusedError(PROTECTED)
        elif name in _LINKS:
            raise RefusedError(LINKED)

    def part_ends(self) -> None:
        """Add the last table to what the workbook asks for."""
        super().part_ends()
        self._bounds.next_sheet()
        self._start_table()

    def _start_table(self) -> None:
        self._row = self._row_repeats = 0
        self._column = self._column_repeats = 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        """Step over the cell before; what lies before a cell is filled up by the reader, empty or not."""
        self._column += self._column_repeats
        self._padding += self._column_repeats
        if self._column > _WIDEST or self._padding > self._limits.grid_cells:
            raise RefusedError(FAR_CELLS)
        self._column_repeats = _repeats(attributes, _COLUMNS_REPEATED)
        if any(name.rpartition(":")[2] in _CONTENT for name in attributes):
            self._hold()

    def _hold(self) -> None:
        """Take note that the cell we are in holds something; a text in a drawing or a header is in no cell."""
        if self._column_repeats:
            self._bounds.hold(self._row + self._row_repeats, self._column + self._column_repeats)


def _repeats(attributes: dict[str, str], name: str) -> int:
    """How often a row or cell says that it stands; a damaged number is refused.

    Raises:
        RefusedError: it stands no times, or less.
    """
    times = int(attributes.get(name, "1"))
    if times < 1:
        raise RefusedError(DAMAGED)
    return times

"""Is a workbook of the present Excel format (xlsx) safe to parse? Its parts, and the addresses of its cells.

A 4.8 kB workbook with one cell at XFD1048576 aborts the reader's process (ux-security.md 5.2). What is true of every
zip is in `zip_safety`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from assets.raw.grid_bounds import GridBounds
from assets.raw.limits import Limits
from assets.raw.refusal import LINKED, MACROS, OVERSIZED, UNSAFE, RefusedError
from assets.raw.sheet import column_letter
from assets.raw.zip_safety import DEPTH, Watch, check_directory, elements_allowed, open_zip, pass_by

_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
#: Elements that give a cell a value, a text or a formula.
_CONTENT = frozenset({"v", "is", "f"})
#: What in a part's name makes a workbook refused wherever it stands.
_REFUSED_PARTS = {"vbaproject": MACROS, "macrosheets/": MACROS, "externallinks/": LINKED}


def check_workbook(path: Path, limits: Limits) -> None:
    """Refuse an Excel workbook that is not safe to parse.

    Args:
        path: a file known to be an Excel workbook.
        limits: what it may ask for.

    Raises:
        RefusedError: with the code that says why.
    """
    with open_zip(path) as archive:
        parts = archive.infolist()
        check_directory(parts, limits)
        _check_names(part.filename.lower() for part in parts)
        watch = _AddressWatch(limits, elements_allowed(parts, limits))
        for part in parts:
            pass_by(archive, part, watch, limits)


def _check_names(names: Iterable[str]) -> None:
    """Refuse program code and links to other files."""
    for name in names:
        for mark, code in _REFUSED_PARTS.items():
            if mark in name:
                raise RefusedError(code)


class _AddressWatch(Watch):
    """Follows the rows and cells of a sheet as they go by, whether or not they say their address.

    A cell far out is refused only when it holds something: workbooks with whole rows formatted are common, and the
    reader lets such empty cells be.
    """

    def __init__(self, limits: Limits, elements: int) -> None:
        super().__init__(elements)
        self._bounds = GridBounds(limits)
        self._near = {column_letter(position): position + 1 for position in range(limits.columns)}
        self._row = 0
        self._row_text = "0"
        self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """As of any watch; millions of cells go by here, so the commonest forms are judged without another call."""
        self.depth += 1
        self.elements_left -= 1
        if self.depth > DEPTH or self.elements_left < 0:
            raise RefusedError(OVERSIZED)
        if name == "c" and "r" in attributes:
            address = attributes["r"]
            near = self._near.get(address[: -len(self._row_text)]) if address.endswith(self._row_text) else None
            self._column = self._column_of(address) if near is None else near
        elif name == "v":
            if self._column > self._bounds.columns or self._row > self._bounds.rows:
                self._bounds.hold(self._row, self._column)
        else:
            self.element(name.rpartition(":")[2], attributes)

    def element(self, name: str, attributes: dict[str, str]) -> None:
        """Judge one element by its local name."""
        if name == "c":
            address = attributes.get("r")
            self._column = self._column + 1 if address is None else self._column_of(address)
        elif name in _CONTENT:
            self._bounds.hold(self._row, self._column)
        elif name == "row":
            number = attributes.get("r")
            self._start_row(int(number) if number else self._row + 1)

    def part_ends(self) -> None:
        """Add the sheet to what the workbook asks for; the next part begins at its first row."""
        super().part_ends()
        self._bounds.next_sheet()
        self._start_row(0)

    def _start_row(self, number: int) -> None:
        self._row = number
        self._row_text = str(number)
        self._column = 0

    def _column_of(self, address: str) -> int:
        """Column of an address, from 1; a row other than the one we are in is taken note of."""
        match = _ADDRESS.fullmatch(address)
        if match is None:
            raise RefusedError(UNSAFE)
        if match[2] != self._row_text:
            self._start_row(int(match[2]))
        return self._near.get(match[1].upper(), len(self._near) + 1)

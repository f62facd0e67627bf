"""How large the grids of a workbook will be once they are built, added up before any is.

Only the counting belongs here; the watches of the three workbook formats feed it.
"""

from __future__ import annotations

from assets.raw.limits import Limits
from assets.raw.refusal import FAR_CELLS, RefusedError


class GridBounds:
    """The farthest row and column that hold anything, a sheet at a time, against the limits.

    Readers build the whole rectangle up to the farthest cell, however few cells hold anything.

    Attributes:
        rows: the farthest row of the sheet that holds anything, from 1.
        columns: the farthest column.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._cells = 0
        self.rows = 0
        self.columns = 0

    def hold(self, row: int, column: int) -> None:
        """Take note that the cell in this row and column (from 1) holds something.

        Raises:
            RefusedError: it lies too far out.
        """
        if row > self.rows:
            self.rows = row
            self._judge()
        if column > self.columns:
            self.columns = column
            self._judge()

    def next_sheet(self) -> None:
        """Close the sheet; the next one begins empty."""
        self._cells += self.rows * self.columns
        self.rows = self.columns = 0

    def _judge(self) -> None:
        limits = self._limits
        if self.rows > limits.sheet_rows or self.columns > limits.columns:
            raise RefusedError(FAR_CELLS)
        if self._cells + self.rows * self.columns > limits.grid_cells:
            raise RefusedError(FAR_CELLS)

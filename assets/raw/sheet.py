"""The text grid every reader gives: one sheet, every cell as text, rows and columns numbered as Excel shows them.

What the cells mean belongs to `assets.raw.header` (which column is which) and `assets.core.clean` (values).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

_ALPHABET = 26


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, or the whole of a text file.

    Attributes:
        name: the sheet's name ("" for a text file).
        grid: one row per row of the sheet, indexed by its number in Excel, columns numbered from 0; every cell is
            text, "" where the sheet has nothing.
    """

    name: str
    grid: pd.DataFrame

    @cached_property
    def filled(self) -> pd.Series[int]:
        """How many cells of each row hold something other than spaces."""
        import pyarrow as pa  # noqa: PLC0415 - loaded when a file is read
        from pyarrow import compute  # noqa: PLC0415 - as above

        counts = np.zeros(len(self.grid), dtype="int64")
        for name in self.grid.columns:
            cells = pa.array(self.grid[name], pa.string())
            said = compute.and_not(compute.not_equal(cells, ""), compute.utf8_is_space(cells))
            counts += said.to_numpy(zero_copy_only=False)
        return pd.Series(counts, index=self.grid.index, dtype="int64")

    @property
    def is_blank(self) -> bool:
        """True when no cell holds anything but spaces."""
        return not self.filled.gt(0).any()


def column_letter(position: int) -> str:
    """The letters Excel shows above the column at `position`, counted from 0: 0 -> A, 27 -> AB."""
    letters = ""
    left = position + 1
    while left:
        left, rest = divmod(left - 1, _ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters

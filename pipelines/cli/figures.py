"""`board-returns figures`: every computed figure of a quarter, long form, for Power BI and for checks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from assets.report.collect import all_figures
from assets.report.plain_csv import plain_csv
from pipelines.groups import book
from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace

if TYPE_CHECKING:
    import pandas as pd

    from pipelines.platform.quarters import Quarter

COLUMNS = (
    *("measure_id", "period_id", "period_start", "period_end", "area_code", "breakdown", "category"),
    *("numerator", "denominator", "value", "unit"),
)


def show_figures(quarter: Quarter, *, as_csv: bool) -> int:
    """Print the figures of a quarter.

    Args:
        quarter: which quarter.
        as_csv: comma-separated text instead of a table, guarded as `assets.report.plain_csv` says.

    Returns:
        0.

    Raises:
        TableMissing: the quarter has not been run.
    """
    place = Workplace(load_settings())
    frame = all_figures(place, quarter, book().measures)[list(COLUMNS)]
    if as_csv:
        sys.stdout.write(plain_csv(frame))
    else:
        Console().print(_table(quarter, frame))
    return 0


def _table(quarter: Quarter, frame: pd.DataFrame) -> Table:
    """The figures as a table for the screen."""
    table = Table(*COLUMNS, title=f"Figures of {quarter.label}")
    for row in frame.itertuples(index=False):
        table.add_row(*("" if cell != cell or cell is None else Text(_cell(cell)) for cell in row))  # noqa: PLR0124 - missing
    return table


def _cell(cell: object) -> str:
    """A cell as short text."""
    return f"{cell:.4g}" if isinstance(cell, float) else str(cell).removesuffix(" 00:00:00")

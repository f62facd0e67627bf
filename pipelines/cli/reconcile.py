"""`board-returns reconcile`: what earlier plans printed beside what is computed, each with its verdict."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd
from rich.console import Console
from rich.table import Table
from rich.text import Text

from assets.report.collect import all_figures
from assets.report.plain_csv import plain_csv
from assets.report.printed.reconcile import OUTCOMES, Computed, Reconciled, reconcile
from pipelines.groups import book
from pipelines.platform.context import context_tables
from pipelines.platform.published import published_documents
from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace
from schemas.published import PrintedSum, PublishedFigure

if TYPE_CHECKING:
    from pipelines.platform.quarters import Quarter

COLUMNS = ("measure", "period", "what", "printed", "computed", "verdict", "why", "source", "section", "line_of_a2")
#: Columns of the screen's table; the rest is in the csv.
SHOWN = COLUMNS[:7]


def show_reconciled(quarter: Quarter, *, as_csv: bool) -> int:
    """Print every value that the service's earlier plans printed, beside the quarter's figures.

    Args:
        quarter: the quarter whose figures are taken.
        as_csv: comma-separated text instead of a table.

    Returns:
        1 if any value differs without a reason, else 0.

    Raises:
        TableMissing: the quarter has not been run.
    """
    place = Workplace(load_settings())
    documents = published_documents(place.settings.service)
    results = reconcile(documents, computed_figures(place, quarter))
    if as_csv:
        sys.stdout.write(plain_csv(pd.DataFrame(list(map(_cells, results)), columns=list(COLUMNS))))
    else:
        _print(quarter, results)
    return 1 if any(result.outcome == "differs" for result in results) else 0


def computed_figures(place: Workplace, quarter: Quarter) -> Computed:
    """Everything of a quarter that a printed value can be held against."""
    measures = book().measures
    return Computed(
        figures=all_figures(place, quarter, measures),
        periods=context_tables(quarter, place.service)["periods"],
        comparators=place.lake.read("core_comparators", quarter),
        targets=place.lake.read("core_targets", quarter),
        measures=[item.measure for item in measures],
        service=place.service.code,
    )


def _cells(result: Reconciled) -> tuple[str, ...]:
    """One result as a line of text."""
    printed = result.printed
    period, as_printed = ("", f"{printed.total:,}") if isinstance(printed, PrintedSum) else _as_printed(printed)
    what = f"sum of {printed.what}" if isinstance(printed, PrintedSum) else printed.what or printed.place
    computed = "" if result.computed is None else f"{result.computed:,.4f}".rstrip("0").rstrip(".")
    told = (result.outcome, result.note, printed.source, printed.section, str(printed.row))
    return (printed.measure, period, what, as_printed, computed, *told)


def _as_printed(printed: PublishedFigure) -> tuple[str, str]:
    return printed.period, printed.printed


def _print(quarter: Quarter, results: list[Reconciled]) -> None:
    """The results as a table for the screen, and how many there are of each verdict."""
    table = Table(*SHOWN, title=f"Published figures beside those of {quarter.label}")
    for result in results:
        table.add_row(*map(Text, _cells(result)[: len(SHOWN)]))
    counts = Counter(result.outcome for result in results)
    console = Console()
    console.print(table)
    told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES if counts[outcome])
    console.print(f"{len(results)} printed values: {told or 'none'}.")

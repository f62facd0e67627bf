"""The workbook given out for a quarter's Board papers: what is to be filled in, with the words of the quarter before.

What belongs here: which sheets there are and what stands in them. Filled in and dropped in the inbox, each sheet is
received as the extract of its headers. The file itself is drawn in `assets.report.workbook.given_out`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import pandas as pd

from assets.report.figures.lookup import records
from assets.report.figures.pages import headline_measures
from assets.report.figures.papers import quarter_before
from assets.report.figures.themes import is_in_pack
from assets.report.inputs import theme_of_quarter
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract
from schemas.measure import Measure
from schemas.templates import GivenCell, GivenOut, GivenSheet

COMMENTARY = "commentary"
#: Sheet -> its extract, in the order of the workbook. The ledger comes from the finance system as a file of its own.
SHEETS = {
    "Commentary": COMMENTARY,
    "Risks": "risks",
    "Priorities": "priorities",
    "Finance budget": "finance_budget",
    "Finance savings": "finance_savings",
}
#: Columns of the commentary in the order in which they are filled in.
ASKED = ("measure_id", "measure_title", "quarter", "comment", "cause", "action", "owner", "due", "status")


def given_out(place: Workplace, quarter: Quarter, measures: Iterable[Measure]) -> GivenOut:
    """The workbook for a quarter, with the rows of the last quarter that published a return.

    Args:
        place: the service's workplace.
        quarter: the quarter whose papers are asked for; its return need not be made yet.
        measures: every measure.
    """
    asked = headline_measures(m for m in measures if is_in_pack(m, theme_of_quarter(quarter, place.service)))
    before = {name: _rows_before(place, quarter, name) for name in SHEETS.values()}
    sheets = [
        _commentary(name, quarter, asked, before[key]) if key == COMMENTARY else _as_it_stood(name, key, before[key])
        for name, key in SHEETS.items()
    ]
    last = quarter_before(place, quarter, extract("risks").core_table)
    return GivenOut(f"Board papers, {quarter.label}", tuple(_how(quarter, last)), tuple(sheets))


def _rows_before(place: Workplace, quarter: Quarter, name: str) -> pd.DataFrame:
    table = extract(name).core_table
    earlier = quarter_before(place, quarter, table)
    return pd.DataFrame() if earlier is None else place.lake.read(table, earlier)


def _commentary(name: str, quarter: Quarter, asked: Sequence[Measure], before: pd.DataFrame) -> GivenSheet:
    """One row a headline measure; words of an earlier quarter keep its label until somebody writes the new one."""
    said = {str(row["measure_id"]): row for row in records(before)}
    rows = tuple(_asked(measure, quarter, said.get(measure.id, {})) for measure in asked)
    return GivenSheet(name, extract(COMMENTARY), ASKED, rows)


def _asked(measure: Measure, quarter: Quarter, before: dict[str, object]) -> tuple[GivenCell, ...]:
    known = {"quarter": quarter.label} | {key: value for key, value in before.items() if value is not None}
    cells = known | {"measure_id": measure.id, "measure_title": measure.title}
    return tuple(_cell(cells.get(name)) for name in ASKED)


def _as_it_stood(name: str, key: str, before: pd.DataFrame) -> GivenSheet:
    """The rows of the quarter before, to be brought up to date."""
    wanted = extract(key)
    columns = tuple(column.name for column in wanted.columns if column.keep)
    rows = tuple(tuple(_cell(row.get(column)) for column in columns) for row in records(before))
    return GivenSheet(name, wanted, columns, rows)


def _cell(value: object) -> GivenCell:
    if value is None:
        return ""
    if isinstance(value, date | str):
        return value
    return float(str(value))


def _how(quarter: Quarter, last: Quarter | None) -> Iterator[str]:
    yield f"This workbook is for the Board papers of {quarter.label} ({quarter.months})."
    if last is None:
        yield "No earlier return was found, so its sheets begin empty."
    else:
        yield f"Its sheets hold what was received for {last.label}; bring every row up to date."
        yield (
            f"Commentary: a row whose quarter is still {last.label} is set aside. Look at its words, then write "
            f"{quarter.label} into it."
        )
    yield "Commentary: one row a measure. Write no child's name, date of birth or number into any cell."
    yield "A text may have 4,000 characters; pages show the first lines of a longer one in their tables."
    yield "Risks: give every risk both scores, an owner, the day of its next review; the scale says which end is high."
    yield "Priorities: one row a milestone, with the day it is due and how it stands."
    yield "Finance: one row an amount; rows of totals are left out of the sums, and told where their parts differ."
    yield "The ledger (spend and forecast) comes from the finance system as a file of its own."
    yield "Delete a sheet that comes as a file of its own: two of one kind stop each other."
    yield "Keep the first row of each sheet as it is."
    yield "Drop the workbook into the inbox of the quarter, then run the quarter."

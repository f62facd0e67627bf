"""Which figures the publishable edition has at all: those that its pages show, and no others.

What belongs here: the choice, made before anything is hidden. A figure that is not shown cannot give another away; so
the edition keeps the headline, the series of each page, areas and parts of the headline period, and leaves out tables
by two things at once and amounts by people (`docs/decisions/0013-the-publishable-edition.md`).
"""

from __future__ import annotations

import pandas as pd

from assets.report.figures.lookup import ALL, Book
from assets.report.figures.pages import FAMILY_SHEETS, pages
from assets.report.inputs import ReturnInputs
from assets.report.publishable.kinds import is_amount, is_crossed, is_public
from assets.report.sheets.overrepresentation import COMPOSITION, YOUNG_PEOPLE
from assets.report.sheets.series import groups
from assets.report.words import OF_PEOPLE
from schemas.measure import Measure

#: Families that have no page in this edition: the register of risks and the priorities are the Board's own papers.
LEFT_OUT = frozenset({"rsk", "pri"})
KEY = ["measure_id", "period_id", "area_code", "breakdown", "category"]


def in_scope(inputs: ReturnInputs, threshold: int) -> pd.DataFrame:
    """The rows of the figures that the edition's pages show, as they are.

    Args:
        inputs: the return's inputs, with the measures of the edition only.
        threshold: counts of one to one less than this are small.
    """
    book = Book(inputs)
    derived = {one.id for _, rest in pages(inputs.measures) for one in rest}
    by_measure = dict(tuple(inputs.figures.groupby("measure_id", sort=True)))
    kept = [
        _of(book, measure, by_measure[measure.id], threshold, leads=measure.id not in derived)
        for measure in inputs.measures
        if measure.id in by_measure and measure.family not in LEFT_OUT
    ]
    return pd.concat([inputs.figures.iloc[:0], *kept]).sort_index(kind="stable")


def _of(book: Book, measure: Measure, rows: pd.DataFrame, threshold: int, *, leads: bool) -> pd.DataFrame:
    """The rows of one measure."""
    if measure.id == COMPOSITION:
        return _composition(book, measure, rows, threshold)
    headlines, home = rows["breakdown"].eq(ALL), rows["area_code"].eq(book.home(measure))
    chosen = headlines & home & rows["period_id"].isin(_series(book, measure))
    if is_public(measure):
        return rows.loc[headlines | _is_part(book, measure, rows, leads=True)]
    if not is_amount(measure):
        chosen |= headlines & rows["period_id"].isin(_headline(book, measure)) & leads
        chosen |= _is_part(book, measure, rows, leads=leads) & _whole(rows)
    return rows.loc[chosen]


def _series(book: Book, measure: Measure) -> set[str]:
    """Periods of the measure's series, and those its headline is held against."""
    shown = {period.period_id for group in groups(book, measure) for period in group.periods}
    return shown | _headline(book, measure)


def _headline(book: Book, measure: Measure) -> set[str]:
    """The headline period and the same one a year before."""
    period = book.headline(measure)
    return set() if period is None else {period.period_id, period.last_year_id or period.period_id}


def _is_part(book: Book, measure: Measure, rows: pd.DataFrame, *, leads: bool) -> pd.Series:
    """The parts of the headline period that the pages show; of a measure without a headline, its newest parts."""
    period = book.headline(measure) or book.newest_part(measure)
    alone = book.headline(measure) is None
    shown = rows["breakdown"].ne(ALL) & rows["area_code"].eq(book.home(measure))
    shown &= rows["period_id"].eq("" if period is None else period.period_id)
    if not (leads or alone or measure.family in FAMILY_SHEETS):
        shown &= ~rows["breakdown"].isin(OF_PEOPLE)
    named = zip(rows["breakdown"], rows["category"], strict=True)
    return shown & pd.Series([not is_crossed(str(one), str(other)) for one, other in named], index=rows.index)


def _whole(rows: pd.DataFrame) -> pd.Series:
    """Rows whose denominator is a whole number or none: a part of an expected number is no count."""
    return rows["denominator"].isna() | rows["denominator"].mod(1).eq(0)


def _composition(book: Book, measure: Measure, rows: pd.DataFrame, threshold: int) -> pd.DataFrame:
    """All of the over-representation or nothing: shares of a whole that is not all there would be wrong."""
    period = book.newest_part(measure)
    mine = rows.loc[rows["period_id"].eq(period.period_id if period else "") & rows["area_code"].eq(book.home(measure))]
    counts = mine.loc[mine["breakdown"].eq(YOUNG_PEOPLE), "numerator"]
    return mine.iloc[:0] if counts.between(1, threshold - 1).any() else mine

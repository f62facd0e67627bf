"""Reads what was made once more, and finds every hidden figure of which a number stands there after all.

What belongs here: two looks that share nothing with what did the hiding. One at the figures that the pack is made of,
with the pattern beside them; one at the finished pack, cell by cell, with its own words for periods, areas and groups.
That the pattern itself holds is the attacker's to say (`assets.report.disclosure.attacker`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import pandas as pd

from assets.report.figures.lookup import ALL, Book, Period, number, records
from assets.report.inputs import ReturnInputs
from assets.report.publishable.counts import place_of
from assets.report.publishable.kinds import PARTS, Place
from assets.report.sheets.series import slug
from assets.report.wording.sentences import short_label
from assets.report.words import LEVELS, breakdown_words, category_words
from schemas.measure import Measure
from schemas.pack import Amount, Cell, Pack, Table

FIGURES = "figures"
#: How the headers begin of columns that hold a figure's own numbers, by what they hold.
NUMBERS = {"Numerator": "numerator", "Denominator": "denominator", "Value": "value"}

Row = Mapping[str, object]
Names = tuple[str, ...]


def told_by_figures(figures: pd.DataFrame, by_place: Mapping[Place, str], hidden: Collection[str]) -> list[str]:
    """Ids of the hidden cells that can be read off a row all the same: the number itself, or a value it is part of.

    Args:
        figures: the figures that the pack is made of.
        by_place: place -> id of its cell.
        hidden: ids of the cells hidden.
    """
    found = set()
    for row in records(figures):
        for part in PARTS:
            cell = by_place.get(place_of(row, part), "")
            if cell in hidden and (row[part] is not None or row["value"] is not None):
                found.add(cell)
    return sorted(found)


def told_by_pack(pack: Pack, inputs: ReturnInputs) -> list[str]:
    """Where a finished pack has a number of a hidden figure: table and row, without the number.

    Args:
        pack: the pack.
        inputs: the inputs of the publishable edition.
    """
    tables = {table.name: table for sheet in pack.sheets for table in sheet.tables()}
    expected = _expected(inputs)
    return sorted(
        f"{table.name}, row {place}"
        for table in tables.values()
        for place, cells in enumerate(table.rows, start=1)
        for row in expected.get((table.name, _names(table, cells)), ())
        if _tells(table, cells, row)
    )


def _names(table: Table, cells: tuple[Cell, ...]) -> Names:
    """What a row calls its figure: its cells that are text, up to the first column of numbers."""
    headers = [column.header for column in table.columns]
    first = next((place for place, header in enumerate(headers) if _kind(header)), 0)
    if table.name == FIGURES:
        return tuple(str(cells[headers.index(one)]) for one in ("Measure", "Period", "Area"))
    return tuple(str(cell) for cell in cells[:first])


def _kind(header: str) -> str:
    return next((kind for start, kind in NUMBERS.items() if header.startswith(start)), "")


def _tells(table: Table, cells: tuple[Cell, ...], row: Row) -> bool:
    """Whether a row shows a number that its figure has not."""
    kinds = [_kind(column.header) for column in table.columns]
    return any(
        isinstance(cell, Amount) and number(row[kind]) is None for kind, cell in zip(kinds, cells, strict=True) if kind
    )


def _expected(inputs: ReturnInputs) -> dict[tuple[str, Names], list[Row]]:
    """Table and names of a row -> the hidden figures that stand there."""
    book = Book(inputs)
    measures = {one.id: one for one in inputs.measures}
    found: dict[tuple[str, Names], list[Row]] = {}
    for row in records(inputs.figures.loc[inputs.figures["hidden"].astype(bool)]):
        for key in _standings(inputs, book, measures[str(row["measure_id"])], row):
            found.setdefault(key, []).append(row)
    return found


def _standings(inputs: ReturnInputs, book: Book, measure: Measure, row: Row) -> Iterator[tuple[str, Names]]:
    """The tables a figure can stand in, with the names its row has there."""
    period, area = book.named(str(row["period_id"])), str(row["area_code"])
    names = dict(zip(inputs.areas["area_code"], inputs.areas["area_name"], strict=True))
    levels = dict(zip(inputs.areas["area_code"], inputs.areas["area_level"], strict=True))
    if row["breakdown"] != ALL:
        said = breakdown_words(str(row["breakdown"])), category_words(str(row["category"]))
        yield f"{slug(measure)}_who", said
        return
    yield FIGURES, (measure.id, str(row["period_id"]), str(names.get(area, area)))
    headline = book.headline(measure)
    if period is not None and period == headline:
        yield f"{slug(measure)}_areas", (str(names.get(area, area)), LEVELS.get(str(levels.get(area)), ""))
    if period is not None and area == book.home(measure):
        yield f"{slug(measure)}_{_key(period)}", (short_label(period),)


def _key(period: Period) -> str:
    """What the table of a period's series is called."""
    return f"cohort_{period.follow_up_months}" if period.basis == "cohort" else period.basis

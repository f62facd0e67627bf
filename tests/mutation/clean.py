"""Clean tables of every extract, as text: the sample's own before it was made dirty, else rows that keep every rule.

Nothing here is a fault; the faults are in `tests.mutation.kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from sample.people import COPY
from sample.world import case_tables, reference_tables
from schemas.catalogue import columns_of
from schemas.codelists import code_list
from schemas.extract import Column, Extract
from tests.contracts.rows import good_row, judge

Row = dict[str, str]
#: Rows taken of each table: enough to put faults at random places.
ROWS = 60
#: Tables of fewer rows have rows made up instead, where more can be: each row holds one fault.
FEW = 20
#: What a table that only stands for one quarter or place must be whole for.
_WHOLE = frozenset({"finance_actual", "moj_cohort", "moj_fte", "moj_custody"})
#: Rows of the sample of which something true is told (a scale turned round, a figure two sources give otherwise).
_TOLD_OF = frozenset({"risks", "comparators"})
#: Columns that are another in every row though no key: a name, an identifier.
_OWN = ("crime_id", "la_name")
#: Of one extract, columns that tell its rows apart beside the key: two disposals of one child on one day are one.
_OWN_OF = {
    "out_of_court": ("ypid",),
    "crd": ("person_key",),
    "ho_offence_codes": ("offence_sub_category",),
    "impact_areas": ("impact_area_name",),
    "asb_calls": ("incident_no",),
}
#: Days by which the rows of an extract are told apart.
_OWN_DAYS = ("holiday_date",)
#: Of one extract, columns of the key that only hold good as they are: a partner is one that the table of names knows.
_LEFT_OF = {"board_attendance": ("organisation",)}
_LAST_FIGURES = re.compile(r"\d+(?=\D*$)")


@cache
def _sample() -> Mapping[str, Sequence[Row]]:
    """Tables of the sample without the faults planted afterwards; the domains plant theirs as they go: not here."""
    tables: dict[str, list[Row]] = {**case_tables(), **reference_tables()}
    return {name: [_own(row) for row in rows] for name, rows in tables.items() if name not in _TOLD_OF}


def _own(row: Mapping[str, str]) -> Row:
    """The row without the mark by which the sample's copies are told apart."""
    return {name: text.replace(COPY, "") for name, text in row.items()}


def clean_rows(extract: Extract) -> list[Row]:
    """Rows of the extract, none of which breaks a rule."""
    rows = _sample().get(extract.name)
    if rows is None:
        return [text_row(extract, number) for number in _good_numbers(extract)]
    headers = columns_of(extract, rows[0])
    kept = [{headers.get(name, name): text for name, text in row.items()} for row in rows if not _told_of(row)]
    if len(kept) < FEW and len(_good_numbers(extract)) > len(kept):
        return [text_row(extract, number) for number in _good_numbers(extract)]
    return kept if extract.name in _WHOLE else kept[:ROWS]


def _told_of(row: Row) -> bool:
    """True for a sound row of which something is told all the same: a row of totals, a birthday on 1 January."""
    return any("total" in text.casefold() for text in row.values()) or row.get("date_of_birth", "").endswith("-01-01")


@cache
def _good_numbers(extract: Extract) -> tuple[int, ...]:
    """Numbers that make rows which keep every rule."""
    numbers = list(range(ROWS))
    while faulty := _faulty(extract, numbers):
        numbers = [number for place, number in enumerate(numbers, start=2) if place not in faulty]
    return tuple(numbers)


def _faulty(extract: Extract, numbers: Sequence[int]) -> set[int]:
    """Rows, counted from 2, of which something is told."""
    rows = [good_row(extract) | _numbered(extract, number) for number in numbers]
    return {fault.row for fault in judge(extract, rows).faults if fault.row}


def text_row(extract: Extract, number: int | None, cells: Mapping[str, object] | None = None) -> Row:
    """A row that keeps every rule, as text; then the given cells.

    Args:
        extract: the extract.
        number: makes its key its own; None leaves the key as it is.
        cells: cells to put in place of the good ones.
    """
    numbered = {} if number is None else _numbered(extract, number)
    row = good_row(extract) | numbered | dict(cells or {})
    return {name: _as_text(value) for name, value in row.items()}


def _numbered(extract: Extract, number: int) -> dict[str, object]:
    """Cells of the key, and names and other identifiers, made their own by a number."""
    good = good_row(extract)
    own_names = {*extract.key, *_OWN, *_OWN_OF.get(extract.name, ())} - {"fy", *_LEFT_OF.get(extract.name, ())}
    own = [c for c in extract.columns if c.keep and c.name in own_names]
    return {column.name: _varied(column, good[column.name], number) for column in own}


def _varied(column: Column, value: object, number: int) -> object:
    """Another good value of a column, by a number."""
    field = column.field
    if field.code_list is not None:
        codes = list(code_list(field.code_list).codes)
        return codes[number % len(codes)]
    if isinstance(value, int):
        return _within(column, value + number)
    if field.kind == "date":
        return _days_sooner(str(value), number if column.name in _OWN_DAYS else 0)
    return _numbered_text(str(value), number, patterned=field.pattern is not None)


def _within(column: Column, number: int) -> int:
    """The number, or as far above the least that the column allows as it is above the greatest."""
    least, most = column.field.minimum, column.field.maximum
    return number if least is None or most is None else int(least + (number - least) % (most - least + 1))


def _days_sooner(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def _numbered_text(text: str, number: int, *, patterned: bool) -> str:
    """A text with its last figures made another number; words get the number behind."""
    if not patterned:
        return f"{text}{number}"
    return _LAST_FIGURES.sub(lambda found: f"{int(found[0]) + number:0{len(found[0])}d}"[-len(found[0]) :], text)


def _as_text(value: object) -> str:
    """A value as a csv would hold it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(value)

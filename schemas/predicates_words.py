"""What a rule can ask of free words: whether they hold what could point at a child, or name a measure that is not.

Makers of `holds`, as in `schemas.predicates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from schemas.extract import CheckContext, Holds
from schemas.measures_read import MEASURES_READ
from schemas.predicates import by_context

_DAY = r"\b(?:[0-3]?\d[/.-][01]?\d[/.-](?P<{0}>\d{{4}})|(?P<{1}>\d{{4}})-[01]\d-[0-3]\d)\b"
_FULL_DATE = re.compile(_DAY.format("behind", "before"))
_BIRTH = re.compile(r"\b(?:d\.?o\.?b\b|date of birth|born (?:on|in)\b)", re.IGNORECASE)
#: Ten figures, as an NHS number is written; its last one checks the others.
_TEN_FIGURES = re.compile(r"\b(\d{3})[ -]?(\d{3})[ -]?(\d{4})\b")
_PNC = re.compile(r"\b\d{2}(?:\d{2})?/\d{1,7}[A-Z]\b")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
#: Years before the quarter in which somebody known to the service may have been born.
_YOUNGEST, _OLDEST = 8, 25
_WEIGHTS = range(10, 1, -1)
_ELEVEN = 11


def names_nobody(column: str) -> Holds:
    """The words hold no date that could be a birth date, no NHS or PNC number, no postcode."""

    def _ask(frame: pd.DataFrame, context: CheckContext) -> pd.Series:
        points = [_points_at_somebody(str(text), context.quarter_end.year) for text in frame[column].fillna("")]
        return ~pd.Series(points, index=frame.index, dtype="boolean")

    return by_context((column,), _ask)


def of_quarter(column: str) -> Holds:
    """The row is about the quarter itself."""

    def _ask(frame: pd.DataFrame, context: CheckContext) -> pd.Series:
        return frame[column].eq(context.quarter_label)

    return by_context((column,), _ask)


def known_measure(column: str) -> Holds:
    """The key is that of a measure of the book."""
    known = frozenset(measure for measures in MEASURES_READ.values() for measure in measures)

    def _ask(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        return frame[column].isin(known)

    return by_context((column,), _ask)


def _points_at_somebody(text: str, year: int) -> bool:
    if _BIRTH.search(text) or _PNC.search(text) or _POSTCODE.search(text):
        return True
    years = (int(found["behind"] or found["before"]) for found in _FULL_DATE.finditer(text))
    born = any(year - _OLDEST <= one <= year - _YOUNGEST for one in years)
    return born or any(_is_nhs_number("".join(found.groups())) for found in _TEN_FIGURES.finditer(text))


def _is_nhs_number(figures: str) -> bool:
    """Whether the tenth figure is the check figure of the nine before it (modulus 11)."""
    return _check_figure(map(int, figures[:-1])) == int(figures[-1])


def _check_figure(figures: Iterable[int]) -> int:
    return (_ELEVEN - sum(weight * figure for weight, figure in zip(_WEIGHTS, figures, strict=True))) % _ELEVEN

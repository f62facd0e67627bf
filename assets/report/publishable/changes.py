"""Figures that are themselves a change on an earlier one: each is shown only where both its numbers are shown.

What belongs here: finding what a change is made of, in the true figures, and hiding the changes whose parts are hidden.
A change tells both of its numbers, so it may stand only where they stand themselves, each in its own period.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

import pandas as pd

from assets.report.figures.lookup import ALL, number, records
from assets.report.publishable.kinds import is_derived
from schemas.measure import Measure

SAME = 1e-9
NUMBERS = ("numerator", "denominator", "value")
#: How the category of a change names how far back it looks, e.g. "5 years".
_YEARS = re.compile(r"^(\d+) years?$")

Row = Mapping[str, object]
Kept = Mapping[tuple[str, str, str], Mapping[str, float | None]]
Base = tuple[str, str, Literal[1, -1]]


def without_changes(
    shown: pd.DataFrame, figures: pd.DataFrame, periods: pd.DataFrame, measures: Mapping[str, Measure]
) -> pd.DataFrame:
    """The rows, with every change hidden that is not made of two numbers that are shown.

    Args:
        shown: the rows of the edition, what is hidden missing, changes as they are.
        figures: all figures as they are.
        periods: the spine.
        measures: headers by id.
    """
    before = {str(row["period_id"]): str(row["last_year_id"] or "") for row in records(periods)}
    true, seen = _headlines(figures), _headlines(shown)
    changes = {name: one for name, one in measures.items() if is_derived(one)}
    rows = list(zip(shown.index, records(shown), strict=True))
    gone = []
    for name, measure in changes.items():
        mine = [(index, row) for index, row in rows if row["measure_id"] == name]
        bases = _bases(measure, [row for _, row in mine], true, before, measures.values())
        gone += [index for index, row in mine if not any(_told(row, base, seen, before, measure) for base in bases)]
    return shown.assign(**_hidden(shown, gone))


def _hidden(shown: pd.DataFrame, gone: Iterable[object]) -> dict[str, pd.Series]:
    """The columns with those rows hidden."""
    flags = shown.index.isin(list(gone))
    return {name: shown[name].mask(flags) for name in NUMBERS} | {"hidden": shown["hidden"] | flags}


def _headlines(rows: pd.DataFrame) -> dict[tuple[str, str, str], dict[str, float | None]]:
    """Measure, period and area -> the numbers of the headline there."""
    listed = records(rows.loc[rows["breakdown"].eq(ALL)])
    return {
        (str(row["measure_id"]), str(row["period_id"]), str(row["area_code"])): {
            one: number(row[one]) for one in NUMBERS
        }
        for row in listed
    }


def _bases(
    measure: Measure, rows: list[Row], true: Kept, before: Mapping[str, str], measures: Iterable[Measure]
) -> list[Base]:
    """The series of its family that a change is made of wherever it can be tried: added to, or taken from."""
    family = [one.id for one in measures if one.family == measure.family and not is_derived(one)]
    signs: tuple[Literal[1, -1], ...] = (1, -1)
    tried = [(one, part, sign) for one in family for part in NUMBERS for sign in signs]
    return [base for base in tried if _is_base(base, rows, true, before, measure)]


def _is_base(base: Base, rows: list[Row], true: Kept, before: Mapping[str, str], measure: Measure) -> bool:
    """Whether a series gives a change wherever it has both numbers, and at least once."""
    known = [row for row in rows if None not in _pair(row, base, true, before, measure)]
    return bool(known) and all(_told(row, base, true, before, measure) for row in known)


def _pair(
    row: Row, base: Base, kept: Kept, before: Mapping[str, str], measure: Measure
) -> tuple[float | None, float | None]:
    """The newer and the older number of a change in a series; the older may be the header's own baseline."""
    name, part, _ = base
    area, period = str(row["area_code"]), str(row["period_id"])
    below = number(row["denominator"])
    now = kept.get((name, period, area), {}).get(part)
    then = kept.get((name, _earlier(period, str(row["category"]), before), area), {}).get(part)
    return now, below if below in _stated(measure) else then


def _told(row: Row, base: Base, kept: Kept, before: Mapping[str, str], measure: Measure) -> bool:
    """Whether both numbers of a change stand in a series as they should."""
    top, below = number(row["numerator"]), number(row["denominator"])
    if top is None or below is None:
        return True
    now, then = _pair(row, base, kept, before, measure)
    return _is(now, below + base[2] * top) and _is(then, below)


def _earlier(period: str, category: str, before: Mapping[str, str]) -> str:
    """The period a change looks back to: the same a year before, or as many years before as its category says."""
    years = _YEARS.match(category)
    for _ in range(int(years[1]) if years else 1):
        period = before.get(period, "")
    return period


def _stated(measure: Measure) -> set[float]:
    """Numbers that a header itself gives as a baseline, e.g. 1,285 in 2005."""
    return {float(word.replace(",", "")) for word in re.findall(r"\d[\d,]*(?:\.\d+)?", measure.denominator)}


def _is(one: float | None, wanted: float) -> bool:
    return one is not None and abs(one - wanted) <= SAME

"""Finds figures: a measure's figure for a period and area, its headline period, and the periods like it.

Only finding belongs here. Values come made with the figures; change, direction and rating are in `lines`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, cast

import pandas as pd

from assets.indicators.rag import Target, target_for
from assets.report.figures.averages import doubted
from assets.report.figures.history import before_the_records, periods_before
from assets.report.inputs import ReturnInputs
from schemas.measure import Measure

ALL = "all"
#: Points of a trend (ux-security 1.3: eight to twelve quarters).
TREND_POINTS = 12


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """One figure of one measure.

    Attributes:
        numerator: what was counted; None where the row has none.
        denominator: what it is a share or rate of; None where the measure has none.
        value: the figure in the measure's unit; None where it cannot be made.
        hidden: whether something of it that is known is hidden in this edition, so that no child can be told from it.
    """

    numerator: float | None
    denominator: float | None
    value: float | None
    hidden: bool = False

    @property
    def known(self) -> bool:
        """Whether the figure exists, shown or hidden."""
        return self.hidden or self.numerator is not None or self.value is not None


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the spine, as the pack needs it.

    Attributes:
        period_id: unique name, e.g. "2014-15-YTD-Q3".
        basis: kind of period, as in `schemas.measure.Basis`.
        label: what the pack calls it.
        period_start: first day.
        period_end: last day (inclusive).
        months: its length in months; 0 for a point in time.
        follow_up_months: months each child is followed after the window; 0 for none.
        complete_on: first day on which follow-up and wait for results are over.
        fy: financial year it reports in, e.g. "2014-15".
        last_year_id: the same months one year before.
        previous_id: the like period just before.
        is_current: the one of its basis that the quarter's return shows first.
    """

    period_id: str
    basis: str
    label: str
    period_start: date
    period_end: date
    months: int
    follow_up_months: int
    complete_on: date
    fy: str
    last_year_id: str | None
    previous_id: str | None
    is_current: bool


Key = tuple[str, str, str, str, str]
Made = TypeVar("Made")


class Book:
    """The figures and periods of one return, ready to look up."""

    def __init__(self, inputs: ReturnInputs) -> None:
        earlier = before_the_records(inputs)
        periods = (*records(inputs.periods), *records(periods_before(inputs, earlier)))
        self.periods: dict[str, Period] = {period.period_id: period for period in map(_period, periods)}
        self.comparators = doubted(records(inputs.comparators), records(inputs.targets))
        self._targets = _Targets(inputs.targets)
        self._published = {_key(row) for row in records(earlier)}
        self._told = {_key(row): row for row in records(inputs.told)} if inputs.told is not None else {}
        counted = (*records(_undated(inputs.figures)), *records(_undated(earlier)))
        self._figures: dict[Key, Figure] = {_key(row): _figure(row) for row in counted}
        self._homes = _homes(self._figures, inputs)
        self._parts = _by_place(self._figures)
        self._remembered: dict[tuple[str, str], object] = {}
        self._measured: dict[str, list[Period]] = {}
        for (measure_id, period_id, area, breakdown, _), figure in self._figures.items():
            if figure.known and area == self._homes[measure_id] and breakdown == ALL and period_id in self.periods:
                self._measured.setdefault(measure_id, []).append(self.periods[period_id])

    def once(self, measure: Measure, period: Period, make: Callable[[], Made]) -> Made:
        """What is made of a measure at a period, made when it is first asked for: several sheets ask for the same."""
        key = measure.id, period.period_id
        if key not in self._remembered:
            self._remembered[key] = make()
        return cast("Made", self._remembered[key])

    def home(self, measure: Measure) -> str:
        """The area a measure's headline is for: the service, or the first area where it is not counted there."""
        return self._homes.get(measure.id, "")

    def figure(self, measure: Measure, period: Period, area: str | None = None) -> Figure | None:
        """The headline figure of a measure for a period and area (the measure's home unless told)."""
        return self._figures.get((measure.id, period.period_id, area or self.home(measure), ALL, ALL))

    def is_published(self, measure: Measure, period: Period) -> bool:
        """Whether the headline figure was taken from an earlier return, since the records do not reach so far back."""
        return (measure.id, period.period_id, self.home(measure), ALL, ALL) in self._published

    def told(self, measure: Measure, period: Period) -> tuple[Figure, str] | None:
        """The headline figure as an earlier quarter's return had it last, with that quarter; None where none had it."""
        row = self._told.get((measure.id, period.period_id, self.home(measure), ALL, ALL))
        return None if row is None else (_figure(row), str(row["quarter_slug"]))

    def target(self, measure: Measure, period: Period) -> Target | None:
        """What the measure is held against in the year the period reports in."""
        return self._targets.get(measure.id, period.fy)

    def parts(self, measure: Measure, period: Period) -> list[tuple[str, str, Figure]]:
        """Breakdown, category and figure of the measure's home for the period, in alphabetical order."""
        return sorted(self._parts.get((measure.id, period.period_id, self.home(measure)), ()))

    def newest_part(self, measure: Measure) -> Period | None:
        """The newest period of a measure that is given by category only."""
        mine = ((key[1], figure) for key, figure in self._figures.items() if key[0] == measure.id)
        ids = {period_id for period_id, figure in mine if figure.hidden or figure.value is not None}
        periods = sorted(
            (self.periods[one] for one in ids & set(self.periods)), key=lambda one: (one.period_end, one.period_id)
        )
        return periods[-1] if periods else None

    def periods_of(self, measure: Measure, basis: str) -> list[Period]:
        """Periods of one basis for which the measure's home has a figure, oldest first."""
        found = (period for period in self._measured.get(measure.id, []) if period.basis == basis)
        return sorted(found, key=lambda period: (period.period_end, period.follow_up_months))

    def headline(self, measure: Measure) -> Period | None:
        """The period shown first: the current one of the first basis, else the newest that has a figure."""
        periods = self.periods_of(measure, measure.basis[0])
        current = [period for period in periods if period.is_current]
        newest = current or periods
        return newest[-1] if newest else None

    def named(self, period_id: str | None) -> Period | None:
        """The period of that id, if the return knows it."""
        return self.periods.get(period_id or "")

    def like(self, measure: Measure, period: Period) -> list[Period]:
        """Periods of the same basis, length, follow-up and season up to this one, oldest first (T-06, T-10)."""
        return [
            other
            for other in self.periods_of(measure, period.basis)
            if shape(other) == shape(period) and other.period_end <= period.period_end
        ]

    def trend(self, measure: Measure) -> list[Period]:
        """Up to twelve points: quarters where the measure has them, else periods like its headline."""
        period = self.headline(measure)
        if period is None:
            return []
        quarters = self.periods_of(measure, "quarter")
        return (quarters or self.like(measure, period))[-TREND_POINTS:]


class _Targets:
    """Targets by measure and year, each looked up once."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._known = set(zip(frame["measure_id"].astype(str), frame["fy"].astype(str), strict=True))
        self._found: dict[tuple[str, str], Target | None] = {}

    def get(self, measure_id: str, fy: str) -> Target | None:
        """The target of a measure in a year, or None."""
        key = (measure_id, fy)
        if key in self._known and key not in self._found:
            self._found[key] = target_for(self._frame, measure_id, fy)
        return self._found.get(key)


def shape(period: Period) -> tuple[str, int, int, int | None]:
    """What two periods must share to be compared; a part year must also begin in the same month."""
    season = period.period_start.month if period.basis in {"ytd", "half_year", "cohort"} else None
    return period.basis, period.months, period.follow_up_months, season


def records(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Rows of a frame as plain values, what is missing as None."""
    names = list(frame.columns)
    columns = [_plain(frame[name]) for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def number(value: object) -> float | None:
    """A cell as a number, None where it is missing."""
    return None if value is None else value if isinstance(value, float) else float(str(value))


def _undated(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures without the days of their periods, which the spine has too."""
    return figures.drop(columns=["period_start", "period_end"], errors="ignore")


def _plain(column: pd.Series) -> list[object]:
    values, missing = column.to_numpy(dtype=object), column.isna().to_numpy()
    return [None if gone else _day(value) for value, gone in zip(values, missing, strict=True)]


def _day(value: object) -> object:
    return value.date() if isinstance(value, pd.Timestamp) else value


def _by_place(figures: Mapping[Key, Figure]) -> dict[tuple[str, str, str], list[tuple[str, str, Figure]]]:
    """Measure, period and area -> breakdown, category and figure of each part; headlines are none."""
    found: dict[tuple[str, str, str], list[tuple[str, str, Figure]]] = {}
    for (measure_id, period_id, area, breakdown, category), figure in figures.items():
        if breakdown != ALL:
            found.setdefault((measure_id, period_id, area), []).append((breakdown, category, figure))
    return found


def _homes(figures: Mapping[Key, Figure], inputs: ReturnInputs) -> dict[str, str]:
    """The service where a measure is counted there, else the first area it is counted for (national cohorts)."""
    order = {str(row["area_code"]): number(row["sort"]) or 0 for row in records(inputs.areas)}
    homes: dict[str, str] = {}
    for measure_id, _, area, _, _ in sorted(figures, key=lambda key: (order.get(key[2], len(order)), key[2])):
        if area == inputs.service.code:
            homes[measure_id] = area
        homes.setdefault(measure_id, area)
    return homes


def _period(row: Mapping[str, object]) -> Period:
    return Period(
        period_id=str(row["period_id"]),
        basis=str(row["basis"]),
        label=str(row["label"]),
        period_start=cast("date", row["period_start"]),
        period_end=cast("date", row["period_end"]),
        months=int(number(row["months"]) or 0),
        follow_up_months=int(number(row["follow_up_months"]) or 0),
        complete_on=cast("date", row["complete_on"]),
        fy=str(row["fy"]),
        last_year_id=_name(row["last_year_id"]),
        previous_id=_name(row["previous_id"]),
        is_current=bool(row["is_current"]),
    )


def _name(value: object) -> str | None:
    return None if value is None else str(value)


def _key(row: Mapping[str, object]) -> Key:
    names = ("measure_id", "period_id", "area_code", "breakdown", "category")
    measure, period, area, breakdown, category = (str(row[name]) for name in names)
    return measure, period, area, breakdown, category


def _figure(row: Mapping[str, object]) -> Figure:
    parts = (number(row["numerator"]), number(row["denominator"]), number(row["value"]))
    return Figure(*parts, hidden=bool(row.get("hidden")))

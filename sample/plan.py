"""The plan of the made-up world: how many of everything in each quarter, read from `published.yaml`.

Only the numbers belong here; who and when is in `careers`, `orders` and `remands`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

PUBLISHED = Path(__file__).with_name("published.yaml")


@dataclass(frozen=True, slots=True)
class QuarterPlan:
    """What one quarter holds.

    Attributes:
        label: the quarter, "2014-15 Q3".
        entrants: first-time entrants living here.
        in_court: of them, dealt with in court.
        court: sentencing occasions of children living here.
        custody: of them, custodial.
        remands: remand decisions other than unconditional bail.
        secure: of them, secure.
        orders: relevant orders ended.
        eet: of them, in suitable full-time education, training or employment at the end.
        housed: of them, in suitable accommodation at the end.
    """

    label: str
    entrants: int
    in_court: int
    court: int
    custody: int
    remands: int
    secure: int
    orders: int
    eet: int
    housed: int

    @property
    def is_index_window(self) -> bool:
        """Whether the quarter is January to March, which makes a local re-offending cohort."""
        return self.label.endswith("Q4")


@dataclass(frozen=True, slots=True)
class CohortPlan:
    """One January to March cohort of the local re-offending measure.

    Attributes:
        year: calendar year of the window.
        cohort: children in it.
        releases: of them, by release from custody.
        reoffences: proven re-offences by months of follow-up, cumulative.
    """

    year: int
    cohort: int
    releases: int
    reoffences: dict[int, int]

    def by_stretch(self) -> dict[tuple[int, int], int]:
        """Re-offences in each stretch of follow-up, (months after, months by) -> number."""
        points = sorted(self.reoffences)
        starts = [0, *points[:-1]]
        reached = {0: 0, **self.reoffences}
        return {(a, b): reached[b] - reached[a] for a, b in zip(starts, points, strict=True)}


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan.

    Attributes:
        quarters: one a quarter, in order.
        cohorts: by calendar year of the window.
    """

    quarters: tuple[QuarterPlan, ...]
    cohorts: dict[int, CohortPlan]


@cache
def load_plan(path: Path = PUBLISHED) -> Plan:
    """The plan in the file."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    quarters = tuple(QuarterPlan(label, **numbers) for label, numbers in content["quarters"].items())
    cohorts = {year: CohortPlan(year, **numbers) for year, numbers in content["cohorts"].items()}
    return Plan(quarters, cohorts)

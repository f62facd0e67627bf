"""What a measure is: the header of its SQL file, and the one tidy shape that every measure returns.

The SQL files themselves are in `sql/indicators`; what is done with their rows is in `assets.indicators`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

#: One row per period x area x breakdown category; `breakdown = 'all'` and `category = 'all'` for the headline.
SHAPE = ("period_id", "area_code", "breakdown", "category", "numerator", "denominator")

Unit = Literal["count", "%", "pp", "ratio", "per 1,000", "GBP", "score", "hours", "FTE"]
Polarity = Literal["higher is better", "lower is better", "context"]
Basis = Literal[
    "quarter",
    "ytd",
    "fy",
    "rolling_year",
    "half_year",
    "two_years",
    "cohort",
    "moj_cohort",
    "budget_year",
    "point",
    "as_at",
    "to_date",
]
CountingUnit = Literal[
    "person",
    "episode",
    "order",
    "offence",
    "sentencing occasion",
    "contact",
    "hour",
    "pound",
    "risk",
    "milestone",
    "victim",
    "volunteer",
    "session",
    "area",
    "call",
    "referral",
    "respondent",
    "post",
    "audit",
    "incident",
    "meeting",
    "event",
    "programme",
    "month",
]
#: Whose data a measure counts; counts of different sources are never put in one series (T-01).
DataSource = Literal[
    "case system",
    "PNC (MOJ)",
    "finance",
    "Board",
    "service log",
    "health",
    "police",
    "social care",
    "education",
    "survey",
    "workforce",
    "quality assurance",
    "published",
]


class Measure(BaseModel):
    """The header of one measure's SQL file.

    Attributes:
        id: key in the measure book, e.g. "FTE-01".
        title: name in the Board's words.
        why: why the measure matters to the Board, one sentence.
        definition: what is counted, in words.
        numerator: what the numerator is.
        denominator: what the denominator is, or "none".
        counting_unit: what one unit of the numerator is.
        unit: unit of the value.
        decimals: places the value is shown to.
        polarity: which way is better.
        basis: period bases the measure is computed on; the first is the headline.
        theme: "core" or the Board themes it belongs to.
        era_from: first day the rule applies to, if it has one.
        era_to: last day the rule applies to, if it has one.
        source: the rule's key in the measure book.
        data_source: whose data it counts.
        reads: tables the body reads.
        page: id of the measure on whose page it stands; "" for a page of its own.
        may_lack: extracts' core tables that may be absent without the figure going missing.
        unused: core tables that stand behind those it reads, of which it uses nothing.
        begins_with: `table.column` of the day that opens a log: a period that begins before the month of its first day
            is not counted at all, since what was not kept is not nought. "" where the case history is whole.
        amounts: breakdown -> unit, for breakdowns whose rows are amounts beside a share (they have no denominator).
        counted: what a count is of, in the plural, as a sentence says it after the number; "" where that is the
            numerator.
        notes: cautions that belong beside every figure.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    why: str
    definition: str
    numerator: str
    denominator: str
    counting_unit: CountingUnit
    unit: Unit
    decimals: int
    polarity: Polarity
    basis: tuple[Basis, ...]
    theme: tuple[Literal["core", "Q1", "Q2", "Q3", "Q4"], ...]
    era_from: date | None = None
    era_to: date | None = None
    source: str
    data_source: DataSource
    reads: tuple[str, ...]
    page: str = ""
    may_lack: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    begins_with: str = ""
    amounts: dict[str, Unit] = Field(default_factory=dict)
    counted: str = ""
    notes: str = ""

    @property
    def family(self) -> str:
        """Folder of the measure, e.g. "fte"."""
        return self.id.split("-")[0].lower()

    @property
    def table(self) -> str:
        """Name of the measure's table and asset, e.g. "ind_fte__01"."""
        return f"ind_{self.id.lower().replace('-', '__')}"

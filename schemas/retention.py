"""How long a service keeps what it was sent: by the disposal and the age of the case, and by plain periods.

What belongs here: the section `retention` of `service.yaml`. Which child is due is worked out in
`pipelines.retention.due`; what goes with a child or a quarter is in docs/decisions/0014.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class CaseKind(StrEnum):
    """The kinds of case that have a term of their own; of several that a child has, the longest term holds."""

    PREVENTION = "prevention"
    OUT_OF_COURT = "out_of_court"
    REFERRAL_ORDER = "referral_order"
    COURT_ORDER = "court_order"
    SEXUAL_OFFENCE = "sexual_offence"


class Term(BaseModel):
    """How long a case is kept after its last action.

    Attributes:
        years: so many years after the last action.
        until_age: and in any case until the child has this age; None where the age does not matter.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    years: int = Field(ge=0, le=100)
    until_age: int | None = Field(default=None, ge=10, le=100)


def _published_terms() -> dict[CaseKind, Term]:
    """The terms of Darlington's youth offending service as published; sexual offences are there only "longer".

    Nothing is published of prevention cases: they are taken as out-of-court ones.
    """
    until_18 = Term(years=3, until_age=18)
    return {
        CaseKind.PREVENTION: until_18,
        CaseKind.OUT_OF_COURT: until_18,
        CaseKind.REFERRAL_ORDER: until_18,
        CaseKind.COURT_ORDER: Term(years=5),
        CaseKind.SEXUAL_OFFENCE: Term(years=10),
    }


class Retention(BaseModel):
    """What is kept for how long.

    Attributes:
        by_itself: False: the nightly job only counts what is due, and nothing goes until somebody says
            `board-returns purge`.
        kept_whole_months: so many months after its last day a quarter is kept as it came, so that its return can be
            made and restated; children due meanwhile are only counted.
        working_data_months: after so many months a quarter's files and tables go whole, whoever is in them.
        runs_months: Dagster's runs with their events go after so many months; they hold file names, no records.
        terms: the term of each kind of case; kinds left out keep theirs.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    by_itself: bool = False
    kept_whole_months: int = Field(default=9, ge=1, le=120)
    working_data_months: int = Field(default=36, ge=1, le=1200)
    runs_months: int = Field(default=12, ge=1, le=120)
    terms: dict[CaseKind, Term] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _whole_before_gone(self) -> Self:
        """Refuse a quarter that would go before it may be touched.

        Raises:
            ValueError: which two numbers do not go together.
        """
        if self.working_data_months < self.kept_whole_months:
            raise ValueError("retention: working_data_months must not be less than kept_whole_months")
        return self

    def term(self, kind: CaseKind) -> Term:
        """The term of a kind of case."""
        return self.terms.get(kind) or _published_terms()[kind]


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)

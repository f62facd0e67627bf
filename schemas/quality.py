"""The sides of data quality and the rules of timeliness: what is counted for each field, and when data is in time.

What belongs here: the words and the limits, each with its reason. The counting is in `assets.core.quality`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Side = Literal["completeness", "validity", "consistency", "references", "timeliness"]

#: What a step over one extract counts; "references" is counted when the extracts are read together.
OF_EXTRACT: tuple[Side, ...] = ("completeness", "validity", "consistency", "timeliness")
REFERENCES: Side = "references"

#: An extract is in time when it was taken within so many days of the quarter's end: the month in which the quarter's
#: return is due to the Youth Justice Board (ux-security.md 3; a house rule).
TAKEN_WITHIN_DAYS = 31
#: An entry is in time when it was posted within so many days of the end of its accounting period.
POSTED_WITHIN_DAYS = 31


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How old the newest entry of a reference may be at the quarter's end.

    Attributes:
        column: the column that tells its age.
        months: months it may lie before the quarter's end: the publication's rhythm, and the wait for its release.
        why: the rhythm in words.
    """

    column: str
    months: int
    why: str


#: Reference -> how old it may be.
RHYTHMS: Mapping[str, Rhythm] = MappingProxyType(
    {
        "moj_cohort": Rhythm("release_date", 6, "released every quarter"),
        "moj_fte": Rhythm("release_date", 6, "released every quarter"),
        "moj_custody": Rhythm("release_date", 6, "released every quarter"),
        "moj_national_reoffending": Rhythm("cohort_start", 36, "a cohort is followed and released within two years"),
        "population": Rhythm("mid_year", 30, "released each June for the year before"),
        "ons_mid_year_estimates": Rhythm("time_period", 30, "released each June for the year before"),
        "comparators": Rhythm("window_end", 36, "released at least once a year, for a period a year back"),
        "targets": Rhythm("fy", 12, "set for each financial year"),
        "finance_budget": Rhythm("fy", 12, "set for each financial year"),
        "finance_savings": Rhythm("fy", 12, "set for each financial year"),
    }
)

"""What a measure's numbers are, seen by somebody who wants to know about one child: counts of people, or not.

What belongs here: rules by the measure's header alone. What is hidden is decided over the figures.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from assets.report.figures.lines import is_change
from schemas.measure import Measure

Part = Literal["numerator", "denominator"]
PARTS: tuple[Part, Part] = ("numerator", "denominator")
#: Whose figures are published as they stand. Counts of police records are hidden like our own, though the Ministry
#: publishes them: no reader can know which of two threes was public before.
PUBLIC_SOURCES = frozenset({"published", "finance", "Board"})
#: Counting units that are neither people nor what was done by, to or with a person.
NOT_PEOPLE = frozenset({"pound", "risk", "milestone", "meeting", "area", "call", "post"})
#: Units of amounts: hours are no number of children.
AMOUNTS = frozenset({"hours", "FTE", "score", "GBP"})
#: How a header says that its numerators are sums of points, which are no number of children either.
_POINTS = re.compile(r"\bpoints\b")
#: How a breakdown by two things at once is named; a category of one holds both.
_CROSSED = re.compile(r"(?:\b|_)and(?:\b|_)")
CROSSED_CATEGORY = " | "


class Place(NamedTuple):
    """One part of one figure: where a count stands.

    Attributes:
        measure_id: its measure.
        period_id: its period.
        area_code: its area.
        breakdown: its breakdown, "all" for a headline.
        category: its category.
        part: numerator or denominator.
    """

    measure_id: str
    period_id: str
    area_code: str
    breakdown: str
    category: str
    part: str


def is_public(measure: Measure) -> bool:
    """Whether all figures of a measure may be shown as they are: published elsewhere, or not about people."""
    return measure.data_source in PUBLIC_SOURCES or measure.counting_unit in NOT_PEOPLE


def is_derived(measure: Measure) -> bool:
    """Whether a measure only says how others changed; it is shown where what it is made of is shown."""
    return is_change(measure) and not is_public(measure)


def is_amount(measure: Measure) -> bool:
    """Whether a measure's numerators are amounts, such as hours or points."""
    return measure.unit in AMOUNTS or measure.counting_unit == "hour" or bool(_POINTS.search(measure.numerator))


def has_count_below(measure: Measure) -> bool:
    """Whether a measure's denominators count people: not hours, nor residents, whom everybody knows the number of."""
    return measure.unit not in AMOUNTS and measure.counting_unit != "hour" and not public_denominator(measure)


def public_denominator(measure: Measure) -> bool:
    """Whether everybody knows the denominators: residents, of a rate."""
    return measure.unit == "per 1,000"


def is_share(measure: Measure) -> bool:
    """Whether numerators are parts of denominators."""
    return measure.unit == "%" and not is_change(measure)


def is_crossed(breakdown: str, category: str) -> bool:
    """Whether a category is one of two things at once, e.g. ethnic group and sex."""
    return CROSSED_CATEGORY in category or bool(_CROSSED.search(breakdown))

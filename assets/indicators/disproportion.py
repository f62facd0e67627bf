"""Whether an ethnic group is met with more or less often than its population would give, and how sure that is (B7).

What belongs here: the exact interval of a relative rate, Wilson's of a share, and the one sentence a group is owed.
Counts and populations come from the measures' SQL. The source's own test of "statistically reliable" is not printed
(T-11); this one is ours: a group differs only where its population share lies outside the interval of its share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assets.indicators.caution import wilson
from assets.indicators.exact import clopper_pearson

#: Fewer young people of a group than this, and nothing is said of it.
LEAST_YOUNG_PEOPLE: Final = 5
#: Fewer residents of a group than this, and nothing is said of it.
LEAST_RESIDENTS: Final = 100

OVER: Final = "Over-represented: more than chance would give."
UNDER: Final = "Under-represented: fewer than chance would give."
NOT_TOLD_APART: Final = "No difference beyond chance."
TOO_FEW: Final = f"No statement: fewer than {LEAST_YOUNG_PEOPLE} young people."
TOO_SMALL: Final = f"No statement: fewer than {LEAST_RESIDENTS} residents."


@dataclass(frozen=True, slots=True)
class Group:
    """One ethnic group among the young people on disposals.

    Attributes:
        name: the group.
        young_people: of the group, on disposals.
        residents: of the group, aged 10 to 17.
        all_young_people: on disposals, of all recorded groups.
        all_residents: aged 10 to 17, of all groups.
    """

    name: str
    young_people: int
    residents: float
    all_young_people: int
    all_residents: float

    @property
    def share(self) -> float | None:
        """Share of the young people on disposals, in per cent; None where there are none."""
        return 100 * self.young_people / self.all_young_people if self.all_young_people else None

    @property
    def population_share(self) -> float:
        """Share of the residents, in per cent."""
        return 100 * self.residents / self.all_residents

    @property
    def gap(self) -> float | None:
        """The share less the population share, in percentage points (NI 44)."""
        return None if self.share is None else self.share - self.population_share


@dataclass(frozen=True, slots=True)
class Rate:
    """A relative rate index with its exact 95% interval.

    Attributes:
        index: the group's rate over that of White young people.
        low: lower end; nought where the group has nobody.
        high: upper end; None where there is none, since no White young person was met.
    """

    index: float
    low: float
    high: float | None

    @property
    def other_way_round(self) -> float | None:
        """How many times as often White young people are met, for an index below 1; None for another."""
        return 1 / self.index if 0 < self.index < 1 else None


def relative_rate(group: Group, white: Group) -> Rate | None:
    """The relative rate index of a group against White, with its exact interval given the number of both together.

    Given both together the group's number is binomial with p = r m / (r m + w), r being the true index and m and w the
    residents; the ends of Clopper and Pearson for p give those for r = p / (1 - p) x w / m.

    Returns:
        None where there is no rate to set it against: no residents of either, or no White young person.
    """
    if group.residents <= 0 or white.residents <= 0 or white.young_people == 0:
        return None
    exposure = white.residents / group.residents
    low, high = clopper_pearson(group.young_people, group.young_people + white.young_people)
    return Rate(
        index=exposure * group.young_people / white.young_people,
        low=exposure * low / (1 - low),
        high=exposure * high / (1 - high) if high < 1 else None,
    )


def share_interval(group: Group) -> tuple[float, float] | None:
    """95% Wilson interval of the group's share, in per cent."""
    return wilson(group.young_people, group.all_young_people)


def statement(group: Group) -> str:
    """The one sentence on a group: too few to say, no difference beyond chance, or which way it differs."""
    ends = share_interval(group)
    if group.young_people < LEAST_YOUNG_PEOPLE or ends is None:
        return TOO_FEW
    if group.residents < LEAST_RESIDENTS:
        return TOO_SMALL
    low, high = ends
    if low <= group.population_share <= high:
        return NOT_TOLD_APART
    return OVER if group.population_share < low else UNDER

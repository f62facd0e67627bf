"""The table of over-representation: each ethnic group's count, share, gap, relative rate and what may be said of it.

What belongs here: laying out. The arithmetic and the sentences are in `assets.indicators.disproportion`.
"""

from __future__ import annotations

from collections.abc import Iterable

from assets.indicators.disproportion import Group, relative_rate, share_interval, statement
from assets.report.figures.lookup import Book, Period
from assets.report.wording.cells import NOT_APPLICABLE, amount
from schemas.measure import Measure
from schemas.pack import Block, Cell, Column, Heading, Paragraph, Table

#: The measure whose rows hold the counts and residents of each group.
COMPOSITION = "ETH-01"
WHITE = "White"
YOUNG_PEOPLE = "young people on disposals"
RESIDENTS = "residents aged 10 to 17"


def over_representation(book: Book, derived: Iterable[Measure]) -> list[Block]:
    """Heading, reading help and table, where the measure of ethnic composition stands on the page and has figures."""
    for measure in derived:
        period = book.newest_part(measure) if measure.id == COMPOSITION else None
        if period is not None:
            groups = groups_of(book, measure, period)
            return _blocks(groups, period) if groups else []
    return []


def groups_of(book: Book, measure: Measure, period: Period) -> list[Group]:
    """The ethnic groups of one period, White first, then in alphabetical order."""
    counts: dict[str, dict[str, float]] = {YOUNG_PEOPLE: {}, RESIDENTS: {}}
    for breakdown, category, figure in book.parts(measure, period):
        if breakdown in counts and figure.numerator is not None:
            counts[breakdown][category] = figure.numerator
    young, residents = counts[YOUNG_PEOPLE], counts[RESIDENTS]
    names = sorted(set(young) & set(residents), key=lambda name: (name != WHITE, name))
    everybody, population = int(sum(young.values())), sum(residents.values())
    return [Group(name, int(young[name]), residents[name], everybody, population) for name in names]


def _blocks(groups: list[Group], period: Period) -> list[Block]:
    white = next((group for group in groups if group.name == WHITE), None)
    table = Table(
        "over_representation",
        f"Young people on disposals by ethnic group, {period.label}.",
        (
            Column("Ethnic group", 30),
            Column("Young people on disposals", 14, "right"),
            Column("Share of them", 13, "right"),
            Column("Lowest likely share", 13, "right"),
            Column("Highest likely share", 13, "right"),
            Column("Share of residents aged 10 to 17", 16, "right"),
            Column("Gap", 12, "right"),
            Column("Relative rate index", 13, "right"),
            Column("Lowest likely index", 13, "right"),
            Column("Highest likely index", 13, "right"),
            Column("White young people met as often, times", 17, "right"),
            Column("What may be said", 34),
        ),
        tuple(_row(group, white) for group in groups),
    )
    return [Heading(f"Over-representation: {period.label} [note small]"), Paragraph(_HELP), table]


_HELP = (
    "A group differs only where its share of residents lies outside the likely range of its share (95%); the size of a "
    "gap alone says nothing. The relative rate index is the group's rate for each resident over that of White young "
    "people: 1 is the same rate. An index below 1 is said the other way round beside it."
)


def _row(group: Group, white: Group | None) -> tuple[Cell, ...]:
    low, high = share_interval(group) or (None, None)
    return (
        group.name,
        amount(group.young_people, "count", 0),
        amount(group.share, "%", 1),
        amount(low, "%", 1),
        amount(high, "%", 1),
        amount(group.population_share, "%", 1),
        amount(group.gap, "pp", 1, signed=True),
        *_rate(group, white),
        statement(group),
    )


def _rate(group: Group, white: Group | None) -> tuple[Cell, ...]:
    """The index with its ends, and the other way round; not applicable to White itself."""
    rate = None if white is None or group.name == WHITE else relative_rate(group, white)
    if rate is None:
        return (NOT_APPLICABLE,) * 4
    turned = rate.other_way_round
    return (
        amount(rate.index, "ratio", 2),
        amount(rate.low, "ratio", 2),
        NOT_APPLICABLE if rate.high is None else amount(rate.high, "ratio", 2),
        NOT_APPLICABLE if turned is None else amount(turned, "ratio", 2),
    )

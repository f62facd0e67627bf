"""The problem of disclosure as data: cells with their true counts, what the public knows, and what adds up to what.

What belongs here: the classes that the optimiser and the attacker both read, and nothing that reasons about them.

A cell is one count of the pack (or one that anybody can reckon from the pack, such as a difference of two versions).
Its id is a stable text such as "FTE-01|2014-15 Q3|Rutland|numerator": patterns are the same for the same ids and
counts, whatever the order in which they were given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


class ProblemUnfit(ValueError):  # noqa: N818 - "unfit" is the house's word
    """The cells and relations contradict each other; the message names cells and holds no count."""


class CannotProtect(Exception):  # noqa: N818 - a refusal rather than an error
    """No pattern keeps every count from being worked out; the caller must not publish.

    Attributes:
        leaks: what an attacker would learn from the best pattern found. Holds counts: never to be shown.
    """

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        named = ", ".join(leak.cell for leak in leaks[:5])
        super().__init__(f"{len(leaks)} hidden counts could be worked out from what is known already: {named}.")
        self.leaks = leaks


@dataclass(frozen=True, slots=True)
class Cell:
    """One count.

    Attributes:
        id: stable name; sorts the cells.
        count: the true count, nought or more.
        low: least the public knows it to be, whatever is printed (0 for a count).
        high: most the public knows it to be (a published population, a rounded figure's end), or None for no bound.
        known: the public has it already, or must be given it (an earlier version, another edition): never hidden.
        printed: stands in the pack. One that is not printed (version 2 minus version 1) can only be worked out; it
            costs nothing, and is protected where it is a risk.
        group: cells of one group are shown or hidden together (numerator and denominator of one figure); empty for a
            cell by itself.
        weight: what hiding it costs, 1 or more: the optimiser hides the least in all.
        protection: how wide an attacker's interval must stay while it is hidden; None leaves that to the rules, 0 asks
            for nothing (a denominator hidden only because its numerator is).
    """

    id: str
    count: int
    low: int = 0
    high: int | None = None
    known: bool = False
    printed: bool = True
    group: str = ""
    weight: int = 1
    protection: int | None = None

    @property
    def unit(self) -> str:
        """What is shown or hidden at once: the group, or the cell where it has none."""
        return f"group {self.group}" if self.group else f"cell {self.id}"

    @property
    def hideable(self) -> bool:
        """Whether hiding it is a choice."""
        return self.printed and not self.known


@dataclass(frozen=True, slots=True)
class Relation:
    """What everybody knows of several cells at once: low <= sum of coefficient times cell <= high.

    Attributes:
        terms: (cell id, whole coefficient), each cell once.
        low: least the sum can be, None for no bound.
        high: most the sum can be, None for no bound.
    """

    terms: tuple[tuple[str, int], ...]
    low: int | None = 0
    high: int | None = 0


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, by cell ids: the rest (whole less part) is a count too, and the part is never the larger."""

    part: str
    whole: str

    @property
    def rest(self) -> str:
        """Id of the cell that holds the rest."""
        return f"rest of {self.whole} less {self.part}"


@dataclass(frozen=True)
class Problem:
    """All cells of a pack (with its quarters, versions and editions) and what links them.

    Attributes:
        cells: each id once.
        relations: over cells of the problem; the true counts keep them.
        shares: parts of wholes; `completed` makes a cell and a relation of each rest.

    Raises:
        ProblemUnfit: an id twice, a relation of an unknown cell, or true counts outside what the public knows.
    """

    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...] = ()
    shares: tuple[Share, ...] = ()

    def __post_init__(self) -> None:
        if len(self.by_id) < len(self.cells):
            raise ProblemUnfit("Two cells have the same id.")
        for cell in self.cells:
            if not _within(cell.count, max(cell.low, 0), cell.high):
                raise ProblemUnfit(f"The count of {cell.id} is outside its own bounds.")
        for relation in self.relations:
            self._check(relation)
        for share in self.shares:
            if not {share.part, share.whole} <= self.by_id.keys():
                raise ProblemUnfit(f"A share names a cell that there is not: {share.part} of {share.whole}.")

    def _check(self, relation: Relation) -> None:
        names = [name for name, _ in relation.terms]
        if len(set(names)) < len(names) or not self.by_id.keys() >= set(names):
            raise ProblemUnfit(f"A relation names a cell twice, or one that there is not: {', '.join(names)}.")
        total = sum(factor * self.by_id[name].count for name, factor in relation.terms)
        if not _within(total, relation.low, relation.high):
            raise ProblemUnfit(f"The counts do not keep a relation: {', '.join(names)}.")

    @cached_property
    def by_id(self) -> dict[str, Cell]:
        """Cells by id."""
        return {cell.id: cell for cell in self.cells}

    @cached_property
    def units(self) -> dict[str, tuple[Cell, ...]]:
        """Cells that are shown or hidden at once, by unit, each sorted by id."""
        found: dict[str, list[Cell]] = {}
        for cell in sorted(self.cells, key=lambda cell: cell.id):
            found.setdefault(cell.unit, []).append(cell)
        return {unit: tuple(found[unit]) for unit in sorted(found)}


@dataclass(frozen=True, slots=True)
class Leak:
    """A hidden count that can be worked out too closely.

    Attributes:
        cell: its id.
        low: least it can be, given all that is shown.
        high: most it can be.
    """

    cell: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to hide.

    Attributes:
        hidden: ids of the printed cells to hide, risks and those that go with them.
        primary: ids of the cells that are risks in themselves, printed or not.
        proven: whether nothing cheaper would do; False where the search was cut off and more was hidden to be safe.
    """

    hidden: frozenset[str]
    primary: frozenset[str]
    proven: bool


def total(whole: str, parts: Iterable[str]) -> Relation:
    """The relation whole = sum of its parts."""
    return Relation(((whole, 1), *((part, -1) for part in parts)))


def same(one: str, other: str) -> Relation:
    """The relation of a count that stands in two places."""
    return total(one, (other,))


def at_most(part: str, whole: str) -> Relation:
    """The relation part <= whole."""
    return Relation(((whole, 1), (part, -1)), low=0, high=None)


def completed(problem: Problem) -> Problem:
    """The problem with each share's rest as a cell that is not printed, and the relation that makes it.

    Quirk: what is completed already stays as it is.
    """
    by_id = problem.by_id
    shares = sorted({share.rest: share for share in problem.shares if share.rest not in by_id}.items())
    rests = tuple(
        Cell(name, by_id[share.whole].count - by_id[share.part].count, printed=False) for name, share in shares
    )
    made = tuple(total(share.whole, (share.part, name)) for name, share in shares)
    return Problem(problem.cells + rests, problem.relations + made, problem.shares)


def _within(number: int, low: int | None, high: int | None) -> bool:
    return (low is None or number >= low) and (high is None or number <= high)

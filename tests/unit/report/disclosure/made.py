"""Small problems for the tests of disclosure, and a reader who tries every world by counting: the judge of both sides.

What belongs here: makers of tables, and enumeration. Shares nothing with the optimiser or the attacker but `cells`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import product

from assets.report.disclosure.cells import Cell, Problem, Relation, total
from assets.report.disclosure.primary import Rules

Counts = Mapping[str, int]


def problem(counts: Counts, relations: Iterable[Relation] = (), known: Iterable[str] = ()) -> Problem:
    """Cells by their ids; those known are never hidden. Hiding a cell costs its count and one, so small ones go."""
    kept = set(known)
    cells = tuple(Cell(name, count, known=name in kept, weight=1 + count) for name, count in counts.items())
    return Problem(cells, tuple(relations))


def line(whole: str, parts: Counts, *, known: bool = True) -> Problem:
    """A total that is known, and its parts."""
    counts = {whole: sum(parts.values()), **parts}
    return problem(counts, [total(whole, parts)], [whole] if known else [])


def table(rows: list[list[int]], prefix: str = "") -> Problem:
    """A two-way table with all its margins: cells r0c0, row totals r0t, column totals tc0, and tt."""
    across = [*range(len(rows[0])), "t"]
    down = [*range(len(rows)), "t"]
    full = [[*row, sum(row)] for row in rows]
    full.append([sum(column) for column in zip(*full, strict=True)])

    def name(row: object, column: object) -> str:
        return f"{prefix}r{row}c{column}"

    counts = {name(r, c): full[i][j] for i, r in enumerate(down) for j, c in enumerate(across)}
    relations = [total(name(r, "t"), [name(r, c) for c in across[:-1]]) for r in down]
    relations += [total(name("t", c), [name(r, c) for r in down[:-1]]) for c in across]
    return problem(counts, relations)


def joined(*problems: Problem, relations: Iterable[Relation] = ()) -> Problem:
    """Several problems as one, with further relations."""
    cells = {cell.id: cell for one in problems for cell in one.cells}
    kept = [relation for one in problems for relation in one.relations]
    return Problem(tuple(cells.values()), (*kept, *relations))


def shuffled(made: Problem, seed: int) -> Problem:
    """The same problem told in another order."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    cells = [*made.cells]
    relations = [replace(r, terms=tuple(chance.sample(r.terms, len(r.terms)))) for r in made.relations]
    chance.shuffle(cells)
    chance.shuffle(relations)
    return Problem(tuple(cells), tuple(relations), made.shares)


def ends(made: Problem, hidden: AbstractSet[str], rules: Rules) -> dict[str, tuple[int, int]]:
    """Least and most of each hidden cell over all worlds that a reader cannot rule out, no further than need be.

    A hidden cell is at least 1 unless noughts are hidden by rule, or one is hidden anywhere in the problem, which must
    be one block without groups.
    """
    ranges = _ranges(made, hidden, rules)
    found = {name: (made.by_id[name].count,) * 2 for name in sorted(hidden)}
    for name in sorted(hidden):
        count = made.by_id[name].count
        for value in (step for far in range(rules.width, 0, -1) for step in (count - far, count + far)):
            low, high = found[name]
            if high - low >= rules.width or low <= value <= high or not _is_in(value, ranges[name]):
                continue
            world = _some_world(made, {**ranges, name: (value, value)})
            if world is not None:
                found = {one: (min(least, world[one]), max(most, world[one])) for one, (least, most) in found.items()}
    return found


def leaks(made: Problem, hidden: AbstractSet[str], rules: Rules) -> list[str]:
    """Hidden cells whose worlds lie too close together, and risks that are not hidden."""
    shown = [
        cell.id
        for cell in made.cells
        if cell.hideable
        and cell.id not in hidden
        and (0 < cell.count < rules.threshold or (rules.hide_noughts and cell.count == 0))
    ]
    return shown + [name for name, (low, high) in ends(made, hidden, rules).items() if high - low < rules.width]


Ranges = dict[str, tuple[int, int]]


def _ranges(made: Problem, hidden: AbstractSet[str], rules: Rules) -> Ranges:
    maybe_nought = rules.hide_noughts or any(made.by_id[name].count == 0 for name in hidden)
    far = 2 * max(cell.count for cell in made.cells) + 2 * rules.width
    ranges = {cell.id: (cell.count, cell.count) for cell in made.cells}
    for name in hidden:
        cell = made.by_id[name]
        ranges[name] = (max(cell.low, 0 if maybe_nought else 1), far if cell.high is None else cell.high)
    return ranges


def _is_in(count: int, ends_of: tuple[int, int]) -> bool:
    return ends_of[0] <= count <= ends_of[1]


def _some_world(made: Problem, ranges: Ranges) -> dict[str, int] | None:
    """Whole numbers within the ranges that keep every relation, by narrowing and trying; None if there are none."""
    narrowed = _narrowed(made, ranges)
    if narrowed is None:
        return None
    undecided = [name for name, (low, high) in narrowed.items() if low < high]
    if not undecided:
        return {name: low for name, (low, _) in narrowed.items()}
    name = min(undecided, key=lambda one: (narrowed[one][1] - narrowed[one][0], one))
    low, high = narrowed[name]
    tries = (_some_world(made, {**narrowed, name: (count, count)}) for count in range(low, high + 1))
    return next((world for world in tries if world is not None), None)


def _narrowed(made: Problem, ranges: Ranges) -> Ranges | None:
    """The ranges without what a relation by itself rules out; None if nothing is left."""
    done, before = dict(ranges), None
    while done != before:
        before = dict(done)
        for relation in made.relations:
            for name, factor in relation.terms:
                others = [(one, f) for one, f in relation.terms if one != name]
                least = sum(f * done[one][0 if f > 0 else 1] for one, f in others)
                most = sum(f * done[one][1 if f > 0 else 0] for one, f in others)
                low, high = _left(relation, least, most, factor)
                done[name] = (max(done[name][0], low), min(done[name][1], high))
                if done[name][0] > done[name][1]:
                    return None
    return done


def _left(relation: Relation, least: int, most: int, factor: int) -> tuple[int, int]:
    """Ends of a cell with this factor, where the other terms sum to between least and most."""
    endless = 10**9
    low = -endless if relation.low is None else relation.low - most
    high = endless if relation.high is None else relation.high - least
    if factor < 0:
        low, high, factor = -high, -low, -factor
    return -(-low // factor), high // factor


def patterns(made: Problem) -> Iterator[frozenset[str]]:
    """Every set of cells that could be hidden, for problems of a dozen cells at most."""
    names = sorted(cell.id for cell in made.cells if cell.hideable)
    for chosen in product((False, True), repeat=len(names)):
        yield frozenset(name for name, taken in zip(names, chosen, strict=True) if taken)

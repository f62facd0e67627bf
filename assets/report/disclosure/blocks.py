"""The problem cut into blocks that have nothing to do with each other, each as arrays of deviations from the truth.

What belongs here: the optimiser's view of a problem. A deviation is what a cell could be more or less than it is;
known cells deviate by nothing and so hold no blocks together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from assets.report.disclosure.cells import Cell, Problem, Relation
from assets.report.disclosure.primary import Rules, floor, protection

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Reals = NDArray[np.float64]

#: What stands for "without an end": far beyond any interval wanted, near enough for the solver's arithmetic.
FAR = 100_000


@dataclass(frozen=True)
class Block:
    """Cells that hang together, n of them, in order of id; u units; e equations and i inequalities.

    Attributes:
        ids: (n) ids of the cells.
        down: (n) how far below the truth a hidden cell could be.
        up: (n) how far above.
        unit: (n) index of the cell's unit, -1 for a cell that is not printed.
        wanted: (n) width that a hidden cell's interval must have; 0 for nothing wanted.
        cost: (u) what hiding the unit costs.
        must: (u) units that hold a risk.
        may: (u) units that may be hidden, the risks among them.
        noughts: (u) units that are a nought by itself.
        equations: (e, n) rows whose deviations sum to nought.
        inequalities: (i, n) rows whose deviations sum to `slack` at most.
        slack: (i) see there.
        need_nought: at least one nought must go, since readers are to think that any hidden cell might be one.
    """

    ids: tuple[str, ...]
    down: Whole
    up: Whole
    unit: Whole
    wanted: Whole
    cost: Whole
    must: Flags
    may: Flags
    noughts: Flags
    equations: csr_array
    inequalities: csr_array
    slack: Reals
    need_nought: bool

    def free(self, hidden: Flags) -> Flags:
        """(n) cells that deviate where these units (u) are hidden."""
        return np.where(self.unit < 0, True, hidden[self.unit]) if len(hidden) else self.unit < 0


Piece = tuple[tuple[Cell, ...], tuple[Relation, ...]]


def pieces(problem: Problem, risks: frozenset[str]) -> tuple[Piece, ...]:
    """Cells that hang together by relations or groups, with their relations; only where there is a risk among them."""
    owner = _owners(problem)
    cells: dict[str, list[Cell]] = defaultdict(list)
    for cell in sorted(problem.cells, key=lambda cell: cell.id):
        if not cell.known:
            cells[owner[cell.id]].append(cell)
    relations: dict[str, list[Relation]] = defaultdict(list)
    for relation in sorted(problem.relations, key=_order):
        open_terms = [name for name, _ in relation.terms if name in owner]
        if open_terms:
            relations[owner[open_terms[0]]].append(relation)
    return tuple(
        (tuple(cells[key]), tuple(relations[key])) for key in cells if any(cell.id in risks for cell in cells[key])
    )


def _order(relation: Relation) -> tuple[object, ...]:
    ends = (str(relation.low), str(relation.high))
    return (tuple(sorted(relation.terms)), ends)


def _root(parent: dict[str, str], name: str) -> str:
    """The name that stands for all that hang together with one; the way to it is made shorter for the next time."""
    while parent[name] != name:
        parent[name] = parent[parent[name]]
        name = parent[name]
    return name


def _owners(problem: Problem) -> dict[str, str]:
    """The name of its block for each cell that is not known, by union and find."""
    parent = {cell.id: cell.id for cell in problem.cells if not cell.known}
    ties = [[name for name, _ in relation.terms if name in parent] for relation in problem.relations]
    ties += [[cell.id for cell in unit if not cell.known] for unit in problem.units.values()]
    for tie in ties:
        for name in tie[1:]:
            first, second = sorted((_root(parent, tie[0]), _root(parent, name)))
            parent[second] = first
    return {name: _root(parent, name) for name in parent}


def as_block(problem: Problem, piece: Piece, rules: Rules, risks: frozenset[str], *, noughts_shown: bool) -> Block:
    """The arrays of one piece; with `noughts_shown` no nought by itself may be hidden, and readers know it."""
    cells, relations = piece
    units = sorted({cell.unit for cell in cells if cell.printed})
    index = {unit: number for number, unit in enumerate(units)}
    unit = np.array([index.get(cell.unit, -1) if cell.printed else -1 for cell in cells], dtype=np.int64)
    shape = _shape(cells, risks, rules, unit, len(units))
    low = [floor(cell, noughts_shown=noughts_shown) for cell in cells]
    equations, inequalities, slack = _rows(cells, relations, problem)
    return Block(
        ids=tuple(cell.id for cell in cells),
        down=np.array([cell.count - least for cell, least in zip(cells, low, strict=True)], dtype=np.int64),
        up=np.array([FAR if cell.high is None else cell.high - cell.count for cell in cells], dtype=np.int64),
        unit=unit,
        wanted=np.array([protection(c, rules, risk=c.id in risks) * _asks(c, risks) for c in cells], dtype=np.int64),
        cost=shape.cost,
        must=shape.must,
        may=~shape.noughts | shape.must if noughts_shown else np.ones(len(units), dtype=np.bool_),
        noughts=shape.noughts,
        equations=equations,
        inequalities=inequalities,
        slack=slack,
        need_nought=not noughts_shown and not rules.hide_noughts,
    )


def _asks(cell: Cell, risks: frozenset[str]) -> bool:
    return cell.printed or cell.id in risks


@dataclass(frozen=True)
class _Units:
    cost: Whole
    must: Flags
    noughts: Flags


def _shape(cells: tuple[Cell, ...], risks: frozenset[str], rules: Rules, unit: Whole, many: int) -> _Units:
    cost = np.zeros(many, dtype=np.int64)
    must = np.zeros(many, dtype=np.bool_)
    noughts = np.zeros(many, dtype=np.bool_)
    for cell, number in zip(cells, unit, strict=True):
        if number >= 0:
            cost[number] += cell.weight
            must[number] |= cell.id in risks
            noughts[number] |= cell.count == 0 and not cell.group and not rules.hide_noughts
    return _Units(cost, must, noughts)


def _rows(
    cells: tuple[Cell, ...], relations: tuple[Relation, ...], problem: Problem
) -> tuple[csr_array, csr_array, Reals]:
    """Equations and inequalities over the cells' deviations, with the room that the truth leaves in the latter."""
    place = {cell.id: number for number, cell in enumerate(cells)}
    equal: list[dict[int, int]] = []
    below: list[dict[int, int]] = []
    slack: list[int] = []
    for relation in relations:
        row = {place[name]: factor for name, factor in relation.terms if name in place and factor}
        if relation.low == relation.high:
            equal.append(row)
            continue
        at = sum(factor * problem.by_id[name].count for name, factor in relation.terms)
        if relation.high is not None:
            below.append(row)
            slack.append(relation.high - at)
        if relation.low is not None:
            below.append({number: -factor for number, factor in row.items()})
            slack.append(at - relation.low)
    return _sparse(equal, len(cells)), _sparse(below, len(cells)), np.array(slack, dtype=np.float64)


def _sparse(rows: list[dict[int, int]], width: int) -> csr_array:
    data = [factor for row in rows for factor in row.values()]
    across = [number for row in rows for number in row]
    down = [number for number, row in enumerate(rows) for _ in row]
    return csr_array((np.array(data, dtype=np.float64), (down, across)), shape=(len(rows), width))

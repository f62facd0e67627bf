"""An attacker who reads all that is shown, knows every relation and rule, and tries to work the hidden counts out.

What belongs here: the audit. It shares nothing with the optimiser but `cells` and the rules, so that a slip in one is
not believed by the other: it works on the counts themselves, over all cells at once, and believes an interval only when
two worlds of whole numbers, held to every relation in exact arithmetic, lie as far apart as is wanted.
"""

from __future__ import annotations

import math
from collections.abc import Set as AbstractSet
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from assets.report.disclosure.cells import Cell, Leak, Problem, completed
from assets.report.disclosure.primary import Rules, floor, primary_risks, protection

#: How far a solver's answer may be from what it stands for.
SLIP = 1e-6

Counts = NDArray[np.int64]
Numbers = NDArray[np.float64]


def audit(problem: Problem, hidden: AbstractSet[str], rules: Rules | None = None) -> tuple[Leak, ...]:
    """Every hidden count, and every risk that can be reckoned, that can be worked out too closely; sorted by id.

    Args:
        problem: all that is to be published, and all that was.
        hidden: ids of the cells not shown; the cells that are not printed need not be named.
        rules: what the service hides; the reader is taken to know it.

    Returns:
        The leaks, none if the pattern holds. A cell counts as leaking until two whole worlds prove the contrary.
    """
    attack = Attack(completed(problem), hidden, rules or Rules())
    attack.look_around()
    leaks = (attack.leak(cell) for cell in attack.targets)
    return tuple(leak for leak in leaks if leak is not None)


class Attack:
    """What one attacker knows: ends of every open cell, every relation with what is shown put in, worlds found so far.

    Attributes:
        targets: places of the cells to work out, in order of their ids.
    """

    def __init__(self, problem: Problem, hidden: AbstractSet[str], rules: Rules) -> None:
        cells = sorted(problem.cells, key=lambda cell: cell.id)
        self._open = [cell for cell in cells if cell.id in hidden or not (cell.printed or cell.known)]
        self._truth = np.array([cell.count for cell in self._open], dtype=np.int64)
        self._system(problem)
        maybe_nought = _blocks_with_hidden_noughts(problem, hidden, rules)
        self._low = np.array([_least(cell, maybe_nought) for cell in self._open], dtype=np.float64)
        self._high = np.array([math.inf if c.high is None else c.high for c in self._open], dtype=np.float64)
        risks = primary_risks(problem, rules)
        wanted = [
            protection(cell, rules, risk=cell.id in risks) if cell.printed or cell.id in risks else 0
            for cell in self._open
        ]
        self._wanted = np.array(wanted, dtype=np.int64)
        self._lowest, self._highest = self._truth.copy(), self._truth.copy()
        self.targets = [int(place) for place in np.flatnonzero(self._wanted)]

    def _system(self, problem: Problem) -> None:
        """The relations over the open cells, what is shown taken from both ends of each."""
        place = {cell.id: number for number, cell in enumerate(self._open)}
        entries: list[tuple[int, int, int]] = []
        least: list[float] = []
        most: list[float] = []
        for relation in problem.relations:
            inner = [(place[name], factor) for name, factor in relation.terms if name in place]
            if not inner:
                continue
            outer = sum(factor * problem.by_id[name].count for name, factor in relation.terms if name not in place)
            entries += [(len(least), number, factor) for number, factor in inner]
            least.append(-math.inf if relation.low is None else relation.low - outer)
            most.append(math.inf if relation.high is None else relation.high - outer)
        rows, columns, factors = (np.array(list(part), dtype=np.int64) for part in _columns(entries))
        shape = (len(least), len(self._open))
        self._relations = csr_array(coo_array((factors, (rows, columns)), shape=shape))
        self._least, self._most = np.array(least), np.array(most)

    def look_around(self) -> None:
        """Finds worlds far from the truth in many cells at once, so that few cells need a search of their own."""
        for bit in range(max(len(self._open).bit_length(), 1)):
            signs = np.where(np.arange(len(self._open)) >> bit & 1, -1.0, 1.0)
            for aim in (signs, -signs):
                unsettled = np.where(self._highest - self._lowest < self._wanted, aim, 0.0)
                if unsettled.any():
                    self._search(unsettled, self._near_truth(self._wanted > 0), whole=True)

    def leak(self, place: int) -> Leak | None:
        """What is learnt of this cell, None if it can be far enough from itself.

        The ends are those of the integer interval, or of the wider one of the linear bound where that is narrow enough.
        """
        if self._settled(place):
            return None
        for whole in (False, True):
            low, high = (self._end(place, sign, whole=whole) for sign in (1, -1))
            if high - low < self._wanted[place]:
                return Leak(self._open[place].id, low, high)
            if self._settled(place):
                return None
        return Leak(self._open[place].id, int(self._lowest[place]), int(self._highest[place]))

    def _settled(self, place: int) -> bool:
        return bool(self._highest[place] - self._lowest[place] >= self._wanted[place])

    def _end(self, place: int, sign: int, *, whole: bool) -> int:
        """The least (sign 1) or most (-1) a cell can be, looked for no further than is wanted from the truth."""
        aim = np.zeros(len(self._open))
        aim[place] = sign
        only = np.zeros(len(self._open), dtype=np.bool_)
        only[place] = True
        value = float(self._search(aim, self._near_truth(only), whole=whole)[place])
        return math.ceil(value - SLIP) if sign > 0 else math.floor(value + SLIP)

    def _near_truth(self, these: NDArray[np.bool_]) -> Bounds:
        """The ends of every cell, for these no further from the truth than is wanted: beyond that nothing is learnt."""
        low = np.where(these, np.maximum(self._low, self._truth - self._wanted), self._low)
        high = np.where(these, np.minimum(self._high, self._truth + self._wanted), self._high)
        return Bounds(low, high)

    def _search(self, aim: Numbers, ends: Bounds, *, whole: bool) -> Numbers:
        """The world in which the aim is least; noted if it is one of whole numbers. The truth where none is found."""
        answer = milp(
            aim,
            integrality=np.full(len(aim), int(whole)),
            bounds=ends,
            constraints=LinearConstraint(self._relations.astype(np.float64), self._least, self._most),
        )
        if answer.x is None:
            return self._truth.astype(np.float64)
        self._note(np.rint(answer.x).astype(np.int64))
        return np.asarray(answer.x, dtype=np.float64)

    def _note(self, world: Counts) -> None:
        """Takes a world in if it keeps every bound and relation exactly."""
        sums = self._relations @ world
        fits = (sums >= self._least).all() and (sums <= self._most).all()
        if fits and (world >= self._low).all() and (world <= self._high).all():
            self._lowest = np.minimum(self._lowest, world)
            self._highest = np.maximum(self._highest, world)


def _columns(entries: list[tuple[int, int, int]]) -> tuple[list[int], list[int], list[int]]:
    return [row for row, _, _ in entries], [column for _, column, _ in entries], [factor for _, _, factor in entries]


def _least(cell: Cell, maybe_nought: AbstractSet[str]) -> int:
    return floor(cell, noughts_shown=cell.id not in maybe_nought)


def _blocks_with_hidden_noughts(problem: Problem, hidden: AbstractSet[str], rules: Rules) -> set[str]:
    """Cells of which nobody can say that they are not nought: one is hidden among those they hang together with."""
    if rules.hide_noughts:
        return set(problem.by_id)
    open_ids = [cell.id for cell in problem.cells if not cell.known]
    place = {name: number for number, name in enumerate(open_ids)}
    ties = [[place[name] for name, _ in relation.terms if name in place] for relation in problem.relations]
    ties += [[place[cell.id] for cell in unit if cell.id in place] for unit in problem.units.values()]
    pairs = [(one, other) for tie in ties for one, other in pairwise(tie)]
    rows, columns = ([pair[side] for pair in pairs] for side in (0, 1))
    graph = coo_array((np.ones(len(pairs)), (rows, columns)), shape=(len(place), len(place)))
    _, label = connected_components(graph, directed=False)
    noughts = {
        cell.id for cell in problem.cells if cell.id in hidden and cell.count == 0 and not cell.group and cell.printed
    }
    marked = {label[place[name]] for name in noughts if name in place}
    return {name for name, number in place.items() if label[number] in marked}

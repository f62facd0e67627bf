"""How far hidden cells of a block can deviate, and, where one cannot far enough, what any better pattern must hide.

What belongs here: the optimiser's own intervals, by linear programs over the cells that hang together while hidden.
Their dual values make the cuts (Fischetti and Salazar 2000, sliding protection): whatever the duals, a cell's interval
is never wider than the sum of what its cut grants to the hidden units, so a narrow interval names what is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import block_array, csr_array, vstack
from scipy.sparse.csgraph import connected_components

from assets.report.disclosure.blocks import Block, Flags, Reals, Whole

#: Below this a dual value is a rounding of nought.
TINY = 1e-9
#: A lack of less is not worth a cut of the linear master.
PART = 1e-3
#: A full matrix of no more entries is quicker for the solver than a sparse one.
FULL = 50_000
#: How far from a whole number a solver's answer may be.
NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Cut:
    """Any pattern has sum of weights (u) times hidden >= 1; where `unless` is a unit, only if that unit is hidden."""

    weights: Reals
    unless: int


@dataclass(frozen=True, slots=True)
class Near:
    """Cells that hang together while hidden, with the rows that hold them; a full matrix where it is small.

    Attributes:
        cells: their places in the block.
        equal: the equations' places among the rows.
        below: the inequalities'.
        equations: one row for each of `equal`, one column for each cell.
        inequalities: one row for each of `below`.
    """

    cells: Whole
    equal: Whole
    below: Whole
    equations: csr_array | Reals
    inequalities: csr_array | Reals


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a cell gets in one direction: the distance, the deviations (n) that do it, the dual value of each row."""

    far: float
    deviations: Reals
    duals: Reals


class Probe:
    """Finds what is too narrow in a pattern of a block. Keeps every whole-number world it has seen.

    A world is a row of deviations that keeps every relation; it shows what may be under all patterns that hide the
    cells in which it deviates.
    """

    def __init__(self, block: Block) -> None:
        self._block = block
        self._rows = csr_array(vstack([block.equations, block.inequalities]))
        self._links = csr_array(abs(self._rows))
        self._columns = csr_array(self._rows.T)
        self._is_equation = np.arange(self._rows.shape[0]) < block.equations.shape[0]
        self._slack = np.concatenate([np.zeros(block.equations.shape[0]), block.slack])
        self._worlds: Whole = np.zeros((1, len(block.ids)), dtype=np.int64)

    def first_cuts(self) -> list[Cut]:
        """What each equation by itself demands of every cell in it that wants an interval."""
        found = []
        for row in range(self._block.equations.shape[0]):
            across = self._rows.indices[self._rows.indptr[row] : self._rows.indptr[row + 1]]
            factors = self._rows.data[self._rows.indptr[row] : self._rows.indptr[row + 1]]
            for cell, factor in zip(across, factors, strict=True):
                if self._block.wanted[cell]:
                    duals = np.zeros(self._rows.shape[0])
                    duals[row] = 1 / factor
                    found.append(self._cut(int(cell), duals, -duals))
        return [cut for cut in found if cut is not None]

    def cuts(self, hidden: Flags) -> list[Cut]:
        """What this pattern (u) lacks; nothing where each hidden cell's interval is as wide as it wants."""
        block = self._block
        free = block.free(hidden)
        labels = self._labels(free)
        near: dict[int, Near] = {}
        found = []
        for cell in np.flatnonzero(free & (block.wanted > 0)):
            if self._seen_width(int(cell), free) < block.wanted[cell]:
                label = int(labels[cell])
                if label not in near:
                    near[label] = self._near(np.flatnonzero(labels == label))
                found.append(self._narrow(int(cell), near[label], hidden))
        return [cut for cut in found if cut is not None]

    def part_cuts(self, shares: Reals) -> list[Cut]:
        """What the risks lack where each unit (u) is hidden by a share of nought to one: cuts for the linear master."""
        block = self._block
        extent = np.where(block.unit < 0, 1.0, shares[block.unit])
        everywhere = self._near(np.arange(len(block.ids)))
        found = []
        for cell in np.flatnonzero((block.wanted > 0) & self._is_risk()):
            above, below = (self._reach(int(cell), everywhere, sign, extent) for sign in (1, -1))
            if above.far + below.far < block.wanted[cell] - PART:
                found.append(self._cut(int(cell), above.duals, below.duals))
        return [cut for cut in found if cut is not None]

    def _is_risk(self) -> Flags:
        return self._block.free(self._block.must)

    def _labels(self, free: Flags) -> Whole:
        """(n) which of the free cells hang together."""
        links = self._links[:, free]
        _, found = connected_components(block_array([[None, links], [links.T, None]]), directed=False)
        labels = np.full(len(free), -1, dtype=np.int64)
        labels[free] = found[links.shape[0] :]
        return labels

    def _seen_width(self, cell: int, free: Flags) -> int:
        possible = self._worlds[~self._worlds[:, ~free].any(axis=1), cell]
        return int(possible.max() - possible.min())

    def _narrow(self, cell: int, near: Near, hidden: Flags) -> Cut | None:
        """The cut of a cell whose interval is too narrow, None if it proves wide enough."""
        wanted = int(self._block.wanted[cell])
        above = self._reach(cell, near, 1)
        if above.far >= wanted - NEAR and self._remember(above.deviations):
            return None
        below = self._reach(cell, near, -1)
        if above.far + below.far < wanted - NEAR:
            return self._cut(cell, above.duals, below.duals) or self._neighbours(cell, near, hidden)
        if self._remember(above.deviations) and self._remember(below.deviations):
            return None
        if sum(self._whole_reach(cell, near, sign) for sign in (1, -1)) >= wanted:
            return None
        return self._neighbours(cell, near, hidden)

    def _near(self, cells: Whole) -> Near:
        rows = np.flatnonzero(self._links[:, cells].sum(axis=1))
        equal, below = rows[self._is_equation[rows]], rows[~self._is_equation[rows]]
        equations, inequalities = (self._rows[these][:, cells] for these in (equal, below))
        if len(rows) * len(cells) <= FULL:
            return Near(cells, equal, below, equations.toarray(), inequalities.toarray())
        return Near(cells, equal, below, equations, inequalities)

    def _limits(self, cell: int, near: Near, extent: Reals | None) -> tuple[Reals, Reals]:
        """Least and most deviation of the cells near, the probed one no further than it wants."""
        wanted = self._block.wanted[cell]
        part = np.ones(len(near.cells)) if extent is None else extent[near.cells]
        down, up = -self._block.down[near.cells] * part, self._block.up[near.cells] * part
        here = np.searchsorted(near.cells, cell)
        down[here], up[here] = max(down[here], -wanted), min(up[here], wanted)
        return down, up

    def _reach(self, cell: int, near: Near, sign: int, extent: Reals | None = None) -> Reach:
        """How far the cell gets with the cells near free, each to this extent (n) of its way."""
        answer = linprog(
            np.where(near.cells == cell, -sign, 0.0),
            A_eq=near.equations if len(near.equal) else None,
            b_eq=np.zeros(len(near.equal)) if len(near.equal) else None,
            A_ub=near.inequalities if len(near.below) else None,
            b_ub=self._slack[near.below] if len(near.below) else None,
            bounds=np.column_stack(self._limits(cell, near, extent)),
            method="highs",
        )
        duals = np.zeros(len(self._slack))
        duals[near.equal] = -answer.eqlin.marginals
        duals[near.below] = np.maximum(-answer.ineqlin.marginals, 0.0)
        return Reach(-answer.fun, self._everywhere(near, answer.x), duals)

    def _everywhere(self, near: Near, values: Reals) -> Reals:
        deviations = np.zeros(len(self._block.ids))
        deviations[near.cells] = values
        return deviations

    def _remember(self, deviations: Reals) -> bool:
        """Whether these are whole numbers that keep every relation; they are kept as a world then."""
        world = np.rint(deviations).astype(np.int64)
        if np.abs(deviations - world).max() > NEAR:
            return False
        sums = self._rows @ world
        if (sums[self._is_equation] != 0).any() or (sums > self._slack)[~self._is_equation].any():
            return False
        self._worlds = np.vstack([self._worlds, world])
        return True

    def _whole_reach(self, cell: int, near: Near, sign: int) -> int:
        """The reach in whole numbers, since half children are no world."""
        rows = np.concatenate([near.equal, near.below])
        answer = milp(
            np.where(near.cells == cell, -sign, 0.0),
            integrality=np.ones(len(near.cells)),
            bounds=Bounds(*self._limits(cell, near, None)),
            constraints=LinearConstraint(
                self._rows[rows][:, near.cells], np.where(self._is_equation[rows], 0.0, -np.inf), self._slack[rows]
            ),
        )
        deviations = self._everywhere(near, np.rint(answer.x))
        return abs(int(deviations[cell])) if self._remember(deviations) else 0

    def _cut(self, cell: int, above: Reals, below: Reals) -> Cut | None:
        """What must be hidden beside the cell, by the duals of its reach in both directions; None if nothing must."""
        block = self._block
        grants = self._grants(cell, above, 1) + self._grants(cell, below, -1)
        spare = float(self._slack @ (above + below))
        given = block.free(block.must) | (block.unit == block.unit[cell])
        need = int(block.wanted[cell]) - spare - float(grants[given].sum())
        if need <= NEAR:
            return None
        weights = np.zeros(len(block.cost))
        np.add.at(weights, block.unit[~given], grants[~given])
        risk = block.unit[cell] < 0 or block.must[block.unit[cell]]
        return Cut(np.minimum(weights / need, 1.0), -1 if risk else int(block.unit[cell]))

    def _grants(self, cell: int, duals: Reals, sign: int) -> Reals:
        """(n) what each cell adds to the reach if hidden: its reduced value times its own way to go."""
        value = -np.asarray(self._columns @ duals, dtype=np.float64)
        value[cell] += sign
        value[np.abs(value) < TINY] = 0.0
        wanted = self._block.wanted[cell]
        down, up = self._block.down.copy(), self._block.up.copy()
        down[cell], up[cell] = min(down[cell], wanted), min(up[cell], wanted)
        return np.maximum(value, 0) * up + np.maximum(-value, 0) * down

    def _neighbours(self, cell: int, near: Near, hidden: Flags) -> Cut:
        """At least one more unit that shares a relation with the cells near: their worlds stay the same otherwise."""
        block = self._block
        rows = np.concatenate([near.equal, near.below])
        beside = self._links[rows].sum(axis=0) > 0
        units = np.unique(block.unit[beside & (block.unit >= 0)])
        weights = np.zeros(len(block.cost))
        weights[units[~hidden[units]]] = 1.0
        risk = block.unit[cell] < 0 or block.must[block.unit[cell]]
        return Cut(weights, -1 if risk else int(block.unit[cell]))

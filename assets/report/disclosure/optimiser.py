"""The cheapest pattern of hidden cells under which every interval is wide enough, by integer programming and cuts.

What belongs here: the search. A master program (HiGHS, by `scipy.optimize.milp`) chooses what to hide at the least
cost; the probe names what that pattern lacks; each lack is a cut for the master; and so on until nothing is lacking.
What is found then is the cheapest there is (Fischetti and Salazar 2000; like theirs, the first cuts are for shares of
cells). The search is limited in rounds and in nodes, never in seconds: the same problem has the same pattern on any
machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

from assets.report.disclosure.blocks import Block, Flags, Reals, as_block, pieces
from assets.report.disclosure.cells import Pattern, Problem
from assets.report.disclosure.primary import Rules, primary_risks
from assets.report.disclosure.probe import Cut, Probe

#: The solver's word for a program without an answer; any other without one means that it gave up.
IMPOSSIBLE = 2
#: A gap of less between the best found and the best possible is rounding: costs are whole numbers.
CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to search before more is hidden than need be.

    Attributes:
        parts: how often the linear master is given cuts before whole units are chosen.
        large: from how many cells on a block is worth those cuts.
        rounds: how often the master may choose anew; after that it may only add to what it has chosen.
        nodes: how many nodes of its tree each choice may take.
    """

    parts: int = 30
    large: int = 120
    rounds: int = 6
    nodes: int = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """Units to hide in a block (u), and whether nothing cheaper would do."""

    hidden: Flags
    proven: bool


@dataclass
class Master:
    """The program that chooses units: their costs, and the cuts so far as triples of a sparse matrix."""

    block: Block
    floors: list[float] = field(default_factory=list)
    rows: list[Reals] = field(default_factory=list)
    held: Flags = field(init=False)
    useless: Flags = field(init=False)

    def __post_init__(self) -> None:
        self.held = self.block.must.copy()
        self.useless = np.zeros(len(self.held), dtype=np.bool_)
        if self.block.need_nought:
            self.add([Cut(self.block.noughts.astype(np.float64), -1)])

    def add(self, cuts: list[Cut]) -> None:
        """Takes cuts in."""
        for cut in cuts:
            row = cut.weights.copy()
            if cut.unless >= 0:
                row[cut.unless] -= 1.0
            self.rows.append(row)
            self.floors.append(1.0 if cut.unless < 0 else 0.0)

    def choose(self, nodes: int) -> Choice | None:
        """The cheapest units that keep every cut; None where there are none."""
        if not self.rows:
            return Choice(self.held.copy(), proven=True)
        answer = self._solve(1, {"node_limit": nodes, "mip_rel_gap": 0.0})
        if answer.x is None and answer.status != IMPOSSIBLE:
            answer = self._solve(1, {"mip_rel_gap": 1.0})
        if answer.x is None:
            return None
        best = answer.status == 0 and answer.mip_gap < CLOSE
        return Choice(answer.x > 0.5, proven=best)  # noqa: PLR2004 - nought or one, and rounding

    def shares(self) -> Reals | None:
        """(u) the cheapest shares of units, nought to one, that keep every cut; None where there are none."""
        if not self.rows:
            return self.held.astype(np.float64)
        answer = self._solve(0, {})
        return None if answer.x is None else np.asarray(answer.x, dtype=np.float64)

    def _solve(self, whole: int, options: dict[str, float]) -> OptimizeResult:
        most = self.held | (self.block.may & ~self.useless)
        return milp(
            self.block.cost,
            integrality=np.full(len(self.held), whole),
            bounds=Bounds(self.held.astype(np.float64), most.astype(np.float64)),
            constraints=LinearConstraint(csr_array(np.vstack(self.rows)), np.array(self.floors), np.inf),
            options=options,
        )


def optimise(problem: Problem, rules: Rules, effort: Effort | None = None) -> Pattern:
    """The cells to hide; the shares' rests are expected to be there (`completed`).

    Quirk: where no pattern protects a block, all of it is hidden: the attacker then tells what leaks all the same.
    """
    risks = primary_risks(problem, rules)
    hidden: set[str] = set()
    proven = True
    for piece in pieces(problem, risks):
        block, choice = _hide(
            as_block(problem, piece, rules, risks, noughts_shown=not rules.hide_noughts),
            as_block(problem, piece, rules, risks, noughts_shown=False),
            effort or Effort(),
        )
        hidden |= _names(block, choice.hidden)
        proven &= choice.proven
    return Pattern(frozenset(hidden), risks, proven)


def _names(block: Block, hidden: Flags) -> set[str]:
    return {block.ids[number] for number in np.flatnonzero(block.free(hidden) & (block.unit >= 0))}


def _hide(block: Block, with_noughts: Block, effort: Effort) -> tuple[Block, Choice]:
    """The choice for a block; where showing all noughts leaves none, the choice with one nought hidden or more."""
    if not len(block.cost):
        return block, Choice(np.zeros(0, dtype=np.bool_), proven=True)
    choice = search(block, effort)
    if choice is not None:
        return block, choice
    choice = search(with_noughts, effort)
    return with_noughts, choice or Choice(np.ones(len(with_noughts.cost), dtype=np.bool_), proven=True)


def search(block: Block, effort: Effort) -> Choice | None:
    """The cheapest pattern of the block that lacks nothing, or, out of rounds, a dearer one; None if there is none."""
    probe, master = Probe(block), Master(block)
    master.add(probe.first_cuts())
    if len(block.ids) >= effort.large:
        _part_rounds(probe, master, effort)
    proven = True
    for _ in range(effort.rounds):
        choice = master.choose(effort.nodes)
        if choice is None:
            return None
        proven &= choice.proven
        cuts = probe.cuts(choice.hidden)
        if not cuts:
            return Choice(choice.hidden, proven)
        master.add(cuts)
    return _add_only(probe, master, effort)


def _part_rounds(probe: Probe, master: Master, effort: Effort) -> None:
    """Gives the linear master its cuts: cheap ones, that spare the whole one most of its rounds."""
    for _ in range(effort.parts):
        shares = master.shares()
        cuts = [] if shares is None else probe.part_cuts(shares)
        if not cuts:
            return
        master.add(cuts)


def _add_only(probe: Probe, master: Master, effort: Effort) -> Choice | None:
    """Keeps what is hidden and adds to it until nothing is lacking: soon done, and more than need be.

    Quirk: a unit that can be worked out even with all the rest hidden is of no use, and is left out from the first.
    """
    master.useless = _useless(probe, master.block)
    while (choice := master.choose(effort.nodes)) is not None:
        cuts = probe.cuts(choice.hidden)
        if not cuts:
            return Choice(choice.hidden, proven=False)
        master.add(cuts)
        master.held = choice.hidden
    return None


def _useless(probe: Probe, block: Block) -> Flags:
    useless = np.zeros(len(block.cost), dtype=np.bool_)
    while more := [cut.unless for cut in probe.cuts(block.may & ~useless) if cut.unless >= 0]:
        useless[more] = True
    return useless

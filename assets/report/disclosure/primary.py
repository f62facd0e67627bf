"""Which cells are risks in themselves, and how wide an attacker's interval of each hidden cell must stay.

What belongs here: the rules, which are public. What else must be hidden with the risks is the optimiser's.
"""

from __future__ import annotations

from dataclasses import dataclass

from assets.report.disclosure.cells import Cell, Problem


@dataclass(frozen=True, slots=True)
class Rules:
    """What a service hides.

    Attributes:
        threshold: counts of 1 to one less than this are hidden.
        width: an attacker's interval of a hidden count must span at least so much (5: from 1 to 6).
        small_group: a share of which everybody is a part is hidden where the whole is under this; it would tell of each
            child of the group (ten is also the least base that is rated).
        hide_noughts: hide noughts as well. Otherwise every reader knows that a hidden count is at least 1.
    """

    threshold: int = 5
    width: int = 5
    small_group: int = 10
    hide_noughts: bool = False


def primary_risks(problem: Problem, rules: Rules) -> frozenset[str]:
    """Ids of the cells that are risks in themselves; what is known already is none.

    Shares count by their rests too, so a problem is `completed` first.

    Source: issue 5, point 8 (under five, and what reveals them); 100% cells from ux-security 5.3.
    """
    small = {cell.id for cell in problem.cells if _is_small(cell, rules)}
    return frozenset(small | (_everybody(problem, rules) - {cell.id for cell in problem.cells if cell.known}))


def _is_small(cell: Cell, rules: Rules) -> bool:
    if cell.known:
        return False
    return 0 < cell.count < rules.threshold or (cell.count == 0 and cell.printed and rules.hide_noughts)


def _everybody(problem: Problem, rules: Rules) -> set[str]:
    counts = {name: cell.count for name, cell in problem.by_id.items()}
    return {
        share.part
        for share in problem.shares
        if counts[share.part] == counts[share.whole] and 0 < counts[share.whole] < rules.small_group
    }


def floor(cell: Cell, *, noughts_shown: bool) -> int:
    """Least a hidden cell can be for a reader who knows the rules.

    Where noughts are shown a hidden count is at least 1. In a group it may be nought, hidden with its fellows; so may
    a count that is not printed at all.
    """
    least = 1 if noughts_shown and cell.printed and not cell.group else 0
    return min(max(cell.low, least), cell.count)


def protection(cell: Cell, rules: Rules, *, risk: bool) -> int:
    """How wide the interval of a hidden cell must stay: the rules' width, or all that was public if that is less.

    Cells hidden only with their group, and cells that are not printed, ask for nothing unless they are risks.
    """
    asks = risk or (cell.printed and not cell.group)
    wanted = cell.protection if cell.protection is not None else rules.width * asks
    if cell.high is None:
        return wanted
    return min(wanted, cell.high - floor(cell, noughts_shown=not rules.hide_noughts))

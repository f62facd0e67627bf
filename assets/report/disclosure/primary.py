"""Which cells are risks in themselves, and how wide an attacker's interval of each must stay.

What belongs here: the rules of what counts as a small number. What else must be hidden with them is the optimiser's.
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

    Source: issue 5, point 8 (under five, and what reveals them); 100% cells from ux-security 5.3.
    """
    raise NotImplementedError


def protection(cell: Cell, rules: Rules) -> int:
    """How wide the interval of a risk must stay: the rules' width, or all that was public before if that is less."""
    raise NotImplementedError

"""A pattern that hides enough: the optimiser proposes, the attacker tries to break it, until he fails.

What belongs here: the one function that the publishable edition calls.
"""

from __future__ import annotations

from assets.report.disclosure.attacker import audit
from assets.report.disclosure.blocks import pieces
from assets.report.disclosure.cells import CannotProtect, Leak, Pattern, Problem, completed
from assets.report.disclosure.optimiser import Effort, optimise
from assets.report.disclosure.primary import Rules


def protect(problem: Problem, rules: Rules | None = None, effort: Effort | None = None) -> Pattern:
    """What to hide so that no small count can be worked out; the same pattern for the same problem in any order.

    Raises:
        CannotProtect: what is known already gives a count away, whatever is hidden now.
    """
    rules, whole = rules or Rules(), completed(problem)
    pattern = optimise(whole, rules, effort)
    while leaks := audit(whole, pattern.hidden, rules):
        wider = _with_blocks(whole, pattern, leaks)
        if wider == pattern.hidden:
            raise CannotProtect(leaks)
        pattern = Pattern(wider, pattern.primary, proven=False)
    return pattern


def _with_blocks(problem: Problem, pattern: Pattern, leaks: tuple[Leak, ...]) -> frozenset[str]:
    """All that hangs together with the leaks hidden as well, noughts only where nothing else is left."""
    leaking = frozenset(leak.cell for leak in leaks)
    beside = [cell for cells, _ in pieces(problem, leaking) for cell in cells if cell.hideable]
    some = pattern.hidden | {cell.id for cell in beside if cell.count or cell.group}
    return some if some != pattern.hidden else pattern.hidden | {cell.id for cell in beside}

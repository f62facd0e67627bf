"""A pattern that hides enough: the optimiser proposes, the attacker tries to break it, until he fails.

What belongs here: the one function that the publishable edition calls.
"""

from __future__ import annotations

from assets.report.disclosure.cells import Pattern, Problem
from assets.report.disclosure.primary import Rules


def protect(problem: Problem, rules: Rules | None = None) -> Pattern:
    """What to hide so that no small count can be worked out; the same pattern for the same problem in any order.

    Raises:
        CannotProtect: what is known already gives a count away, whatever is hidden now.
    """
    raise NotImplementedError

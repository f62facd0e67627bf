"""An attacker who reads all that is shown, knows every relation and rule, and tries to work the hidden counts out.

What belongs here: the audit. It shares nothing with the optimiser but `cells` and the rules, so that a slip in one is
not believed by the other.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from assets.report.disclosure.cells import Leak, Problem
from assets.report.disclosure.primary import Rules


def audit(problem: Problem, hidden: AbstractSet[str], rules: Rules | None = None) -> tuple[Leak, ...]:
    """Every hidden count, and every risk that can be reckoned, that can be worked out too closely; sorted by id."""
    raise NotImplementedError

"""Quarters that cannot be made again, because their files were let go of by the retention table.

What belongs here: refusing work on such a quarter, in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.platform.errors import QuarterClosed

if TYPE_CHECKING:
    from pipelines.platform.quarters import Quarter
    from pipelines.platform.register.store import Register


def require_open(register: Register, quarter: Quarter) -> None:
    """Refuse to work on a quarter of which retention has let go.

    Made again, its return would lack the children who have left, and look like a correction.

    Raises:
        QuarterClosed: it was let go of.
    """
    if register.purging.closed(quarter.slug):
        raise QuarterClosed(
            "BR-931",
            f"The files of {quarter.label} were let go of by the retention table, so it cannot be made again.",
            "Its published return stands. Newer quarters show that period as the case system has it today.",
        )

"""What the doctor says of one thing it looked at."""

from __future__ import annotations

from dataclasses import dataclass

OK, NOTE, BAD = "ok", "note", "MEND"


@dataclass(frozen=True)
class Finding:
    """One thing the doctor looked at.

    Attributes:
        state: "ok", "note" (works, but know this) or "MEND".
        text: what was found, and what to do if it is not in order.
    """

    state: str
    text: str

"""What can happen to a child of the made-up world: an occasion on which offences are dealt with.

Only the thing itself belongs here; occasions are planned in `careers` and given their disposals in `disposals`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["entry", "index", "reoffence", "again", "elsewhere", "diversion", "other"]
#: "Court" until `disposals` makes it First-tier or Community.
Group = Literal["Diversion", "Pre-Court", "Court", "First-tier", "Community", "Custody"]


@dataclass
class Offence:
    """One offence of an occasion.

    Attributes:
        on: the day it was committed.
        breach: a breach of an order rather than a new offence.
        decided: it has an outcome.
    """

    on: date
    breach: bool = False
    decided: bool = True


@dataclass
class Occasion:
    """One day on which a child's offences were dealt with, by the police or a court.

    Attributes:
        on: the day.
        group: outcome group, or "Court" while it is open which.
        kind: the part it plays in the plan.
        offences: what was dealt with.
        local: the child lived here on the day.
        legal: legal outcome, once chosen.
        appeal: what became of an appeal.
        released: first day of the licence, for custody.
        overturned: a custodial sentence changed on appeal stands beside the one that counts.
    """

    on: date
    group: Group
    kind: Kind
    offences: list[Offence] = field(default_factory=list)
    local: bool = True
    legal: str = ""
    appeal: str = ""
    released: date | None = None
    overturned: bool = False

    @property
    def in_court(self) -> bool:
        """Whether a court dealt with it."""
        return self.group in {"Court", "First-tier", "Community", "Custody"}

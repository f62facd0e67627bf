"""Children of the made-up world as prevention meets them: who they are, and when they were proven to have offended.

Only looking up belongs here; the case system's rows are read, never changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sample.dates import age_on
from sample.domains.made import Made
from sample.people import DISTRICTS, Child

_OVERTURNED = ("Changed on appeal", "Result of appeal successful")


@dataclass(frozen=True)
class Career:
    """A child and the days of its offences.

    Attributes:
        child: the child.
        proven: days of offences with a substantive outcome, breaches left out.
        breaches: days of proven breaches.
    """

    child: Child
    proven: tuple[date, ...]
    breaches: tuple[date, ...]

    def age(self, day: date) -> int:
        """Age on a day."""
        return age_on(self.child.born, day)

    def offended_after(self, day: date) -> bool:
        """Whether a proven offence was committed after the day."""
        return any(one > day for one in self.proven)


def careers(made: Made) -> list[Career]:
    """Children held once and living in one of our districts, in the order of the world."""
    offences = {row["offence_id"]: row for row in made.tables["offences"]}
    days: dict[tuple[str, bool], list[date]] = {}
    for outcome in made.tables["outcomes"]:
        if outcome["is_substantive"] == "Yes" and outcome["appeal_status"] not in _OVERTURNED:
            offence = offences[outcome["offence_id"]]
            key = (offence["ypid"], offence["yjb_category"].startswith("BREACH"))
            days.setdefault(key, []).append(date.fromisoformat(offence["offence_date"]))
    return [
        Career(child, tuple(days.get((child.ypid, False), [])), tuple(days.get((child.ypid, True), [])))
        for child in _held_once(made.children)
    ]


def _held_once(children: list[Child]) -> list[Child]:
    """Children of whom there is one record, so that no other record's offences count for them."""
    holders = Counter(child.origin for child in children if child.origin)
    return [
        child
        for child in children
        if not child.deleted and child.district in DISTRICTS and holders[child.serial] <= 1 and _own(child)
    ]


def _own(child: Child) -> bool:
    return child.origin in {0, child.serial}

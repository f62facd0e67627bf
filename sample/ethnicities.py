"""Who of the children on disposals in 2009-10 is of which ethnic group, so that the plan's two counts come out.

D11 section 4 prints 29 Asian or Asian British and 22 dual heritage young people. Only ethnicities are changed here, of
as few children as will do; no other figure that a plan prints looks at them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sample.people import Child

_YEAR = (date(2009, 4, 1), date(2010, 3, 31))
#: First letter of the 18+1 code -> young people on disposals in the year, as printed.
_PRINTED = {"A": 29, "M": 22}
_NOT_COUNTED = ("Changed on appeal", "Result of appeal successful")
#: What a child becomes who is one too few, or one too many.
_BECOMES = {"A": "A1", "M": "M1"}
_WHITE = "W1"


def settle_ethnicities(children: list[Child]) -> None:
    """Make the two groups as large as printed, one child at a time, those with the smallest numbers first."""
    records: dict[tuple[int, date], list[Child]] = {}
    for child in children:
        records.setdefault((child.origin or child.serial, child.born), []).append(child)
    met = [group for group in records.values() if any(_on_disposal(one) for one in group if not one.deleted)]
    for letter, printed in _PRINTED.items():
        of_it = [group for group in met if group[0].ethnicity.startswith(letter)]
        white = [group for group in met if group[0].ethnicity == _WHITE]
        _recorded_as(_WHITE, of_it[printed:])
        _recorded_as(_BECOMES[letter], white[: max(0, printed - len(of_it))])


def _recorded_as(code: str, groups: Iterable[list[Child]]) -> None:
    for group in groups:
        for child in group:
            child.ethnicity = code


def _on_disposal(child: Child) -> bool:
    """Whether the child was given a substantive outcome in the year, living here."""
    first, last = _YEAR
    return any(
        first <= one.on <= last
        and one.local
        and one.group != "Diversion"
        and one.appeal not in _NOT_COUNTED
        and any(offence.decided for offence in one.offences)
        for one in child.occasions
    )

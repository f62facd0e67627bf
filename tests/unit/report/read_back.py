"""Reads a sentence of the pack back into what it claims, with nothing of the code that wrote it.

What belongs here: the grammar of the headline, as a reader takes it. What is true is worked out in the tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

NUMBER = r"-?£?\d+(?:,\d{3})*(?:\.\d+)?"
UNITS = r"%| per 1,000| hours?| FTE"
VALUE = re.compile(rf"^(?P<value>{NUMBER})(?P<unit>{UNITS})?(?: \((?P<top>[\d.,]+) (?:of|for) (?P<base>[\d.,]+)\))?")
CHANGE = re.compile(
    rf": (?:(?P<none>no change) on|(?:(?P<size>{NUMBER})(?P<unit> percentage points?| hours?| FTE)? (?P<side>\w+)"
    rf"|(?P<tiny_side>\w+) by less than (?P<tiny>{NUMBER})(?P<tiny_unit> percentage points?| hours?| FTE)?)"
    rf"(?: \((?P<less>less than )?(?P<relative>[\d,.]+)%(?: of the earlier (?P<of>\w+))?\))? than) "
    r"(?P<earlier>[^.]+)\."
)
VERDICT = re.compile(
    r"\. (?:That is (?P<verdict>better|worse)?(?P<chance>(?:, but )?within chance variation)?|Too few)"
)


@dataclass(frozen=True)
class Claim:
    """What a headline claims.

    Attributes:
        value: the figure, as shown.
        unit: what stands behind it.
        parts: numerator and denominator, where it says them.
        counted: the words between the figure and its period.
        side: the word of the change: more, fewer, less, higher, lower, or "" for none.
        size: the size of the change; for a tiny one the bound it is below.
        is_tiny: whether only a bound is said.
        size_unit: what stands behind the size.
        relative: the per cent in brackets.
        relative_of: what it says that is a per cent of; "" where the words before do.
        verdict: better, worse, "too few" or "".
        chance: whether it calls the change one of chance.
    """

    value: Decimal
    unit: str
    parts: tuple[Decimal, Decimal] | None
    counted: str
    side: str
    size: Decimal | None
    is_tiny: bool
    size_unit: str
    relative: str
    relative_of: str
    verdict: str
    chance: bool


def number(text: str) -> Decimal:
    """A number as printed."""
    return Decimal(text.replace(",", "").replace("£", ""))


def read(said: str) -> Claim:
    """The claims of a headline.

    Raises:
        AssertionError: it is no headline that a reader could take apart.
    """
    first, moved, last = VALUE.search(said), CHANGE.search(said), VERDICT.search(said)
    assert first is not None, said
    assert moved is not None, said
    size = moved["size"] or moved["tiny"]
    said_last = last[0] if last else ""
    return Claim(
        value=number(first["value"]),
        unit=(first["unit"] or "").strip() or ("£" if "£" in first["value"] else ""),
        parts=(number(first["top"]), number(first["base"])) if first["top"] else None,
        counted=said[first.end() : said.index(", ", first.end())].strip(),
        side=moved["side"] or moved["tiny_side"] or "",
        size=number(size) if size else None,
        is_tiny=moved["tiny"] is not None,
        size_unit=(moved["unit"] or moved["tiny_unit"] or "").strip() or ("£" if size and "£" in size else ""),
        relative=moved["relative"] or "",
        relative_of=moved["of"] or "",
        verdict="too few" if said_last.endswith("Too few") else (last["verdict"] or "" if last else ""),
        chance=bool(last and last["chance"]),
    )

"""Audit events as plain values, and the chain that holds them together.

What belongs here: what an event is, the bytes its hash is taken over, and what is wrong with a chain. No database.
Every event's hash is taken over all it says and over the hash of the event before it, so that an event altered, taken
out, put in or moved shows; one taken off the end shows in the heads, which are kept outside the register.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal, get_args

EventName = Literal[
    "drop", "check", "correction", "explanation", "publish", "download", "purge", "backup", "restore", "refused"
]
#: Everything that is an audit event.
EVENTS: tuple[str, ...] = get_args(EventName)
#: What the first event says of the one before it.
NOTHING_BEFORE = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One event as the register keeps it.

    Attributes:
        number: 1, 2, ... without a gap.
        at: when (UTC).
        event: one of `EVENTS`.
        quarter_slug: the quarter it is of, "" for none.
        who: who did it: a person's name, or "account NAME" for the account that the program ran under.
        subject: what it was done to: a hash, a table, a mark of the register.
        detail: codes, counts and hashes, as canonical JSON.
        previous: hash of the event before.
        sha256: its own hash.
    """

    number: int
    at: datetime
    event: str
    quarter_slug: str
    who: str
    subject: str
    detail: str
    previous: str
    sha256: str = ""

    @property
    def told(self) -> dict[str, str | int]:
        """The detail by name."""
        found: dict[str, str | int] = json.loads(self.detail)
        return found


@dataclass(frozen=True, slots=True)
class Break:
    """One place where the chain does not hold.

    Attributes:
        number: the event it shows at.
        words: what is wrong, a sentence.
    """

    number: int
    words: str


def canonical(detail: Mapping[str, str | int]) -> str:
    """A detail as the one text that stands for it."""
    return json.dumps(dict(detail), sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def hash_of(event: AuditEvent) -> str:
    """The SHA-256 of everything an event says, the hash before it included; its own is left out."""
    said = [
        event.number,
        event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        *(event.event, event.quarter_slug, event.who, event.subject, event.detail, event.previous),
    ]
    return sha256(json.dumps(said, separators=(",", ":"), ensure_ascii=True).encode("ascii")).hexdigest()


def breaks_in(events: Sequence[AuditEvent]) -> Iterator[Break]:
    """Where a chain does not hold, in its own order.

    Args:
        events: every event of the register, by number.
    """
    expected, before = 1, NOTHING_BEFORE
    for one in events:
        if one.number != expected:
            yield Break(one.number, _gap(expected, one.number))
        elif one.previous != before:
            yield Break(one.number, "It does not follow the event before it: one was put in, moved or altered.")
        if one.sha256 != hash_of(one):
            yield Break(one.number, "It was altered: its hash is another one.")
        expected, before = one.number + 1, one.sha256


def _gap(expected: int, number: int) -> str:
    if number < expected:
        return f"Its number is out of turn: event {expected} should stand here."
    missing = f"Event {expected} is" if number == expected + 1 else f"Events {expected} to {number - 1} are"
    return f"{missing} missing before it."


def unheld_heads(events: Sequence[AuditEvent], heads: Sequence[tuple[int, str]]) -> Iterator[Break]:
    """Which heads, noted outside the register, it does not hold (any more).

    Args:
        events: every event of the register.
        heads: number and hash of each event as noted when it was kept.
    """
    held = {one.number: one.sha256 for one in events}
    for number, head in heads:
        if number not in held:
            yield Break(number, "It was kept once and is gone: the file of heads knows it.")
        elif held[number] != head:
            yield Break(number, "It is another one than was kept: the file of heads says so.")

"""Who did what, as the register keeps it: events that are only ever added.

What belongs here: adding events, alone or together with what they tell of, reading them, and holding the chain against
the heads noted outside the register. How the chain is made is in `chain`.

An event holds codes, counts, hashes and names of ours. A dropped file's name may hold a child's, so it is known by its
hash; no cell of a record is ever in an event.
"""

from __future__ import annotations

import getpass
import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select, text

from pipelines.platform.errors import PermanentFault
from pipelines.platform.register import models
from pipelines.platform.register.chain import (
    EVENTS,
    NOTHING_BEFORE,
    AuditEvent,
    Break,
    EventName,
    breaks_in,
    canonical,
    hash_of,
    unheld_heads,
)
from pipelines.platform.register.database import Database

_TABLE = models.audit_events
#: Columns that have other names in `AuditEvent`.
_NAMES = {"number": "id", "at": "happened_at", "previous": "previous_sha256"}
#: Any number will do, so long as every process of ours takes the same one, and another one than the migrations.
_LOCK = 4_207_108
#: Longest name, subject or word of a detail: whatever is longer is no code and no hash.
LONGEST = 200
_HEAD = re.compile(r"([1-9]\d*) ([0-9a-f]{64})")
_OWNER_ONLY = 0o600
_LOG = logging.getLogger(__name__)


class Journal:
    """Events added within one transaction, together with what they tell of.

    Write what the events tell of first and the events last: they wait for one another, and must wait for nothing else.

    Attributes:
        connection: the transaction.
        heads: number and hash of each event added.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.heads: list[tuple[int, str]] = []

    def note(
        self,
        event: EventName,
        *,
        quarter_slug: str = "",
        who: str = "",
        subject: str = "",
        detail: Mapping[str, str | int] | None = None,
        at: datetime | None = None,
    ) -> int:
        """Add one event; arguments as `Audit.record`. Returns its number."""
        said = AuditEvent(
            number=0,
            at=at or datetime.now(UTC),
            event=_known(event),
            quarter_slug=quarter_slug,
            who=_plain(who) or _account(),
            subject=_plain(subject),
            detail=canonical(_fitting(detail or {})),
            previous="",
        )
        last, previous = self.heads[-1] if self.heads else self._last()
        unsealed = replace(said, number=last + 1, previous=previous)
        kept = replace(unsealed, sha256=hash_of(unsealed))
        values = {_NAMES.get(name, name): value for name, value in asdict(kept).items()}
        self.connection.execute(insert(_TABLE).values(values))
        self.heads.append((kept.number, kept.sha256))
        return kept.number

    def _last(self) -> tuple[int, str]:
        """Number and hash of the newest event; no other writer adds one until this transaction has ended."""
        if self.connection.dialect.name == "postgresql":
            # SQLite's writers wait for each other anyway.
            self.connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        newest = select(_TABLE.c.id, _TABLE.c.sha256).order_by(_TABLE.c.id.desc()).limit(1)
        row = self.connection.execute(newest).one_or_none()
        return (0, NOTHING_BEFORE) if row is None else (int(row[0]), str(row[1]))


class Audit:
    """The audit events of one register.

    Args:
        database: the register's database.
        heads: file outside the register in which the hash of each event is noted, so that events taken off the end
            are missed; none: nothing is noted.
    """

    def __init__(self, database: Database, heads: Path | None = None) -> None:
        self._database = database
        self._heads = heads

    def record(
        self,
        event: EventName,
        *,
        quarter_slug: str = "",
        who: str = "",
        subject: str = "",
        detail: Mapping[str, str | int] | None = None,
        at: datetime | None = None,
    ) -> int:
        """Add one event.

        Args:
            event: what happened, one of `chain.EVENTS`.
            quarter_slug: the quarter it is of.
            who: name of the person; "" for the account that the program runs under.
            subject: what it was done to: a hash, a table, a mark of the register.
            detail: codes, counts, hashes by name; never a cell, never a dropped file's name.
            at: when; now, if not told.

        Returns:
            The event's number.

        Raises:
            PermanentFault: it is no event of ours, or the detail holds what is no code.
        """
        with self.writing() as journal:
            return journal.note(event, quarter_slug=quarter_slug, who=who, subject=subject, detail=detail, at=at)

    @contextmanager
    def writing(self) -> Iterator[Journal]:
        """A transaction that writes something and the events that tell of it: all of it is kept, or none."""
        with self._database.writing() as connection:
            journal = Journal(connection)
            yield journal
        self._note_heads(journal.heads)

    def events(self, quarter_slug: str | None = None) -> list[AuditEvent]:
        """Every event, of one quarter if told, the oldest first."""
        columns = [_TABLE.c[_NAMES.get(name, name)].label(name) for name in AuditEvent.__slots__]
        query = select(*columns).order_by(_TABLE.c.id)
        if quarter_slug is not None:
            query = query.where(_TABLE.c.quarter_slug == quarter_slug)
        with self._database.reading() as connection:
            return [AuditEvent(*row) for row in connection.execute(query)]

    def breaks(self) -> list[Break]:
        """Where the events do not hold: altered, missing, put in, moved, or taken off the end; none when all is well.

        The last can be told only by the heads noted outside the register.
        """
        # Heads first: an event that is added meanwhile is then in the register and not yet asked for.
        heads = self._noted()
        events = self.events()
        found = [*breaks_in(events), *unheld_heads(events, heads or ())]
        if heads is None and events:
            found.append(Break(events[-1].number, "Whether events after it are gone cannot be told: no file of heads."))
        return sorted(found, key=lambda one: one.number)

    def _note_heads(self, heads: list[tuple[int, str]]) -> None:
        """Add lines to the file of heads; the events are kept by now, whatever becomes of the file."""
        if self._heads is None or not heads:
            return
        try:
            _append(self._heads, "".join(f"{number} {head}\n" for number, head in heads))
        except OSError as error:
            _LOG.warning("BR-613: The file of heads could not be written (%s).", type(error).__name__)

    def _noted(self) -> list[tuple[int, str]] | None:
        """Number and hash on each line of the file of heads; None where there is no such file.

        A line that a crash left half written says nothing.
        """
        if self._heads is None:
            return []
        try:
            lines = self._heads.read_text(encoding="ascii", errors="replace").splitlines()
        except FileNotFoundError:
            return None
        matches = [_HEAD.fullmatch(line) for line in lines]
        return [(int(match[1]), match[2]) for match in matches if match]


def _append(path: Path, lines: str) -> None:
    """Add lines in one go, so that two processes that do so at once do not mix theirs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _OWNER_ONLY)
    try:
        os.write(handle, lines.encode("ascii"))
    finally:
        os.close(handle)


def _known(event: str) -> str:
    if event not in EVENTS:
        raise PermanentFault("BR-611", "An audit event of an unknown kind was to be kept.", "Tell who maintains this.")
    return event


def _fitting(detail: Mapping[str, str | int]) -> Mapping[str, str | int]:
    """The detail, if each of its words could be a code, a count or a hash."""
    if any(isinstance(value, str) and (len(value) > LONGEST or _plain(value) != value) for value in detail.values()):
        raise PermanentFault(
            "BR-612", "An audit event was to hold more than codes, counts and hashes.", "Tell who maintains this."
        )
    return detail


def _plain(words: str) -> str:
    """A name or subject as one line of bounded length."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())[:LONGEST]


def _account() -> str:
    """The account that the program runs under; Dagster knows no users of its own."""
    try:
        return _plain(f"account {getpass.getuser()}")
    except (OSError, KeyError):
        return "account unknown"

"""What officers decided of records that may be of one young person, as the register keeps it, and taking it back.

Nothing here is ever changed but by undoing. Of several decisions on one pair the newest counts; once that is taken
back, the one before it counts again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from pipelines.platform.register import models
from pipelines.platform.register.audit import Audit, Journal
from pipelines.platform.register.database import Database

_TABLE = models.link_decisions
#: Names of the record's fields that are other names in the table.
_NAMES = {"number": "id"}
#: What a decision's number begins with in the audit.
_MARK = "D"


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """One decision on one pair of records.

    Attributes:
        quarter_slug: the quarter it was given in; it holds from there on.
        ypid: one record; which of the two comes first makes no difference.
        alias_ypid: the other.
        same: True where the two are one young person.
        why: the reason.
        decided_by: who decided.
        decided_at: when the file that says so was received (UTC).
        file_sha256: content of that file.
        file_row: its row, as Excel shows it.
        number: the register's number; 0 before it is kept.
        undone_by: who took it back.
        undone_at: when.
    """

    quarter_slug: str
    ypid: str
    alias_ypid: str
    same: bool
    why: str
    decided_by: str
    decided_at: datetime
    file_sha256: str
    file_row: int
    number: int = 0
    undone_by: str | None = None
    undone_at: datetime | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The two records, the smaller id first."""
        return min(self.ypid, self.alias_ypid), max(self.ypid, self.alias_ypid)


class People:
    """Decisions on links in the register's database.

    Args:
        database: the register's database.
        audit: who did what; told of each decision and of each undone, in the same transaction.
    """

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def decide(self, quarter_slug: str, decisions: Sequence[LinkDecision]) -> int:
        """Keep what the newest decision on its pair does not say already, all of it or nothing.

        A record is never a pair with itself: such a line is passed over.

        Returns:
            How many were new.
        """
        with self._audit.writing() as journal:
            newest = {one.pair: one.same for one in _held(journal.connection, quarter_slug)}
            fresh = []
            for one in decisions:
                if one.ypid != one.alias_ypid and newest.get(one.pair) is not one.same:
                    newest[one.pair] = one.same
                    fresh.append(one)
            _keep(journal, fresh)
        return len(fresh)

    def decisions(self, quarter_slug: str) -> list[LinkDecision]:
        """The decision that counts on each pair in a quarter, in the order given."""
        with self._database.reading() as connection:
            newest = {one.pair: one for one in _held(connection, quarter_slug)}
        return sorted(newest.values(), key=lambda one: one.number)

    def undo(self, numbers: Iterable[int], by: str) -> int:
        """Let decisions count no longer; one undone already is left as it is. Returns how many were undone."""
        with self._audit.writing() as journal:
            wanted = _TABLE.c.id.in_(sorted(set(numbers)))
            statement = update(_TABLE).where(wanted, _TABLE.c.undone_at.is_(None))
            changed = statement.values(undone_by=by, undone_at=datetime.now(UTC))
            undone = journal.connection.execute(changed.returning(_TABLE.c.id, _TABLE.c.quarter_slug)).all()
            for number, quarter_slug in sorted(undone):
                subject = f"{_MARK}{number}"
                journal.note("correction", quarter_slug=quarter_slug, who=by, subject=subject, detail={"undone": 1})
        return len(undone)


def _keep(journal: Journal, decisions: Sequence[LinkDecision]) -> None:
    """Keep decisions, and say of each who made it and where it was read; not which children it is about."""
    if not decisions:
        return
    numbered = insert(_TABLE).returning(_TABLE.c.id, sort_by_parameter_order=True)
    numbers = journal.connection.scalars(numbered, [_row(one) for one in decisions]).all()
    for one, number in zip(decisions, numbers, strict=True):
        journal.note(
            "correction",
            quarter_slug=one.quarter_slug,
            who=one.decided_by,
            subject=f"{_MARK}{number}",
            detail={"same": int(one.same), "file": one.file_sha256, "row": one.file_row},
        )


def _held(connection: Connection, quarter_slug: str) -> list[LinkDecision]:
    """Every decision not undone that was given in the quarter or before, in the order given."""
    columns = [_TABLE.c[_NAMES.get(one.name, one.name)].label(one.name) for one in fields(LinkDecision)]
    query = select(*columns).where(_TABLE.c.quarter_slug <= quarter_slug, _TABLE.c.undone_at.is_(None))
    return [LinkDecision(*row) for row in connection.execute(query.order_by(_TABLE.c.id))]


def _row(decision: LinkDecision) -> dict[str, object]:
    """A decision as the table keeps it, numbered by the database."""
    return {name: value for name, value in asdict(decision).items() if name != "number"}

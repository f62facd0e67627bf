"""Taking out of the register what is kept no longer.

What belongs here: closing a quarter whose files go, letting go of what officers said of records that are held no
longer, and making the database's files forget what was deleted. What goes is decided in `pipelines.retention`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, and_, delete, select, text, update

from pipelines.platform.errors import PassingFault
from pipelines.platform.register import models
from pipelines.platform.register.database import Database
from pipelines.platform.register.records import PURGED

#: What stands in place of the name of a file that is gone.
GONE = "(purged)"
_PRIVATE = (models.received_files, models.faults, models.corrections, models.explanations, models.link_decisions)
#: Rows deleted in one statement: databases bound how many values one may name.
_AT_ONCE = 500


@dataclass(frozen=True)
class HeldRecords:
    """What the quarters that are held whole hold: the records, the facts and the people that officers may speak of.

    Attributes:
        records: extract -> fingerprints of its records; an extract that is not in it could not be looked at.
        facts: extract and fingerprint of what faults are about.
        unjudged: extracts whose faults could not be told in full.
        people: ids of the young people; None where they could not be looked at.
    """

    records: Mapping[str, frozenset[str]] = field(default_factory=dict)
    facts: frozenset[tuple[str, str]] = frozenset()
    unjudged: frozenset[str] = frozenset()
    people: frozenset[str] | None = None

    def correction(self, extract: str, record: str) -> bool:
        """Whether the corrected record is held, or nobody can tell."""
        return extract not in self.records or record in self.records[extract]

    def explanation(self, extract: str, fact: str) -> bool:
        """Whether the explained fact stands, or nobody can tell."""
        return extract in self.unjudged or (extract, fact) in self.facts

    def decision(self, one: str, other: str) -> bool:
        """Whether both records that were told apart or together are held, or nobody can tell."""
        return self.people is None or {one, other} <= self.people


class Purging:
    """What retention does to the register's database.

    Args:
        database: the register's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def quarters(self) -> list[str]:
        """Every quarter for which a file was received, in the order of time."""
        kept = models.received_files.c.quarter_slug
        with self._database.reading() as connection:
            return list(connection.scalars(select(kept).distinct().order_by(kept)))

    def closed(self, quarter_slug: str) -> bool:
        """Whether files of the quarter have been let go of, so that it cannot be made again."""
        table = models.received_files
        query = select(table.c.id).where(table.c.quarter_slug == quarter_slug, table.c.status == PURGED).limit(1)
        with self._database.reading() as connection:
            return connection.scalar(query) is not None

    def wanted(self) -> frozenset[str]:
        """Contents that some quarter still holds (SHA-256)."""
        table = models.received_files
        with self._database.reading() as connection:
            return frozenset(connection.scalars(select(table.c.sha256).where(table.c.status != PURGED).distinct()))

    def close(self, quarter_slug: str, files: Collection[str]) -> int:
        """Note files as gone, with their names, and let go of the quarter's faults, all of it or nothing.

        Args:
            quarter_slug: the quarter.
            files: content of the files that go (SHA-256).

        Returns:
            How many rows were changed or deleted.
        """
        table, faults = models.received_files, models.faults
        of_files = and_(table.c.quarter_slug == quarter_slug, table.c.sha256.in_(sorted(files)))
        gone = {"status": PURGED, "file_name": GONE, "code": None, "message": None}
        with self._database.writing() as connection:
            done = connection.execute(update(table).where(of_files, table.c.status != PURGED).values(gone)).rowcount
            done += connection.execute(delete(faults).where(faults.c.quarter_slug == quarter_slug)).rowcount
        return int(done)

    def facts(self, quarter_slugs: Collection[str]) -> frozenset[tuple[str, str]]:
        """Extract and fingerprint of what the faults of quarters are about."""
        table = models.faults
        query = select(table.c.table_name, table.c.fact).where(table.c.quarter_slug.in_(sorted(quarter_slugs)))
        with self._database.reading() as connection:
            return frozenset((str(row[0]), str(row[1])) for row in connection.execute(query))

    def spoken_of(self, quarter_slugs: Collection[str]) -> frozenset[str]:
        """Names of the extracts in which officers corrected something in the quarters, undone or not."""
        table = models.corrections
        query = select(table.c.extract).where(table.c.quarter_slug.in_(sorted(quarter_slugs))).distinct()
        with self._database.reading() as connection:
            return frozenset(connection.scalars(query))

    def let_go(self, quarter_slugs: Collection[str], held: HeldRecords) -> int:
        """Let go of what officers said in closed quarters, undone or not, of what no open quarter holds.

        Args:
            quarter_slugs: the closed quarters.
            held: what the open quarters hold.

        Returns:
            How many corrections, explanations and decisions went.
        """
        said: tuple[tuple[Table, str, str, Callable[[str, str], bool]], ...] = (
            (models.corrections, "extract", "record", held.correction),
            (models.explanations, "extract", "fact", held.explanation),
            (models.link_decisions, "ypid", "alias_ypid", held.decision),
        )
        with self._database.writing() as connection:
            return sum(_let_go(connection, *one, quarter_slugs) for one in said)

    def forget(self) -> bool:
        """Make the database's files hold nothing of what was deleted.

        Returns:
            False where another program keeps the database busy, so that it has to be done again later.
        """
        try:
            if self._database.url.get_backend_name() == "sqlite":
                return _rewritten(self._database)
            with self._database.session() as connection:
                for table in _PRIVATE:
                    connection.execute(text(f"VACUUM FULL {table.name}"))
        except PassingFault:
            return False
        return True


def _let_go(
    connection: Connection,
    table: Table,
    first: str,
    second: str,
    holds: Callable[[str, str], bool],
    quarter_slugs: Collection[str],
) -> int:
    """Delete the quarters' rows that speak of what is not held."""
    of_quarters = table.c.quarter_slug.in_(sorted(quarter_slugs))
    rows = connection.execute(select(table.c.id, table.c[first], table.c[second]).where(of_quarters)).all()
    gone = [int(number) for number, one, other in rows if not holds(one, other)]
    for start in range(0, len(gone), _AT_ONCE):
        connection.execute(delete(table).where(table.c.id.in_(gone[start : start + _AT_ONCE])))
    return len(gone)


def _rewritten(database: Database) -> bool:
    """Write a SQLite file anew without its free pages, and empty the log beside it; False where it is in use."""
    connection = database.engine.raw_connection()
    try:
        return forget_deleted(connection.driver_connection)
    finally:
        connection.close()


def forget_deleted(connection: sqlite3.Connection | None) -> bool:
    """Write a SQLite database anew without what was deleted from it, its log included.

    Args:
        connection: the driver's own connection, outside any transaction.

    Returns:
        False where somebody else is using it just now.
    """
    if connection is None:
        return False
    try:
        connection.execute("VACUUM")
        return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:
        return False

"""The register as one SQLite file: copied out while it is in use, and copied back into either kind of database.

What belongs here: moving all rows of all tables at one moment's standing. PostgreSQL is read in one transaction through
the driver that is installed anyway: no `pg_dump` of the server's own version is needed, and a backup of one kind can be
restored into the other.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Table, func, insert, inspect, select, text

from pipelines.platform.errors import PermanentFault
from pipelines.platform.register.database import Database
from pipelines.platform.register.migrate import migrate
from pipelines.platform.register.models import metadata

#: Rows carried at a time.
_CARRIED = 5000


def copy_out(url: str, target: Path) -> None:
    """Copy the register into a new SQLite file, as it stands at one moment; others go on reading and writing.

    Args:
        url: the register's address.
        target: the file to make.

    Raises:
        PassingFault: the register cannot be reached just now.
    """
    with closing(Database(url)) as database:
        if database.url.get_backend_name() == "sqlite":
            copy_sqlite(Path(database.url.database or ""), target)
        else:
            _copy_from_server(database, target)


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a SQLite file that may be in use, by SQLite's own online backup; the copy is one file without a journal.

    Args:
        source: the file.
        target: the file to make.
    """
    with closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as live, closing(_single(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def _single(path: Path) -> sqlite3.Connection:
    """A new SQLite file for its own user only."""
    path.touch(mode=0o600)
    return sqlite3.connect(path)


def _copy_from_server(database: Database, target: Path) -> None:
    with closing(Database(f"sqlite:///{target.as_posix()}")) as file:
        migrate(file)
        with database.reading() as server, file.writing() as copy:
            server.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
            _carry_all(server, copy)
    with closing(sqlite3.connect(target)) as copy_file:
        copy_file.execute("PRAGMA journal_mode = DELETE")


def copy_in(source: Path, url: str) -> None:
    """Copy a backup's register into a database server that holds no register yet; all of it or nothing.

    Args:
        source: the SQLite file of a backup; it is brought to the newest revision.
        url: the register's address, of PostgreSQL.

    Raises:
        PermanentFault: the database holds a register already.
        PassingFault: the server cannot be reached just now.
    """
    with closing(Database(f"sqlite:///{source.as_posix()}")) as file, closing(Database(url)) as database:
        migrate(file)
        require_empty(database)
        migrate(database)
        with file.reading() as copy, database.writing() as server:
            _carry_all(copy, server)
            _count_on(server)


def require_empty(database: Database) -> None:
    """Refuse a database that holds rows of ours.

    Raises:
        PermanentFault: it does.
    """
    with database.reading() as connection:
        there = set(inspect(connection).get_table_names())
        tables = [table for table in metadata.sorted_tables if table.name in there]
        if any(connection.scalar(select(func.count()).select_from(table)) for table in tables):
            raise PermanentFault(
                "BR-945",
                "The database that BOARD_RETURNS_DATABASE_URL names holds a register already.",
                "Name an empty database; nothing is restored over what is there.",
            )


def _carry_all(source: Connection, target: Connection) -> None:
    for table in metadata.sorted_tables:
        rows = source.execute(select(table)).mappings()
        while carried := rows.fetchmany(_CARRIED):
            target.execute(insert(table), [dict(row) for row in carried])


def _count_on(server: Connection) -> None:
    """Let the server's counters go on behind the numbers that were carried over."""
    for table in metadata.sorted_tables:
        if _is_counted(table):
            newest = server.scalar(select(func.max(table.c.id)))
            if newest is not None:
                server.execute(
                    text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :newest)"),
                    {"name": table.name, "newest": newest},
                )


def _is_counted(table: Table) -> bool:
    """Whether the database gives the rows their numbers."""
    return table.autoincrement_column is not None

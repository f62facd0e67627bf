"""Opening the register's database: SQLite in a file, or PostgreSQL.

What belongs here: URLs, connections, transactions and what a database's troubles mean to us. What is asked of it is in
`store`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from pipelines.platform.errors import BoardReturnsError, PassingFault, RegisterUnfit
from pipelines.platform.storage import disk_full, not_writable

#: How long a writer waits for another one, in milliseconds.
BUSY_TIMEOUT = 30_000
_WRITING = "board_returns_writing"
_OWNER_ONLY = 0o600


def register_url(text: str) -> URL:
    """The URL with the driver we ship: `postgresql://` and `postgres://` mean psycopg 3.

    Raises:
        RegisterUnfit: it is no SQLAlchemy URL, or of a database we do not support. Does not repeat the URL, which may
            hold a password.
    """
    try:
        url = make_url(text)
    except ArgumentError:
        raise _unusable_url() from None
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    # A register in memory would forget what was published.
    forgetful = url.get_backend_name() == "sqlite" and url.database in {None, "", ":memory:"}
    if forgetful or url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise _unusable_url()
    return url


def _unusable_url() -> RegisterUnfit:
    return RegisterUnfit(
        "BR-601",
        "BOARD_RETURNS_DATABASE_URL is not a URL of PostgreSQL or of a SQLite file.",
        "Write for instance postgresql://user:password@server/database, or leave it out for a file in the home folder.",
    )


class Database:
    """One database, opened when first used.

    Attributes:
        url: where it is.
    """

    def __init__(self, url: str) -> None:
        self.url = register_url(url)

    @cached_property
    def engine(self) -> Engine:
        """The SQLAlchemy engine; statements' values never appear in its messages."""
        if self.url.get_backend_name() == "sqlite":
            return _sqlite(self.url)
        try:
            # A connection that the server has closed over night is noticed and replaced.
            return create_engine(self.url, hide_parameters=True, pool_pre_ping=True)
        except ModuleNotFoundError:
            raise RegisterUnfit(
                "BR-602",
                "The register is set to PostgreSQL, but its driver is not installed.",
                "Install the package with its extra: board-returns[postgres].",
            ) from None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads.

        Raises:
            PassingFault: the database cannot be reached just now.
        """
        with _told_apart(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: all of it is kept, or none.

        Raises:
            PassingFault: the database cannot be reached, or another writer keeps it, just now.
        """
        with _told_apart(), self.engine.execution_options(**{_WRITING: True}).begin() as connection:
            yield connection

    @contextmanager
    def session(self) -> Iterator[Connection]:
        """A connection outside any transaction, ended with the block: whatever the server keeps for it goes with it.

        Raises:
            PassingFault: the database cannot be reached just now.
        """
        with _told_apart():
            connection = self.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            yield connection
        finally:
            connection.invalidate()
            connection.close()

    def close(self) -> None:
        """Let go of every connection."""
        if "engine" in self.__dict__:
            self.engine.dispose()


def _sqlite(url: URL) -> Engine:
    path = Path(url.database or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    # The register holds the values that officers corrected: nobody else may read it, wherever it lies.
    path.touch(mode=_OWNER_ONLY)
    path.chmod(_OWNER_ONLY)
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 (the driver's own type)
    """Settings of each SQLite connection; transactions are begun by us, not guessed by the driver."""
    connection.isolation_level = None
    for pragma in (f"busy_timeout = {BUSY_TIMEOUT}", "journal_mode = WAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its turn at once: one that reads first and writes later fails instead of waiting.
    writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def _told_apart() -> Iterator[None]:
    """A passing fault for what may be over in a moment; everything else goes on as it is."""
    try:
        yield
    except DBAPIError as error:
        if (full := _is_out_of_room(error)) is not None:
            raise full from error
        if not _is_passing(error):
            raise
        raise PassingFault(
            "BR-603",
            "The register cannot be reached, or another program keeps it busy.",
            "The step tries again by itself; if it goes on, check the database server or the disk.",
        ) from error


def _is_out_of_room(error: DBAPIError) -> BoardReturnsError | None:
    """The fault of a disk that is full or may not be written to; None for any other error."""
    text = str(error.orig).lower()
    if any(words in text for words in ("disk is full", "disk i/o error", "no space left")):
        return disk_full()
    return not_writable() if "readonly database" in text else None


def _is_passing(error: DBAPIError) -> bool:
    if error.connection_invalidated:
        return True
    text = str(error.orig).lower()
    # SQLite says "operational" of a missing table too; PostgreSQL keeps the word for its connection.
    sqlite = type(error.orig).__module__ == "sqlite3"
    return isinstance(error, OperationalError) and (not sqlite or "locked" in text or "unable to open" in text)

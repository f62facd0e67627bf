"""One run at a time for each quarter, across processes and, with PostgreSQL, across machines.

What belongs here: taking and letting go of a quarter. The operating system (and the database server) let go of what a
killed process held, so that nobody ever has to clear a lock by hand.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pipelines.platform.errors import PassingFault, QuarterBusy
from pipelines.platform.quarters import Quarter

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Any number will do, so long as every process of ours takes the same one.
_FAMILY = 4_207_109
#: The operating system knows processes, not who within one holds a file: that is kept here.
_held_here: set[str] = set()
_guard = threading.Lock()


class QuarterLocks:
    """The quarters that one workplace works on alone.

    Args:
        folder: where the lock files lie, in the home folder.
        register_url: the register's address; on PostgreSQL the server is asked as well.
    """

    def __init__(self, folder: Path, register_url: str) -> None:
        self._folder = folder
        self._url = register_url if register_url.startswith("postgres") else ""
        self._held: dict[str, tuple[ExitStack, Connection | None]] = {}

    def hold(self, quarter: Quarter) -> None:
        """Take the quarter until `release`; a quarter held already is only looked at.

        Raises:
            QuarterBusy: another run works on it.
            PassingFault: the database server that kept it for us cannot be reached any more.
        """
        if quarter.slug in self._held:
            self._look(quarter)
            return
        with ExitStack() as taken:
            taken.enter_context(_file_lock(self._folder / f"{quarter.slug}.lock", quarter))
            connection = taken.enter_context(_server_lock(self._url, quarter)) if self._url else None
            self._held[quarter.slug] = (taken.pop_all(), connection)

    @contextmanager
    def alone(self, quarter: Quarter) -> Iterator[None]:
        """Work on the quarter alone; where this workplace holds it already, it keeps it afterwards.

        Raises:
            QuarterBusy: another run works on it.
        """
        before = quarter.slug in self._held
        self.hold(quarter)
        try:
            yield
        finally:
            if not before:
                self._let_go(quarter.slug)

    def release(self) -> None:
        """Let go of every quarter held."""
        for slug in sorted(self._held):
            self._let_go(slug)

    def _let_go(self, slug: str) -> None:
        taken, _ = self._held.pop(slug)
        taken.close()

    def _look(self, quarter: Quarter) -> None:
        """Ask the server, where there is one, whether it still keeps the quarter for us."""
        from sqlalchemy.exc import DBAPIError  # noqa: PLC0415 - keeps SQLAlchemy out of listing assets

        connection = self._held[quarter.slug][1]
        if connection is None:
            return
        try:
            connection.exec_driver_sql("SELECT 1")
        except DBAPIError as error:
            self._let_go(quarter.slug)
            raise PassingFault(
                "BR-902",
                f"The database server that keeps {quarter.label} for this run alone cannot be reached.",
                "The step tries again by itself; if it goes on, check the database server.",
            ) from error


def _busy(quarter: Quarter) -> QuarterBusy:
    return QuarterBusy(
        "BR-901",
        f"Another run works on {quarter.label} at this moment.",
        "Wait until it has ended (Runs shows it), then run again. Nothing was changed by this one.",
    )


@contextmanager
def _file_lock(path: Path, quarter: Quarter) -> Iterator[None]:
    """The file of a quarter, held by this process and by one workplace in it."""
    with _guard:
        if str(path) in _held_here:
            raise _busy(quarter)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = path.open("ab")
        try:
            _lock(file)
        except OSError:
            file.close()
            raise _busy(quarter) from None
        _held_here.add(str(path))
    try:
        yield
    finally:
        with _guard:
            _held_here.discard(str(path))
            file.close()


def _lock(file: BinaryIO) -> None:
    """Lock the file's first byte without waiting; closing the file, or the process's end, unlocks it.

    Raises:
        OSError: another process has it.
    """
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - there is none elsewhere

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - there is none on Windows

        # Held by the process, not by the open file: a child that outlives a killed run does not go on holding it.
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1)


@contextmanager
def _server_lock(url: str, quarter: Quarter) -> Iterator[Connection]:
    """The quarter held at the database server for as long as one connection of ours lives.

    Raises:
        QuarterBusy: another connection holds it.
        PassingFault: the server cannot be reached.
    """
    from pipelines.platform.register.database import Database  # noqa: PLC0415 - as above

    number = int("".join(filter(str.isdigit, quarter.slug)))
    with closing(Database(url)) as database, database.session() as connection:
        if not connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({_FAMILY}, {number})").scalar():
            raise _busy(quarter)
        yield connection

"""Dagster's event log in SQLite files, with one engine a file.

What belongs here: how its files are opened, and nothing of what is in them. Dagster's own storage makes a new engine
for each statement, so that each is compiled anew, and opens the index of all runs a dozen times an event: a third of
the time of a check of a whole quarter. The files are the same, and Dagster's own storage reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from tempfile import TemporaryDirectory
from typing import Any

from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.event_log.sqlite.sqlite_event_log import INDEX_SHARD_NAME
from dagster._core.storage.sql import create_engine
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._serdes import ConfigurableClassData
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool, Pool, QueuePool

from pipelines.platform.settings import dagster_home

#: Engines kept: the index, and the files of the runs last looked at.
ENGINES = 16


@lru_cache(maxsize=ENGINES)
def _engine(url: str, pool: type[Pool]) -> Engine:
    engine = create_engine(url, poolclass=pool, connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS})
    event.listen(engine, "connect", _without_waiting_for_the_disk)
    return engine


def _without_waiting_for_the_disk(connection: SqliteConnection, _: object) -> None:
    """A power cut may then take the last events, never the file; what must not be lost is in the register."""
    connection.execute("PRAGMA synchronous = NORMAL").close()


class EventLog(SqliteEventLogStorage):
    """Dagster's event log where Dagster keeps it by default: `history/runs` in its home folder."""

    #: The folder that goes when the log is no longer used, where no home folder was named.
    passing: TemporaryDirectory[str] | None = None

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._tables: set[str] = set()
        super().__init__(base_dir, inst_data)

    @classmethod
    def config_type(cls) -> dict[str, Any]:
        """Nothing is set in `dagster.yaml`."""
        return {}

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, config_value: Any) -> EventLog:  # noqa: ANN401, ARG003
        """The storage below Dagster's home folder; where none is named, in a folder for as long as it is used.

        Args:
            inst_data: the settings it is made from.
            config_value: nothing.
        """
        home = dagster_home()
        passing = TemporaryDirectory(prefix="board-returns-", ignore_cleanup_errors=True) if home is None else None
        log = cls(str(Path(passing.name if passing else str(home)) / "history" / "runs"), inst_data)
        log.passing = passing
        return log

    def has_table(self, table_name: str) -> bool:
        """Whether the index has that table; once there, it stays.

        Args:
            table_name: the table.
        """
        if table_name not in self._tables:
            if not super().has_table(table_name):
                return False
            self._tables.add(table_name)
        return True

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        """A transaction on one file: a run's, or the index of all."""
        # A run's file is closed after each event: only then does it change for whoever watches the run's page.
        pool = QueuePool if shard == INDEX_SHARD_NAME else NullPool
        with self._db_lock:
            engine = _engine(self.conn_string_for_shard(shard), pool)
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.begin() as connection:
                yield connection

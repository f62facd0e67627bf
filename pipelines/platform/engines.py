"""The engine that answers SQL over the quarter's tables.

What belongs here: opening an engine that can see the named tables and nothing else (no network, no other
file, no variable of Python's), and binding parameters. What is asked is in `sql/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from pipelines.platform.errors import QueryRefused, TableMissing
from pipelines.platform.frames import to_arrow, to_pandas

if TYPE_CHECKING:
    import duckdb

Tables = Mapping[str, Path | pd.DataFrame]
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    # A name in the SQL is a table that was given, never a Python variable that happens to be called so.
    "python_enable_replacements": "false",
}


class Session:
    """One open engine with its tables as views."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def query(self, sql: str, params: Mapping[str, object] | None = None) -> pd.DataFrame:
        """The answer to one SELECT, in the core tables' types; rows are ordered as the SQL says.

        Args:
            sql: the statement; values come in as `$name` only.
            params: a value for each `$name`.

        Raises:
            QueryRefused: the engine does not accept the statement, or cannot finish it. Once rows are read, its
                own words may quote a cell, so only the kind of error is told.
        """
        import duckdb  # noqa: PLC0415 (keeps the import of the definitions light)

        try:
            relation = self._connection.sql(sql, params=dict(params or {}))
            answer = None if relation is None else relation.to_arrow_table()
        except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException) as error:
            # Refused before any row was read, so its words speak of the SQL alone.
            raise _refused(str(error).split("\n", maxsplit=1)[0]) from None
        except duckdb.Error as error:
            raise _refused(type(error).__name__) from None
        if answer is None:
            raise _refused("it answers nothing")
        return to_pandas(answer)

    def add(self, name: str, table: pd.DataFrame) -> None:
        """Make one more frame readable under a name, for statements that read each other.

        Raises:
            QueryRefused: the name is not a plain snake_case name.
        """
        _show(self._connection, name, table)


class DuckDBEngine:
    """DuckDB in this process, over Parquet files and frames.

    Attributes:
        threads: with one thread (the default) sums of money and the order of rows are the same in every run.
    """

    def __init__(self, threads: int = 1) -> None:
        self.threads = threads

    @contextmanager
    def session(self, tables: Tables) -> Iterator[Session]:
        """An engine that sees these tables and nothing else, for as many questions as a step has.

        Raises:
            TableMissing: a table's file is not there.
            QueryRefused: a table's name is not a plain snake_case name.
        """
        import duckdb  # noqa: PLC0415 (as above)

        with duckdb.connect(":memory:", config={**_CONFIG, "threads": self.threads}) as connection:
            connection.execute("SET TimeZone = 'UTC'")
            paths = [str(table) for table in tables.values() if isinstance(table, Path)]
            connection.execute(f"SET allowed_paths = [{', '.join(_quoted(path) for path in paths)}]")
            for name, table in tables.items():
                _show(connection, name, table)
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            yield Session(connection)

    def query(self, sql: str, tables: Tables, params: Mapping[str, object] | None = None) -> pd.DataFrame:
        """The answer to one SELECT over these tables (see `Session.query`)."""
        with self.session(tables) as session:
            return session.query(sql, params)


def _show(connection: duckdb.DuckDBPyConnection, name: str, table: Path | pd.DataFrame) -> None:
    """Make the table readable under its name."""
    if _NAME.fullmatch(name) is None:
        raise _refused("a table's name is not snake_case")
    if isinstance(table, pd.DataFrame):
        connection.register(name, to_arrow(table))
        return
    if not table.is_file():
        raise TableMissing("BR-101", f"The table {name} has not been made.", "Run the whole quarter again.")
    # A view cannot take a bound parameter, so the path is quoted; the folder's name is no column.
    source = f"read_parquet({_quoted(str(table))}, hive_partitioning = false)"
    connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM {source}')  # noqa: S608 (both parts are checked)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _refused(kind: str) -> QueryRefused:
    return QueryRefused(
        "BR-201",
        f"The engine refused a statement ({kind}).",
        "Run the SQL file's own test, which shows the place.",
    )

"""One service's workplace: its folders, lake, register, engine and settings, opened when first used.

Assets receive a workplace and nothing else, so a test hands them one in a temporary folder and patches nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.platform.engines import DuckDBEngine
from pipelines.platform.lake import Lake
from pipelines.platform.locks import QuarterLocks
from pipelines.platform.services import load_service
from pipelines.platform.settings import Settings
from schemas.service import Service

if TYPE_CHECKING:
    import pandas as pd

    from pipelines.platform.quarters import Quarter
    from pipelines.platform.register.store import Register


class Workplace:
    """Where one service's quarters are worked on.

    Attributes:
        settings: the validated settings it was made from.
        inboxes_seen: what lay in a quarter's inbox when it was last brought in: name, size and time of each file.
        after_check: what to do once the extracts of a quarter have been checked; none where nobody gave it.
    """

    after_check: Callable[[Workplace, Quarter], object] | None = None

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.inboxes_seen: dict[str, frozenset[tuple[str, int, int]]] = {}
        self._to_come: dict[str, set[str]] = {}

    @cached_property
    def service(self) -> Service:
        """The service whose returns these are."""
        return load_service(self.settings.service)

    @cached_property
    def lake(self) -> Lake:
        """Parquet tables of raw, core and indicators."""
        return Lake(self.settings.lake)

    @cached_property
    def engine(self) -> DuckDBEngine:
        """The engine that runs the SQL."""
        return DuckDBEngine(threads=self.settings.engine_threads)

    @cached_property
    def locks(self) -> QuarterLocks:
        """The quarters that this workplace works on alone."""
        return QuarterLocks(self.settings.locks, self.settings.register_url)

    @cached_property
    def register(self) -> Register:
        """The register, migrated to the newest version on first use."""
        from pipelines.platform.register.store import Register  # noqa: PLC0415 - keeps SQLAlchemy out of listing assets

        register = Register(self.settings.register_url, self.settings.audit_heads)
        register.migrate()
        return register

    def replace_tables(self, quarter: Quarter, judged_as: str, frames: Mapping[str, pd.DataFrame]) -> None:
        """Write tables that one verdict stands for, which the caller records when they are all there.

        The verdict on what was there before is taken back first: were the process to die between the tables and
        their verdict, the old one would vouch for rows it never saw.

        Args:
            quarter: the data quarter.
            judged_as: the table whose verdict it is.
            frames: the tables' rows by table.
        """
        self.register.withdraw_verdict(quarter.slug, judged_as)
        for table, frame in frames.items():
            self.lake.write(table, quarter, frame)

    def expect_checks(self, quarter: Quarter, tables: Iterable[str]) -> None:
        """Say which tables of a quarter this process is about to check."""
        self._to_come[quarter.slug] = set(tables)

    def checked(self, quarter: Quarter, table: str) -> None:
        """Say that a table has been checked, whatever came of it; after the last one expected, `after_check` is done.

        Whatever goes wrong there changes no verdict: it is logged by its kind, and told by the next check.
        """
        waiting = self._to_come.get(quarter.slug, set())
        waiting.discard(table)
        if self.after_check is None or waiting:
            return
        try:
            self.after_check(self, quarter)
        except Exception as error:  # noqa: BLE001 - a check stands, even where nothing could be written about it
            logging.getLogger(__name__).warning("What follows a check could not be done (%s).", type(error).__name__)

    def inbox(self, quarter: Quarter) -> Path:
        """The folder officers drop this quarter's files in, made if missing."""
        folder = self.settings.inbox / quarter.slug
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def returns(self, quarter: Quarter) -> Path:
        """The folder of this quarter's published versions."""
        return self.settings.returns / quarter.slug

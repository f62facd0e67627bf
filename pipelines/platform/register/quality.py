"""What the register keeps of the data's quality: counts by field, and the rules that could not be judged.

What belongs here: the tables quality_counts and rules_not_run, typed methods in and out. Nothing in them is of one
record: they hold counts, codes and reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

import pandas as pd
from sqlalchemy import Connection, Table, delete, insert, select

from pipelines.platform.register import models
from pipelines.platform.register.database import Database
from schemas.extract import NotRun

COUNT_COLUMNS = ("quarter_slug", "extract", "column", "side", "good", "total")
NOT_RUN_COLUMNS = ("step", "code", "why")


@dataclass(frozen=True, slots=True)
class QualityCount:
    """How many cells of one column are good on one side of quality.

    Attributes:
        extract: the extract's name.
        column: canonical column name.
        side: side of quality, as in `schemas.quality`.
        good: how many are in order.
        total: of how many.
    """

    extract: str
    column: str
    side: str
    good: int
    total: int


class QualityBook:
    """The quality of each quarter's extracts, as it was when the quarter was last run.

    Args:
        database: the register's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace_counts(
        self, quarter_slug: str, extract: str, sides: Sequence[str], counts: Iterable[QualityCount]
    ) -> None:
        """Keep these counts in place of the extract's earlier ones of the same sides for the quarter."""
        kept = models.quality_counts
        rows = [{"quarter_slug": quarter_slug, **asdict(count)} for count in counts]
        for row in rows:
            row["column_name"] = row.pop("column")
        with self._database.writing() as connection:
            of_extract = (kept.c.quarter_slug == quarter_slug, kept.c.extract == extract)
            connection.execute(delete(kept).where(*of_extract, kept.c.side.in_(list(sides))))
            _insert_all(connection, kept, rows)

    def counts(self, quarter_slugs: Sequence[str]) -> pd.DataFrame:
        """One row per quarter, extract, column and side, columns `COUNT_COLUMNS`, in that order."""
        table = models.quality_counts
        key = (table.c.quarter_slug, table.c.extract, table.c.column_name, table.c.side)
        query = select(*key, table.c.good, table.c.total).where(table.c.quarter_slug.in_(list(quarter_slugs)))
        with self._database.reading() as connection:
            rows = [tuple(row) for row in connection.execute(query)]
        # Sorted here: databases differ in how they order texts.
        frame = pd.DataFrame(sorted(rows), columns=list(COUNT_COLUMNS))
        return frame.astype({**dict.fromkeys(COUNT_COLUMNS[:4], "string"), "good": "Int64", "total": "Int64"})

    def replace_not_run(self, quarter_slug: str, step: str, rules: Iterable[NotRun]) -> None:
        """Keep these rules in place of those that the making of the same table could not judge before."""
        kept = models.rules_not_run
        rows = [{"quarter_slug": quarter_slug, "step": step, **asdict(one)} for one in rules]
        with self._database.writing() as connection:
            connection.execute(delete(kept).where(kept.c.quarter_slug == quarter_slug, kept.c.step == step))
            _insert_all(connection, kept, rows)

    def not_run(self, quarter_slug: str) -> pd.DataFrame:
        """One row per rule that could not be judged for the quarter, columns `NOT_RUN_COLUMNS`, by step and code."""
        table = models.rules_not_run
        query = select(table.c.step, table.c.code, table.c.why).where(table.c.quarter_slug == quarter_slug)
        with self._database.reading() as connection:
            rows = [tuple(row) for row in connection.execute(query)]
        return pd.DataFrame(sorted(rows), columns=list(NOT_RUN_COLUMNS)).astype("string")


def _insert_all(connection: Connection, table: Table, rows: Sequence[dict[str, object]]) -> None:
    # An insert without rows would insert one row of defaults.
    if rows:
        connection.execute(insert(table), list(rows))

"""Quarters whose published return is no longer what its files would give now.

What belongs here: noting, clearing and listing them. What makes a return out of date is judged in
`assets.report.versions.late`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import delete, insert, select

from pipelines.platform.register import models
from pipelines.platform.register.database import Database


@dataclass(frozen=True, slots=True)
class OutOfDate:
    """One quarter whose newest version is out of date.

    Attributes:
        quarter_slug: the quarter, e.g. "2014-15-Q3".
        since: when that was first found (UTC).
        version: the newest version, which is out of date.
        extracts: names of the extracts with newer files, or with newer words of officers, in the catalogue's order.
        why: one sentence for an officer; names no file and no child.
    """

    quarter_slug: str
    since: datetime
    version: int
    extracts: tuple[str, ...]
    why: str


class OutOfDateBook:
    """The list of quarters that are out of date: what is in it waits for somebody to restate it.

    Args:
        database: the register's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, found: OutOfDate) -> None:
        """Note a quarter in place of what was noted of it; of one version, the first `since` stays.

        Args:
            found: what was found of it.
        """
        kept = models.quarters_out_of_date
        before = self.of(found.quarter_slug)
        first = before is not None and before.version == found.version
        noted = replace(found, since=before.since) if first and before else found
        if noted == before:
            return
        values = {**asdict(noted), "extracts": ",".join(noted.extracts)}
        with self._database.writing() as connection:
            connection.execute(delete(kept).where(kept.c.quarter_slug == found.quarter_slug))
            connection.execute(insert(kept).values(values))

    def clear(self, quarter_slug: str) -> None:
        """Take a quarter off the list; it need not be on it."""
        kept = models.quarters_out_of_date
        with self._database.writing() as connection:
            connection.execute(delete(kept).where(kept.c.quarter_slug == quarter_slug))

    def of(self, quarter_slug: str) -> OutOfDate | None:
        """What is noted of one quarter; None where its return is up to date, or there is none."""
        return next((one for one in self.all() if one.quarter_slug == quarter_slug), None)

    def all(self) -> list[OutOfDate]:
        """Every quarter on the list, in the order of time."""
        kept = models.quarters_out_of_date
        with self._database.reading() as connection:
            rows = connection.execute(select(kept).order_by(kept.c.quarter_slug)).all()
        return [
            OutOfDate(row.quarter_slug, row.since, row.version, tuple(filter(None, row.extracts.split(","))), row.why)
            for row in rows
        ]

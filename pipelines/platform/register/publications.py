"""What was told before: the figures of other quarters' returns, as published.

What belongs here: questions to published_figures that go over quarters. Within a quarter its versions are asked of the
register itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import Any

import pandas as pd
from sqlalchemy import Column, Connection, Select, Table, and_, except_, func, or_, select

from pipelines.platform.register import models
from pipelines.platform.register.database import Database
from pipelines.platform.register.records import FIGURE_COLUMNS, ReturnVersion

#: Columns of a figure as it was told: the figure, and the quarter whose return told it.
TOLD_COLUMNS = (*FIGURE_COLUMNS, "quarter_slug")
_TYPES: dict[str, str] = {
    **dict.fromkeys(TOLD_COLUMNS, "string"),
    **dict.fromkeys(("period_start", "period_end"), "datetime64[us]"),
    **dict.fromkeys(("numerator", "denominator", "value"), "Float64"),
}
_KEY = ["measure_id", "period_id", "area_code"]


class Publications:
    """The returns of earlier quarters.

    Args:
        database: the register's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def quarters(self) -> list[str]:
        """Every quarter of which a return was published, in the order of time, e.g. "2014-15-Q3"."""
        kept = models.return_versions.c.quarter_slug
        with self._database.reading() as connection:
            return list(connection.scalars(select(kept).distinct().order_by(kept)))

    def versions(self) -> list[ReturnVersion]:
        """Every edition of every version, by quarter, number and edition."""
        table = models.return_versions
        columns = [table.c[field.name] for field in fields(ReturnVersion)]
        query = select(*columns).order_by(table.c.quarter_slug, table.c.version, table.c.edition)
        with self._database.reading() as connection:
            return [ReturnVersion(*row) for row in connection.execute(query)]

    def changed_figures(self, quarter_slug: str, before: int, now: int, edition: str) -> dict[str, int]:
        """How many figures of each measure are others in one version than in another.

        Args:
            quarter_slug: the quarter.
            before: the earlier version.
            now: the later version.
            edition: whose figures.

        Returns:
            Measure id -> figures that are new, gone or say something else; measures without any are left out.
        """
        table = models.published_figures
        key = [table.c[name] for name in ("measure_id", "period_id", "area_code", "breakdown", "category")]
        says = [*key, *(table.c[name] for name in ("numerator", "denominator", "value"))]

        def of(version: int, columns: list[Column[Any]]) -> Select[Any]:
            """Some columns of one version's figures."""
            told = (table.c.quarter_slug == quarter_slug, table.c.edition == edition, table.c.version == version)
            return select(*columns).where(*told)

        other = except_(of(now, says), of(before, says)).subquery()
        gone = except_(of(before, key), of(now, key)).subquery()
        counts: Counter[str] = Counter()
        with self._database.reading() as connection:
            for found in (other, gone):
                counted = select(found.c.measure_id, func.count()).group_by(found.c.measure_id)
                counts.update({str(row[0]): int(row[1]) for row in connection.execute(counted)})
        return dict(counts)

    def told_before(self, quarter_slug: str, edition: str) -> pd.DataFrame:
        """One row per headline figure of a period and area, as the newest return of an earlier quarter had it.

        Of each quarter its last version counts. A quarter published later than this one is not asked, so that an old
        quarter run again says what it said.

        Args:
            quarter_slug: the quarter that is being made, e.g. "2014-15-Q3".
            edition: whom the returns were for.
        """
        kept, versions = models.published_figures, models.return_versions
        newest = (
            select(versions.c.quarter_slug, func.max(versions.c.version).label("version"))
            .where(versions.c.edition == edition, versions.c.quarter_slug < quarter_slug)
            .group_by(versions.c.quarter_slug)
            .subquery()
        )
        same = and_(kept.c.quarter_slug == newest.c.quarter_slug, kept.c.version == newest.c.version)
        query = (
            select(*(kept.c[name] for name in TOLD_COLUMNS))
            .join(newest, same)
            .where(kept.c.edition == edition, kept.c.breakdown == "all")
            .order_by(kept.c.quarter_slug, *(kept.c[name] for name in _KEY))
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        frame = pd.DataFrame([tuple(row) for row in rows], columns=list(TOLD_COLUMNS)).astype(_TYPES)
        return frame.drop_duplicates(_KEY, keep="last").sort_values(_KEY, ignore_index=True)

    def shown(self, edition: str) -> list[pd.DataFrame]:
        """What an edition ever showed: a frame for each version of each quarter, in the order of publication.

        Args:
            edition: whom the returns were for.

        Returns:
            Frames of `records.FIGURE_COLUMNS`, those figures left out that stood there without a number.
        """
        kept, versions = models.published_figures, models.return_versions
        made = (
            select(versions.c.quarter_slug, versions.c.version)
            .where(versions.c.edition == edition)
            .order_by(versions.c.published_at, versions.c.id)
        )
        with self._database.reading() as connection:
            return [_figures_of(connection, kept, edition, slug, number) for slug, number in connection.execute(made)]


def _figures_of(connection: Connection, kept: Table, edition: str, quarter_slug: str, version: int) -> pd.DataFrame:
    """The figures of one version that had a number."""
    query = (
        select(*(kept.c[name] for name in FIGURE_COLUMNS))
        .where(kept.c.edition == edition, kept.c.quarter_slug == quarter_slug, kept.c.version == version)
        .where(or_(*(kept.c[name].is_not(None) for name in ("numerator", "denominator", "value"))))
        .order_by(kept.c.id)
    )
    rows = connection.execute(query).all()
    types = {name: _TYPES[name] for name in FIGURE_COLUMNS}
    return pd.DataFrame([tuple(row) for row in rows], columns=list(FIGURE_COLUMNS)).astype(types)

"""What the Board was told before: the figures of earlier quarters' returns, as published.

What belongs here: questions to published_figures that go over quarters. Within a quarter its versions are asked of the
register itself.
"""

from __future__ import annotations

import pandas as pd
from sqlalchemy import and_, func, select

from pipelines.platform.register import models
from pipelines.platform.register.database import Database
from pipelines.platform.register.records import FIGURE_COLUMNS

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

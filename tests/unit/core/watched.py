"""Made-up published series, and what watching them finds, through the product's own statements and engine."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pandas as pd

from assets.indicators.run import core_statements
from pipelines.platform.engines import DuckDBEngine
from pipelines.platform.sql import Statement

_DTYPES = {"value": "Float64", "release_no": "Int64", "period_order": "Int64", "row": "Int64"}
_COLUMNS = (
    "source", "family", "statistic", "area_code", "area_name", "area_level", "region", "period", "period_order",
    "value", "unit", "release_key", "release_no", "table_name", "column_name", "file_sha256", "file_name",
    "sheet", "row",
)  # fmt: skip


def value(area: str, period: int, figure: float | None, **told: object) -> dict[str, object]:
    """One published value: a rate of a series of release 1, at the end of a year."""
    release = told.get("release", 1)
    return {
        "source": "Made up",
        "family": told.get("family", "A rate"),
        "statistic": told.get("statistic", "value"),
        "area_code": area,
        "area_name": area,
        "area_level": told.get("level", "authority"),
        "region": None,
        "period": str(period),
        "period_order": told.get("order", period * 100 + 12),
        "value": figure,
        "unit": told.get("unit", "per 100,000"),
        "release_key": f"key-{release}",
        "release_no": release,
        "table_name": "lait_series",
        "column_name": "value",
        "file_sha256": f"sha-{release}",
        "file_name": f"release {release}.csv",
        "sheet": "",
    }


def series(rows: Iterable[dict[str, object]]) -> pd.DataFrame:
    """The values as core_published_series, a row each from row 2."""
    numbered = [row | {"row": number} for number, row in enumerate(rows, start=2)]
    cells = {name: [row[name] for row in numbered] for name in _COLUMNS}
    return pd.DataFrame({name: pd.Series(cells[name], dtype=_DTYPES.get(name, "string")) for name in _COLUMNS})


@cache
def _statements() -> tuple[Statement, ...]:
    return tuple(one for one in core_statements() if one.name.startswith("core_watch_"))


def watched(rows: Iterable[dict[str, object]]) -> dict[str, pd.DataFrame]:
    """Every watch table, made of these values."""
    made: dict[str, pd.DataFrame] = {}
    with DuckDBEngine().session({"core_published_series": series(rows)}) as session:
        for statement in _statements():
            made[statement.name] = session.query(statement.body)
            session.add(statement.name, made[statement.name])
    return made


def odd(rows: Iterable[dict[str, object]]) -> list[tuple[str, str, str]]:
    """Code, area and period of every value found odd, in order."""
    found = watched(rows)["core_watch_values"]
    return sorted(zip(found["code"], found["area_code"], found["period"], strict=True))

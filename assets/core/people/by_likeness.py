"""Pairs that may be one young person by name, date of birth and the rest, scored by splink on DuckDB.

What the likenesses weigh is in `assets.core.people.model`. splink gets a database of its own, in memory and in this
process, and no ids: places in the list stand for them.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

import pandas as pd

from assets.core.people.model import settings
from pipelines.platform.frames import to_arrow

#: Figures of a score that are kept: more would differ between machines.
DECIMALS = 4
_COMPARED = ("surname", "forename", "born", "sex", "postcode", "pnc")
_CONFIG: Mapping[str, str | bool | int | float | list[str]] = MappingProxyType(
    {
        "threads": 1,
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "enable_external_access": "false",
    }
)


def scores(records: pd.DataFrame, least: float) -> dict[tuple[str, str], float]:
    """Score of each pair that is likelier than the least asked for, by ypid, the smaller first.

    Args:
        records: as `assets.core.people.records` gives them, by ypid.
        least: pairs below this probability are left out.
    """
    if len(records) < 2:  # noqa: PLR2004 - it takes two
        return {}
    ypids = records["ypid"].tolist()
    found = _predicted(_prepared(records), least)
    lefts, rights = found["place_l"].tolist(), found["place_r"].tolist()
    pairs = [
        (min(ypids[left], ypids[right]), max(ypids[left], ypids[right]))
        for left, right in zip(lefts, rights, strict=True)
    ]
    rounded = found["match_probability"].round(DECIMALS).tolist()
    return dict(sorted(zip(pairs, rounded, strict=True)))


def _prepared(records: pd.DataFrame) -> pd.DataFrame:
    """What splink compares: nothing known is missing, and the birthday with day and month changed about."""
    compared = records[list(_COMPARED)]
    known = compared.mask(compared.isin([""]))
    born = known["born"]
    swapped = born.str[:5] + born.str[8:] + "-" + born.str[5:7]
    return known.assign(place=range(len(records)), swapped=swapped)


def _predicted(frame: pd.DataFrame, least: float) -> pd.DataFrame:
    """Places and probability of every pair likely enough."""
    import duckdb  # noqa: PLC0415 - keeps the import of the definitions light
    from splink import DuckDBAPI, Linker  # noqa: PLC0415 - half a second that only linking should cost

    with _quiet(), duckdb.connect(":memory:", config=dict(_CONFIG)) as connection:
        connection.register("people", to_arrow(frame))
        api = DuckDBAPI(connection=connection)
        records = api.register(connection.sql("SELECT * FROM people"))
        linker = Linker(records, settings(len(frame)), log_level=None, validate_settings=False)
        answer = linker.inference.predict(threshold_match_probability=least, warning_mode="never")
        query = f"SELECT place_l, place_r, match_probability FROM {answer.physical_name}"  # noqa: S608 (splink's name)
        pairs: pd.DataFrame = connection.sql(query).to_arrow_table().to_pandas()
    return pairs


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing is said by splink: its own words name columns and, when it fails, its SQL."""
    logger = logging.getLogger("splink")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)

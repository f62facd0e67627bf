"""Random small worlds of the published, finance and Board tables, and a run of the measures over them.

What belongs here: making tables and asking the real SQL files. The slow, plain answers are in `table_oracles`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import duckdb
import pandas as pd
import pyarrow as pa
from hypothesis import strategies as st

from assets.indicators.run import core_statements, measure_statements
from pipelines.platform.context import context_tables
from pipelines.platform.frames import to_arrow
from pipelines.platform.quarters import Quarter
from pipelines.platform.services import load_service
from pipelines.platform.sql import Statement
from schemas.measure import SHAPE, Measure

QUARTER = Quarter.from_label("2014-15 Q3")
SERVICE = load_service("leicestershire_rutland")

Row = dict[str, object]
Figures = dict[tuple[str, str, str, str], tuple[float, float | None]]

ORIGIN = {"file_sha256": "string", "file_name": "string", "sheet": "string", "row": "Int64"}
TEXT, WHOLE, MONEY, DAY = "string", "Int64", "Float64", "datetime64[us]"
COLUMNS: dict[str, dict[str, str]] = {
    "core_moj_cohort": {
        "release_date": DAY,
        "cohort_start": DAY,
        "cohort_end": DAY,
        "geography": TEXT,
        "n_cohort": WHOLE,
        "n_reoffenders": WHOLE,
        "n_reoffences": WHOLE,
        "status": TEXT,
    },
    "core_moj_custody": {
        "release_date": DAY,
        "window_start": DAY,
        "window_end": DAY,
        "geography": TEXT,
        "custodial_sentences": WHOLE,
        "population": WHOLE,
        "status": TEXT,
    },
    "core_moj_national_reoffending": {
        "measure": TEXT,
        "temporal_unit": TEXT,
        "cohort_start": DAY,
        "age_group": TEXT,
        "statistic": TEXT,
        "value": MONEY,
        "release_no": WHOLE,
    },
    "core_finance_budget": {
        "fy": TEXT,
        "agency": TEXT,
        "line": TEXT,
        "stream": TEXT,
        "kind": TEXT,
        "budget": MONEY,
    },
    "core_finance_actual": {
        "fy": TEXT,
        "period": WHOLE,
        "cost_centre": TEXT,
        "account": TEXT,
        "agency": TEXT,
        "actual": MONEY,
        "commitment": MONEY,
        "forecast": MONEY,
        "posted_date": DAY,
    },
    "core_finance_savings": {"scheme": TEXT, "fy": TEXT, "target": MONEY, "achieved": MONEY, "status": TEXT},
    "core_risks": {
        "risk_id": TEXT,
        "register_version": TEXT,
        "scale": TEXT,
        "impact": WHOLE,
        "likelihood": WHOLE,
        "score": WHOLE,
        "residual_impact": WHOLE,
        "residual_likelihood": WHOLE,
        "residual_score": WHOLE,
        "reviewed_date": DAY,
    },
    "core_priorities": {"priority_no": WHOLE, "fy": TEXT, "milestone": TEXT, "due": DAY, "status": TEXT},
}


def table(name: str, rows: Sequence[Row]) -> pa.Table:
    """The rows as the core table of that name, numbered as Excel shows them."""
    kinds = {TEXT: pa.string(), WHOLE: pa.int64(), MONEY: pa.float64(), DAY: pa.date32()}
    columns = {**ORIGIN, **COLUMNS[name]}
    placed = [
        {"file_sha256": "0" * 64, "file_name": "world.csv", "sheet": "", "row": number, "release_no": 1, **row}
        for number, row in enumerate(rows, start=2)
    ]
    return pa.Table.from_pylist(placed, schema=pa.schema([(name, kinds[kind]) for name, kind in columns.items()]))


@cache
def context() -> dict[str, pd.DataFrame]:
    return context_tables(QUARTER, SERVICE)


@cache
def statements() -> tuple[tuple[Statement, ...], tuple[tuple[Measure, Statement], ...]]:
    """The core and the measures' statements, read once."""
    return core_statements(), measure_statements()


@cache
def periods(*bases: str) -> list[Row]:
    """The spine's periods of these bases."""
    spine = context()["periods"]
    return [
        {str(key): value for key, value in row.items()} for row in spine.to_dict("records") if row["basis"] in bases
    ]


def day(period: Row, column: str) -> date:
    """A day of a period."""
    stamp = period[column]
    assert isinstance(stamp, pd.Timestamp)
    return stamp.date()


@cache
def connection() -> duckdb.DuckDBPyConnection:
    """One open engine with the context views.

    Quirk: the product opens a fresh engine for every step; six hundred of them would cost a minute here.
    """
    opened = duckdb.connect(":memory:", config={"threads": "1"})
    for name, view in context().items():
        opened.register(f"given_{name}", to_arrow(view))
        opened.execute(f'CREATE TABLE "{name}" AS SELECT * FROM given_{name}')  # noqa: S608 - our own names
    return opened


def answers(world: Mapping[str, Sequence[Row]], *ids: str) -> dict[str, Figures]:
    """What the measures of these ids say of a world, all asked at once, as one question costs as much as ten."""
    for name, rows in world.items():
        connection().register(name, table(name, rows))
    found = connection().execute(question(ids)).fetchall()
    told: dict[str, Figures] = {measure_id: {} for measure_id in ids}
    for measure_id, period, area, breakdown, category, top, below in found:
        key = (period, area, breakdown, category)
        assert key not in told[measure_id], key
        told[measure_id][key] = (top, below)
    return told


@cache
def question(ids: tuple[str, ...]) -> str:
    """One statement for several measures, with the core tables they read."""
    bodies = {measure.id: statement for measure, statement in statements()[1]}
    read = {table for measure_id in ids for table in bodies[measure_id].header["reads"]}
    shared = [f"{core.name} AS ({core.body})" for core in statements()[0] if core.name in read]
    columns = ", ".join(f"m.{column}" for column in SHAPE)
    asked = [
        f"SELECT '{measure_id}' AS measure_id, {columns} FROM ({bodies[measure_id].body}) AS m"  # noqa: S608 - our own files
        for measure_id in ids
    ]
    return (f"WITH {', '.join(shared)} " if shared else "") + " UNION ALL ".join(asked)


# Strategies ---------------------------------------------------------------------------------------------------------

small = st.integers(0, 12)
pounds = st.integers(-2000, 9000).map(float)
fys = st.sampled_from(["2006-07", "2012-13", "2013-14", "2014-15", "2014-15", "2014-15", "2015-16", "2016-17"])
days = st.sampled_from([date(2014, 1, 30), date(2014, 4, 30), date(2014, 10, 30)])
statuses = st.sampled_from(["provisional", "final"])
#: The service's own two names oftenest, so that two rows speak of one place.
OURS = ("Leicestershire", "Leicestershire and Rutland")
places = st.sampled_from([*OURS, *OURS, *OURS, *SERVICE.geographies, "Nottinghamshire"])


def keyed(row: st.SearchStrategy[Row], *key: str) -> st.SearchStrategy[list[Row]]:
    """Up to twelve rows, one for each key; often enough of them that they meet."""

    def of(size: int) -> st.SearchStrategy[list[Row]]:
        return st.lists(row, min_size=size, max_size=12, unique_by=lambda made: tuple(made[part] for part in key))

    return st.sampled_from((0, 0, 3, 6)).flatmap(of)


def _window(*bases: str) -> st.SearchStrategy[tuple[date, date]]:
    """A window of the spine, few enough that releases meet, or one that is none of ours."""
    known = [(day(p, "period_start"), day(p, "period_end")) for p in periods(*bases)][-3:]
    return st.sampled_from([*known, (date(2013, 7, 1), date(2013, 9, 30))])


def moj_cohorts() -> st.SearchStrategy[list[Row]]:
    def row(window: tuple[date, date], numbers: tuple[int, int, int], rest: tuple[date, str, str]) -> Row:
        released, place, status = rest
        cohort, reoffenders, reoffences = numbers
        return {
            "release_date": released,
            "cohort_start": window[0],
            "cohort_end": window[1],
            "geography": place,
            "n_cohort": cohort,
            "n_reoffenders": reoffenders,
            "n_reoffences": reoffences,
            "status": status,
        }

    rows = st.builds(row, _window("moj_cohort"), st.tuples(small, small, small), st.tuples(days, places, statuses))
    return keyed(rows, "release_date", "cohort_start", "cohort_end", "geography")


def moj_custody() -> st.SearchStrategy[list[Row]]:
    def row(window: tuple[date, date], numbers: tuple[int, int], rest: tuple[date, str, str]) -> Row:
        return {
            "release_date": rest[0],
            "window_start": window[0],
            "window_end": window[1],
            "geography": rest[1],
            "custodial_sentences": numbers[0],
            "population": numbers[1],
            "status": rest[2],
        }

    window = _window("half_year") | _window("fy") | _window("rolling_year")
    rows = st.builds(row, window, st.tuples(small, st.integers(0, 70_000)), st.tuples(days, places, statuses))
    return keyed(rows, "release_date", "window_start", "window_end", "geography")


def national_reoffending() -> st.SearchStrategy[list[Row]]:
    rows: st.SearchStrategy[Row] = st.fixed_dictionaries(
        {
            "measure": st.sampled_from(["old", "new"]),
            "temporal_unit": st.sampled_from(["annual", "annual", "3-monthly"]),
            "cohort_start": st.sampled_from([date(2000, 1, 1), date(2012, 4, 1), date(2012, 4, 1), date(2013, 4, 1)]),
            "age_group": st.sampled_from(["Juvenile", "Juvenile", "Adult"]),
            "statistic": st.sampled_from(["cohort", "cohort", "binary"]),
            "value": st.none() | st.integers(0, 200_000).map(float),
        }
    )
    return keyed(rows, "measure", "temporal_unit", "cohort_start", "age_group", "statistic")


def budgets() -> st.SearchStrategy[list[Row]]:
    rows: st.SearchStrategy[Row] = st.fixed_dictionaries(
        {
            "fy": fys,
            "agency": st.sampled_from(["Police", "Health", "YJB"]),
            "line": st.sampled_from(["Staff", "YISP"]),
            "stream": st.sampled_from(["pooled", "pooled", "additional"]),
            "kind": st.sampled_from(["staffing", "in kind", "delegated", "grant", "grant"]),
            "budget": pounds,
        }
    )
    return keyed(rows, "fy", "agency", "line", "stream", "kind")


def actuals() -> st.SearchStrategy[list[Row]]:
    rows: st.SearchStrategy[Row] = st.fixed_dictionaries(
        {
            "fy": st.sampled_from(["2013-14", "2014-15", "2014-15", "2014-15"]),
            "period": st.sampled_from([1, 8, 8, 9, 9, 10]),
            "cost_centre": st.sampled_from(["C1", "C1", "C1", "C2"]),
            "account": st.sampled_from(["Pay", "Pay", "Pay", "Travel"]),
            "agency": st.none() | st.just("Police"),
            "actual": pounds,
            "commitment": pounds,
            "forecast": pounds,
            "posted_date": days,
        }
    )
    return keyed(rows, "fy", "period", "cost_centre", "account", "agency", "posted_date")


def savings() -> st.SearchStrategy[list[Row]]:
    rows: st.SearchStrategy[Row] = st.fixed_dictionaries(
        {
            "scheme": st.sampled_from(["A", "B", "C"]),
            "fy": fys,
            "target": st.none() | pounds,
            "achieved": st.none() | pounds,
            "status": st.just("Planned"),
        }
    )
    return keyed(rows, "scheme", "fy")


def risks() -> st.SearchStrategy[list[Row]]:
    points = st.integers(1, 3)
    rows: st.SearchStrategy[Row] = st.fixed_dictionaries(
        {
            "risk_id": st.sampled_from(["R1", "R2", "R3", "R4"]),
            "register_version": st.sampled_from(["2011", "2015"]),
            "scale": st.sampled_from(["1-3, 1 highest", "1-5, 5 highest", "as agreed"]),
            "impact": points,
            "likelihood": points,
            "score": st.integers(1, 9),
            "residual_impact": st.none() | points,
            "residual_likelihood": st.none() | points,
            "residual_score": st.none() | st.integers(1, 9),
            "reviewed_date": days,
        }
    )
    return keyed(rows, "register_version", "risk_id")


def priorities() -> st.SearchStrategy[list[Row]]:
    rows: st.SearchStrategy[Row] = st.fixed_dictionaries(
        {
            "priority_no": st.integers(1, 11),
            "fy": st.sampled_from(["2012-13", "2014-15", "2015-16", "2015-16", "2016-17", "2016-17"]),
            "milestone": st.sampled_from(["m1", "m2", "m3"]),
            "due": days,
            "status": st.sampled_from(["Not started", "On track", "At risk", "Off track", "Complete"]),
        }
    )
    return keyed(rows, "fy", "priority_no", "milestone")

"""Every SQL file: its header, its dialect, what it reads; and every construct that the portability check refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

from assets.indicators.run import core_statements, measure_statements
from pipelines.platform.context import VIEWS
from pipelines.platform.portable import Dialect, breaches, transpiled
from pipelines.platform.sql import Statement, core_files, load_statement, measure_files, sql_root

FILES = [*core_files(), *measure_files()]


def name_of(path: Path) -> str:
    return path.relative_to(sql_root()).as_posix()


every_file = pytest.mark.parametrize("path", FILES, ids=name_of)


@every_file
def test_a_file_keeps_to_the_portable_subset(path: Path) -> None:
    assert breaches(load_statement(path).body) == []


@every_file
@pytest.mark.parametrize("dialect", ["spark", "postgres"])
def test_a_file_is_written_in_another_dialect_and_reads_back(path: Path, dialect: Dialect) -> None:
    body = load_statement(path).body
    again = sqlglot.parse_one(transpiled(body, dialect), read=dialect)
    assert columns_of(again) == columns_of(sqlglot.parse_one(body, read="duckdb"))


def columns_of(query: exp.Expr) -> list[str]:
    """Names of a query's columns, in order."""
    assert isinstance(query, exp.Query)
    return query.named_selects


@every_file
def test_a_file_reads_just_the_tables_its_header_names(path: Path) -> None:
    statement = load_statement(path)
    assert read_by(statement) == set(statement.header["reads"])


@every_file
def test_a_file_reads_only_core_tables_and_the_views(path: Path) -> None:
    other = {table for table in read_by(load_statement(path)) if not table.startswith("core_")}
    assert other <= VIEWS


def read_by(statement: Statement) -> set[str]:
    """Tables of a statement that are not its own CTEs."""
    tree = sqlglot.parse_one(statement.body, read="duckdb")
    return {table.name for table in tree.find_all(exp.Table)} - {cte.alias for cte in tree.find_all(exp.CTE)}


def test_every_file_is_loaded_once_under_its_own_name() -> None:
    loaded = [statement.path for statement in core_statements()] + [s.path for _, s in measure_statements()]
    assert sorted(loaded) == sorted(FILES)


def test_a_core_statement_comes_after_all_that_it_reads() -> None:
    made: set[str] = set()
    names = {statement.name for statement in core_statements()}
    for statement in core_statements():
        assert set(statement.header["reads"]) & names <= made
        made.add(statement.name)


def test_every_measure_reads_a_table_that_is_made() -> None:
    from schemas.catalogue import EXTRACTS  # noqa: PLC0415 - only this test needs the extracts

    there = {statement.name for statement in core_statements()} | {item.core_table for item in EXTRACTS} | VIEWS
    assert {table for _, s in measure_statements() for table in s.header["reads"]} <= there


REFUSED = {
    "SELECT a FROM t QUALIFY ROW_NUMBER() OVER (ORDER BY a) = 1": "QUALIFY",
    "SELECT COUNT(*) FILTER (WHERE a > 1) FROM t": "FILTER",
    "SELECT x::INT AS y FROM t": "::",
    "SELECT a, COUNT(*) FROM t GROUP BY ALL": "GROUP BY ALL",
    "SELECT a FROM t GROUP BY 1": "GROUP BY a number",
    "SELECT a FROM t ORDER BY ALL": "bare word",
    "SELECT date_diff('month', a, b) FROM t": "date_diff",
    "SELECT end_date - start_date FROM t": "date minus date",
    "SELECT CAST(a AS DATE) - CAST(b AS DATE) FROM t": "date minus date",
    "SELECT start_date + 30 FROM t": "plus or minus a number",
    "SELECT age(a, b) FROM t": "outside",
    "SELECT * FROM generate_series(1, 3)": "table function",
    "SELECT generate_series FROM generate_series(DATE '2014-01-01', DATE '2014-03-01', INTERVAL '1' DAY)": "generate",
    "SELECT * EXCLUDE (a) FROM t": "EXCLUDE",
    "SELECT * REPLACE (a + 1 AS a) FROM t": "EXCLUDE",
    "SELECT a FROM t ASOF JOIN u ON t.a >= u.a": "ASOF",
    "SELECT a FROM t NATURAL JOIN u": "NATURAL",
    "SELECT a FROM t SEMI JOIN u USING (a)": "SEMI",
    "SELECT a FROM t, u": "join without a condition",
    "SELECT arg_min(a, b) FROM t": "arg_min",
    "SELECT arg_max(a, b) FROM t": "arg_max",
    "SELECT TRY_CAST(a AS INT) FROM t": "TRY_CAST",
    "SELECT make_date(2014, 1, 1) FROM t": "make_date",
    "SELECT list(a ORDER BY b) FROM t": "list()",
    "SELECT [1, 2] FROM t": "outside",
    "SELECT a + 1 AS b, b + 1 AS c FROM t": "alias b",
    "SELECT UPPER(a) AS b FROM t WHERE b = 'X'": "alias b",
    "SELECT COALESCE(a, 0) AS a, COUNT(*) FROM t GROUP BY a": "alias a",
    "SELECT a / b FROM t": "NULLIF",
    "SELECT a / 0 FROM t": "NULLIF",
    "SELECT a // b FROM t": "//",
    "SELECT a % 2 FROM t": "%",
    "SELECT a + INTERVAL 12 MONTH FROM t": "INTERVAL '12' MONTH",
    "SELECT a + INTERVAL '12 months' FROM t": "INTERVAL '12' MONTH",
    "SELECT a + INTERVAL '1 month 3 days' FROM t": "INTERVAL '12' MONTH",
    "SELECT a + INTERVAL (n) MONTH FROM t": "INTERVAL '12' MONTH",
    "SELECT a + n * INTERVAL '1' MONTH FROM t": "interval times",
    "SELECT EXTRACT(QUARTER FROM a) FROM t": "EXTRACT",
    "SELECT year(a) FROM t": "outside",
    "SELECT my_own(a) FROM t": "my_own()",
    "SELECT ROUND(a, 1) FROM t": "ROUND",
    "SELECT a FROM t WHERE b = ?": "by name only",
    "SELECT a FROM t WHERE b = $1": "by name only",
    "SELECT DISTINCT ON (a) a FROM t": "DISTINCT ON",
    "SELECT ROW_NUMBER() OVER (PARTITION BY a) FROM t": "ROW_NUMBER without ORDER BY",
    "SELECT ROW_NUMBER() OVER (PARTITION BY a) = 1 FROM t": "ROW_NUMBER without ORDER BY",
    "SELECT LAG(a) OVER (ORDER BY b) FROM t": "window function",
    "SELECT COUNT(DISTINCT a) OVER (PARTITION BY b) FROM t": "COUNT(DISTINCT) OVER",
    "SELECT SUM(a) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t": "WindowSpec",
    "WITH RECURSIVE r AS (SELECT a FROM t) SELECT a FROM r": "RECURSIVE",
    "SELECT a FROM t UNION ALL BY NAME SELECT a FROM u": "BY NAME",
    "SELECT a FROM t EXCEPT SELECT a FROM u": "only a query",
    "SELECT a FROM t LIMIT 1": "LIMIT",
    "SELECT a FROM (VALUES (1)) AS v(a)": "VALUES",
    "SELECT a FROM 'file.parquet'": "outside the quarter's views",
    "SELECT a FROM other.t": "outside the quarter's views",
    "SELECT a FROM read_parquet('file.parquet')": "table function",
    "SELECT CAST(a AS HUGEINT) FROM t": "CAST to",
    "SELECT CAST(a AS DECIMAL(10, 2)) FROM t": "CAST to",
    "SELECT a FROM t WHERE b ILIKE 'x%'": "outside",
    "SELECT a FROM t USING SAMPLE 10%": "outside",
    "SELECT current_date FROM t": "outside",
    "DROP TABLE t": "only a query",
    "SELECT 1 AS a; SELECT 2 AS a": "one statement",
    "SELECT a FROM": "cannot be parsed",
}


@pytest.mark.parametrize(("sql", "said"), REFUSED.items(), ids=list(REFUSED))
def test_what_lies_outside_the_subset_is_refused_with_its_name(sql: str, said: str) -> None:
    assert any(said in line for line in breaches(sql)), breaches(sql)


ALLOWED = [
    "SELECT * FROM t",
    "SELECT a, COUNT(DISTINCT b) AS n FROM t WHERE a IS NOT NULL AND b IN ('x', 'y') GROUP BY a HAVING COUNT(*) > 1",
    "SELECT COALESCE(a, 0) AS a FROM t WHERE a > 1",
    "SELECT t.a AS a FROM t WHERE a > 1 ORDER BY a",
    "SELECT a / NULLIF(b, 0) AS x, a / 12 AS y, a / (2.5) AS z FROM t",
    "SELECT a + INTERVAL '12' MONTH AS later FROM t WHERE a >= DATE '2014-01-01' AND a < b - INTERVAL '1' DAY",
    "SELECT EXTRACT(YEAR FROM a) AS y FROM t",
    "SELECT a FROM t LEFT JOIN u ON t.k = u.k AND t.d >= u.s AND t.d < u.e CROSS JOIN v",
    "SELECT a FROM t WHERE b = $quarter_end",
    "SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b DESC, c) AS n FROM t",
    "SELECT hours_end - hours_start AS hours FROM t",
    "SELECT SUM(CASE WHEN a = 'x' THEN 1 ELSE 0 END) AS n FROM t UNION ALL SELECT CAST(b AS DOUBLE) AS n FROM u",
]


@pytest.mark.parametrize("sql", ALLOWED)
def test_what_lies_inside_the_subset_is_allowed(sql: str) -> None:
    assert breaches(sql) == []


def test_a_statement_outside_the_subset_is_never_written_in_another_dialect() -> None:
    with pytest.raises(ValueError, match="QUALIFY"):
        transpiled("SELECT a FROM t QUALIFY ROW_NUMBER() OVER (ORDER BY a) = 1", "spark")


def test_a_division_is_guarded_in_the_dialects_too() -> None:
    assert "NULLIF(b, 0)" in transpiled("SELECT a / NULLIF(b, 0) AS x FROM t", "postgres")

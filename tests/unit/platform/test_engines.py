"""The engine sees the tables it was given, binds values, and can reach nothing else."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from pipelines.platform.engines import DuckDBEngine
from pipelines.platform.errors import QueryRefused, TableMissing
from pipelines.platform.lake import Lake
from pipelines.platform.quarters import Quarter

Q3 = Quarter(2014, 3)
CANARY = "Zebedee"


@pytest.fixture
def engine() -> DuckDBEngine:
    return DuckDBEngine()


@pytest.fixture
def outcomes() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "outcome_id": pd.array(["O1", "O2", "O3"], dtype="string"),
            "outcome_date": pd.Series(["2014-09-30", "2014-10-01", None], dtype="datetime64[us]"),
            "term_days": pd.array([0, 90, None], dtype="Int64"),
        }
    )


@pytest.fixture
def path(tmp_path: Path, outcomes: pd.DataFrame) -> Path:
    # An apostrophe in the folder's name, as in "Chief Officer's drive".
    return Lake(tmp_path / "officer's").write("core_outcomes", Q3, outcomes)


def test_a_file_and_a_frame_give_the_same_answer(engine: DuckDBEngine, path: Path, outcomes: pd.DataFrame) -> None:
    sql = "SELECT outcome_id, outcome_date, term_days FROM core_outcomes ORDER BY outcome_id"
    of_file = engine.query(sql, {"core_outcomes": path})
    of_frame = engine.query(sql, {"core_outcomes": outcomes})
    pd.testing.assert_frame_equal(of_file, of_frame)
    assert [str(dtype) for dtype in of_file.dtypes] == ["string", "datetime64[us]", "Int64"]


def test_days_are_dates_to_the_engine_whether_in_a_file_or_a_frame(
    engine: DuckDBEngine, path: Path, outcomes: pd.DataFrame
) -> None:
    sql = "SELECT DISTINCT typeof(f.outcome_date) AS file, typeof(g.outcome_date) AS frame FROM f CROSS JOIN g"
    assert engine.query(sql, {"f": path, "g": outcomes}).iloc[0].tolist() == ["DATE", "DATE"]


def test_the_folder_of_the_quarter_is_no_column_of_the_table(engine: DuckDBEngine, path: Path) -> None:
    answer = engine.query("SELECT * FROM core_outcomes", {"core_outcomes": path})
    assert list(answer.columns) == ["outcome_id", "outcome_date", "term_days"]


def test_a_nought_is_a_nought_and_missing_is_missing(engine: DuckDBEngine, path: Path) -> None:
    sql = "SELECT SUM(term_days) AS total, COUNT(term_days) AS known FROM t WHERE outcome_id = $wanted"
    with engine.session({"t": path}) as session:
        assert session.query(sql, {"wanted": "O1"}).iloc[0].tolist() == [0, 1]
        missing = session.query(sql, {"wanted": "O3"})
    assert missing["total"].isna().all()
    assert missing["known"].tolist() == [0]


def test_values_are_bound_and_never_read_as_sql(engine: DuckDBEngine, path: Path) -> None:
    sql = "SELECT COUNT(*) AS n FROM t WHERE outcome_id = $wanted"
    assert engine.query(sql, {"t": path}, {"wanted": "O1' OR '1' = '1"})["n"].tolist() == [0]


def test_a_half_open_range_of_days_takes_its_first_and_leaves_its_last(engine: DuckDBEngine, path: Path) -> None:
    sql = "SELECT outcome_id FROM t WHERE outcome_date >= $start AND outcome_date < $until"
    answer = engine.query(sql, {"t": path}, {"start": Q3.start, "until": Q3.until})
    assert answer["outcome_id"].tolist() == ["O2"]


def test_one_session_answers_many_questions_and_the_next_starts_afresh(engine: DuckDBEngine, path: Path) -> None:
    with engine.session({"t": path}) as session:
        assert session.query("SELECT COUNT(*) AS n FROM t")["n"].tolist() == [3]
        assert session.query("SELECT MAX(term_days) AS m FROM t")["m"].tolist() == [90]
    with pytest.raises(QueryRefused):
        engine.query("SELECT * FROM t", {"other": path})


def test_a_table_made_in_a_session_can_be_asked_in_it(engine: DuckDBEngine, path: Path) -> None:
    with engine.session({"t": path}) as session:
        session.add("long_terms", session.query("SELECT outcome_id FROM t WHERE term_days > 0"))
        assert session.query("SELECT outcome_id FROM long_terms")["outcome_id"].tolist() == ["O2"]


def test_an_empty_answer_keeps_its_columns_and_types(engine: DuckDBEngine, path: Path) -> None:
    answer = engine.query("SELECT outcome_id, term_days FROM t WHERE FALSE", {"t": path})
    assert answer.empty
    assert [str(dtype) for dtype in answer.dtypes] == ["string", "Int64"]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_parquet('{other}')",
        "SELECT * FROM read_csv('/etc/hostname')",
        "SELECT * FROM 'https://example.org/a.parquet'",
        "COPY (SELECT 1) TO '{other}.copy'",
        "ATTACH '{other}.db'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
    ],
)
def test_a_statement_can_reach_no_other_file_and_no_network(
    engine: DuckDBEngine, path: Path, tmp_path: Path, sql: str
) -> None:
    other = Lake(tmp_path / "another").write("core_persons", Q3, pd.DataFrame({"a": [1]}))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(QueryRefused):
        engine.query(sql.format(other=other), {"t": path})
    assert sorted(tmp_path.rglob("*")) == before


def test_a_python_variable_is_no_table(engine: DuckDBEngine, outcomes: pd.DataFrame) -> None:
    assert len(outcomes) == 3
    with pytest.raises(QueryRefused):
        engine.query("SELECT * FROM outcomes", {})


def test_a_refusal_quotes_no_cell(engine: DuckDBEngine) -> None:
    frame = pd.DataFrame({"surname": [CANARY]})
    with pytest.raises(QueryRefused, match="BR-201") as caught:
        engine.query("SELECT CAST(surname AS DATE) AS d FROM t", {"t": frame})
    assert CANARY not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_mistake_in_the_sql_is_named_because_no_row_was_read(engine: DuckDBEngine, path: Path) -> None:
    with pytest.raises(QueryRefused, match="outcome_dat"):
        engine.query("SELECT outcome_dat FROM t", {"t": path})


def test_a_statement_that_answers_nothing_is_refused(engine: DuckDBEngine) -> None:
    with pytest.raises(QueryRefused):
        engine.query("", {})


def test_a_table_that_was_not_made_is_missed_by_name(engine: DuckDBEngine, tmp_path: Path) -> None:
    with pytest.raises(TableMissing, match="core_persons"):
        engine.query("SELECT 1 AS n", {"core_persons": tmp_path / "no.parquet"})


def test_a_table_name_that_is_none_is_refused(engine: DuckDBEngine, outcomes: pd.DataFrame) -> None:
    with pytest.raises(QueryRefused, match="snake_case"):
        engine.query("SELECT 1 AS n", {'x" AS SELECT 1 --': outcomes})


def test_sums_of_money_are_the_same_to_the_last_bit_every_time(engine: DuckDBEngine) -> None:
    frame = pd.DataFrame({"amount": pd.array([0.1 * number for number in range(5_000)], dtype="Float64")})
    totals = {engine.query("SELECT SUM(amount) AS s FROM t", {"t": frame})["s"].iloc[0] for _ in range(3)}
    assert len(totals) == 1

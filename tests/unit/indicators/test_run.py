"""Loading and running the SQL files, the one tidy shape, and the long table of figures."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from assets.indicators.figures import COLUMNS, figures
from assets.indicators.run import compute_core, compute_measure, core_statements, measure_statements, measures
from assets.indicators.shape import ShapeBroken, checked
from pipelines.platform.context import context_tables
from pipelines.platform.engines import DuckDBEngine
from pipelines.platform.errors import QueryRefused, StatementUnfit
from pipelines.platform.quarters import Quarter
from pipelines.platform.services import load_service
from pipelines.platform.sql import Statement
from schemas.measure import SHAPE
from tests.unit.indicators.measure_of import PLAIN, measure

CONTEXT = context_tables(Quarter.from_label("2014-15 Q3"), load_service("leicestershire_rutland"))
GOOD = ("2014-15-Q3", "YOS-LR", "all", "all", 1.0, 4.0)


def frame(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(SHAPE))


# Shape --------------------------------------------------------------------------------------------------------------


def test_a_result_of_the_shape_is_typed_and_sorted() -> None:
    later = ("2014-15-Q4", "YOS-LR", "all", "all", 0.0, None)
    kept = checked(frame(later, GOOD), measure())
    assert kept["period_id"].tolist() == ["2014-15-Q3", "2014-15-Q4"]
    assert kept.dtypes.astype(str).tolist() == ["string"] * 4 + ["Float64"] * 2
    assert kept["denominator"].isna().tolist() == [False, True]


def test_an_empty_result_is_of_the_shape() -> None:
    assert len(checked(frame(), measure())) == 0


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([GOOD, GOOD], "come twice"),
        ([(None, *GOOD[1:])], "is empty"),
        ([(*GOOD[:4], None, 4.0)], "numerator is missing"),
        ([(*GOOD[:4], float("inf"), 4.0)], "not finite"),
        ([(*GOOD[:4], 1.0, float("-inf"))], "not finite"),
        ([(*GOOD[:3], "male", 1.0, 4.0)], "headline row has a category"),
        ([(*GOOD[:2], "sex", "all", 1.0, 4.0)], "headline row has a category"),
    ],
)
def test_a_result_that_breaks_the_shape_is_refused(rows: list[tuple[object, ...]], said: str) -> None:
    with pytest.raises(ShapeBroken, match=said):
        checked(frame(*rows), measure())


def test_a_result_with_other_columns_is_refused() -> None:
    with pytest.raises(ShapeBroken, match="columns are not"):
        checked(frame(GOOD).drop(columns="category"), measure())


# Loading ------------------------------------------------------------------------------------------------------------


def put(root: Path, place: str, header: str, body: str = "SELECT 1 AS a") -> Path:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"/*\n{header}\n*/\n{body}\n", encoding="utf-8")
    return root


def core_header(name: str, reads: str) -> str:
    return f"name: {name}\ntitle: t\ngrain: one row\nsource: B3\nreads: [{reads}]"


def measure_header(**changed: object) -> str:
    settings = {**PLAIN, "basis": ["quarter"], "theme": ["core"], "reads": ["core_persons"], **changed}
    return "\n".join(f"{key}: {value!r}" for key, value in settings.items())


def test_a_core_statement_waits_for_what_it_reads(tmp_path: Path) -> None:
    put(tmp_path, "core/core_a.sql", core_header("core_a", "core_b, core_persons"))
    put(tmp_path, "core/core_b.sql", core_header("core_b", "core_c"))
    put(tmp_path, "core/core_c.sql", core_header("core_c", "periods"))
    assert [item.name for item in core_statements(tmp_path)] == ["core_c", "core_b", "core_a"]


def test_core_statements_in_a_circle_are_refused(tmp_path: Path) -> None:
    put(tmp_path, "core/core_a.sql", core_header("core_a", "core_b"))
    put(tmp_path, "core/core_b.sql", core_header("core_b", "core_a"))
    with pytest.raises(StatementUnfit, match="circle"):
        core_statements(tmp_path)


def test_a_core_statement_under_another_name_or_without_a_grain_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "named", "core/core_a.sql", core_header("core_b", "periods"))
    put(tmp_path / "grain", "core/core_a.sql", "name: core_a\ntitle: t\nsource: B3\nreads: [periods]")
    with pytest.raises(StatementUnfit, match="name is not its file's"):
        core_statements(tmp_path / "named")
    with pytest.raises(StatementUnfit, match="lacks grain"):
        core_statements(tmp_path / "grain")


def test_a_measure_is_loaded_with_its_header(tmp_path: Path) -> None:
    put(tmp_path, "indicators/tst/tst_01.sql", measure_header())
    assert measures(tmp_path) == (measure(),)


def test_a_measure_whose_id_is_not_its_files_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "indicators/tst/tst_02.sql", measure_header())
    with pytest.raises(StatementUnfit, match="TST-01 is not its file's"):
        measures(tmp_path)


def test_a_header_with_an_unknown_unit_says_which_setting_is_wrong(tmp_path: Path) -> None:
    put(tmp_path, "indicators/tst/tst_01.sql", measure_header(unit="furlong"))
    with pytest.raises(StatementUnfit, match="header's unit"):
        measures(tmp_path)


# Running ------------------------------------------------------------------------------------------------------------


def statement_of(measure_id: str) -> Statement:
    return next(statement for item, statement in measure_statements() if item.id == measure_id)


def budget(amount: float) -> pd.DataFrame:
    row = ("2014-15", "Police", "Core", "pooled", "staffing", amount)
    texts = dict.fromkeys(("fy", "agency", "line", "stream", "kind"), "string")
    return pd.DataFrame([row], columns=[*texts, "budget"]).astype(texts)


def test_a_measure_is_computed_from_tables_and_views() -> None:
    tables = {**CONTEXT, "core_finance_budget": budget(5000.0)}
    made = compute_measure(statement_of("FIN-01"), tables, DuckDBEngine())
    headline = made.loc[made["breakdown"] == "all"]
    assert headline[["period_id", "area_code", "numerator"]].to_numpy().tolist() == [["2014-15-BUD", "YOS-LR", 5000.0]]


def test_a_statement_sees_no_table_that_its_header_does_not_name() -> None:
    statement = statement_of("FIN-01")
    forgetful = Statement(
        statement.name, statement.path, {**statement.header, "reads": ["periods", "areas"]}, statement.body
    )
    with pytest.raises(QueryRefused):
        compute_measure(forgetful, {**CONTEXT, "core_finance_budget": budget(1.0)}, DuckDBEngine())


def test_a_core_table_is_computed_by_name_and_an_unknown_name_is_refused() -> None:
    cohorts = pd.DataFrame(
        {
            "file_sha256": ["0"],
            "sheet": [""],
            "row": [2],
            "release_date": pd.to_datetime(["2014-07-31"]),
            "cohort_start": pd.to_datetime(["2011-10-01"]),
            "cohort_end": pd.to_datetime(["2012-09-30"]),
            "geography": ["Leicestershire"],
            "n_cohort": [661],
            "n_reoffenders": [202],
            "n_reoffences": [588],
            "status": ["final"],
        }
    )
    made = compute_core("core_moj_cohort_windows", {**CONTEXT, "core_moj_cohort": cohorts}, DuckDBEngine())
    assert made[["period_id", "area_code", "n_cohort"]].to_numpy().tolist() == [["MOJ12-2012-09", "YOS-LR", 661.0]]
    with pytest.raises(StatementUnfit, match="no core statement"):
        compute_core("core_nothing", CONTEXT, DuckDBEngine())


# Figures ------------------------------------------------------------------------------------------------------------


def test_figures_are_one_long_sorted_table_with_dates_and_values() -> None:
    first = checked(frame(("2014-15-Q3", "YOS-LR", "all", "all", 1.0, 4.0)), measure())
    second = checked(frame(("2014-15-YTD-Q3", "YOS-LR", "all", "all", 161.0, None)), measure(id="ABC-01", unit="count"))
    told = figures(
        {"TST-01": first, "ABC-01": second}, [measure(), measure(id="ABC-01", unit="count")], CONTEXT["periods"]
    )
    assert list(told.columns) == list(COLUMNS)
    assert told["measure_id"].tolist() == ["ABC-01", "TST-01"]
    assert told["value"].tolist() == [161.0, 25.0]
    assert told["unit"].tolist() == ["count", "%"]
    assert [str(day.date()) for day in told["period_start"]] == ["2014-04-01", "2014-10-01"]


def test_a_measure_that_was_not_computed_gives_no_figures() -> None:
    told = figures({}, [measure()], CONTEXT["periods"])
    assert list(told.columns) == list(COLUMNS)
    assert len(told) == 0


def test_a_figure_of_a_period_that_is_not_on_the_spine_is_refused() -> None:
    stray = checked(frame(("1999-00-Q1", "YOS-LR", "all", "all", 1.0, 4.0)), measure())
    with pytest.raises(ValueError, match="not on the spine"):
        figures({"TST-01": stray}, [measure()], CONTEXT["periods"])

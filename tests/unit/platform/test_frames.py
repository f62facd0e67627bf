"""Between pandas and Arrow nothing is lost; what would be is refused without quoting it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.platform.errors import TableUnfit
from pipelines.platform.frames import to_arrow, to_pandas

CANARY = "Zebedee"


@given(st.lists(st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2101, 3, 31))), max_size=8))
def test_any_day_stays_that_day(days: list[date | None]) -> None:
    frame = pd.DataFrame({"day": pd.Series(days, dtype="datetime64[us]")})
    table = to_arrow(frame)
    assert table.column("day").to_pylist() == days
    pd.testing.assert_frame_equal(to_pandas(table), frame)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1)),
            st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
            st.one_of(st.none(), st.booleans()),
            st.one_of(st.none(), st.text(max_size=5)),
        ),
        max_size=6,
    )
)
def test_any_core_row_comes_back_as_it_was(
    rows: list[tuple[int | None, float | None, bool | None, str | None]],
) -> None:
    types = {"whole": "Int64", "number": "Float64", "answer": "boolean", "text": "string"}
    frame = pd.DataFrame(
        {name: pd.Series([row[place] for row in rows], dtype=kind) for place, (name, kind) in enumerate(types.items())}
    )
    pd.testing.assert_frame_equal(to_pandas(to_arrow(frame)), frame)


def test_an_answer_of_the_engine_comes_in_the_core_types() -> None:
    table = pa.table(
        {
            "sum_of_whole_numbers": pa.array([Decimal(5), None], pa.decimal128(38, 0)),
            "sum_of_money": pa.array([Decimal("0.5"), None], pa.decimal128(38, 1)),
            "day": pa.array([date(2014, 12, 31), None], pa.date32()),
            "small": pa.array([1, None], pa.int32()),
            "yes": pa.array([True, None]),
            "text": pa.array(["a", None]),
        }
    )
    frame = to_pandas(table)
    assert [str(dtype) for dtype in frame.dtypes] == [
        "Int64",
        "Float64",
        "datetime64[us]",
        "Int64",
        "boolean",
        "string",
    ]
    assert frame.iloc[0].tolist() == [5, 0.5, pd.Timestamp("2014-12-31"), 1, True, "a"]
    assert frame.iloc[1].isna().all()


def test_a_column_of_plain_days_becomes_a_column_of_days() -> None:
    frame = to_pandas(to_arrow(pd.DataFrame({"day": pd.Series([date(2014, 4, 1), None], dtype=object)})))
    assert frame["day"].tolist() == [pd.Timestamp("2014-04-01"), pd.NaT]


def test_a_column_of_nothing_at_all_is_text_so_that_every_engine_can_read_it() -> None:
    table = to_arrow(pd.DataFrame({"nothing": pd.Series([None, None], dtype=object)}))
    assert table.schema.field("nothing").type == pa.string()


@pytest.mark.parametrize(
    ("column", "why"),
    [
        (pd.Series([pd.Timestamp("2014-12-31 09:30")]), "times of day"),
        (pd.Series([pd.Timestamp("2014-12-31", tz="Europe/London")]), "time zone"),
        (pd.Series([1, CANARY], dtype=object), "more than one kind"),
    ],
)
def test_what_would_lose_something_is_refused_by_name_and_never_quoted(column: pd.Series, why: str) -> None:
    with pytest.raises(TableUnfit, match=f"Column odd .*{why}") as caught:
        to_arrow(pd.DataFrame({"odd": column}))
    assert CANARY not in str(caught.value)
    assert caught.value.__cause__ is None


def test_the_index_is_no_column() -> None:
    frame = pd.DataFrame({"a": [1, 2]}, index=[7, 9])
    assert to_arrow(frame).column_names == ["a"]

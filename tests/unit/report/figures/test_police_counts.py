"""MOJ's police-record count stands beside ours and is never rated against it."""

from __future__ import annotations

import pandas as pd

from assets.report.figures.police_counts import police_comparators


def moj_fte(*rows: tuple[str, int, int, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "release_date": pd.to_datetime([row[0] for row in rows]),
            "window_start": pd.Timestamp("2013-07-01"),
            "window_end": pd.Timestamp("2014-06-30"),
            "geography": "Leicestershire",
            "fte_count": pd.array([row[1] for row in rows], dtype="Int64"),
            "population": pd.array([row[2] for row in rows], dtype="Int64"),
            "status": [row[3] for row in rows],
        }
    )


def test_a_window_gives_its_count_and_its_rate_with_the_source_named() -> None:
    made = police_comparators(moj_fte(("2014-12-11", 262, 64_900, "provisional")))
    assert made[["measure_id", "unit", "status"]].to_numpy().tolist() == [
        ["FTE-01", "count", "provisional"],
        ["FTE-05", "per 1,000", "provisional"],
    ]
    # 1000 x 262 / 64,900 = 4.0370
    assert [round(float(value), 4) for value in made["value"]] == [262.0, 4.037]
    assert set(made["source"]) == {"Ministry of Justice, PNC"}
    assert set(made["geography"]) == {"PNC (MOJ), Leicestershire"}


def test_the_newest_release_of_a_window_is_the_one_shown() -> None:
    made = police_comparators(moj_fte(("2015-03-12", 265, 64_900, "final"), ("2014-12-11", 262, 64_900, "provisional")))
    assert [float(value) for value in made.loc[made["measure_id"] == "FTE-01", "value"]] == [265.0]


def test_no_table_gives_no_comparator() -> None:
    assert police_comparators(moj_fte()).empty

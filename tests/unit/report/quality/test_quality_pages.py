"""The data-quality pages: shares with their numbers, what rows left out could have meant, and nothing said twice."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from assets.report.figures.lookup import Book, Figure
from assets.report.inputs import ReturnInputs
from assets.report.quality.inputs import COUNTS, QualityInputs, left_out
from assets.report.quality.left_out import bounds, effects, sentence
from assets.report.quality.shares import Share, shares
from schemas.measure import Measure
from schemas.pack import Amount, Pack, Trend
from tests.unit.report.made import made_inputs, made_measures, made_quality

BY_ID = {measure.id: measure for measure in made_measures()}


def _rows(pack: Pack, table: str) -> dict[str, tuple[object, ...]]:
    return {str(row[0]): row for row in pack.table(table)[1].rows}


def test_each_side_is_shown_with_its_numbers(pack: Pack) -> None:
    sides = _rows(pack, "quality_sides")
    # Filled: 4,210 of sex and 4,000 of ethnicity, of 4,210 each; every row needs a sex, and none an ethnicity.
    assert sides["Completeness, all fields"][2:5] == (Amount(8210), Amount(8420), Amount(97.5, 1))
    assert sides["Completeness, needed fields"][2:5] == (Amount(4210), Amount(4210), Amount(100.0, 1))
    assert sides["Validity"][2:4] == (Amount(4198 + 3990), Amount(4210 + 4000))
    # Four cells that rules of the file point at, and six that rules across files do.
    assert sides["Consistency"][2:4] == (Amount(4000 - 4 - 6), Amount(4000))


def test_the_trend_is_drawn_from_the_quarters_that_were_run(pack: Pack) -> None:
    _, trend = pack.table("quality_trend")
    assert [row[0] for row in trend.rows] == ["2014-15 Q1", "2014-15 Q3"]
    drawn = _rows(pack, "quality_sides")["Validity"][5]
    assert drawn == Trend("2 quarters", "quality_trend", "Validity (%)", 0, 1)


def test_a_single_quarter_is_not_drawn() -> None:
    quality = made_quality()
    now = replace(quality, counts=quality.counts[quality.counts["quarter_slug"].eq("2014-15-Q3")])
    from assets.report.pack import build_pack  # noqa: PLC0415 - only this test builds another pack

    pack = build_pack(replace(made_inputs(), quality=now))
    assert {str(row[5]) for row in pack.table("quality_sides")[1].rows} == {"[z]"}


def test_a_share_never_rounds_up_to_all() -> None:
    assert Share(99_999, 100_000).cell == Amount(99.9, 1)
    assert Share(5, 5).cell == Amount(100.0, 1)
    assert Share(0, 0).cell == "[z]"


def test_no_count_is_no_share_of_anything() -> None:
    assert set(shares(pd.DataFrame(columns=list(COUNTS))).values()) == {Share(0, 0)}


@pytest.mark.parametrize(
    ("measure_id", "figure", "rows", "expected"),
    [
        # A count: none or all of the three could have counted.
        ("CUS-02", Figure(6, None, 6), 3, (6, 9)),
        # First entries: three earlier ones could be missing, or three of this period.
        ("FTE-01", Figure(161, None, 161), 3, (158, 164)),
        ("FTE-01", Figure(2, None, 2), 3, (0, 5)),
        # A share of 6 in 154: from 6 of 157 to 9 of 157.
        ("CUS-01", Figure(6, 154, None), 3, (600 / 157, 900 / 157)),
        # Reoffences for each of the cohort, 99 by 133: three more in the cohort, or three more reoffences.
        ("REO-01", Figure(99, 133, None), 3, (99 / 136, 102 / 133)),
        # Per 1,000 residents: the population does not depend on case rows.
        ("FTE-05", Figure(221, 65_200, None), 3, (218_000 / 65_200, 224_000 / 65_200)),
    ],
)
def test_bounds_are_what_none_and_all_of_the_rows_would_give(
    measure_id: str, figure: Figure, rows: int, expected: tuple[float, float]
) -> None:
    assert bounds(figure, BY_ID[measure_id], rows) == pytest.approx(expected)


@pytest.mark.parametrize("measure_id", ["FTE-02", "REO-02", "FIN-01", "FIN-07", "CUS-04", "CUS-03"])
def test_of_money_changes_and_published_figures_no_bound_is_told(measure_id: str) -> None:
    assert bounds(Figure(5, 100, 5), BY_ID[measure_id], 3) is None


def test_an_effect_is_said_in_one_sentence(inputs: ReturnInputs) -> None:
    found = {effect.measure.id: effect for effect in effects(inputs, Book(inputs))}
    assert list(found) == ["FTE-01", "REO-02", "CUS-01"]
    assert sentence(found["FTE-01"]) == (
        "25 rows were left out of what it reads. With them it could have been at least 136 and at most 186."
    )
    assert sentence(found["REO-02"]).endswith("cannot be told from their number.")


def test_a_population_left_out_bounds_nothing(inputs: ReturnInputs) -> None:
    rows = pd.DataFrame([("population", "YJ-N-1401", "FTE-05", 1)], columns=["table", "code", "measures", "rows"])
    quality = replace(inputs.quality, left_out=rows)
    (effect,) = effects(replace(inputs, quality=quality), Book(inputs))
    assert effect.bounds is None


def test_each_row_is_left_out_once_under_the_rule_that_did_it() -> None:
    stopped = pd.DataFrame({"table": ["offences", "offences"], "code": ["YJ-X-0201", "YJ-X-0201"]})
    line = {"file_sha256": "a", "sheet": "", "row": 9, "severity": "stop-row", "table": "outcomes"}
    other = {**line, "row": 10, "severity": "query"}
    faults = pd.DataFrame(
        [{**line, "code": "YJ-R-0002"}, {**line, "code": "YJ-R-0003"}, {**other, "code": "YJ-R-0009"}]
    )
    found = left_out(stopped, faults, {"offences": ("FTE-01",)})
    assert list(found[["table", "code", "rows"]].itertuples(index=False, name=None)) == [
        ("offences", "YJ-X-0201", 2),
        ("outcomes", "YJ-R-0002", 1),
    ]
    assert found["measures"].tolist()[0] == "FTE-01"


def test_repairs_are_summed_by_kind_and_watch_findings_stand_apart(pack: Pack) -> None:
    assert _rows(pack, "quality_repairs")["YJ-S-0003"][2] == Amount(2 * 1204)
    assert list(_rows(pack, "quality_watch")) == ["YJ-W-0003"]
    assert not set(_rows(pack, "quality_faults")) & {"YJ-W-0003", "YJ-S-0003"}


def test_the_first_page_counts_what_is_open_explained_corrected_and_not_judged(pack: Pack) -> None:
    said = repr(pack.sheet("Data quality"))
    # 29 queries of persons and one of the comparators are open.
    assert "Queries open: 30; explained by officers: 2. Cells corrected by officers: 7." in said
    assert "could not be judged on the files received: 1; optional extracts not received: 0." in said
    assert "Checked with the school." in said


def test_without_any_quality_the_pages_still_stand(inputs: ReturnInputs) -> None:
    from assets.report.pack import build_pack  # noqa: PLC0415 - as above

    pack = build_pack(replace(inputs, quality=QualityInputs()))
    names = [sheet.name for sheet in pack.sheets]
    assert "Data quality" in names
    assert "Quality by field" not in names


def test_every_measure_is_bounded_or_said_to_be_beyond_it(inputs: ReturnInputs) -> None:
    every: list[Measure] = list(inputs.measures)
    for measure in every:
        told = bounds(Figure(3, 10, 30), measure, 2)
        assert told is None or told[0] <= told[1], measure.id

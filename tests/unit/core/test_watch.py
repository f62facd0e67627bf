"""Each watch rule turns red on a made-up series that is odd, and stays green on one that is not."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.core.watching import watch_faults
from tests.unit.core.watched import odd, value, watched

Row = dict[str, object]
YEARS = range(1991, 1999)
REGIONS = ("R1", "R2", "R3", "R4")


def _regions(*rates: float | None, unit: str = "per 100,000") -> list[Row]:
    return [value(name, 1995, rate, level="region", unit=unit) for name, rate in zip(REGIONS, rates, strict=True)]


def _national(rate: float, unit: str = "per 100,000") -> Row:
    return value("N", 1995, rate, level="national", unit=unit)


def test_a_national_rate_that_is_the_sum_of_its_regions_is_found() -> None:
    assert odd([*_regions(210, 250, 190, 300), _national(950)]) == [("YJ-W-0001", "N", "1995")]


def test_a_national_rate_below_every_region_is_found() -> None:
    assert odd([*_regions(210, 250, 190, 300), _national(150)]) == [("YJ-W-0001", "N", "1995")]


@pytest.mark.parametrize("rate", [190, 231.4, 300, 303])
def test_a_national_rate_within_its_regions_or_hardly_beyond_is_not(rate: float) -> None:
    assert odd([*_regions(210, 250, 190, 300), _national(rate)]) == []


@pytest.mark.parametrize("unit", ["count", "GBP", "people"])
def test_counts_and_amounts_add_up_and_are_not_held_to_their_range(unit: str) -> None:
    assert odd([*_regions(210, 250, 190, 300, unit=unit), _national(950, unit)]) == []


def test_where_a_region_is_missing_the_range_is_not_known() -> None:
    """The missing region may be the one that lifts the whole."""
    assert odd([*_regions(210, 250, None, 300), _national(350)]) == []


def test_a_tenfold_jump_of_one_area_is_found_at_the_year_it_happens_and_where_it_falls_back() -> None:
    rows = [value("A", year, 30.0 if year == 1995 else 3.0) for year in YEARS]
    assert odd(rows) == [("YJ-W-0002", "A", "1995"), ("YJ-W-0002", "A", "1996")]


def test_noughts_and_missing_years_are_passed_over_and_a_fourfold_rise_is_no_jump() -> None:
    rates = dict(zip(YEARS, [4.0, 0.0, 5.0, None, 20.0, 6.0, 5.0, 4.0], strict=True))
    assert odd([value("A", year, rate) for year, rate in rates.items()]) == []


def _changed_unit(*, overlap: bool) -> list[Row]:
    """Eight areas, per 1,000 in the earlier release and per 10,000 in the one in force, rising or falling a little."""
    areas = {f"A{number}": 2.0 + number / 4 for number in range(8)}
    old = [
        value(area, year, rate, release=2, unit="per 1,000") for area, rate in areas.items() for year in (1991, 1992)
    ]
    last = 1992 if overlap else 1994
    new = [
        value(area, last, 10 * rate * (0.7 + 0.08 * place), unit="per 10,000")
        for place, (area, rate) in enumerate(areas.items())
    ]
    return [*old, *new]


def test_a_unit_changed_under_one_name_is_found_in_every_area_and_told_once() -> None:
    """Some areas rise only sevenfold: alone they would be no jump, but all of them shift together."""
    made = watched(_changed_unit(overlap=False))
    values = made["core_watch_values"]
    assert set(values["code"]) == {"YJ-W-0002"}
    assert sorted(values["area_code"]) == [f"A{number}" for number in range(8)]
    assert set(values["release_key"]) == {"key-1"}


def test_a_changed_unit_is_found_where_the_releases_overlap_too() -> None:
    found = odd(_changed_unit(overlap=True))
    assert {code for code, _, _ in found} == {"YJ-W-0002", "YJ-W-0003"}
    assert len([code for code, _, _ in found if code == "YJ-W-0002"]) == 8


def test_what_is_odd_in_more_than_ten_areas_is_one_line_with_how_many() -> None:
    rows = [
        value(f"A{area:02d}", year, (3.0 + area) * (10 if year >= 1995 else 1)) for area in range(12) for year in YEARS
    ]
    (line,) = watched(rows)["core_watch_findings"].to_dict("records")
    assert (line["code"], line["area_key"], line["period_key"], line["found"]) == ("YJ-W-0002", "", "", 12)


def test_a_restated_series_is_one_line_an_area_with_how_many_values() -> None:
    """172 after 203 and 190 after 200 are restated; 179 after 179.4 is the same figure printed to the unit."""
    old = {1991: 203.0, 1992: 200.0, 1993: 179.4}
    new = {1991: 172.0, 1992: 190.0, 1993: 179.0, 1994: 175.0}
    rows = [value("A", year, rate, release=2) for year, rate in old.items()]
    rows += [value("A", year, rate) for year, rate in new.items()]
    made = watched(rows)
    assert odd(rows) == [("YJ-W-0003", "A", "1991"), ("YJ-W-0003", "A", "1992")]
    (line,) = made["core_watch_findings"].to_dict("records")
    assert (line["area_key"], line["found"], line["file_sha256"], line["row"]) == ("A", 2, "sha-1", 5)


def test_a_value_is_held_against_every_earlier_release_and_counted_once() -> None:
    """203, then 172, then 172 again: the release in force still differs from what was once published."""
    rows = [
        value("A", 1991, rate, release=release) for release, rate in ((1, 172.0), (2, 172.0), (3, 203.0), (4, 210.0))
    ]
    assert odd(rows) == [("YJ-W-0003", "A", "1991")]


def test_the_same_figure_printed_with_more_decimals_is_not_restated() -> None:
    pairs = [(32.37, 32.4), (32.4, 32.0), (5.234, 5.23), (40.0, 40.0)]
    rows = [value("A", 1991 + place, old, release=2) for place, (old, _) in enumerate(pairs)]
    rows += [value("A", 1991 + place, new) for place, (_, new) in enumerate(pairs)]
    assert odd(rows) == []


#: ONS mid-year estimates of residents aged 10 to 17, 2011 to 2021, as the README of the published data gives them.
TEN_TO_SEVENTEEN = {
    "Leicestershire": {2011: 62_518, 2019: 63_687, 2020: 65_428, 2021: 65_068},
    "Rutland": {2011: 4_316, 2019: 3_982, 2020: 4_089, 2021: 4_388},
    "Leicester": {2011: 32_574, 2019: 34_932, 2020: 35_417, 2021: 39_944},
}


def test_the_break_of_the_2021_census_is_found_in_leicester_and_rutland_and_not_in_leicestershire() -> None:
    rows = [
        value(area, year, float(residents), unit="people", order=year * 100 + 6)
        for area, years in TEN_TO_SEVENTEEN.items()
        for year, residents in years.items()
    ]
    assert odd(rows) == [("YJ-W-0004", "Leicester", "2021"), ("YJ-W-0004", "Rutland", "2021")]


def test_a_population_that_always_moves_a_lot_does_not_break() -> None:
    """Seven, eight and nine per cent a year: none is three times the others."""
    residents = [1000.0, 1070.0, 1155.6, 1259.6, 1347.8]
    assert odd([value("A", 1991 + place, people, unit="people") for place, people in enumerate(residents)]) == []


def test_two_years_alone_say_nothing_of_what_is_usual() -> None:
    rows = [value("A", 1991, 1000.0, unit="people"), value("A", 1992, 1200.0, unit="people")]
    assert odd(rows) == []


def _cohort(binary: float, frequency: float) -> list[Row]:
    """1,000 children, 327 of whom reoffend 981 times: 32.7% and 3 each."""
    cells = {"cohort": 1000.0, "reoffenders": 327.0, "reoffences": 981.0, "binary": binary, "frequency": frequency}
    return [value("N", 1995, figure, statistic=name, unit="count") for name, figure in cells.items()]


def test_a_rate_that_its_components_do_not_give_is_found() -> None:
    assert odd(_cohort(32.7, 3.0)) == []
    assert odd(_cohort(33.7, 3.0)) == [("YJ-W-0005", "N", "1995")]
    assert odd(_cohort(32.7, 3.00001)) == [("YJ-W-0005", "N", "1995")]


def test_a_finding_is_told_with_its_place_in_file_and_series_and_the_shape_of_its_cell() -> None:
    rows = [*_regions(210, 250, 190, 300), _national(950)]
    found = watched(rows)["core_watch_findings"]
    cells = pd.DataFrame({"file_sha256": ["sha-1"], "sheet": [""], "row": [6], "value": ["950"]})
    (fault,) = watch_faults(found, {"lait_series": {("sha-1", ""): {"value": "E"}}}, {"lait_series": cells})
    assert (fault.code, fault.severity, fault.file_name, fault.row) == ("YJ-W-0001", "query", "release 1.csv", 6)
    assert (fault.column, fault.column_letter, fault.shown) == ("value", "E", "999")
    assert fault.expected.endswith("(series A rate, area N, 1995)")


RATES = st.lists(st.floats(20, 80), min_size=4, max_size=4)
WEIGHTS = st.lists(st.floats(1, 9), min_size=4, max_size=4)
MOVES = st.lists(st.floats(0.75, 1.3), min_size=4, max_size=6)


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(rates=RATES, weights=WEIGHTS, moves=MOVES)
def test_no_clean_series_is_found_odd(rates: list[float], weights: list[float], moves: list[float]) -> None:
    """Regions that move by up to a third a year, the whole their mean, both releases alike but for rounding."""
    rows = []
    for release in (1, 2):
        level = 1.0
        for place, move in enumerate(moves[: None if release == 1 else -1]):
            level *= move
            here = [round(rate * level, 2) for rate in rates]
            whole = sum(rate * weight for rate, weight in zip(here, weights, strict=True)) / sum(weights)
            year = 1991 + place
            rows += [
                value(name, year, rate if release == 1 else round(rate, 1), level="region", release=release)
                for name, rate in zip(REGIONS, here, strict=True)
            ]
            rows.append(value("N", year, round(whole, 1), level="national", release=release))
    assert odd(rows) == []


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(moves=st.lists(st.floats(0.951, 1.049), min_size=3, max_size=12), start=st.integers(500, 90_000))
def test_no_population_that_moves_less_than_five_per_cent_a_year_breaks(moves: list[float], start: int) -> None:
    residents = [float(start)]
    for move in moves:
        residents.append(residents[-1] * move)
    assert odd([value("A", 1991 + place, people, unit="people") for place, people in enumerate(residents)]) == []

"""LAIT's years and units are read from their many spellings; its comparators leave out what is odd."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from assets.core.clean import empty_core
from assets.core.releases import with_release
from assets.indicators.run import core_statements
from pipelines.platform.engines import DuckDBEngine
from pipelines.platform.register.records import ReceivedFile
from schemas.catalogue import extract

FILE = ReceivedFile("a" * 64, "2014-15-Q3", "lait.csv", 1)
OLDER = ReceivedFile("b" * 64, "2014-15-Q3", "older.csv", 1)
Row = dict[str, object]


def _core(name: str, rows: list[Row], files: tuple[ReceivedFile, ...] = (FILE, OLDER)) -> pd.DataFrame:
    """The rows as the extract's core table, of the first file where they say no other."""
    empty = empty_core(extract(name))
    origin = {"file_sha256": FILE.sha256, "file_name": "lait.csv", "sheet": ""}
    told = [{**origin, "row": number, **row} for number, row in enumerate(rows, start=2)]
    cells = {column: pd.Series([row.get(column) for row in told], dtype=empty[column].dtype) for column in empty}
    return with_release(pd.DataFrame(cells), files)


def _entry(years: str, figure: float | None, **told: object) -> Row:
    return {
        "series": "FirstYJS",
        "years": years,
        "area_name": "Leicestershire",
        "value": figure,
        "la_number": "855",
        "region": "East Midlands",
    } | told


def _made(series: list[Row], dictionary: list[Row]) -> dict[str, pd.DataFrame]:
    """Every table of LAIT's and of the watch, made of these rows."""
    tables = {
        "core_lait_series": _core("lait_series", series),
        "core_lait_dictionary": _core("lait_dictionary", dictionary),
        "core_ons_mid_year_estimates": with_release(empty_core(extract("ons_mid_year_estimates"))),
        "core_moj_national_reoffending": with_release(empty_core(extract("moj_national_reoffending"))),
        "core_ons_population_by_age": empty_core(extract("ons_population_by_age")),
        "core_population": empty_core(extract("population")),
    }
    made: dict[str, pd.DataFrame] = {}
    wanted = ("core_population_10", "core_published", "core_watch", "core_lait_comparators")
    with DuckDBEngine().session(tables) as session:
        for statement in (one for one in core_statements() if one.name.startswith(wanted)):
            made[statement.name] = session.query(statement.body)
            session.add(statement.name, made[statement.name])
    return made


DICTIONARY: list[Row] = [
    {"series": "FirstYJS", "unit_text": "Rate per 100,000 of 10-17 population", "year_type": "Calendar Year"},
    {"series": "ReoffYO", "unit_text": "% of reoffending", "year_type": "Financial Year"},
    {"series": "16-17_not known_NEET", "unit_text": "% of 16 - 17 year olds", "year_type": "Financial Year"},
]


@pytest.mark.parametrize(
    ("years", "ends"),
    [
        ("2016", 2016),
        ("2016 (Rev)", 2016),
        ("2016-17", 2017),
        ("2016/17", 2017),
        ("2016-17 (OT)", 2017),
        ("2016-2017", 2017),
        ("2014-16", 2016),
        ("2013/14-15/16", 2016),
        ("1999-00", 2000),
        ("1998/99-00/01", 2001),
    ],
)
def test_a_span_of_years_counts_as_the_year_it_ends_in(years: str, ends: int) -> None:
    assert extract("lait_series").column("years").field.pattern is not None
    made = _made([_entry(years, 1.0)], [])
    assert made["core_published_lait"]["year_to"].tolist() == [ends]


@pytest.mark.parametrize(
    ("said", "listed", "unit"),
    [
        ("Children with cautions per 1,000 of the population", "Rate per 10,000", "per 1,000"),
        (None, "Rate per 10,000 of 10-17 population", "per 10,000"),
        ("First time entrants (rate)", "Rate per 100,000 of 10-17 population", "per 100,000"),
        ("Rate of proven re-offending (%)", None, "%"),
        (None, "% of reoffending", "%"),
        ("Proportion of young people", None, "%"),
        ("Youth Justice  (finance)", None, "GBP"),
        (None, "Spend", "GBP"),
        (None, "Average score", "not stated"),
        (None, None, "not stated"),
    ],
)
def test_the_unit_is_what_the_series_says_of_itself_else_the_dictionary(
    said: str | None, listed: str | None, unit: str
) -> None:
    """The words stand beside the first row alone, and hold for the whole series."""
    dictionary: list[Row] = [{"series": "FirstYJS", "unit_text": listed, "year_type": "Calendar Year"}]
    made = _made([_entry("2016", 1.0, data_item=said), _entry("2017", 1.0)], dictionary)
    assert made["core_published_lait"]["unit"].tolist() == [unit, unit]


def test_areas_are_told_by_the_tools_numbers() -> None:
    numbers = ("970", "983", "987", "855", "203")
    made = _made([_entry("2016", 1.0, la_number=number) for number in numbers], [])
    levels = dict(zip(*made["core_published_lait"][["area_code", "area_level"]].to_numpy().T, strict=True))
    assert levels == {
        "970": "national",
        "983": "region",
        "987": "part of a region",
        "855": "authority",
        "203": "authority",
    }


def _comparators(made: dict[str, pd.DataFrame]) -> list[tuple[object, ...]]:
    frame = made["core_lait_comparators"]
    days = [
        (pd.Timestamp(start).date(), pd.Timestamp(end).date())
        for start, end in zip(frame["window_start"], frame["window_end"], strict=True)
    ]
    rest = frame[["measure_id", "value", "unit", "release"]].itertuples(index=False, name=None)
    return [(*window, *row) for window, row in zip(days, rest, strict=True)]


def test_a_rate_is_brought_to_our_unit_and_to_the_window_that_the_dictionary_says() -> None:
    rows = [_entry("2016", 172.0), _entry("2016", 35.19, series="ReoffYO")]
    assert _comparators(_made(rows, DICTIONARY)) == [
        (date(2016, 1, 1), date(2016, 12, 31), "FTE-05", 1.72, "per 1,000", "release aaaaaaaaaaaa"),
        (date(2015, 4, 1), date(2016, 3, 31), "REO-02", 35.19, "%", "release aaaaaaaaaaaa"),
    ]


def test_neet_or_not_known_is_turned_into_those_known_to_be_in_education_or_work() -> None:
    rows = [_entry("2019", 5.5, series="16-17_not known_NEET")]
    ((_, _, measure, share, *_),) = _comparators(_made(rows, DICTIONARY))
    assert (measure, share) == ("EET-01", 94.5)


def test_without_a_dictionary_a_single_year_has_no_window_and_no_comparator() -> None:
    rows = [_entry("2016", 172.0, data_item="Entrants per 100,000"), _entry("2016-17", 172.0)]
    assert [row[:2] for row in _comparators(_made(rows, []))] == [(date(2016, 4, 1), date(2017, 3, 31))]


def test_an_odd_value_is_no_comparator_and_a_restated_one_is_marked() -> None:
    """England is the sum of its regions; Leicestershire was 203 in the earlier release."""
    regions = {"980": 210.0, "981": 250.0, "982": 190.0, "983": 300.0}
    rows = [_entry("2016", rate, la_number=number, area_name=number) for number, rate in regions.items()]
    rows += [_entry("2016", 950.0, la_number="970", area_name="England"), _entry("2016", 172.0)]
    rows += [_entry("2016", 203.0, file_sha256=OLDER.sha256, file_name="older.csv")]
    frame = _made(rows, DICTIONARY)["core_lait_comparators"]
    told = dict(zip(frame["la_number"], frame["release"], strict=True))
    assert told.pop("855") == "release aaaaaaaaaaaa, restated"
    assert told == dict.fromkeys(regions, "release aaaaaaaaaaaa")

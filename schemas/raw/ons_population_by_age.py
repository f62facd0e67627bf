"""The ONS mid-year workbooks by single year of age, received exactly as published.

A sheet for each of persons, males and females, an area a row, an age a column. The layout moves from year to year, so
nothing of it is listed here: the header row is found, and year and sex are what the sheet says above it.
"""

from __future__ import annotations

import pandas as pd

from schemas import fields_published as p
from schemas import predicates as ask
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import ONS_FILE

#: Ages the rates are made of (measures.md B3): without one of them a sheet is of no use.
NEEDED = range(10, 18)
#: Ages that go on to the core table; the rest stay in raw.
KEPT = range(25)
#: Number of the column of age nought; the others follow.
_FIRST_AGE = 6


def _age_column(age: int) -> Column:
    """The column of one age: needed from 10 to 17, kept to 24."""
    words = (str(age), f"aged {age}", f"{age} years", f"{age} year olds")
    above = (f"{age} and over", f"aged {age} and over", f"{age} plus") if age == p.AGES[-1] else ()
    return Column(
        p.RESIDENTS[age],
        _FIRST_AGE + age,
        required=age in NEEDED,
        nullable=age not in NEEDED,
        keep=age in KEPT,
        synonyms=(*words, *above),
    )


def _sexes_add_up(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    """Persons of 10 to 17 are males and females together, where all three are there."""
    young = frame[[p.RESIDENTS[age].name for age in NEEDED]].sum(axis=1, skipna=False)
    area = [frame["area_code"], frame["mid_year"]]
    single = frame["sex"].isin(["Male", "Female"])
    together = young.where(single).groupby(area).transform("sum")
    both = single.groupby(area).transform("sum").eq(2)
    adds_up: pd.Series = frame["sex"].ne("All") | ~both | young.eq(together)
    return adds_up


ONS_POPULATION_BY_AGE = Extract(
    name="ons_population_by_age",
    number=22,
    source="ons",
    title="ONS mid-year population estimates by single year of age",
    grain="one row per mid-year, sex and area",
    columns=(
        Column(p.AREA_CODE, 1, synonyms=("code", "area codes", "geography code", "LADCD", "ladcode")),
        Column(p.AREA_NAME, 2, synonyms=("name", "area", "area names", "LADNM", "laname")),
        Column(p.GEOGRAPHY_TYPE, 3, required=False, nullable=True, synonyms=("geography", "area type")),
        Column(
            p.MID_YEAR,
            4,
            about="Year of the mid-year (30 June) estimate; as a rule said in the sheet's title.",
            synonyms=("year", "mid year of estimate"),
            said=r"\bmid[-\u2010-\u2015 ]?(\d{4})\b",
        ),
        Column(
            p.POPULATION_SEX,
            5,
            about="Sex the sheet is for, or all; as a rule said in its name and title.",
            synonyms=("gender",),
            said=r"\b(persons|males|females)\b",
        ),
        *(_age_column(age) for age in p.AGES),
        Column(p.ALL_AGES, 97, required=False, nullable=True, keep=False, synonyms=("total",)),
    ),
    key=("area_code", "mid_year", "sex"),
    rules=(
        Rule(
            "YJ-X-2201",
            "query",
            "within-file",
            ("age_10", "sex"),
            "The persons aged 10 to 17 are not the males and females of the same area and year together.",
            "persons = males + females",
            ONS_FILE,
            ask.by_context(("sex",), _sexes_add_up),
        ),
        Rule(
            "YJ-X-2202",
            "query",
            "within-file",
            ("area_name", "area_code"),
            "The same area has another name in another row of the same year.",
            "one name for each area code and year",
            ONS_FILE,
            ask.same_within(("area_code", "mid_year"), "area_name"),
        ),
    ),
    snapshot=False,
    required=False,
    arrives="parts",
    part=("mid_year", "sex"),
)

"""The population extract: residents aged 10 to 17 by district."""

from __future__ import annotations

from schemas import fields_published as p
from schemas.extract import Column, Extract

POPULATION = Extract(
    name="population",
    number=14,
    source="ons",
    title="Population",
    grain="one row per area, mid-year, sex, age range and ethnic group",
    columns=(
        Column(p.AREA_CODE, 1, synonyms=("gss code", "ons code", "area gss code")),
        Column(p.AREA_NAME, 2, synonyms=("area", "name of area")),
        Column(p.MID_YEAR, 3, synonyms=("mid year estimate", "year")),
        Column(p.POPULATION_SEX, 4, synonyms=("gender",)),
        Column(p.AGE_FROM, 5, synonyms=("youngest age", "lower age")),
        Column(p.AGE_TO, 6, synonyms=("oldest age", "upper age")),
        Column(p.POPULATION_ETHNICITY_GROUP, 7, synonyms=("ethnic group",)),
        Column(p.ESTIMATE, 8, synonyms=("population", "residents")),
        Column(p.SOURCE, 9, synonyms=("source of figure", "publication")),
    ),
    key=("area_code", "mid_year", "sex", "age_from", "age_to", "ethnicity_group"),
    snapshot=False,
    measures=("FTE-05", "CUS-04"),
    max_stopped_share=0.5,
)

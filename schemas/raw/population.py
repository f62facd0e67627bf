"""The population extract: residents aged 10 to 17 by district."""

from __future__ import annotations

from schemas import fields_published as p
from schemas import predicates as ask
from schemas.extract import Column, Extract, Rule
from schemas.mending import ONS_FILE

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
    rules=(
        Rule(
            "YJ-X-1401",
            "stop-row",
            "cross-field",
            ("age_to", "age_from"),
            "The oldest age is less than the youngest.",
            "age_to no less than age_from",
            ONS_FILE,
            ask.at_most("age_from", "age_to"),
        ),
        Rule(
            "YJ-X-1402",
            "query",
            "within-file",
            ("area_name", "area_code"),
            "One area code stands with two names.",
            "one name for each code",
            ONS_FILE,
            ask.same_within(("area_code",), "area_name"),
        ),
    ),
    snapshot=False,
    max_stopped_share=0.5,
)

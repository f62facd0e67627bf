"""The ONS 2012-2024 population csv, received exactly as published."""

from __future__ import annotations

from schemas import fields_published as p
from schemas import predicates as ask
from schemas.extract import Column, Extract, Rule
from schemas.mending import ONS_FILE

ONS_MID_YEAR_ESTIMATES = Extract(
    name="ons_mid_year_estimates",
    number=15,
    source="ons",
    title="ONS mid-year population estimates, ages 0 to 17",
    grain="one row per mid-year and area",
    columns=(
        Column(p.MID_YEAR, 1, synonyms=("time_period",)),
        Column(p.GEOGRAPHIC_LEVEL, 2),
        Column(p.COUNTRY_CODE, 3),
        Column(p.COUNTRY_NAME, 4),
        Column(p.REGION_CODE, 5, nullable=True),
        Column(p.REGION_NAME, 6, nullable=True),
        Column(p.OLD_LA_CODE, 7, required=False, nullable=True),
        Column(p.NEW_LA_CODE, 8, nullable=True),
        Column(p.LA_NAME, 9, nullable=True),
        Column(p.ONS_AGE_GROUP, 10),
        Column(
            p.ESTIMATE,
            11,
            nullable=True,
            about='Residents on 30 June; "x" in the file means not available and is read as empty.',
            synonyms=("population_estimate",),
        ),
    ),
    key=("mid_year", "geographic_level", "country_code", "region_code", "new_la_code", "age_group"),
    rules=(
        Rule(
            "YJ-X-1501",
            "query",
            "cross-field",
            ("new_la_code", "geographic_level"),
            "A local authority stands without its GSS code and cannot be placed.",
            "a GSS code in every row of a local authority",
            ONS_FILE,
            ask.only_where("geographic_level", ("Local authority",), "new_la_code"),
        ),
        Rule(
            "YJ-X-1502",
            "query",
            "cross-field",
            ("region_code", "geographic_level"),
            "A region stands without its GSS code and cannot be placed.",
            "a GSS code in every row of a region",
            ONS_FILE,
            ask.only_where("geographic_level", ("Regional",), "region_code"),
        ),
    ),
    snapshot=False,
    required=False,
    arrives="releases",
    newest_by="mid_year",
)

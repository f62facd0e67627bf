"""MOJ's national proven reoffending csv, received exactly as published."""

from __future__ import annotations

from schemas import fields_published as p
from schemas.extract import Column, Extract

MOJ_NATIONAL_REOFFENDING = Extract(
    name="moj_national_reoffending",
    number=12,
    source="moj",
    title="MOJ proven reoffending, England and Wales",
    grain="one row per series, cohort length, cohort start, age group and statistic",
    columns=(
        Column(p.REOFFENDING_SERIES, 1, synonyms=("series",)),
        Column(p.TEMPORAL_UNIT, 2, synonyms=("cohort length",)),
        Column(p.COHORT_START, 3, synonyms=("date",)),
        Column(p.REOFFENDING_AGE_GROUP, 4, synonyms=("group",)),
        Column(p.STATISTIC, 5, synonyms=("rate",)),
        Column(p.REOFFENDING_VALUE, 6, nullable=True, about="The figure, as published; empty where none was (2001)."),
    ),
    key=("measure", "temporal_unit", "cohort_start", "age_group", "statistic"),
    snapshot=False,
    required=False,
    measures=("REO-02", "REO-04", "REO-07"),
)

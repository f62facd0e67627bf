"""MOJ's national proven reoffending csv, received exactly as published."""

from __future__ import annotations

import pandas as pd

from schemas import fields_published as p
from schemas import predicates as ask
from schemas import predicates_published as figures
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import MOJ_FILE


def _starts_a_quarter(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    starts: pd.Series = frame["cohort_start"].dt.is_quarter_start
    return starts


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
    rules=(
        Rule(
            "YJ-X-1201",
            "query",
            "cross-field",
            ("value", "statistic"),
            "A percentage lies outside 0 to 100.",
            "a percentage",
            MOJ_FILE,
            figures.value_within("statistic", ("binary", "adjusted", "OGRS4"), "value", (0, 100)),
        ),
        Rule(
            "YJ-X-1202",
            "query",
            "cross-field",
            ("value", "statistic"),
            "Reoffences per reoffender are fewer than one.",
            "one or more: every reoffender has a reoffence",
            MOJ_FILE,
            figures.value_within("statistic", ("frequency",), "value", (1, 100)),
        ),
        Rule(
            "YJ-X-1203",
            "query",
            "cross-field",
            ("value", "statistic"),
            "A number of people or offences is not whole.",
            "a whole number",
            MOJ_FILE,
            figures.whole_where("statistic", ("cohort", "reoffenders", "reoffences"), "value"),
        ),
        Rule(
            "YJ-X-1204",
            "query",
            "cross-field",
            ("cohort_start",),
            "The cohort does not start on the first of a quarter.",
            "1 January, 1 April, 1 July or 1 October",
            MOJ_FILE,
            ask.by_context(("cohort_start",), _starts_a_quarter),
        ),
    ),
    snapshot=False,
    required=False,
    arrives="releases",
    newest_by="cohort_start",
)

"""The MOJ proven reoffending extract: rolling cohorts by place."""

from __future__ import annotations

from schemas import fields_published as p
from schemas.extract import Column, Extract

MOJ_COHORT = Extract(
    name="moj_cohort",
    number=9,
    source="moj",
    title="MOJ proven reoffending by place",
    grain="one row per release, cohort window and place",
    columns=(
        Column(p.RELEASE_DATE, 1, synonyms=("date released", "published", "publication date")),
        Column(p.COHORT_START, 2, synonyms=("cohort from", "start of cohort")),
        Column(p.COHORT_END, 3, synonyms=("cohort to", "end of cohort")),
        Column(p.GEOGRAPHY, 4, synonyms=("area", "yot", "youth offending team", "yjs", "place")),
        Column(
            p.N_COHORT,
            5,
            synonyms=("number in cohort", "number of offenders", "cohort size", "number of offenders in cohort"),
        ),
        Column(p.N_REOFFENDERS, 6, synonyms=("number of reoffenders", "reoffenders")),
        Column(p.N_REOFFENCES, 7, synonyms=("number of reoffences", "reoffences")),
        Column(p.RELEASE_STATUS, 8, synonyms=("provisional or final", "release status")),
    ),
    key=("release_date", "cohort_start", "cohort_end", "geography"),
    snapshot=False,
    measures=("REO-02", "REO-03", "REO-04", "REO-05", "REO-07"),
    max_stopped_share=0.5,
)

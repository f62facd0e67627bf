"""The MOJ proven reoffending extract: rolling cohorts by place."""

from __future__ import annotations

import pandas as pd

from schemas import fields_published as p
from schemas import predicates as ask
from schemas import predicates_published as figures
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import MOJ_FILE


def _after_follow_up(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    return frame["release_date"] >= frame["cohort_end"] + pd.DateOffset(months=18)


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
    rules=(
        Rule(
            "YJ-X-0901",
            "stop-row",
            "cross-field",
            ("n_reoffenders", "n_cohort"),
            "There are more reoffenders than members of the cohort.",
            "no more reoffenders than members",
            MOJ_FILE,
            ask.at_most("n_reoffenders", "n_cohort"),
        ),
        Rule(
            "YJ-X-0902",
            "stop-row",
            "cross-field",
            ("n_reoffences", "n_reoffenders"),
            "There are fewer reoffences than reoffenders.",
            "at least one reoffence for each reoffender",
            MOJ_FILE,
            ask.at_most("n_reoffenders", "n_reoffences"),
        ),
        shared.window_in_order(9, 3, "cohort_start", "cohort_end", MOJ_FILE),
        Rule(
            "YJ-X-0904",
            "query",
            "cross-field",
            ("cohort_end", "cohort_start"),
            "The cohort window is not of 3 or 12 whole months; the two kinds are never mixed (B2).",
            "a window of 3 or 12 whole months",
            MOJ_FILE,
            figures.whole_months("cohort_start", "cohort_end", (3, 12)),
        ),
        Rule(
            "YJ-X-0905",
            "query",
            "cross-field",
            ("release_date", "cohort_end"),
            "The figure was released before its follow-up of 12 months and wait of 6 were over (B2).",
            "a release at least 18 months after the cohort's end",
            MOJ_FILE,
            ask.by_context(("release_date", "cohort_end"), _after_follow_up),
        ),
        Rule(
            "YJ-X-0906",
            "stop-row",
            "cross-field",
            ("n_reoffences", "n_reoffenders"),
            "There are reoffences and no reoffender.",
            "nought of both, or some of both",
            MOJ_FILE,
            figures.nought_together("n_reoffences", "n_reoffenders"),
        ),
    ),
    snapshot=False,
    max_stopped_share=0.5,
)

"""The IMPACT areas extract: where the street-based team works, from when to when."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_prevention as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import LOG_FILE


def _open_for_a_year_at_most(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    recent: pd.Series = frame["impact_start"] >= frame["extract_date"] - pd.DateOffset(years=1)
    return recent | frame["impact_end"].notna()


IMPACT_AREAS = Extract(
    name="impact_areas",
    number=60,
    source="log",
    title="IMPACT areas",
    grain="one row per spell of IMPACT's work in an area",
    columns=(
        Column(p.IMPACT_AREA_ID, 1, synonyms=("impact area number", "impact area ref", "impact id")),
        Column(p.IMPACT_AREA_NAME, 2, synonyms=("impact area", "area worked in", "impact location")),
        Column(p.IMPACT_DISTRICT, 3, synonyms=("district of impact area", "district")),
        Column(p.BEAT_CODE, 4, nullable=True, synonyms=("police beat", "beat", "beat number")),
        Column(p.IMPACT_START, 5, synonyms=("impact start date", "impact began")),
        Column(p.IMPACT_END, 6, nullable=True, synonyms=("impact end date", "impact ended")),
        Column(p.IMPACT_COMPLETED, 7, synonyms=("impact work completed", "area completed")),
        Column(
            p.BEAT_CHANGED_ON, 8, required=False, nullable=True, synonyms=("beat redrawn on", "boundary changed on")
        ),
        Column(f.EXTRACT_DATE, 9, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("impact_area_id",),
    required=False,
    rules=(
        Rule(
            "YJ-X-6001",
            "stop-row",
            "cross-field",
            ("impact_end", "impact_start"),
            "The work in the area ends before it starts.",
            "an end on or after the start, or no end",
            LOG_FILE,
            ask.at_most("impact_start", "impact_end"),
        ),
        shared.not_after_extract(60, 2, "impact_start", "stop-row"),
        Rule(
            "YJ-X-6003",
            "query",
            "cross-field",
            ("impact_end", "impact_completed"),
            "The work in the area is marked as completed and has no end; it counts as going on.",
            "an end wherever the work was completed",
            LOG_FILE,
            ask.only_where("impact_completed", (True,), "impact_end"),
        ),
        Rule(
            "YJ-X-6004",
            "query",
            "within-file",
            ("impact_area_name", "district_code", "impact_start"),
            "The same area and first day stand in a row above; the spell is counted once.",
            "one row per spell of work in an area",
            LOG_FILE,
            ask.first_of_its_kind(("impact_area_name", "district_code", "impact_start")),
        ),
        Rule(
            "YJ-X-6005",
            "query",
            "cross-field",
            ("impact_end", "impact_start", "extract_date"),
            "The work in the area has gone on for more than a year without an end; it counts as going on.",
            "an end, or an explanation that the team is still there",
            LOG_FILE,
            ask.by_context(("impact_start", "extract_date"), _open_for_a_year_at_most),
        ),
        shared.not_after_extract(60, 6, "impact_end", "query"),
        shared.one_extract_date(60),
    ),
)

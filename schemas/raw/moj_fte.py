"""The MOJ first-time entrants extract."""

from __future__ import annotations

from schemas import fields_published as p
from schemas.extract import Column, Extract

MOJ_FTE = Extract(
    name="moj_fte",
    number=10,
    source="moj",
    title="MOJ first-time entrants by place",
    grain="one row per release, period and place",
    columns=(
        Column(p.RELEASE_DATE, 1, synonyms=("date released", "published", "publication date")),
        Column(p.WINDOW_START, 2, synonyms=("period start", "from date")),
        Column(p.WINDOW_END, 3, synonyms=("period end", "to date")),
        Column(p.GEOGRAPHY, 4, synonyms=("area", "yot", "youth offending team", "yjs", "place")),
        Column(p.FTE_COUNT, 5, synonyms=("first time entrants", "number of first time entrants", "fte", "ftes")),
        Column(p.POPULATION, 6, synonyms=("10 to 17 population", "population aged 10 to 17", "population 10-17")),
        Column(p.RATE_PER_100K, 7, required=False, nullable=True, synonyms=("rate per 100,000", "fte rate", "rate")),
        Column(p.RELEASE_STATUS, 8, synonyms=("provisional or final", "release status")),
    ),
    key=("release_date", "window_start", "window_end", "geography"),
    snapshot=False,
    measures=("FTE-05",),
    max_stopped_share=0.5,
)

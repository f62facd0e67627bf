"""The MOJ first-time entrants extract."""

from __future__ import annotations

from schemas import fields_published as p
from schemas import predicates as ask
from schemas import predicates_published as figures
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import MOJ_FILE

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
    rules=(
        shared.window_in_order(10, 1, "window_start", "window_end", MOJ_FILE),
        Rule(
            "YJ-X-1002",
            "query",
            "cross-field",
            ("rate_per_100k", "fte_count", "population"),
            "The rate is not the count over the population, even allowing for rounding.",
            "first-time entrants per 100,000 aged 10 to 17, for the period as it is",
            MOJ_FILE,
            figures.rate_agrees("fte_count", "population", "rate_per_100k", 100_000, 0.51),
        ),
        Rule(
            "YJ-X-1003",
            "stop-row",
            "cross-field",
            ("fte_count", "population"),
            "There are more first-time entrants than young people.",
            "a count below the population aged 10 to 17",
            MOJ_FILE,
            ask.at_most("fte_count", "population"),
        ),
        Rule(
            "YJ-X-1004",
            "query",
            "cross-field",
            ("window_end", "window_start"),
            "The period is not of 3, 6, 9 or 12 whole months.",
            "whole quarters",
            MOJ_FILE,
            figures.whole_months("window_start", "window_end", (3, 6, 9, 12)),
        ),
        Rule(
            "YJ-X-1005",
            "query",
            "cross-field",
            ("release_date", "window_end"),
            "The figure was released before its period was over.",
            "a release after the period's end",
            MOJ_FILE,
            ask.at_most("window_end", "release_date"),
        ),
    ),
    snapshot=False,
    stands_beside=("FTE-05",),
    max_stopped_share=0.5,
)

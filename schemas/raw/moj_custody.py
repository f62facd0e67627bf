"""The MOJ use of custody extract."""

from __future__ import annotations

from schemas import fields_published as p
from schemas import predicates as ask
from schemas import predicates_published as figures
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import MOJ_FILE

MOJ_CUSTODY = Extract(
    name="moj_custody",
    number=11,
    source="moj",
    title="MOJ custodial sentences by place",
    grain="one row per release, period and place",
    columns=(
        Column(p.RELEASE_DATE, 1, synonyms=("date released", "published", "publication date")),
        Column(p.WINDOW_START, 2, synonyms=("period start", "from date")),
        Column(p.WINDOW_END, 3, synonyms=("period end", "to date")),
        Column(p.GEOGRAPHY, 4, synonyms=("area", "yot", "youth offending team", "yjs", "place")),
        Column(p.CUSTODIAL_SENTENCES, 5, synonyms=("number of custodial sentences", "custody count", "custody")),
        Column(p.POPULATION, 6, synonyms=("10 to 17 population", "population aged 10 to 17", "population 10-17")),
        Column(p.RATE_PER_1000, 7, required=False, nullable=True, synonyms=("custody rate", "rate")),
        Column(p.RELEASE_STATUS, 8, synonyms=("provisional or final", "release status")),
    ),
    key=("release_date", "window_start", "window_end", "geography"),
    rules=(
        shared.window_in_order(11, 1, "window_start", "window_end", MOJ_FILE),
        Rule(
            "YJ-X-1102",
            "query",
            "cross-field",
            ("rate_per_1000", "custodial_sentences", "population"),
            "The rate is not the count over the population, even allowing for rounding.",
            "custodial sentences per 1,000 aged 10 to 17, for the period as it is",
            MOJ_FILE,
            figures.rate_agrees("custodial_sentences", "population", "rate_per_1000", 1_000, 0.0051),
        ),
        Rule(
            "YJ-X-1103",
            "stop-row",
            "cross-field",
            ("custodial_sentences", "population"),
            "There are more custodial sentences than young people.",
            "a count below the population aged 10 to 17",
            MOJ_FILE,
            ask.at_most("custodial_sentences", "population"),
        ),
        Rule(
            "YJ-X-1104",
            "query",
            "cross-field",
            ("window_end", "window_start"),
            "The period is not of 3, 6, 9 or 12 whole months.",
            "whole quarters",
            MOJ_FILE,
            figures.whole_months("window_start", "window_end", (3, 6, 9, 12)),
        ),
        Rule(
            "YJ-X-1105",
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
    max_stopped_share=0.5,
)

"""The unit costs extract: what a disposal cost, as the Youth Justice Board published it for comparing services."""

from __future__ import annotations

from schemas import fields_board as b
from schemas import fields_people as p
from schemas import fields_published as published
from schemas import predicates_published as figures
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import YJB_FILE

UNIT_COSTS = Extract(
    name="unit_costs",
    number=69,
    source="yjb",
    title="Cost per disposal, comparative data",
    grain="one row per year and place",
    columns=(
        Column(b.FY, 1, synonyms=("financial year", "year")),
        Column(published.GEOGRAPHY, 2, synonyms=("yot", "youth offending team", "place")),
        Column(p.SPEND, 3, required=False, nullable=True, synonyms=("total spend", "expenditure")),
        Column(p.DISPOSALS, 4, required=False, nullable=True, synonyms=("number of disposals", "total disposals")),
        Column(p.COST_PER_DISPOSAL, 5, synonyms=("unit cost", "cost of a disposal", "average cost per disposal")),
        Column(published.SOURCE, 6, required=False, nullable=True, synonyms=("source of figure",)),
    ),
    key=("fy", "geography"),
    snapshot=False,
    required=False,
    rules=(
        shared.real_year(69, 1, YJB_FILE),
        Rule(
            "YJ-X-6902",
            "query",
            "cross-field",
            ("cost_per_disposal", "spend", "disposals"),
            "The cost per disposal is not the spend over the disposals.",
            "spend over disposals, within 50 pence",
            YJB_FILE,
            figures.rate_agrees("spend", "disposals", "cost_per_disposal", 1.0, 0.5),
        ),
    ),
)

"""The targets extract: targets, baselines and tolerances by year."""

from __future__ import annotations

from schemas import fields_board as b
from schemas import fields_published as p
from schemas import predicates as ask
from schemas import predicates_published as figures
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import BOARD_FILE

TARGETS = Extract(
    name="targets",
    number=21,
    source="board",
    title="Targets",
    grain="one row per measure, first year and kind",
    columns=(
        Column(p.MEASURE_ID, 1, synonyms=("measure", "indicator", "measure reference")),
        Column(b.FY, 2, synonyms=("financial year", "year")),
        Column(b.TARGET_KIND, 3, synonyms=("kind of target", "target kind", "type")),
        Column(
            p.VALUE, 4, about="The target, baseline or tolerance, in the measure's unit.", synonyms=("target value",)
        ),
        Column(p.SOURCE, 5, synonyms=("source of target", "set by")),
        Column(
            b.FY_TO,
            6,
            required=False,
            nullable=True,
            about="Last year it holds for; empty where it holds for its own year only.",
            synonyms=("holds until", "last year", "valid to year"),
        ),
    ),
    key=("measure_id", "fy", "kind"),
    rules=(
        shared.real_year(21, 1, BOARD_FILE),
        Rule(
            "YJ-X-2102",
            "query",
            "cross-field",
            ("value", "kind"),
            "A tolerance is below nought.",
            "how far off the target still counts as amber: nought or more",
            BOARD_FILE,
            figures.value_within("kind", ("tolerance",), "value", (0, 1e12)),
        ),
        Rule(
            "YJ-X-2103",
            "stop-row",
            "cross-field",
            ("fy_to",),
            "The two parts of the last financial year do not follow each other.",
            "a year and the next, as 2015-16, or nothing",
            BOARD_FILE,
            figures.year_follows("fy_to"),
        ),
        Rule(
            "YJ-X-2104",
            "stop-row",
            "cross-field",
            ("fy_to", "fy"),
            "The target ends before it begins.",
            "the year itself or a later one, or nothing",
            BOARD_FILE,
            ask.at_most("fy", "fy_to"),
        ),
    ),
    snapshot=False,
    stands_beside=("FTE-01", "FTE-03", "REO-01", "REO-08", "CUS-01", "REM-01", "EET-01", "ACC-01"),
    max_stopped_share=0.5,
)

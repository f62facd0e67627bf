"""The comparators extract: others' figures that ours are set beside."""

from __future__ import annotations

from schemas import fields_published as p
from schemas import predicates as ask
from schemas import predicates_published as figures
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import YJB_FILE

#: Measures whose value is a change, with a sign of its own.
CHANGES = ("FTE-02", "CUS-03")
#: What makes one series of a comparator, and how many times its past a value may be.
SERIES = ("measure_id", "geography", "unit", "follow_up_months")
SIZE = 8.0

COMPARATORS = Extract(
    name="comparators",
    number=13,
    source="yjb",
    title="Comparators",
    grain="one row per measure, comparator, period, follow-up and release",
    columns=(
        Column(p.MEASURE_ID, 1, synonyms=("measure", "indicator", "measure reference")),
        Column(p.COMPARATOR_GEOGRAPHY, 2, synonyms=("comparator", "comparator group", "compared with")),
        Column(p.WINDOW_START, 3, synonyms=("period start", "from date")),
        Column(p.WINDOW_END, 4, synonyms=("period end", "to date")),
        Column(p.FOLLOW_UP_MONTHS, 5, required=False, nullable=True, synonyms=("months of follow up", "follow up")),
        Column(p.VALUE, 6, about="The comparator's figure, in the unit given beside it.", synonyms=("figure",)),
        Column(p.UNIT, 7, synonyms=("unit of value", "units")),
        Column(p.SOURCE, 8, synonyms=("source of figure", "publication")),
        Column(p.RELEASE, 9, required=False, nullable=True, synonyms=("release name", "edition")),
        Column(p.RELEASE_STATUS, 10, synonyms=("provisional or final", "release status")),
    ),
    key=("measure_id", "geography", "window_start", "window_end", "follow_up_months", "release"),
    rules=(
        shared.window_in_order(13, 1, "window_start", "window_end", YJB_FILE),
        Rule(
            "YJ-X-1302",
            "query",
            "cross-field",
            ("value", "unit"),
            "The percentage is outside -100 to 100.",
            "a percentage; a rate or a count has a unit of its own",
            YJB_FILE,
            figures.value_within("unit", ("%", "pp"), "value", (-100, 100)),
        ),
        Rule(
            "YJ-X-1303",
            "query",
            "cross-field",
            ("value", "measure_id"),
            "The sign of the change is opposite to that of all other comparators (T-03).",
            "the sign as published; a fall has a minus",
            YJB_FILE,
            figures.sign_among_peers(("measure_id", "window_start", "window_end"), "value", CHANGES),
        ),
        Rule(
            "YJ-X-1304",
            "query",
            "cross-field",
            ("value", "unit"),
            "A count, rate, ratio or amount is below nought.",
            "nought or more",
            YJB_FILE,
            figures.value_within("unit", ("count", "ratio", "per 1,000", "GBP"), "value", (0, 1e12)),
        ),
        Rule(
            "YJ-X-1305",
            "query",
            "cross-field",
            ("follow_up_months", "measure_id"),
            "The months of follow-up are missing; the figure cannot be set beside ours (T-06).",
            "3, 6, 9 or 12 for a reoffending rate",
            YJB_FILE,
            ask.only_where("measure_id", ("REO-01",), "follow_up_months"),
        ),
        Rule(
            "YJ-X-1306",
            "query",
            "cross-field",
            ("value", "window_end"),
            "The figure is eight times or an eighth of what this comparator has been before (T-03).",
            "a figure of the size of the series' own past; it is used as it stands",
            YJB_FILE,
            figures.size_of_own_past(SERIES, "window_end", "value", SIZE),
        ),
    ),
    snapshot=False,
    stands_beside=("FTE-02", "FTE-05", "REO-01", "REO-02", "REO-03", "CUS-01", "CUS-04", "EET-01"),
    max_stopped_share=0.5,
)

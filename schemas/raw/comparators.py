"""The comparators extract: others' figures that ours are set beside."""

from __future__ import annotations

from schemas import fields_published as p
from schemas.extract import Column, Extract

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
    snapshot=False,
    measures=("FTE-02", "FTE-05", "REO-01", "REO-02", "REO-03", "CUS-01", "CUS-04", "EET-01"),
    max_stopped_share=0.5,
)

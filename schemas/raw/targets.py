"""The targets extract: targets, baselines and tolerances by year."""

from __future__ import annotations

from schemas import fields_board as b
from schemas import fields_published as p
from schemas.extract import Column, Extract

TARGETS = Extract(
    name="targets",
    number=21,
    source="board",
    title="Targets",
    grain="one row per measure, year and kind",
    columns=(
        Column(p.MEASURE_ID, 1, synonyms=("measure", "indicator", "measure reference")),
        Column(b.FY, 2, synonyms=("financial year", "year")),
        Column(b.TARGET_KIND, 3, synonyms=("kind of target", "target kind", "type")),
        Column(
            p.VALUE, 4, about="The target, baseline or tolerance, in the measure's unit.", synonyms=("target value",)
        ),
        Column(p.SOURCE, 5, synonyms=("source of target", "set by")),
    ),
    key=("measure_id", "fy", "kind"),
    snapshot=False,
    measures=("FTE-01", "FTE-03", "REO-01", "REO-08", "CUS-01", "REM-01", "EET-01", "ACC-01"),
    max_stopped_share=0.5,
)

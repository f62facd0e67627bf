"""The long table of DfE's Local Authority Interactive Tool, received exactly as published."""

from __future__ import annotations

from schemas import fields_lait as lait
from schemas import fields_published as p
from schemas import predicates_published as figures
from schemas.codelists_lait import LAIT_SERIES
from schemas.extract import Column, Extract, Rule
from schemas.folding import fold_code
from schemas.mending import DFE_FILE

#: The rows that are laid out: those of our series, in any spelling.
WANTED = ("series", frozenset(map(fold_code, (*LAIT_SERIES.codes, *LAIT_SERIES.synonyms))))
SHARES = ("ReoffYO", "ReoffYO15-17", "16-17 NEET", "16-17_not known_NEET", "CareLeaversNEET", "LAC_Convictions")
RATES = ("FirstYJS", "YJS_Caution-Sentence10-17_YO")

LAIT_SERIES_TABLE = Extract(
    name="lait_series",
    number=24,
    source="dfe",
    title="DfE Local Authority Interactive Tool, values",
    grain="one row per series, years and area",
    columns=(
        Column(lait.SERIES, 1, synonyms=("short desc", "measure short")),
        Column(lait.DATA_ITEM, 2, required=False, nullable=True),
        Column(lait.YEARS, 3, synonyms=("year",)),
        Column(p.AREA_NAME, 4, synonyms=("la and regions",)),
        Column(p.VALUE, 5, nullable=True, about='The value as published; "-" is not available.', synonyms=("values",)),
        Column(p.LA_NUMBER, 6, about="Number of the authority, the region (980 and up) or England (970)."),
        Column(lait.TOOL_REGION, 7, required=False, nullable=True),
    ),
    key=("series", "years", "la_number"),
    rules=(
        Rule(
            "YJ-X-2401",
            "query",
            "cross-field",
            ("value", "series"),
            "A percentage lies outside 0 to 100.",
            "a percentage",
            DFE_FILE,
            figures.value_within("series", SHARES, "value", (0, 100)),
        ),
        Rule(
            "YJ-X-2402",
            "query",
            "cross-field",
            ("value", "series"),
            "A rate is below nought, or more than everybody.",
            "from 0 to 100,000",
            DFE_FILE,
            figures.value_within("series", RATES, "value", (0, 100_000)),
        ),
    ),
    snapshot=False,
    required=False,
    arrives="releases",
    newest_by="years",
    only=WANTED,
)

"""The offence codes of the courts, received as their keeper sends them. A code may stand for several wordings."""

from __future__ import annotations

from schemas import fields_published as p
from schemas import predicates as ask
from schemas.extract import Column, Extract, Rule
from schemas.mending import CODES_FILE

CJS_OFFENCE_CODES = Extract(
    name="cjs_offence_codes",
    number=30,
    source="cjs",
    title="CJS offence codes",
    grain="one row per offence code, wording, mode of trial and class",
    columns=(
        Column(p.CJS_CODE, 1, synonyms=("code", "cjs offence code", "offence code")),
        Column(p.CJS_OFFENCE, 2, synonyms=("name", "offence", "offence title")),
        Column(p.OFFENCE_TYPE, 3, synonyms=("mode of trial",)),
        Column(p.OFFENCE_CLASS, 4, synonyms=("class",)),
        Column(p.SLIPSTREAMABLE, 5, required=False, nullable=True),
    ),
    key=("cjs_code", "offence_name", "offence_type", "offence_class"),
    rules=(
        Rule(
            "YJ-X-3001",
            "query",
            "within-file",
            ("offence_type", "cjs_code"),
            "The same code has another mode of trial in another row.",
            "one mode of trial for each code",
            CODES_FILE,
            ask.same_within(("cjs_code",), "offence_type"),
        ),
    ),
    snapshot=False,
    required=False,
)

"""The DfE list of authority numbers (from the Local Authority Interactive Tool), received exactly as published."""

from __future__ import annotations

from schemas import fields_published as p
from schemas import predicates as ask
from schemas.extract import Column, Extract, Rule
from schemas.mending import DFE_FILE

LA_CODES = Extract(
    name="la_codes",
    number=26,
    source="dfe",
    title="DfE numbers of local authorities",
    grain="one row per authority, region or country",
    columns=(
        Column(p.LA_NUMBER, 1, synonyms=("LA num", "LA no", "LA code", "LEA number")),
        Column(p.LA_NAME, 2, synonyms=("local authority", "local authority name")),
        Column(p.LA_REGION, 3, about='Region of the authority; "NA" for regions and countries.'),
        Column(
            p.LA_TYPE, 4, about='Kind of authority, in letters; "NA" for regions and countries.', synonyms=("type",)
        ),
    ),
    key=("la_number",),
    rules=(
        Rule(
            "YJ-X-2601",
            "query",
            "within-file",
            ("la_name",),
            "Two numbers have the same name, so a figure known by its name cannot be placed.",
            "each name once",
            DFE_FILE,
            ask.first_of_its_kind(("la_name",)),
        ),
    ),
    snapshot=False,
    required=False,
)

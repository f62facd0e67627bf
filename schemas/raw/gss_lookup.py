"""The ONS look-up of districts and the counties they are in, received exactly as published."""

from __future__ import annotations

import pandas as pd

from schemas import fields_published as p
from schemas import predicates as ask
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import ONS_FILE

#: Beginnings of the codes of non-metropolitan districts, and of the counties that they alone are in.
DISTRICT, COUNTY = "E07", "E10"


def _tiers_agree(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    district = frame["ltla_code"].str.startswith(DISTRICT).astype("boolean")
    in_county = frame["utla_code"].str.startswith(COUNTY).astype("boolean")
    itself = frame["ltla_code"].eq(frame["utla_code"]).astype("boolean")
    agree: pd.Series = (district & in_county) | (~district & itself)
    return agree


GSS_LOOKUP = Extract(
    name="gss_lookup",
    number=23,
    source="ons",
    title="ONS look-up of districts to counties",
    grain="one row per district or unitary authority",
    columns=(
        Column(p.LTLA_CODE, 1, synonyms=("LTLACD", "LADCD", "lower tier local authority code", "district code")),
        Column(p.LTLA_NAME, 2, synonyms=("LTLANM", "LADNM", "lower tier local authority name", "district name")),
        Column(p.UTLA_CODE, 3, synonyms=("UTLACD", "CTYUACD", "upper tier local authority code", "county code")),
        Column(p.UTLA_NAME, 4, synonyms=("UTLANM", "CTYUANM", "upper tier local authority name", "county name")),
        Column(p.ROW_NUMBER, 5, required=False, nullable=True, keep=False, synonyms=("ObjectId", "FID")),
    ),
    key=("ltla_code",),
    rules=(
        Rule(
            "YJ-X-2301",
            "query",
            "cross-field",
            ("utla_code", "ltla_code"),
            "A district is not in a county, or a unitary authority is not its own upper tier.",
            "E07 codes within E10 codes; every other code with itself",
            ONS_FILE,
            ask.by_context(("ltla_code", "utla_code"), _tiers_agree),
        ),
        Rule(
            "YJ-X-2302",
            "query",
            "within-file",
            ("utla_name", "utla_code"),
            "The same upper tier has another name in another row.",
            "one name for each code",
            ONS_FILE,
            ask.same_within(("utla_code",), "utla_name"),
        ),
    ),
    snapshot=False,
    required=False,
)

"""The street-level crimes and incidents of data.police.uk, a file a force and month, received exactly as published.

Rows have no key: two incidents of one kind in one street and month are two rows alike in every cell.
"""

from __future__ import annotations

import pandas as pd

from schemas import fields_published as p
from schemas import predicates as ask
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import POLICE_FILE

#: The one kind of row that is no crime, and has no identifier.
ASB = "Anti-social behaviour"


def _crime_has_id(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    has: pd.Series = frame["crime_type"].eq(ASB) | frame["crime_id"].notna()
    return has


def _incident_has_none(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    has_none: pd.Series = frame["crime_type"].ne(ASB) | frame["crime_id"].isna()
    return has_none


POLICE_STREET = Extract(
    name="police_street",
    number=28,
    source="police",
    title="Police street-level crimes and incidents",
    grain="one row per crime, and per incident of anti-social behaviour",
    columns=(
        Column(p.CRIME_ID, 1, nullable=True),
        Column(p.MONTH, 2),
        Column(p.REPORTED_BY, 3, required=False, nullable=True, keep=False),
        Column(p.FALLS_WITHIN, 4),
        Column(p.LONGITUDE, 5, required=False, nullable=True, keep=False),
        Column(p.LATITUDE, 6, required=False, nullable=True, keep=False),
        Column(p.LOCATION, 7, required=False, nullable=True, keep=False),
        Column(p.LSOA_CODE, 8, nullable=True, about="GSS code of the small area; empty where the row has no place."),
        Column(p.LSOA_NAME, 9, nullable=True),
        Column(p.CRIME_TYPE, 10),
        Column(p.LAST_OUTCOME, 11, required=False, nullable=True, synonyms=("last outcome category",)),
        Column(p.CRIME_CONTEXT, 12, required=False, nullable=True, keep=False),
    ),
    key=(),
    rules=(
        Rule(
            "YJ-X-2801",
            "query",
            "cross-field",
            ("crime_id", "crime_type"),
            "A crime has no identifier.",
            "an identifier for every row but anti-social behaviour",
            POLICE_FILE,
            ask.by_context(("crime_type",), _crime_has_id),
        ),
        Rule(
            "YJ-X-2802",
            "query",
            "cross-field",
            ("crime_type", "crime_id"),
            "Anti-social behaviour stands with the identifier of a crime.",
            "no identifier: it is no crime",
            POLICE_FILE,
            ask.by_context(("crime_type",), _incident_has_none),
        ),
        Rule(
            "YJ-X-2803",
            "query",
            "cross-field",
            ("lsoa_name", "lsoa_code"),
            "A small area has its code without its name, or the name without the code.",
            "both, or neither where the row has no place",
            POLICE_FILE,
            ask.together("lsoa_name", "lsoa_code"),
        ),
        Rule(
            "YJ-X-2804",
            "query",
            "within-file",
            ("crime_id",),
            "The same crime stands in another row above.",
            "each crime once",
            POLICE_FILE,
            ask.by_context(("crime_id",), ask.first_of_its_kind(("crime_id",))),
        ),
    ),
    snapshot=False,
    required=False,
    arrives="parts",
    part=("month", "falls_within"),
)

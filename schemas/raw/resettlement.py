"""The resettlement extract: the log of support on release under whichever of its names (measures.md C1, RES, T-38)."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_specialist as s
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas import specialist_rules as rules
from schemas.extract import CheckContext, Column, Extract


def _offered_first(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    return ~frame["support_accepted"] | frame["support_offered"]


RESETTLEMENT = Extract(
    name="resettlement",
    number=47,
    source="log",
    title="Resettlement on release from custody",
    grain="one row per release of a young person from custody",
    columns=(
        Column(
            f.YPID,
            1,
            refers=("persons", "ypid"),
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
        ),
        Column(s.RELEASED_DATE, 2, synonyms=("date of release", "released on", "release from custody")),
        Column(
            s.PROJECT,
            3,
            required=False,
            nullable=True,
            synonyms=("resettlement project", "scheme name", "programme name"),
        ),
        Column(s.SUPPORT_OFFERED, 4, synonyms=("irs offered", "iris offered", "resettlement offered")),
        Column(
            s.SUPPORT_ACCEPTED, 5, nullable=True, synonyms=("irs accepted", "iris accepted", "resettlement accepted")
        ),
        Column(s.PLAN_DATE, 6, required=False, nullable=True, synonyms=("resettlement plan date", "date of plan")),
        Column(
            s.ACCOMMODATION_AT_RELEASE,
            7,
            required=False,
            nullable=True,
            synonyms=("accommodation release", "accommodation on release"),
        ),
        Column(s.ETE_AT_RELEASE, 8, required=False, nullable=True, synonyms=("ete release", "ete on release")),
        Column(s.REOFFENDED_DATE, 9, nullable=True, synonyms=("date reoffended", "reoffended on", "first reoffence")),
        Column(f.EXTRACT_DATE, 10, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("ypid", "released_date"),
    required=False,
    rules=(
        rules.by_extract_date((47, 1), "log", "released_date"),
        rules.in_order(
            (47, 2),
            "log",
            ("released_date", "reoffended_date"),
            "The offence after release is before the release.",
            "query",
        ),
        rules.agrees(
            (47, 3),
            "log",
            ("support_accepted", "support_offered"),
            ("Support was accepted that was not offered.", "an offer wherever support was accepted"),
            ask.by_context(("support_accepted", "support_offered"), _offered_first),
        ),
        rules.by_extract_date((47, 4), "log", "reoffended_date", "query"),
        shared.one_extract_date(47),
    ),
)

"""The courts with the kind each is, received as their keeper sends them."""

from __future__ import annotations

import pandas as pd

from schemas import fields_published as p
from schemas import predicates as ask
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import CODES_FILE


def _kind_as_named(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    name, kind = frame["court_name"].fillna("").str.casefold(), frame["court_kind"].fillna("")
    magistrates = name.str.contains("magistrates", regex=False).astype(bool)
    crown = name.str.contains("crown court", regex=False).astype(bool) & ~magistrates
    as_named: pd.Series = (~magistrates | kind.eq("B").astype(bool)) & (~crown | kind.eq("C").astype(bool))
    return as_named


CJS_COURTS = Extract(
    name="cjs_courts",
    number=31,
    source="cjs",
    title="CJS courts",
    grain="one row per court",
    columns=(
        Column(p.COURT_KIND, 1, synonyms=("code",)),
        Column(p.COURT_NAME, 2, synonyms=("name",)),
    ),
    key=("court_name",),
    rules=(
        Rule(
            "YJ-X-3101",
            "query",
            "cross-field",
            ("court_kind", "court_name"),
            "The court's name says another kind of court.",
            "B for a magistrates' court, C for a Crown Court",
            CODES_FILE,
            ask.by_context(("court_kind", "court_name"), _kind_as_named),
        ),
    ),
    snapshot=False,
    required=False,
)

"""The PNC case extract: what the Police National Computer holds of the local cohort, as the PNC tool lists it.

The number itself is restricted: it is read to be judged and never kept. What goes on is what matching a case needs.
"""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_courts as c
from schemas import shared_rules as shared
from schemas.extract import Column, Extract

PNC_CASE = Extract(
    name="pnc_case",
    number=74,
    source="log",
    title="PNC cases",
    grain="one row per offence that the Police National Computer holds with its outcome",
    columns=(
        Column(c.PNC_CASE_ID, 1, synonyms=("pnc case number", "pnc case reference", "pnc line")),
        Column(
            c.PNC_HOLDER,
            2,
            required=False,
            nullable=True,
            keep=False,
            about="PNC number of the case. Restricted: no figure needs it, and it is never kept.",
            synonyms=("pnc number of the case", "case pnc number"),
        ),
        Column(
            c.MATCHED_YPID,
            3,
            nullable=True,
            synonyms=("matched young person", "matched to", "matched person id"),
            refers=("persons", "ypid"),
        ),
        Column(c.PNC_OFFENCE, 4, synonyms=("offence on pnc", "pnc offence description")),
        Column(c.PNC_OFFENCE_DATE, 5, synonyms=("date of pnc offence", "offence date on pnc")),
        Column(c.PNC_OUTCOME, 6, synonyms=("pnc disposal", "outcome on pnc", "pnc disposal group")),
        Column(c.PNC_OUTCOME_DATE, 7, synonyms=("date of pnc outcome", "pnc disposal date", "outcome date on pnc")),
        Column(f.EXTRACT_DATE, 8, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("pnc_case_id",),
    required=False,
    rules=(
        shared.not_before(74, 1, "pnc_outcome_date", "pnc_offence_date"),
        shared.not_after_extract(74, 2, "pnc_outcome_date", "stop-row"),
        shared.one_extract_date(74),
    ),
)

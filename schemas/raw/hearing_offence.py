"""The hearing and offence links: which offences were before the court at which hearing."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_courts as c
from schemas import shared_rules as shared
from schemas.extract import Column, Extract

HEARING_OFFENCE = Extract(
    name="hearing_offence",
    number=72,
    source="cms",
    title="Hearings and their offences",
    grain="one row per hearing and offence that was heard at it",
    columns=(
        Column(
            f.HEARING_ID,
            1,
            about="The hearing at which the offence was before the court.",
            synonyms=("hearing number", "hearing ref", "court hearing id"),
            refers=("hearings", "hearing_id"),
        ),
        Column(
            c.HEARD_OFFENCE_ID,
            2,
            synonyms=("offence heard", "offence of the hearing", "heard offence number"),
            refers=("offences", "offence_id"),
        ),
        Column(f.EXTRACT_DATE, 3, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("hearing_id", "heard_offence_id"),
    required=False,
    rules=(shared.one_extract_date(72),),
)

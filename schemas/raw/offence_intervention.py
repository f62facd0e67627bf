"""The offence and intervention links: which programme was made for which offence."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_courts as c
from schemas import shared_rules as shared
from schemas.extract import Column, Extract

OFFENCE_INTERVENTION = Extract(
    name="offence_intervention",
    number=73,
    source="cms",
    title="Offences and their programmes",
    grain="one row per offence and the programme made for it",
    columns=(
        # Their own names: other extracts have an offence and a programme among their columns.
        Column(
            c.LINKED_OFFENCE_ID,
            1,
            synonyms=("offence of the programme", "link offence id", "linked offence number"),
            refers=("offences", "offence_id"),
        ),
        Column(
            c.LINKED_PROGRAMME_ID,
            2,
            synonyms=("programme of the offence", "link programme id", "linked intervention id"),
            refers=("interventions", "programme_id"),
        ),
        Column(f.EXTRACT_DATE, 3, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("linked_offence_id", "linked_programme_id"),
    required=False,
    rules=(shared.one_extract_date(73),),
)

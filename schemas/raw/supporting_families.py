"""The supporting families extract: families open to the troubled families programmes (measures.md A1 TF-01)."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_specialist as s
from schemas import shared_rules as shared
from schemas import specialist_rules as rules
from schemas.extract import Column, Extract

SUPPORTING_FAMILIES = Extract(
    name="supporting_families",
    number=53,
    source="social_care",
    title="Families worked with by SLF or Changing Lives",
    grain="one row per member of a family in one case of the programme",
    columns=(
        Column(s.FAMILY_CASE_ID, 1, synonyms=("family member case id", "slf case id", "family case number")),
        Column(s.FAMILY_ID, 2, synonyms=("family number", "family reference", "slf family id")),
        Column(
            f.YPID,
            3,
            nullable=True,
            refers=("persons", "ypid"),
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
        ),
        Column(
            s.FAMILY_PROGRAMME,
            4,
            synonyms=("slf or changing lives", "troubled families programme", "families programme"),
        ),
        Column(s.OPENED_DATE, 5, synonyms=("open from", "date opened", "opened on")),
        Column(s.CLOSED_DATE, 6, nullable=True, synonyms=("closed", "date closed", "closed on")),
        Column(f.EXTRACT_DATE, 7, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("family_case_id",),
    required=False,
    rules=(
        rules.in_order((53, 1), "social_care", ("opened_date", "closed_date"), "The case closes before it opens."),
        rules.by_extract_date((53, 2), "social_care", "opened_date"),
        rules.by_extract_date((53, 3), "social_care", "closed_date", "query"),
        shared.one_extract_date(53),
    ),
)

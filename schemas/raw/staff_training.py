"""The staff training extract: who was trained in what, when, and for how many days."""

from __future__ import annotations

from dataclasses import replace

from schemas import fields as f
from schemas import fields_people as p
from schemas import shared_rules as shared
from schemas.extract import Column, Extract
from schemas.mending import STAFF_FILE

STAFF_TRAINING = Extract(
    name="staff_training",
    number=71,
    source="hr",
    title="Staff training",
    grain="one row per person, course and first day of training",
    columns=(
        Column(
            p.STAFF_ID,
            1,
            synonyms=("payroll number", "employee number", "staff number"),
            refers=("workforce", "staff_id"),
        ),
        Column(p.COURSE, 2, synonyms=("training course", "course title")),
        Column(p.TRAINING_DATE, 3, synonyms=("date of training", "trained on")),
        Column(p.TRAINING_DAYS, 4, synonyms=("days of training", "days attended")),
        Column(f.EXTRACT_DATE, 5, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("staff_id", "course", "training_date"),
    required=False,
    rules=(
        replace(shared.not_after_extract(71, 1, "training_date", "stop-row"), fix=STAFF_FILE),
        shared.one_extract_date(71),
    ),
)

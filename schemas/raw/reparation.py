"""The reparation extract: hours of reparation and of unpaid work, one attendance at a time."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_statutory as s
from schemas import rules_logs as logs
from schemas import shared_rules as shared
from schemas.extract import Column, Extract

REPARATION = Extract(
    name="reparation",
    number=40,
    source="log",
    title="Reparation and unpaid work",
    grain="one row per child's attendance at reparation or unpaid work",
    required=False,
    columns=(
        Column(
            s.REPARATION_SESSION_ID, 1, synonyms=("session id", "reparation session", "reparation id", "session number")
        ),
        Column(
            f.PROGRAMME_ID,
            2,
            about="The order under which the work was done.",
            synonyms=("order id", "intervention id", "programme number"),
            refers=("interventions", "programme_id"),
        ),
        Column(s.SESSION_DATE, 3, synonyms=("date of session", "date of work", "reparation date")),
        Column(
            s.REPARATION_HOURS, 4, synonyms=("hours of reparation", "hours worked", "hours completed", "hours of work")
        ),
        Column(
            s.REPARATION_PLACEMENT, 5, required=False, nullable=True, synonyms=("work placement", "reparation site")
        ),
        Column(s.VICTIM_CHOSEN, 6, required=False, nullable=True, synonyms=("chosen by victim", "victim request")),
        Column(s.UNPAID_WORK, 7, required=False, nullable=True, synonyms=("upw", "unpaid work requirement")),
        Column(f.EXTRACT_DATE, 8, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("reparation_session_id",),
    rules=(
        logs.not_in_the_future(40, 1, "session_date"),
        logs.no_long_day(40, 2, "reparation_hours"),
        shared.one_extract_date(40),
    ),
)

"""The mental health extract: referrals to the child and adolescent mental health service."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_health as h
from schemas import shared_rules as shared
from schemas.extract import Column, Extract
from schemas.mending import HEALTH_FILE
from schemas.shared_days import days_in_order, not_after_extract

MENTAL_HEALTH = Extract(
    name="mental_health",
    number=35,
    source="health",
    title="Mental health referrals",
    grain="one row per referral of a young person to the mental health service",
    columns=(
        Column(h.MH_REFERRAL_ID, 1, synonyms=("camhs referral id", "mental health referral id", "mh ref id")),
        Column(
            f.YPID,
            2,
            required=False,
            nullable=True,
            about="The case system's own number; empty where the mental health service knows only name and date of "
            "birth, by which the young person is then looked for.",
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(
            f.SURNAME,
            3,
            required=False,
            nullable=True,
            keep=False,
            about="The young person's family name, where the referral has no number. It is never kept.",
            synonyms=("last name", "family name"),
        ),
        Column(
            f.FORENAME,
            4,
            required=False,
            nullable=True,
            keep=False,
            about="The young person's given name or its first letter, where the referral has no number. It is never "
            "kept.",
            synonyms=("first name", "given name", "forenames", "initial"),
        ),
        Column(
            f.DATE_OF_BIRTH,
            5,
            required=False,
            nullable=True,
            about="The young person's date of birth, where the referral has no number.",
            synonyms=("dob", "birth date"),
        ),
        Column(
            h.MH_REFERRED_DATE, 6, synonyms=("camhs referral date", "mental health referral date", "mh referral date")
        ),
        Column(h.URGENCY, 7, synonyms=("referral urgency", "mh priority", "acute or not")),
        Column(h.FIRST_SEEN_DATE, 8, nullable=True, synonyms=("first seen", "first appointment", "date first seen")),
        Column(h.MH_OFFERED_DATE, 9, required=False, nullable=True, synonyms=("mh offer date", "help offered")),
        Column(
            h.MH_TREATMENT_START,
            10,
            required=False,
            nullable=True,
            synonyms=("mh intervention start", "mental health treatment start"),
        ),
        Column(
            h.MH_TREATMENT_END,
            11,
            required=False,
            nullable=True,
            synonyms=("mh intervention end", "mental health treatment end"),
        ),
        Column(
            h.MH_TREATMENT_TYPE,
            12,
            required=False,
            nullable=True,
            synonyms=("mh intervention type", "mental health treatment type"),
        ),
        Column(f.EXTRACT_DATE, 13, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("mh_referral_id",),
    required=False,
    rules=(
        not_after_extract((35, 1), "mh_referred_date", "stop-row", HEALTH_FILE),
        days_in_order(
            (35, 2),
            "mh_referred_date",
            "first_seen_date",
            "The young person was seen before the referral, so nobody can say whether it was in time; it is left out.",
            "query",
            HEALTH_FILE,
        ),
        days_in_order(
            (35, 3),
            "mh_treatment_start",
            "mh_treatment_end",
            "Treatment ends before it starts.",
            "stop-row",
            HEALTH_FILE,
        ),
        not_after_extract((35, 4), "first_seen_date", "query", HEALTH_FILE),
        shared.one_extract_date(35),
    ),
)

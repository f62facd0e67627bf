"""The victims extract: the victim worker's log of who became known, was offered what, and took part."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_statutory as s
from schemas import predicates as ask
from schemas import rules_logs as logs
from schemas import shared_rules as shared
from schemas.extract import Column, Extract

VICTIMS = Extract(
    name="victims",
    number=39,
    source="log",
    title="Victims",
    grain="one row per victim and offence against that victim",
    required=False,
    columns=(
        Column(s.VICTIM_ID, 1, synonyms=("victim number", "victim ref", "victim reference")),
        Column(
            f.OFFENCE_ID,
            2,
            about="The offence against the victim, by the case system's number.",
            synonyms=("offence number", "offence ref", "offence reference"),
            refers=("offences", "offence_id"),
        ),
        Column(
            f.PROGRAMME_ID,
            3,
            required=False,
            nullable=True,
            about="The order that the offence led to, where it is known.",
            synonyms=("order id", "intervention id", "programme number"),
            refers=("interventions", "programme_id"),
        ),
        Column(s.VICTIM_TYPE, 4, synonyms=("type of victim", "kind of victim")),
        Column(s.IDENTIFIED_DATE, 5, synonyms=("date identified", "date victim identified", "victim known from")),
        Column(s.CONSENT_CONTACT, 6, nullable=True, synonyms=("consent", "consent to contact", "agreed to contact")),
        Column(s.CONTACTED_DATE, 7, required=False, nullable=True, synonyms=("date contacted", "first contacted")),
        Column(
            s.VICTIM_OFFERED,
            8,
            nullable=True,
            synonyms=("offered", "offer made", "offered rj", "offered restorative justice"),
        ),
        Column(s.OFFERED_DATE, 9, required=False, nullable=True, synonyms=("date offered", "date of offer")),
        Column(s.OFFERED_TYPES, 10, required=False, nullable=True, synonyms=("what was offered", "types offered")),
        Column(s.VICTIM_ENGAGED, 11, nullable=True, synonyms=("engaged", "took part", "victim took part")),
        Column(s.ENGAGED_DATE, 12, required=False, nullable=True, synonyms=("date engaged", "date took part")),
        Column(s.ENGAGED_TYPE, 13, required=False, nullable=True, synonyms=("how engaged", "type of engagement")),
        Column(
            s.VIEW_PRIOR, 14, required=False, nullable=True, synonyms=("views before outcome", "view before outcome")
        ),
        Column(s.PROGRESS_GIVEN, 15, required=False, nullable=True, synonyms=("told of progress", "given progress")),
        Column(s.SUPPORT_GIVEN, 16, required=False, nullable=True, synonyms=("extra support", "given support")),
        Column(s.SATISFACTION, 17, nullable=True, synonyms=("victim satisfaction", "satisfied with engagement")),
        Column(s.SATISFACTION_DATE, 18, required=False, nullable=True, synonyms=("date of satisfaction survey",)),
        Column(f.EXTRACT_DATE, 19, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("victim_id", "offence_id"),
    rules=(
        logs.in_order(39, 1, "engaged_date", "offered_date"),
        logs.query(
            39,
            2,
            ("victim_engaged", "victim_offered"),
            ("The victim took part and no offer is recorded.", "an offer wherever a victim took part"),
            logs.needs("victim_engaged", "victim_offered"),
        ),
        logs.query(
            39,
            3,
            ("victim_offered", "consent_contact"),
            (
                "An offer was made to a victim who is not recorded as agreeing to be contacted.",
                "agreement to contact wherever an offer was made",
            ),
            logs.needs("victim_offered", "consent_contact"),
        ),
        logs.query(
            39,
            4,
            ("satisfaction", "victim_engaged"),
            (
                "Satisfaction is given for a victim who did not take part; it is not counted.",
                "satisfaction of victims who took part",
            ),
            logs.only_with("satisfaction", "victim_engaged"),
        ),
        logs.query(
            39,
            5,
            ("consent_contact",),
            (
                "Whether the victim agreed to be contacted is not recorded; it counts as no.",
                "Yes or No, once the victim was asked",
            ),
            ask.filled("consent_contact"),
        ),
        logs.not_in_the_future(39, 6, "identified_date"),
        logs.query(
            39,
            7,
            ("identified_date", "victim_id"),
            (
                "The victim stands in another row with another day of becoming known; the first day counts.",
                "one day of becoming known for each victim",
            ),
            ask.same_within(("victim_id",), "identified_date"),
        ),
        logs.query(
            39,
            8,
            ("victim_type", "victim_id"),
            (
                "The victim stands in another row as a victim of another type.",
                "one type for each victim; a new number for another victim",
            ),
            ask.same_within(("victim_id",), "victim_type"),
        ),
        shared.one_extract_date(39),
    ),
)

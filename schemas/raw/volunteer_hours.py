"""The volunteer hours extract: hours that volunteers gave, and the panels they sat on."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_statutory as s
from schemas import predicates as ask
from schemas import rules_logs as logs
from schemas import shared_rules as shared
from schemas.extract import Column, Extract

VOLUNTEER_HOURS = Extract(
    name="volunteer_hours",
    number=43,
    source="log",
    title="Volunteer hours",
    grain="one row per volunteer, day, role and panel",
    required=False,
    columns=(
        Column(
            s.VOLUNTEER_ID,
            1,
            synonyms=("volunteer number", "volunteer ref", "volunteer reference"),
            refers=("volunteers", "volunteer_id"),
        ),
        Column(s.VOLUNTEERING_DATE, 2, synonyms=("date of volunteering", "date hours given", "date volunteered")),
        Column(s.VOLUNTEER_ROLE, 3, synonyms=("role of volunteer", "role on the day", "volunteering role")),
        Column(s.VOLUNTEER_HOURS_GIVEN, 4, synonyms=("hours given", "hours volunteered", "volunteer hours")),
        Column(s.PANEL_ID, 5, nullable=True, synonyms=("panel number", "panel ref", "panel reference")),
        Column(f.EXTRACT_DATE, 6, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("volunteer_id", "volunteering_date", "volunteer_role", "panel_id"),
    rules=(
        logs.query(
            43,
            1,
            ("panel_id", "volunteer_role"),
            (
                "Hours of a panel are entered without the panel's number; it is not among the panels covered.",
                "the number of the sitting for every hour of a panel",
            ),
            ask.only_where("volunteer_role", ("PANEL",), "panel_id"),
        ),
        logs.not_in_the_future(43, 2, "volunteering_date"),
        logs.no_long_day(43, 3, "volunteer_hours_given"),
        shared.one_extract_date(43),
    ),
)

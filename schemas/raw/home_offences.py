"""The offences in children's homes extract: the homes' own log, whoever dealt with the offence.

The case system holds no offence that a home settles restoratively, and so cannot show whether offending fell.
"""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_prevention as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import SOCIAL_CARE_FILE

HOME_OFFENCES = Extract(
    name="home_offences",
    number=63,
    source="social_care",
    title="Offences in children's homes",
    grain="one row per young person and offence in a children's home",
    columns=(
        Column(p.HOME_OFFENCE_ID, 1, synonyms=("home incident number", "home log number", "home offence ref")),
        Column(
            f.YPID,
            2,
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(p.HOME_NAME, 3, synonyms=("children's home", "name of home", "home")),
        Column(p.PROJECT_HOME, 4, synonyms=("home in project", "restorative home", "in the project")),
        Column(p.HOME_OFFENCE_DATE, 5, synonyms=("date of offence in home", "home incident date")),
        Column(p.HOME_OFFENCE_KIND, 6, nullable=True, synonyms=("kind of offence in home", "home incident type")),
        Column(p.HOME_RESPONSE, 7, nullable=True, synonyms=("response of home", "dealt with by")),
        Column(f.EXTRACT_DATE, 8, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("home_offence_id",),
    required=False,
    rules=(
        shared.not_after_extract(63, 1, "home_offence_date", "stop-row"),
        Rule(
            "YJ-X-6302",
            "query",
            "within-file",
            ("project_home", "home_name"),
            "The home is in the project in some rows and not in others.",
            "one answer for each home",
            SOCIAL_CARE_FILE,
            ask.same_within(("home_name",), "project_home"),
        ),
        shared.one_extract_date(63),
    ),
)

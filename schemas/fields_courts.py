"""The fields of the links between hearings, offences and programmes, of PNC cases, and of records that officers link.

Only descriptions belong here: which extract has which field is in `schemas.raw` (measures.md C1).
"""

from __future__ import annotations

from schemas.extract import Field

LINKED_OFFENCE_ID = Field(
    "linked_offence_id",
    "id",
    "The case system's number of the offence that a programme was made for.",
    sensitivity="personal",
)
LINKED_PROGRAMME_ID = Field(
    "linked_programme_id",
    "id",
    "The case system's number of the programme made for an offence.",
    sensitivity="personal",
)
HEARD_OFFENCE_ID = Field(
    "heard_offence_id",
    "id",
    "The case system's number of an offence that was before the court at a hearing.",
    sensitivity="personal",
)

PNC_CASE_ID = Field("pnc_case_id", "id", "Number of the line in the PNC tool's list.", sensitivity="personal")
PNC_HOLDER = Field(
    "pnc_holder",
    "text",
    "Police National Computer number the case is held under. Only the matching of cases needs it; it is never kept.",
    sensitivity="personal",
    pattern=r"\d{2}(\d{2})?/\d{1,7}[A-Z]",
)
MATCHED_YPID = Field(
    "matched_ypid",
    "id",
    "The case system's number of the young person the case was matched to; empty while it is matched to nobody.",
    sensitivity="personal",
)
PNC_OFFENCE = Field(
    "pnc_offence", "text", "The offence as the Police National Computer names it.", sensitivity="special"
)
PNC_OFFENCE_DATE = Field("pnc_offence_date", "date", "Day of the offence on the PNC.", sensitivity="special")
PNC_OUTCOME = Field(
    "pnc_outcome",
    "code",
    "Group of the outcome that the PNC holds for the offence.",
    sensitivity="special",
    code_list="outcome_group",
)
PNC_OUTCOME_DATE = Field("pnc_outcome_date", "date", "Day of that outcome.", sensitivity="special")

ALIAS_YPID = Field(
    "alias_ypid",
    "id",
    "Another number under which the case system holds the same young person.",
    sensitivity="personal",
)
LINK_METHOD = Field("link_method", "code", "How the two records were found to be one.", code_list="link_method")
SAME_PERSON = Field(
    "same_person",
    "yes_no",
    "Yes or empty: the two records are of one young person; No: they are of two.",
    sensitivity="personal",
)
DECIDED_BY = Field("decided_by", "text", "Officer who decided.", sensitivity="personal")
DECIDED_ON = Field("decided_on", "date", "Day the officer decided.")

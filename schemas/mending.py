"""Where a fault of each source is mended, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CASE_SYSTEM = "Correct the record in the case-management system, then send the extract again."
CASE_SYSTEM_OR_EXPLAIN = (
    "Check the record in the case-management system; correct it and send the extract again, or explain it."
)
EXPORT = "Correct the export of the case-management system, then send the extract again."
MOJ_FILE = "Compare the row with the published MOJ table, correct the file, then send it again."
YJB_FILE = "Compare the row with the publication it was taken from, correct the file, then send it again."
ONS_FILE = "Compare the row with the published ONS estimates, correct the file, then send it again."
DFE_FILE = "Fetch the file from the Department for Education again; if it says the same there, explain it."
POLICE_FILE = "Fetch the file from data.police.uk again; if it says the same there, explain it."
POLICE_LIST = "Ask the police officer who sends the list to correct it, then send the file again."
CODES_FILE = "Compare the row with the published list, correct the file, then send it again."
FINANCE_FILE = "Correct the row in the finance sheet, then send it again."
BOARD_FILE = "Correct the row in the Board's workbook, then send it again."
LOG_FILE = "Correct the row in the service's log, then send it again."
HEALTH_FILE = "Ask the health service that keeps the record to correct it, then send the file again."
SOCIAL_CARE_FILE = "Ask children's social care to correct the record, then send the file again."
EDUCATION_FILE = "Ask the education service to correct the record, then send the file again."
STAFF_FILE = "Correct the row in the staff list, then send it again."
SURVEY_FILE = "Correct the row in the survey's export, then send it again."
AUDIT_FILE = "Correct the row in the audit log, then send it again."

BY_SOURCE: Mapping[str, str] = MappingProxyType(
    {
        "cms": CASE_SYSTEM,
        "moj": MOJ_FILE,
        "yjb": YJB_FILE,
        "ons": ONS_FILE,
        "dfe": DFE_FILE,
        "police": POLICE_FILE,
        "police_list": POLICE_LIST,
        "ho": CODES_FILE,
        "cjs": CODES_FILE,
        "finance": FINANCE_FILE,
        "board": BOARD_FILE,
        "log": LOG_FILE,
        "health": HEALTH_FILE,
        "social_care": SOCIAL_CARE_FILE,
        "education": EDUCATION_FILE,
        "hr": STAFF_FILE,
        "survey": SURVEY_FILE,
        "qa": AUDIT_FILE,
    }
)

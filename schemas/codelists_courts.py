"""Code lists of the links between records (measures.md C1)."""

from __future__ import annotations

from schemas.codelist import CodeList

LINK_METHOD = CodeList(
    "link_method",
    "measures.md C1 (person_links)",
    {
        "manual": "An officer compared the records",
        "pnc": "The same PNC number",
        "name+dob": "The same name and date of birth",
    },
    synonyms={"By hand": "manual", "Officer": "manual", "PNC number": "pnc", "Name and date of birth": "name+dob"},
)

LISTS = (LINK_METHOD,)

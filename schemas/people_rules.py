"""The rules on who is one young person: what the linking of persons says, one line a pair of records or a count.

They are judged by `assets.core.people`, across the rows of the persons extract. Source: measures.md C3, persons.
"""

from __future__ import annotations

from schemas.extract import Rule, Severity
from schemas.measures_read import MEASURES_READ
from schemas.mending import CASE_SYSTEM, CASE_SYSTEM_OR_EXPLAIN

NO_PNC = "YJ-R-0101"
TWO_BIRTHDAYS = "YJ-R-0102"
TWO_DESCRIPTIONS = "YJ-R-0103"
TOO_MANY_ON_ONE_PNC = "YJ-R-0104"
DECISIONS_CONTRADICT = "YJ-R-0105"
LINKED = "YJ-R-0106"
PROPOSED = "YJ-R-0107"

_REVIEW = "Open the sheet People of the errors workbook and say of each pair whether it is one young person."
#: Measures that count children, so that one held twice makes a difference.
_COUNTS_CHILDREN = MEASURES_READ["persons"]


def _rule(code: str, severity: Severity, message: str, expected: str, fix: str) -> Rule:
    column = "pnc_number" if code < DECISIONS_CONTRADICT else "ypid"
    return Rule(code, severity, "across-files", (column,), message, expected, fix, measures=_COUNTS_CHILDREN)


PEOPLE_RULES: tuple[Rule, ...] = (
    _rule(
        NO_PNC,
        "notice",
        "Young people have no PNC number that can be right: name and date of birth alone tell who is held twice.",
        "a PNC number for every young person who has one",
        "Look for the numbers in the case-management system where there are many of these.",
    ),
    _rule(
        TWO_BIRTHDAYS,
        "query",
        "Another record has the same PNC number and another date of birth; they are counted as two young people.",
        "one date of birth for one PNC number",
        f"{CASE_SYSTEM_OR_EXPLAIN} {_REVIEW}",
    ),
    _rule(
        TWO_DESCRIPTIONS,
        "query",
        "Another record has the same PNC number and date of birth, but another sex or clearly another name; they are "
        "counted as two young people.",
        "one name and sex for one PNC number",
        f"{CASE_SYSTEM_OR_EXPLAIN} {_REVIEW}",
    ),
    _rule(
        TOO_MANY_ON_ONE_PNC,
        "query",
        "More records share this PNC number than one young person can have; none is linked by it.",
        "a PNC number of the young person's own, or an empty cell",
        CASE_SYSTEM,
    ),
    _rule(
        DECISIONS_CONTRADICT,
        "query",
        "What officers decided of this record and others cannot all be true. Records said to be of two young people "
        "are kept apart; of decisions that two are one, the newest holds.",
        "decisions that agree with each other",
        "Look at the records together, and take back or change the decision that is wrong on the sheet People.",
    ),
    _rule(
        LINKED,
        "notice",
        "Records were linked to another record of the same young person, who is counted once.",
        "one record for each young person",
        "Nothing needs doing; merge the records in the case-management system when the links are right.",
    ),
    _rule(
        PROPOSED,
        "notice",
        "Pairs of records may be of one young person; until somebody decides they are counted as two.",
        "a decision on each pair",
        _REVIEW,
    ),
)

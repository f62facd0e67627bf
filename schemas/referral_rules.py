"""The rules on whom a referral without the case system's number is of, one line a referral or a count.

They are judged by `assets.core.referral_matches`, across mental health referrals and persons. Source: measures.md C3
(CAMHS rows without ypid).
"""

from __future__ import annotations

from schemas.extract import Rule
from schemas.mending import HEALTH_FILE

UNMATCHED = "YJ-R-3591"
MATCHED = "YJ-R-3592"
#: Measures that count mental health referrals.
_COUNT_REFERRALS = ("KPI-04", "MH-01", "MH-02")

REFERRAL_RULES: tuple[Rule, ...] = (
    Rule(
        UNMATCHED,
        "query",
        "across-files",
        ("mh_referral_id", "ypid", "date_of_birth"),
        "The referral has no number of a young person, and its surname, first letter of the forename and date of birth "
        "are those of nobody, or of more than one; it is left out.",
        "the case system's number, or a name and date of birth that one young person alone has",
        f"{HEALTH_FILE} Ask for the number; if the young person is not known to the service, explain it.",
        measures=_COUNT_REFERRALS,
    ),
    Rule(
        MATCHED,
        "notice",
        "across-files",
        ("mh_referral_id", "ypid", "date_of_birth"),
        "Referrals without a number were matched to a young person by surname, first letter of the forename and date "
        "of birth.",
        "the case system's number in every referral",
        "Nothing needs doing; ask the mental health service to send the number where there are many of these.",
        measures=_COUNT_REFERRALS,
    ),
)

"""Fixed words of the pack: notes, shorthand, how to read it. One place, so that a colleague can put them better."""

from __future__ import annotations

import re
from types import MappingProxyType

from assets.indicators import rag

EDITION = "Board (restricted)"
RESTRICTION = (
    "Restricted: some counts are small enough to point at a child. "
    "For members of the Management Board and their officers; not for publication."
)

#: Note key -> its words. A heading or paragraph refers to one as `[note key]`; the pack numbers them as they come.
NOTES = MappingProxyType(
    {
        "ytd": "Year to date counts from 1 April to the end of the quarter. It is compared with the same months of "
        "earlier years, never with a whole year.",
        "snapshot": "Earlier periods are counted again from this quarter's extracts, so they may differ from what was "
        "reported at the time: court results can arrive late.",
        "restated": "Court results that arrive late, and corrections, change earlier periods. The series holds what "
        "this quarter's extracts give; what the Board was told last stands beside it. Periods before the records begin "
        "are taken from earlier returns and marked as published; no change is reckoned between the two.",
        "points": "A change between two percentages is given in percentage points (pp). A change between two counts or "
        "rates is given as a percentage of the earlier figure.",
        "rating": "A figure is rated against the target of its own year only. Where no target is set, a count is rated "
        "against the same period last year. A baseline is not a target.",
        "small": "Where fewer than {minimum} cases stand behind a figure, it is not rated and its "
        "direction is not tested: one child more or less would change the word.",
        "chance": "A change is called within chance variation where, with nothing behind it, one as large would come "
        "about more often than once in twenty: Fisher's exact test for shares, the binomial one for counts and rates. "
        "The interval beside a figure holds 95% of such variation (Wilson for shares, exact Poisson for counts "
        "and rates). Money, hours, numbers held on one day and re-offences of the same children have none.",
        "control": "The limits are those of a control chart of single values (mean and 2.66 times the mean "
        "change from quarter to quarter). Out of the ordinary are: a quarter outside the limits, eight in a row "
        "on one side of the mean, six in a row rising or falling. Twelve quarters without a gap are needed.",
        "cohort": "Local re-offending follows the young people with an outcome or a release in January to March, for "
        "3, 6, 9 and 12 months, and waits 3 months for court results. Figures are compared at equal months "
        "of follow-up only.",
        "moj_cohort": "The Ministry of Justice counts proven re-offending from police records, for everyone in "
        "a rolling 12-month window, over 12 months and a further 6 for court results. The same child can be in windows "
        "that overlap, so windows are never added up.",
        "half_year": "A figure of a half year covers six months and is not made into one of a year.",
        "comparators": "Comparators are shown with their own period and source. One that rests on another period, "
        "follow-up, unit or source is shown but not compared.",
        "areas": "Areas follow the young person's home at the time. A district belongs to one locality. Figures for "
        "areas may not add up to the service where a home address is not known.",
        "to_date": "Everything since the records begin, since a single year of it is too little to say anything. "
        "Each figure holds the one before it.",
        "budget": "Budgets are as agreed for the year. Staffing and in-kind contributions are values, not cash.",
        "risk": "The register states its own scale. On a scale where 1 is the highest risk, a higher score is safer.",
        "score": "A score is tested against impact plus likelihood (sum) and impact times "
        "likelihood (product). A score that fits neither is a fault of the register.",
        "sources": "Case system: the service's own case records. PNC (MOJ): police records, as published by the "
        "Ministry of Justice. The two are never put in one series.",
        "quality": "Shares are rounded down, so that 100 means all. "
        "Completeness: filled cells of all rows received. Validity: filled cells that can be read and hold "
        "a value the field may have. Consistency: filled cells that agree with other cells, rows and files; a query "
        "that officers explained counts as consistent. Timeliness: an extract taken within {taken} days of the "
        "quarter's end, an amount posted within {posted} days of its period's end, a reference not older than the "
        "rhythm of its releases allows.",
        "quality_trend": "Each quarter as it was measured when that quarter was run last; quarters that were not run "
        "here are not shown.",
        "left_out": "A row left out could have been counted or not. A count could have been higher by as many rows; a "
        "share lies between what none and what all of them being counted would give. First-time entrants could also "
        "be fewer, since an earlier entry may be among the rows left out. Of money, changes and figures published by "
        "others nothing can be said from a number of rows.",
        "faults": "A row is stopped when no figure could rest on it safely; a query is kept and asked about. "
        "Each fault is listed for the officers with its file, sheet and row; this page holds the counts only.",
    }
)

#: Shorthand -> its meaning; the cover lists those that the pack uses.
SHORTHAND = MappingProxyType(
    {
        "[x]": "Not available: no figure was sent, or none is known for that period.",
        "[z]": "Not applicable: nothing to take a share of, no target set, or the measure has no such part.",
        "[c]": "Confidential: hidden so that no child can be told from it. It may be small, or give a small one away.",
        "[low]": "Not nought, but rounds to nought at the places shown.",
    }
)

#: How to read the pack: what it is called there -> what it means.
READING = (
    ("Better when", "Whether a higher or a lower figure is better. Context only: neither is."),
    ("▲ up, ▼ down, ■ no change", "Which way the figure went from the same period last year."),
    (
        "better, worse",
        "Whether that way is the wanted one. Not tested: too few cases to say. Within chance: chance explains it.",
    ),
    ("● Green", "Meets the target, or moved the wanted way where no target is set."),
    ("▲ Amber", "Misses the target narrowly, by no more than the tolerance printed beside it."),
    ("◆ Red", "Misses the target by more than the tolerance."),
    ("○ Grey", "Not rated: no target for that year, no figure, or not on the same footing; the rule says which."),
    (f"{rag.SYMBOLS['not rated']} Not rated", "Too few cases to rate."),
    (
        "Data quality",
        "In the files a measure rests on: needed cells that are filled, rows stopped, queries open or explained.",
    ),
    ("%, pp", "% is a share or a relative change; pp is a difference in percentage points between two shares."),
)

#: Basis -> heading of its table, with the note that explains it.
BASES = MappingProxyType(
    {
        "quarter": "Quarter by quarter [note snapshot]",
        "ytd": "Year to date, {months} of each year [note ytd]",
        "fy": "Financial years",
        "rolling_year": "Twelve months to each quarter end",
        "half_year": "Half years, {months} [note half_year]",
        "cohort": "January to March cohorts after {follow_up} months of follow-up [note cohort]",
        "moj_cohort": "Rolling 12-month cohorts, as released [note moj_cohort]",
        "budget_year": "Budgets by financial year [note budget]",
        "point": "At the end of the quarter",
        "as_at": "At the end of each quarter and year",
        "to_date": "Since records began [note to_date]",
        "two_years": "Two financial years together",
    }
)

#: Breakdown -> its name on a page, where its own name is short for colleagues only.
BREAKDOWNS = MappingProxyType(
    {
        "came": "How they came",
        "iss_type": "Supervised on",
        "mappa_category": "MAPPA category",
        "mappa_level": "MAPPA level",
        "statistic": "Behind the figure",
        "work_kind": "Kind of work",
    }
)
#: Breakdowns that say who the young people are; a table of others only says what the figure is made of.
OF_PEOPLE = frozenset({"age_band", "age", "ethnicity_group", "sex"})

#: Level of an area -> its word.
LEVELS = MappingProxyType(
    {
        "service": "Service",
        "county": "County or unitary",
        "locality": "Locality",
        "district": "District",
        "region": "Region",
        "national": "National",
    }
)


#: Keys of the measure book in brackets; they are for colleagues, not for the Board.
#: What would be taken for one of our notes.
NOTE_MARK = re.compile(r"\[(note [^\[\]]*)\]", re.IGNORECASE)
_KEY = r"(?:T-\d+|[ABC]\d+[a-z]?)"
RULE_KEYS = re.compile(rf" \({_KEY}(?:[,;] {_KEY})*\)")


def without_keys(text: str) -> str:
    """A text without the keys of the measure book that stand in it in brackets."""
    return RULE_KEYS.sub("", text)


def breakdown_words(breakdown: str) -> str:
    """The name of a breakdown as a page says it, e.g. "Age band"."""
    said = BREAKDOWNS.get(breakdown, breakdown.replace("_", " "))
    return said[0].upper() + said[1:]


def category_words(category: str) -> str:
    """A category as a page says it: with a capital, and two in one with a comma between."""
    said = category.replace(" | ", ", ")
    return said[:1].upper() + said[1:]


def as_said(words: str) -> str:
    """What somebody wrote, with round brackets where it would look like one of our own notes."""
    return NOTE_MARK.sub(r"(\1)", words)

"""Rules that several extracts declare in the same words.

Each takes the extract's number and its own number there, which make its code; numbers are never given again.
"""

from __future__ import annotations

from schemas import predicates as ask
from schemas import predicates_published as figures
from schemas import predicates_words as looks
from schemas.extract import Rule, Severity
from schemas.mending import CASE_SYSTEM, CASE_SYSTEM_OR_EXPLAIN, EXPORT, FINANCE_FILE

#: Words that mark a row of totals inside the data.
TOTALS = r"\b(?:sub-?\s?)?totals?\b"


def code(extract: int, number: int) -> str:
    """Code of a declared rule."""
    return f"YJ-X-{extract:02d}{number:02d}"


def one_extract_date(extract: int) -> Rule:
    """Every row of a file was extracted on the same day; always number 90 of its extract."""
    return Rule(
        code(extract, 90),
        "query",
        "within-file",
        ("extract_date",),
        "The extract date is not the one that most rows of the file have.",
        "one extract date in the whole file",
        EXPORT,
        ask.same_in_file("extract_date"),
    )


def ends_after_start(extract: int, number: int, what: str) -> Rule:
    """The end is on or after the start, else the row is set aside."""
    return Rule(
        code(extract, number),
        "stop-row",
        "cross-field",
        ("end_date", "start_date"),
        f"The {what} ends before it starts.",
        "an end on or after the start, or no end",
        CASE_SYSTEM,
        ask.at_most("start_date", "end_date"),
    )


def not_after_extract(extract: int, number: int, column: str, severity: Severity) -> Rule:
    """A day is not after the day the extract was taken."""
    return Rule(
        code(extract, number),
        severity,
        "cross-field",
        (column, "extract_date"),
        f"{column} is after the day the extract was taken.",
        "a day on or before the extract date",
        CASE_SYSTEM if severity == "stop-row" else CASE_SYSTEM_OR_EXPLAIN,
        ask.at_most(column, "extract_date"),
    )


def not_before(extract: int, number: int, later: str, earlier: str) -> Rule:
    """A day is not before another; odd, so a query."""
    return Rule(
        code(extract, number),
        "query",
        "cross-field",
        (later, earlier),
        f"{later} is before {earlier}.",
        f"{later} on or after {earlier}",
        CASE_SYSTEM_OR_EXPLAIN,
        ask.at_most(earlier, later),
    )


def window_in_order(extract: int, number: int, start: str, end: str, fix: str) -> Rule:
    """A period of a published figure ends on or after its start."""
    return Rule(
        code(extract, number),
        "stop-row",
        "cross-field",
        (end, start),
        "The period ends before it starts.",
        f"{end} on or after {start}",
        fix,
        ask.at_most(start, end),
    )


def real_year(extract: int, number: int, fix: str) -> Rule:
    """A financial year's second part follows its first."""
    return Rule(
        code(extract, number),
        "stop-row",
        "cross-field",
        ("fy",),
        "The two parts of the financial year do not follow each other.",
        "a year and the next, as 2014-15",
        fix,
        figures.year_follows("fy"),
    )


def names_nobody(extract: int, number: int, column: str) -> Rule:
    """Words for the Board hold nothing that looks like a child's date of birth, number, or postcode."""
    return Rule(
        code(extract, number),
        "query",
        "cross-field",
        (column,),
        f"{column} holds what looks like a date of birth, a person's number or a postcode.",
        "words that point at no child",
        "Take it out of the workbook if it is about a child, then send it again; if it is not, explain it.",
        looks.names_nobody(column),
    )


def no_totals(extract: int, number: int, columns: tuple[str, ...]) -> Rule:
    """A row of totals inside the data would be counted twice, so it is set aside."""
    return Rule(
        code(extract, number),
        "stop-row",
        "cross-field",
        columns,
        "The row is one of totals; it would be counted on top of the rows it sums.",
        "rows of single amounts alone",
        f"Nothing needs doing if it is one of totals; if not, name it otherwise. {FINANCE_FILE}",
        ask.lacks_words(columns, TOTALS),
    )

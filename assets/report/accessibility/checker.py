"""Holds a finished workbook to every point that a program can judge, and refuses one that breaks an essential one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from assets.report.accessibility.book import BookParts, read_book
from assets.report.accessibility.check_charts import check_charts
from assets.report.accessibility.check_document import check_document
from assets.report.accessibility.check_looks import check_looks
from assets.report.accessibility.check_sheets import check_sheets
from assets.report.accessibility.check_tables import check_tables
from assets.report.accessibility.check_words import check_words
from assets.report.accessibility.findings import Finding, Findings, sorted_out
from pipelines.platform.errors import ReturnRefused

REFUSED = "YJ-P-0014"
#: Breaches told in a refusal; the rest are counted.
MOST_TOLD = 10
CHECKS: tuple[Callable[[BookParts], Iterator[Finding]], ...] = (
    check_document,
    check_sheets,
    check_tables,
    check_words,
    check_looks,
    check_charts,
)


def check_workbook(path: Path) -> Findings:
    """Hold a finished workbook to the checklist.

    Args:
        path: the workbook.

    Returns:
        What was found. Sheets drawn without grid lines count as made for reading: what the checklist only wishes for
        and their looks need is told apart as allowed; sheets with grid lines have to keep every point.

    Raises:
        ValueError: it is no workbook, or not in the shape our writer gives it.
    """
    book = read_book(path)
    kinds = {sheet.name: sheet.kind for sheet in book.sheets}
    return sorted_out((finding for check in CHECKS for finding in check(book)), kinds)


def require_accessible(path: Path) -> Findings:
    """Refuse a workbook that breaks an essential point.

    Args:
        path: the workbook, before it is published.

    Returns:
        What was found, none of it essential.

    Raises:
        ReturnRefused: with the points and places, never with what a cell says.
    """
    try:
        findings = check_workbook(path)
    except ValueError as error:
        raise ReturnRefused(REFUSED, f"{path.name} cannot be checked. {error}", _FIX) from None
    if findings.essential:
        raise ReturnRefused(REFUSED, f"{path.name} was not published. {_told(findings.essential)}", _FIX)
    return findings


_FIX = "Send this message to those who look after Board Returns; where a place holds an officer's words, mend its file."


def _told(breaches: tuple[Finding, ...]) -> str:
    more = len(breaches) - MOST_TOLD
    told = " ".join(map(str, breaches[:MOST_TOLD]))
    return f"It breaks essential points of the accessibility checklist. {told}" + (
        f" And {more} more." if more > 0 else ""
    )

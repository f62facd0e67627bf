"""Errors workbooks that officers dropped back: taken in once, line by line, into the register.

A workbook is received like any file (`assets.raw.received`), known by its headers. Here its lines become corrections,
explanations, decisions and undoings; a line that cannot be used is one fault and stops no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar

from assets.core.errors_lines import Giver, Line, Standing, UnusableError, given_by_line
from assets.raw.raw_tables import build_raw
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.mending import Correction, Explanation
from pipelines.platform.register.people import LinkDecision
from pipelines.platform.register.records import ACCEPTED, ReceivedFile
from pipelines.platform.workplace import Workplace
from schemas import errors_rules as rules
from schemas.errors_book import DIFFERENT, FAULTS_SHEET, GIVEN_SHEET, NAME_SHEET, PEOPLE_SHEET, SAME, YES
from schemas.extract import Extract, Fault
from schemas.rules import rule

_BOOKS = frozenset({FAULTS_SHEET.name, GIVEN_SHEET.name, PEOPLE_SHEET.name})
#: Words an officer may write for yes.
_YES = frozenset({YES, "y", "true", "1"})
Taken = TypeVar("Taken")


@dataclass
class _Book:
    """What the lines of one workbook gave."""

    corrections: list[Correction] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    decisions: list[LinkDecision] = field(default_factory=list)
    undone: list[tuple[str, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def waiting_books(place: Workplace, quarter: Quarter) -> list[ReceivedFile]:
    """Errors workbooks received for the quarter and not taken in yet, in order of arrival."""
    received = place.register.received(quarter.slug)
    return [file for file in received if file.status == ACCEPTED and not file.message and _BOOKS & set(file.extracts)]


def take_errors_books(place: Workplace, quarter: Quarter) -> None:
    """Take in every errors workbook that waits; one that was taken in is not looked at again.

    Faults of lines stay told until the next workbook comes.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
    """
    waiting = waiting_books(place, quarter)
    if not waiting:
        return
    faults = [fault for file in waiting for fault in _take(place, quarter, file)]
    place.register.replace_faults(quarter.slug, rules.ERRORS_WORKBOOK, faults)


def _take(place: Workplace, quarter: Quarter, file: ReceivedFile) -> list[Fault]:
    """Take in one workbook; what was kept before a crash is not kept twice."""
    book = _read(place, quarter, file)
    register = place.register
    corrections, explanations = register.mending.give(quarter.slug, book.corrections, book.explanations)
    # Undone last: the list of faults shows an explanation in force, which must not be given anew by its own undoing.
    undone = undo_marks(place, book.undone)
    decisions = register.people.decide(quarter.slug, book.decisions) if book.decisions else 0
    register.receive(
        replace(
            file,
            message=f"Taken in: {corrections} corrections, {explanations} explanations, {decisions} decisions, "
            f"{undone} undone; {len(book.faults)} lines not used.",
        )
    )
    return book.faults


def _read(place: Workplace, quarter: Quarter, file: ReceivedFile) -> _Book:
    """Every line of the workbook, judged."""
    listed = list(_lines(place, file, FAULTS_SHEET))
    book, standing = _Book(), Standing(place, quarter)
    giver = Giver(quarter, _name(place, file, listed), file.received_at or datetime.now(UTC), file.sha256)
    for given in _judged(file, listed, book, lambda line: given_by_line(line, giver, standing)):
        (book.corrections if isinstance(given, Correction) else book.explanations).append(given)  # type: ignore[arg-type]
    known = _numbers(place, quarter)
    book.undone += _judged(file, _lines(place, file, GIVEN_SHEET), book, lambda line: _undoing(line, giver, known))
    book.decisions += _judged(file, _lines(place, file, PEOPLE_SHEET), book, lambda line: _decision(line, giver))
    return book


def _judged(
    file: ReceivedFile, lines: Iterator[Line] | list[Line], book: _Book, judge: Callable[[Line], Taken | None]
) -> Iterator[Taken]:
    """What each line gives; one that cannot be used leaves a fault in the book."""
    for line in lines:
        try:
            given = judge(line)
        except UnusableError as unusable:
            book.faults.append(_fault(file, line, unusable))
        else:
            if given is not None:
                yield given


def _lines(place: Workplace, file: ReceivedFile, sheet: Extract) -> Iterator[Line]:
    """The lines of one kind of sheet."""
    if sheet.name not in file.extracts:
        return
    frame, _ = build_raw([file], sheet, place.settings.received)
    names = [column.name for column in sheet.columns if column.name in frame]
    cells = frame[names].astype("object").where(frame[names].notna(), "")
    places = zip(frame["sheet"].fillna(""), frame["row"], strict=True)
    for (name, row), texts in zip(places, cells.itertuples(index=False, name=None), strict=True):
        yield Line(str(name), int(row), dict(zip(names, map(str, texts), strict=True)))


def _name(place: Workplace, file: ReceivedFile, listed: list[Line]) -> str:
    """The name on the first sheet; where there is none, the first that a line of the list says."""
    first = next(_lines(place, file, NAME_SHEET), None)
    said = first.get("given_by") if first else ""
    return said or next((line.get("given_by") for line in listed if line.get("given_by")), "")


def _fault(file: ReceivedFile, line: Line, unusable: UnusableError) -> Fault:
    broken = rule(unusable.code)
    return Fault(
        code=broken.code,
        severity=broken.severity,
        table=rules.ERRORS_WORKBOOK,
        message=broken.message,
        expected=broken.expected,
        fix=broken.fix,
        file_name=file.file_name,
        file_sha256=file.sha256,
        sheet=line.sheet,
        row=line.row,
        column=unusable.column,
    )


def _numbers(place: Workplace, quarter: Quarter) -> frozenset[str]:
    """Marks of everything in force that a line may undo."""
    mending = place.register.mending
    corrections = {f"C{one.number}" for one in mending.corrections(quarter.slug)}
    return frozenset(corrections | {f"E{one.number}" for one in mending.explanations(quarter.slug)})


def _undoing(line: Line, giver: Giver, known: frozenset[str]) -> tuple[str, str] | None:
    """Mark and name of something to undo; None for a line that nobody touched.

    Raises:
        UnusableError: the word is not yes, the line is not known, or nobody says who gave it.
    """
    if not line.get("undo"):
        return None
    mark = line.get("number").upper()
    if line.get("undo").casefold() not in _YES or mark not in known:
        raise UnusableError(rules.UNKNOWN_DECISION, "undo")
    # The column "given by" of this sheet says who gave the correction, not who undoes it.
    return mark, giver.of(Line(line.sheet, line.row, {}))


def _decision(line: Line, giver: Giver) -> LinkDecision | None:
    """A decision on two records; None for a line that nobody touched.

    Raises:
        UnusableError: the word is none of the list, a record is missing, or nobody says who decided.
    """
    word = line.get("decision").casefold()
    if not word:
        return None
    if word not in {SAME, DIFFERENT} or not (line.get("ypid") and line.get("alias_ypid")):
        raise UnusableError(rules.UNKNOWN_DECISION, "decision")
    if len(line.get("why")) > rules.LONGEST_TEXT:
        raise UnusableError(rules.TOO_LONG, "why")
    return LinkDecision(
        quarter_slug=giver.quarter.slug,
        ypid=line.get("ypid"),
        alias_ypid=line.get("alias_ypid"),
        same=word == SAME,
        why=line.get("why"),
        decided_by=giver.of(Line(line.sheet, line.row, {})),
        decided_at=giver.given_at,
        file_sha256=giver.sha256,
        file_row=line.row,
    )


def undo_marks(place: Workplace, marks: list[tuple[str, str]]) -> int:
    """Let corrections and explanations hold no longer.

    Args:
        place: the service's workplace.
        marks: mark (C or E and a number) and name of who undoes it.

    Returns:
        How many were in force before.
    """
    mending, undone = place.register.mending, 0
    for mark, name in marks:
        numbers = [int(mark[1:])]
        undone += (
            mending.undo_corrections(numbers, name) if mark[0] == "C" else mending.undo_explanations(numbers, name)
        )
    return undone

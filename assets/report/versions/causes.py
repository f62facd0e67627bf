"""Why figures of a new version differ from those of the last: scheduled, correction or method, and which rows.

What belongs here: holding what two versions were made of against each other, and telling which difference touches which
measure. Rows are counted in `assets.report.versions.rows_changed`; what is shown is in `assets.report.sheets.changes`.

The classes are those of published statistics (ux-security 5.6). *Scheduled*: a newer release or a later extract came.
*Correction*: an officer corrected a cell or settled a link, or a file was sent again for the same day. *Method*: SQL,
settings or program changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from assets.core.crossing import FAULTS_TABLE
from assets.core.person_links import LINKS
from assets.report.versions.made_of import MadeFile, MadeOf
from assets.report.versions.sources import Sources

Reason = Literal["scheduled", "correction", "method", "not known"]
REASONS: tuple[Reason, ...] = ("scheduled", "correction", "method", "not known")


@dataclass(frozen=True, slots=True)
class RowsChanged:
    """How the rows of one extract differ between the files of two versions.

    Attributes:
        added: rows that were not there.
        removed: rows that are there no more.
        changed: rows that say something else.
        later: the newer files speak of a later day, or of later periods.
    """

    added: int = 0
    removed: int = 0
    changed: int = 0
    later: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """One difference between what two versions were made of.

    Attributes:
        reason: its class.
        words: what it is, in a sentence.
        measures: ids of the measures it touches through the tables they read.
        perhaps: ids of those it may touch otherwise: all of them by the program; by a row that a rule across files
            leaves out, those that read what the rules across files found.
        rows: rows that changed; None where none were counted.
    """

    reason: Reason
    words: str
    measures: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()
    rows: RowsChanged | None = None


@dataclass(frozen=True)
class Before:
    """The version that a new one replaces.

    Attributes:
        version: its number.
        as_of: the day its figures speak of.
        causes: why the new one differs, the classes in their order.
    """

    version: int
    as_of: date
    causes: tuple[Cause, ...] = field(default=())


#: Counts the rows of an extract that differ between two sets of files; None where they can no longer be read.
Count = Callable[[str, tuple[MadeFile, ...], tuple[MadeFile, ...]], RowsChanged | None]


def causes_between(before: MadeOf, now: MadeOf, sources: Sources, count: Count) -> tuple[Cause, ...]:
    """Every difference between what two versions were made of.

    Args:
        before: what the last version was made of.
        now: what the new one is made of.
        sources: which measure reads which table, now.
        count: counts the rows of an extract that differ.
    """
    found = [
        *_of_files(before, now, sources, count),
        *_of_given(before, now, sources),
        *_of_statements(before, now, sources),
        *_of_program(before, now, sources),
    ]
    return tuple(sorted(found, key=lambda cause: REASONS.index(cause.reason)))


def causes_of(measure_id: str, causes: Iterable[Cause]) -> list[Cause]:
    """The causes of a change of one measure's figure: those that touch it; without any, those that may."""
    listed = list(causes)
    plain = [cause for cause in listed if measure_id in cause.measures]
    return plain or [cause for cause in listed if measure_id in cause.perhaps]


def reason_of(causes: Iterable[Cause]) -> str:
    """The classes of some causes as one text, e.g. "Correction and method"; "Not known" without any."""
    present = {cause.reason for cause in causes} or {"not known"}
    words = " and ".join(reason for reason in REASONS if reason in present)
    return words[0].upper() + words[1:]


def _of_files(before: MadeOf, now: MadeOf, sources: Sources, count: Count) -> Iterable[Cause]:
    for extract in sorted({one.extract for one in (*before.files, *now.files)}):
        old, new = before.files_of(extract), now.files_of(extract)
        if {one.sha256 for one in old} != {one.sha256 for one in new}:
            rows = count(extract, old, new)
            reason, words = _file_words(extract, old, new, rows)
            touched = sources.measures_on(f"core_{extract}")
            yield Cause(reason, words, touched, sources.measures_on(FAULTS_TABLE), rows)


def _file_words(
    extract: str, old: tuple[MadeFile, ...], new: tuple[MadeFile, ...], rows: RowsChanged | None
) -> tuple[Reason, str]:
    if not old:
        return "scheduled", f"{extract}: a file came, where none had been received."
    if not new:
        return "correction", f"{extract}: the file is in force no longer."
    if rows is not None and rows.later:
        return "scheduled", f"{extract}: a file of a later day or later periods came."
    if rows is None:
        return "correction", f"{extract}: another file is in force; the earlier one can be read no longer."
    return "correction", f"{extract}: the file was sent again, corrected."


def _of_given(before: MadeOf, now: MadeOf, sources: Sources) -> Iterable[Cause]:
    for name in sorted({*before.given, *now.given}):
        old, new = set(before.given.get(name, ())), set(now.given.get(name, ()))
        if old != new:
            table = name if name == LINKS else f"core_{name}"
            words = _given_words(name, len(new - old), len(old - new))
            rows = RowsChanged(changed=len(old ^ new))
            across = sources.measures_on(FAULTS_TABLE)
            yield Cause("correction", words, sources.measures_on(table), across, rows)


def _given_words(name: str, given: int, undone: int) -> str:
    what = "Decisions on linked records" if name == LINKS else f"{name}: corrections by officers"
    said = [f"{number} {verb}" for number, verb in ((given, "given"), (undone, "taken back")) if number]
    return f"{what}: {' and '.join(said)}."


def _of_statements(before: MadeOf, now: MadeOf, sources: Sources) -> Iterable[Cause]:
    """SQL files that changed; none where the earlier manifest does not say which there were."""
    if not before.statements:
        return
    for table in sorted({*before.statements, *now.statements}):
        if before.statements.get(table) != now.statements.get(table):
            yield Cause("method", f"The SQL file that makes {table} changed.", sources.measures_on(table))


def _of_program(before: MadeOf, now: MadeOf, sources: Sources) -> Iterable[Cause]:
    everything = frozenset(sources.measures)
    if before.code_version != now.code_version:
        yield Cause("method", "The program changed.", perhaps=everything)
    for name in _other_settings(before.settings, now.settings):
        yield Cause("method", f"The setting {name} changed.", perhaps=everything)


def _other_settings(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Names of settings that changed; none where the earlier manifest holds no settings."""
    return [name for name in sorted({*before, *now}) if before and before.get(name) != now.get(name)]

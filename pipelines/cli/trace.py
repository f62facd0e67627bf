"""`board-returns trace`: one measure of one quarter, from its definition to the files it was made of."""

from __future__ import annotations

import difflib
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd
import typer

from assets.report.plain_csv import plain_csv
from assets.report.versions.trace import Trace, TracedExtract, TracedVersion, find_measure, trace
from pipelines.groups import book
from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace

if TYPE_CHECKING:
    from datetime import date

    from assets.indicators.measures import MeasureStatement
    from pipelines.platform.quarters import Quarter

#: Columns of a terminal.
WIDTH = 88
COLUMNS = ("step", "name", "detail", "rows", "kept", "stopped", "sha256", "day")
Line = tuple[str, str, str, object, object, object, str, str]


def show_trace(quarter: Quarter, measure_id: str, *, as_csv: bool) -> int:
    """Print where a measure's figures of a quarter come from, and which versions told them.

    Args:
        quarter: the data quarter.
        measure_id: for example "FTE-01".
        as_csv: comma-separated text instead of words.

    Returns:
        0.

    Raises:
        BoardReturnsError: there is no such measure, or the quarter has not been run.
    """
    found = trace(Workplace(load_settings()), quarter, _measure(measure_id))
    if as_csv:
        sys.stdout.write(plain_csv(pd.DataFrame(list(csv_lines(found)), columns=list(COLUMNS))))
    else:
        for line in plain_lines(found):
            typer.echo(line)
    return 0


def _measure(measure_id: str) -> MeasureStatement:
    measures = book().measures
    found = find_measure(measures, measure_id)
    if found is None:
        near = difflib.get_close_matches(measure_id.upper(), [one.measure.id for one in measures], n=3, cutoff=0.5)
        hint = f"Near it: {', '.join(near)}." if near else "The sheet Definitions of a return lists every measure."
        raise BoardReturnsError("YJ-P-0012", "There is no measure of that id.", hint)
    return found


def plain_lines(found: Trace) -> Iterator[str]:
    """The trace as lines for a terminal."""
    measure, source = found.measure, found.sources.measures[found.measure.id]
    yield f"{measure.id} {measure.title}, {found.quarter.label}"
    yield from _wrapped("Definition", measure.definition)
    yield from _wrapped("Numerator", measure.numerator)
    yield from _wrapped("Denominator", measure.denominator)
    yield from _wrapped("Rule", measure.source.replace("measures.md", "measure book"))
    yield f"SQL file: {source.sql_file}"
    yield f"  SHA-256 {source.sha256}"
    yield f"Provenance of figures counted now: {measure.id}:{source.mark}"
    yield "Tables it reads, directly or through others:"
    for name in source.tables:
        table = found.sources.tables[name]
        yield f"  {name:<34} {table.rows:>9,} rows  {table.made_by}"
    yield "Received files:"
    for extract in found.extracts:
        yield from _extract_lines(extract)
    yield "Published:" if found.versions else "Published: not yet."
    newest = max((one.version for one in found.versions), default=0)
    for version in found.versions:
        yield f"  {_version_words(version)}{' (current)' if version.version == newest else ''}"


def _wrapped(name: str, words: str) -> list[str]:
    return textwrap.wrap(f"{name}: {' '.join(words.split())}", WIDTH, subsequent_indent="  ")


def _extract_lines(extract: TracedExtract) -> Iterator[str]:
    counts = f"{extract.received:,} rows received, {extract.kept:,} kept, {extract.stopped:,} stopped"
    mended = f", {extract.corrections:,} cells corrected by officers" if extract.corrections else ""
    yield f"  {extract.name}: {counts}{mended}" if extract.files else f"  {extract.name}: none received"
    for file in extract.files:
        yield f"    {file.file_name}, {file.rows:,} rows, received on {_day(file.received_on)}"
        yield f"      SHA-256 {file.sha256}"


def _version_words(version: TracedVersion) -> str:
    place = f"version {version.version}, {version.edition}, {_day(version.published_on)}"
    if not version.period:
        return f"{place}: no figure"
    parts = "" if version.denominator is None else f" ({_plain(version.numerator)} of {_plain(version.denominator)})"
    return f"{place}: {version.period}: {_plain(version.value)}{parts}"


def _plain(value: float | None) -> str:
    return "missing" if value is None else f"{value:,.4f}".rstrip("0").rstrip(".")


def _day(day: date | None) -> str:
    return "a day not known" if day is None else f"{day.day} {day:%B %Y}"


def csv_lines(found: Trace) -> Iterator[Line]:
    """The trace as rows of `COLUMNS`."""
    measure, source = found.measure, found.sources.measures[found.measure.id]
    yield "measure", measure.id, measure.title, "", "", "", "", ""
    yield "definition", measure.id, " ".join(measure.definition.split()), "", "", "", "", ""
    yield "SQL file", source.sql_file, f"{measure.id}:{source.mark}", "", "", "", source.sha256, ""
    for name in source.tables:
        table = found.sources.tables[name]
        yield "table", name, table.made_by, table.rows, "", "", found.sources.statements.get(name, ""), ""
    for extract in found.extracts:
        corrected = f"{extract.corrections} cells corrected"
        yield "extract", extract.name, corrected, extract.received, extract.kept, extract.stopped, "", ""
        for file in extract.files:
            day = "" if file.received_on is None else file.received_on.isoformat()
            yield "file", file.file_name, extract.name, file.rows, "", "", file.sha256, day
    for version in found.versions:
        yield _csv_version(version)


def _csv_version(version: TracedVersion) -> Line:
    day = "" if version.published_on is None else version.published_on.isoformat()
    told = f"{version.period}: {_plain(version.value)}" if version.period else "no figure"
    return "version", f"{version.edition} {version.version}", told, "", "", "", "", day

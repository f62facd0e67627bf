"""One measure of one quarter, traced: SQL file, tables with rows, received files, the versions that told it.

What belongs here: collecting the steps, as plain lines. How they are laid out on a screen is in `pipelines.cli.trace`.
Counts and checksums only: no row of a table is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from assets.indicators.measures import MeasureStatement
from assets.report.figures.lookup import ALL
from assets.report.versions.sources import Sources, collect_sources
from pipelines.platform.context import context_tables
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract
from schemas.measure import Measure


@dataclass(frozen=True, slots=True)
class TracedFile:
    """One received file that the measure's figures were made of.

    Attributes:
        extract: the extract it was read as.
        file_name: name it was dropped under.
        sha256: its content.
        received_on: the day it was first received (UTC).
        rows: rows of the file.
    """

    extract: str
    file_name: str
    sha256: str
    received_on: date | None
    rows: int


@dataclass(frozen=True, slots=True)
class TracedExtract:
    """One extract that the measure rests on.

    Attributes:
        name: its name.
        received: rows received, of all its files.
        kept: rows that went on.
        stopped: rows set aside.
        corrections: cells that officers corrected and that hold.
        files: its files; none where none was received.
    """

    name: str
    received: int
    kept: int
    stopped: int
    corrections: int
    files: tuple[TracedFile, ...]


@dataclass(frozen=True, slots=True)
class TracedVersion:
    """What one published version told of the measure.

    Attributes:
        edition: whom it was for.
        version: its number.
        published_on: the day it was published (UTC).
        period: the period, in words; "" where it told no headline figure.
        numerator: what was counted.
        denominator: what it is a share or rate of.
        value: the figure.
    """

    edition: str
    version: int
    published_on: date | None
    period: str = ""
    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None


@dataclass(frozen=True)
class Trace:
    """Everything a measure's figures of one quarter come from.

    Attributes:
        quarter: the data quarter.
        measure: the measure's header.
        sources: SQL file, tables with their rows, marks.
        extracts: the extracts it rests on.
        versions: the versions that told it, oldest first.
    """

    quarter: Quarter
    measure: Measure
    sources: Sources
    extracts: tuple[TracedExtract, ...]
    versions: tuple[TracedVersion, ...]


def trace(place: Workplace, quarter: Quarter, item: MeasureStatement) -> Trace:
    """Trace one measure.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        item: the measure, with the tables behind it.

    Raises:
        TableMissing: the quarter has not been run.
    """
    place.lake.existing(item.measure.table, quarter)
    sources = collect_sources(place, quarter, item.extracts, [item])
    return Trace(
        quarter=quarter,
        measure=item.measure,
        sources=sources,
        extracts=tuple(_extract(place, quarter, one, sources) for one in item.extracts),
        versions=tuple(_versions(place, quarter, item.measure)),
    )


def _extract(place: Workplace, quarter: Quarter, extract: Extract, sources: Sources) -> TracedExtract:
    verdict = place.register.verdict(quarter.slug, extract.core_table)
    counts = (verdict.rows_received, verdict.rows_kept, verdict.rows_stopped) if verdict else (0, 0, 0)
    files = (
        TracedFile(
            extract=extract.name,
            file_name=file.file_name,
            sha256=file.sha256,
            received_on=file.received_at.date() if file.received_at else None,
            rows=file.row_count,
        )
        for file in place.register.in_force(extract, quarter.slug)
    )
    return TracedExtract(extract.name, *counts, len(sources.given.get(extract.name, ())), tuple(files))


def _versions(place: Workplace, quarter: Quarter, measure: Measure) -> Iterator[TracedVersion]:
    """What each version with figures of its own told as the headline; versions of other editions show the same."""
    periods = context_tables(quarter, place.service, {"periods"})["periods"]
    for version in place.register.versions(quarter.slug):
        figures = place.register.published_figures(quarter.slug, version.version, version.edition)
        if len(figures):
            yield _told(version, _headline(figures, measure, place.service.code, periods))


def _headline(figures: pd.DataFrame, measure: Measure, service: str, periods: pd.DataFrame) -> pd.Series | None:
    """The figure that the version's pack showed first, with its period; None where it told none."""
    mine = figures.loc[figures["measure_id"].eq(measure.id) & figures["breakdown"].eq(ALL)]
    home = mine.loc[mine["area_code"].eq(service)]
    known = (home if len(home) else mine).dropna(subset=["numerator", "value"], how="all")
    named = periods[["period_id", "label", "basis", "is_current", "period_end"]].astype({"period_id": "string"})
    dated = known.drop(columns=["period_end"]).merge(named, on="period_id")
    if dated.empty:
        return None
    order = dated.assign(first=dated["basis"].eq(measure.basis[0]), now=dated["is_current"].astype(bool))
    return order.sort_values(["first", "now", "period_end"], kind="stable").iloc[-1]


def _told(version: ReturnVersion, figure: pd.Series | None) -> TracedVersion:
    day = version.published_at.date() if version.published_at else None
    if figure is None:
        return TracedVersion(version.edition, version.version, day)
    amounts = [_number(figure[name]) for name in ("numerator", "denominator", "value")]
    return TracedVersion(version.edition, version.version, day, str(figure["label"]), *amounts)


def _number(value: object) -> float | None:
    return None if pd.isna(value) else float(str(value))  # type: ignore[call-overload]  # a cell of a frame


def find_measure(measures: Sequence[MeasureStatement], measure_id: str) -> MeasureStatement | None:
    """The measure of that id, in whatever case it is typed; None where there is none."""
    return next((one for one in measures if one.measure.id.casefold() == measure_id.strip().casefold()), None)

"""Everything the return is made of, fetched from lake and register for one quarter.

Fetching only: what is said with it belongs in `assets.report.pack`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from assets.indicators.figures import figures
from assets.indicators.known import lacking
from assets.indicators.measures import MeasureStatement
from assets.report.figures.lait_comparators import lait_comparators
from assets.report.figures.papers import collect_papers
from assets.report.figures.police_counts import police_comparators
from assets.report.inputs import ReturnInputs
from assets.report.quality.inputs import collect_quality
from assets.report.versions.sources import collect_sources
from pipelines.platform.context import context_tables
from pipelines.platform.errors import ReturnRefused
from pipelines.platform.provenance import code_version
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract

FAULT_COLUMNS = ["code", "severity", "table", "message", "fix", "count", "open", "explained", "measures"]
#: Whose returns earlier figures are taken from.
EDITION = "board"
#: Codes of the rules across files begin so.
ACROSS_FILES = "YJ-R-"
#: Extracts whose own rows stand in the return.
SHOWN = frozenset(
    {
        "comparators",
        "moj_fte",
        "targets",
        "finance_budget",
        "finance_actual",
        "finance_savings",
        "risks",
        "priorities",
        "commentary",
    }
)
SHOWN_AREAS = ["area_code", "area_name", "area_level", "sort"]


def all_figures(place: Workplace, quarter: Quarter, measures: Sequence[MeasureStatement]) -> pd.DataFrame:
    """Every computed figure of a quarter, long form, one row per measure x period x area x category."""
    frames = {item.measure.id: place.lake.read(item.measure.table, quarter) for item in measures}
    periods = context_tables(quarter, place.service, {"periods"})["periods"]
    return figures(frames, [item.measure for item in measures], periods)


def collect(
    place: Workplace, quarter: Quarter, extracts: Sequence[Extract], measures: Sequence[MeasureStatement]
) -> ReturnInputs:
    """The inputs of a quarter's return.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        extracts: every extract.
        measures: every measure.

    Raises:
        ReturnRefused: no extract says as at which day it was taken.
    """
    context = context_tables(quarter, place.service, {"periods"})
    faults = place.register.faults(quarter.slug)
    tables = {extract.name: place.lake.read(extract.core_table, quarter) for extract in extracts if _is_shown(extract)}
    return ReturnInputs(
        quarter=quarter,
        service=place.service,
        as_of=_as_of(quarter, tables),
        measures=tuple(item.measure for item in measures),
        figures=all_figures(place, quarter, measures),
        periods=context["periods"],
        areas=_areas(place),
        comparators=_comparators(place, quarter, tables),
        targets=tables["targets"],
        finance_budget=tables["finance_budget"],
        finance_actual=tables["finance_actual"],
        finance_savings=tables["finance_savings"],
        risks=tables["risks"],
        priorities=tables["priorities"],
        commentary=tables["commentary"],
        papers=collect_papers(place, quarter, extracts),
        faults=counted_faults(faults),
        quality=collect_quality(place, quarter, extracts, faults),
        rows=_rows(place, quarter, extracts, faults),
        files=_files(place, quarter, extracts),
        code_version=code_version(),
        sources=collect_sources(place, quarter, extracts, measures),
        told=place.register.publications.told_before(quarter.slug, EDITION),
        lacking=_lacking(place, quarter, extracts, measures),
        settings={"service": place.settings.service, "engine": place.settings.engine},
    )


def _lacking(
    place: Workplace, quarter: Quarter, extracts: Sequence[Extract], measures: Sequence[MeasureStatement]
) -> dict[str, tuple[str, ...]]:
    """Titles of the extracts that a measure rests on and of which no file was received, for measures that miss any."""
    titles = {extract.name: extract.title for extract in extracts}
    received = {extract.name for extract in extracts if place.register.in_force(extract, quarter.slug)}
    missed = {item.measure.id: lacking(item.measure, [e.name for e in item.extracts], received) for item in measures}
    return {measure_id: tuple(titles[name] for name in names) for measure_id, names in missed.items() if names}


def _comparators(place: Workplace, quarter: Quarter, tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Figures of other places: those given by hand, MOJ's own counts, and DfE's that the pack can show."""
    published = place.lake.read("core_lait_comparators", quarter)
    neighbours = place.lake.read("core_neighbours", quarter)
    elsewhere = lait_comparators(published, neighbours, place.service, quarter)
    return pd.concat([tables["comparators"], police_comparators(tables["moj_fte"]), elsewhere], ignore_index=True)


def _is_shown(extract: Extract) -> bool:
    """Whether the return itself reads the extract's rows: to show them, or to know the day they speak of."""
    return extract.name in SHOWN or any(column.name == "extract_date" for column in extract.columns)


def _as_of(quarter: Quarter, tables: dict[str, pd.DataFrame]) -> date:
    """The newest extract date: the day the figures speak of."""
    days = [frame["extract_date"].max() for frame in tables.values() if "extract_date" in frame and len(frame)]
    if not days:
        raise ReturnRefused(
            "YJ-P-0002",
            f"No extract of {quarter.label} says on which day it was taken.",
            "Export the case-management extracts with their extract_date column.",
        )
    return pd.Timestamp(max(days)).date()


def _areas(place: Workplace) -> pd.DataFrame:
    """One row per area of the service, in the order of the pack."""
    rows = [(area.code, area.name, area.level, sort) for sort, area in enumerate(place.service.areas)]
    return pd.DataFrame(rows, columns=SHOWN_AREAS)


def counted_faults(faults: pd.DataFrame) -> pd.DataFrame:
    """One row per rule and table, with how many places break it, and how many of them are open and explained."""
    if faults.empty:
        return pd.DataFrame(columns=FAULT_COLUMNS)
    keys = ["code", "severity", "table", "message", "fix", "measures"]
    told = faults.assign(measures=faults["measures"].map(_joined), explained=faults["explained"].fillna("").ne(""))
    counted = told.groupby(keys, sort=True, dropna=False)["explained"].agg(["size", "sum"]).reset_index()
    counted = counted.rename(columns={"size": "count", "sum": "explained"})
    return counted.assign(open=counted["count"] - counted["explained"])[FAULT_COLUMNS]


def _joined(measures: object) -> str:
    """Measure ids as one text."""
    return measures if isinstance(measures, str) else ", ".join(measures)  # type: ignore[arg-type]


def _rows(place: Workplace, quarter: Quarter, extracts: Sequence[Extract], faults: pd.DataFrame) -> pd.DataFrame:
    """One row per extract: rows received, kept and stopped; rows stopped across files are not kept."""
    across = rows_stopped_across(faults)
    lines = []
    for extract in extracts:
        verdict = place.register.verdict(quarter.slug, extract.core_table)
        files = place.register.in_force(extract, quarter.slug)
        if verdict is not None:
            name = ", ".join(file.file_name for file in files) or "not received"
            late = across.get(extract.name, 0)
            counts = (verdict.rows_received, verdict.rows_kept - late, verdict.rows_stopped + late)
            lines.append((extract.name, name, *counts))
    return pd.DataFrame(lines, columns=["table", "file_name", "received", "kept", "stopped"])


def rows_stopped_across(faults: pd.DataFrame) -> dict[str, int]:
    """Extract -> rows that are in its core table but stopped by a rule across files, each row counted once.

    Args:
        faults: one row per fault of the quarter, as the register gives them.
    """
    late = faults[faults["code"].str.startswith(ACROSS_FILES) & faults["severity"].eq("stop-row")]
    rows = late.drop_duplicates(["table", "file_sha256", "sheet", "row"])
    return {str(table): int(number) for table, number in rows["table"].value_counts().items()}


def _files(place: Workplace, quarter: Quarter, extracts: Sequence[Extract]) -> pd.DataFrame:
    """One row per extract and file in force: name, content, rows, the quarter it was dropped for."""
    lines = [
        (extract.name, file.file_name, file.sha256, file.row_count, file.quarter_slug)
        for extract in extracts
        for file in place.register.in_force(extract, quarter.slug)
    ]
    return pd.DataFrame(lines, columns=["extract", "file_name", "sha256", "rows", "quarter"])

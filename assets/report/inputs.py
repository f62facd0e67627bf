"""What a return is made of: everything `build_pack` may read, and nothing else.

Every frame comes ready from the tables of the quarter; no figure is computed here from records of children.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from assets.report.figures.papers import Papers
from assets.report.quality.inputs import QualityInputs
from assets.report.versions.causes import Before
from assets.report.versions.sources import Sources
from assets.report.wording.commentary import no_commentary
from pipelines.platform.quarters import Quarter
from schemas.measure import Measure
from schemas.service import Service

#: Key of the edition that anybody may read.
PUBLISHABLE = "publishable"


@dataclass(frozen=True)
class ReturnInputs:
    """Everything one quarter's return is built from.

    Attributes:
        quarter: the data quarter.
        service: the service it is about.
        as_of: newest extract date of the quarter's files; the only date the return is stamped with.
        measures: headers of the measures, in the order of the pack.
        figures: one row per measure x period x area x breakdown category: measure_id, period_id, period_start,
            period_end, area_code, breakdown, category, numerator, denominator, value, unit.
        periods: the period spine, one row per period.
        areas: one row per area: area_code, area_name, area_level, sort.
        comparators: core_comparators, one row per measure x geography x window.
        targets: core_targets, one row per measure x year x kind.
        finance_budget: core_finance_budget, one row per amount of a year's budget.
        finance_actual: core_finance_actual, one row per year x period x cost centre x account.
        finance_savings: core_finance_savings, one row per scheme and year.
        risks: core_risks, one row per risk.
        priorities: core_priorities, one row per priority.
        commentary: core_commentary, one row per measure, `commentary.COMMENTARY`.
        papers: what the Board's own pages read beside the quarter's rows.
        faults: one row per code and table: code, severity, table, message, fix, count, open, explained, measures.
        rows: one row per table and file: table, file_name, received, kept, stopped.
        files: one row per file: extract, file_name, sha256, rows, quarter.
        code_version: version of the code that made the figures.
        settings: settings that bear on the figures, by name.
        lacking: measure id -> titles of the extracts it rests on of which no file was received.
        quality: what the data-quality pages read.
        told: headline figures as the returns of earlier quarters had them, shaped as `figures`, with the quarter that
            told each (`quarter_slug`); None where there are none.
        published: figures of this quarter's last published version, shaped as `figures`; None for the first.
        before: that version, and why this one differs; None for the first.
        sources: what each measure's figures are made of: SQL file, tables with their rows.
        edition: key of the edition that is made of these inputs.
        shown_before: what earlier publishable versions and quarters showed, a frame each, oldest first, shaped as
            `figures` with what they hid missing; it can never be hidden again.
    """

    quarter: Quarter
    service: Service
    as_of: date
    measures: tuple[Measure, ...]
    figures: pd.DataFrame
    periods: pd.DataFrame
    areas: pd.DataFrame
    comparators: pd.DataFrame
    targets: pd.DataFrame
    finance_budget: pd.DataFrame
    finance_actual: pd.DataFrame
    finance_savings: pd.DataFrame
    risks: pd.DataFrame
    priorities: pd.DataFrame
    faults: pd.DataFrame
    rows: pd.DataFrame
    files: pd.DataFrame
    code_version: str
    settings: Mapping[str, str]
    lacking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quality: QualityInputs = field(default_factory=QualityInputs)
    told: pd.DataFrame | None = None
    published: pd.DataFrame | None = None
    before: Before | None = None
    sources: Sources = field(default_factory=Sources)
    commentary: pd.DataFrame = field(default_factory=no_commentary)
    papers: Papers = field(default_factory=Papers)
    edition: str = "board"
    shown_before: tuple[pd.DataFrame, ...] = ()


def theme_number(inputs: ReturnInputs) -> int:
    """Theme of the meeting that sees this quarter's figures; where none is known, the quarter's own number (T-27)."""
    return theme_of_quarter(inputs.quarter, inputs.service)


def theme_of_quarter(quarter: Quarter, service: Service) -> int:
    """The same, for a quarter whose return is not made yet."""
    themes = [meeting.theme_quarter for meeting in service.meetings if meeting.data_quarter == quarter.label]
    return themes[0] if themes else quarter.number

"""The reference sheets: the definition of each measure, and every headline figure in one plain table.

What belongs here: these two. What changed since the last version is in `assets.report.sheets.changes`, where figures
come from in `assets.report.sheets.way_back`.
"""

from __future__ import annotations

from assets.report.figures.lookup import ALL, number, records
from assets.report.figures.pages import in_order
from assets.report.inputs import ReturnInputs
from assets.report.sheets.way_back import provenance_mark
from assets.report.wording.cells import HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE, amount, places_of, text
from assets.report.wording.sentences import BETTER_WHEN
from assets.report.words import LEVELS, without_keys
from schemas.measure import Measure, Unit
from schemas.pack import Block, Cell, Column, Paragraph, Sheet, Table


def definition_sheet(inputs: ReturnInputs) -> Sheet:
    """Every measure's definition, as its header has it."""
    columns = (
        Column("Measure", 11),
        Column("Name", 28),
        Column("Definition", 44),
        Column("Numerator", 28),
        Column("Denominator", 28),
        Column("Unit", 10),
        Column("Counted by", 14),
        Column("Better when", 14),
        Column("Figures from", 14),
        Column("Rule", 24),
        Column("Cautions", 44),
    )
    table = Table(
        "definitions", "Definition of each measure.", columns, tuple(map(_definition, in_order(inputs.measures)))
    )
    about = "What each measure counts, by which rule, and from whose records."
    return Sheet("Definitions", "Definitions", about, (table,), "data")


def figures_sheet(inputs: ReturnInputs) -> Sheet:
    """Every headline figure, one row per measure, period and area, for reading by people and machines."""
    names = {str(row["area_code"]): row for row in records(inputs.areas)}
    labels = {str(row["period_id"]): text(row["label"]) for row in records(inputs.periods)}
    titles = {measure.id: measure for measure in inputs.measures}
    marks = {measure_id: provenance_mark(inputs, measure_id) for measure_id in titles}
    frame = inputs.figures.loc[inputs.figures["breakdown"] == ALL].drop(columns=["period_start", "period_end"])
    rows = tuple(
        (
            *_figure(row, titles[str(row["measure_id"])], labels.get(str(row["period_id"]), NOT_AVAILABLE), names),
            marks[str(row["measure_id"])],
        )
        for row in records(frame)
        if str(row["measure_id"]) in titles
    )
    columns = (
        Column("Measure", 11),
        Column("Name", 70),
        Column("Period", 26),
        Column("Period in words", 40),
        Column("Area", 26),
        Column("Kind of area", 18),
        Column("Numerator", 14, "right"),
        Column("Denominator", 14, "right"),
        Column("Value", 14, "right"),
        Column("Unit", 11),
        Column("Provenance", 18),
    )
    about = (
        "Every headline figure of the return in one plain table: measure, period, area, numerator, denominator, value. "
        "For looking up: on paper only its first rows."
    )
    blocks: tuple[Block, ...] = (
        (Table("figures", about, columns, rows),) if rows else (Paragraph("There are no figures."),)
    )
    return Sheet("Figures", "Figures", about, blocks, "data", printed=False)


def _definition(measure: Measure) -> tuple[Cell, ...]:
    return (
        measure.id,
        measure.title,
        measure.definition.strip(),
        measure.numerator,
        NOT_APPLICABLE if measure.denominator == "none" else measure.denominator,
        "£" if measure.unit == "GBP" else measure.unit,
        measure.counting_unit,
        BETTER_WHEN[measure.polarity],
        measure.data_source,
        measure.source,
        without_keys(measure.notes.strip()) or "None",
    )


def _figure(
    row: dict[str, object], measure: Measure, label: str, areas: dict[str, dict[str, object]]
) -> tuple[Cell, ...]:
    area = areas.get(str(row["area_code"]), {})
    below = number(row["denominator"])
    unknown = HIDDEN if row.get("hidden") else NOT_AVAILABLE
    missing = NOT_APPLICABLE if measure.denominator == "none" or below == 0 else unknown
    top, value = number(row["numerator"]), number(row["value"])
    return (
        measure.id,
        measure.title,
        str(row["period_id"]),
        label,
        text(area.get("area_name", row["area_code"])),
        LEVELS.get(str(area.get("area_level")), NOT_AVAILABLE),
        unknown if top is None else _plain(top, places_of(top)),
        missing if below is None else _plain(below, places_of(below)),
        (unknown if row.get("hidden") else missing) if value is None else _plain(value, measure.decimals),
        "£" if row["unit"] == "GBP" else str(row["unit"]),
    )


def _plain(value: float | None, decimals: int) -> Cell:
    unit: Unit = "count"
    return amount(value, unit, decimals)

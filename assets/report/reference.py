"""The reference sheets: definitions, notes, changes since the last version, provenance, and every figure."""

from __future__ import annotations

from assets.report.cells import NOT_APPLICABLE, NOT_AVAILABLE, amount, text, whole
from assets.report.inputs import ReturnInputs
from assets.report.lookup import ALL, number, records
from assets.report.pages import in_order
from assets.report.sentences import BETTER_WHEN
from assets.report.words import LEVELS, without_keys
from schemas.measure import Measure, Unit
from schemas.pack import Block, Cell, Column, Heading, Paragraph, Sheet, Table

FIGURE_KEY = ("measure_id", "period_id", "area_code", "breakdown", "category")
#: Differences below this are of the arithmetic, not of the data.
SAME = 1e-9


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
    frame = inputs.figures[inputs.figures["breakdown"] == ALL]
    rows = tuple(
        _figure(row, titles[str(row["measure_id"])], labels.get(str(row["period_id"]), NOT_AVAILABLE), names)
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
    )
    about = (
        "Every headline figure of the return in one plain table: measure, period, area, numerator, denominator, value."
    )
    blocks: tuple[Block, ...] = (
        (Table("figures", about, columns, rows),) if rows else (Paragraph("There are no figures."),)
    )
    return Sheet("Figures", "Figures", about, blocks, "data")


def changes_sheet(inputs: ReturnInputs) -> Sheet | None:
    """Every figure that differs from the last published version; None where there is none yet."""
    if inputs.published is None:
        return None
    rows = tuple(_changes(inputs))
    columns = (
        Column("Measure", 11),
        Column("Period", 26),
        Column("Area", 26),
        Column("Breakdown", 18),
        Column("Category", 22),
        Column("Published", 14, "right"),
        Column("Now", 14, "right"),
        Column("Unit", 11),
        Column("What happened", 18),
    )
    about = "Every figure that differs from the last published version of this quarter."
    blocks: tuple[Block, ...] = (
        (Table("changes", about, columns, rows),) if rows else (Paragraph("No figure differs from the last version."),)
    )
    return Sheet("Changes", "Changes since the last version", about, blocks, "data")


def provenance_sheet(inputs: ReturnInputs) -> Sheet:
    """Where the figures come from: files with their checksums, code, settings."""
    files = sorted(
        records(inputs.files), key=lambda row: (str(row["extract"]), str(row["file_name"]), str(row["sha256"]))
    )
    blocks: list[Block] = [Paragraph(f"Code version: {inputs.code_version}.", strong=True)]
    if files:
        blocks += [Heading("Files the figures were made of"), _files(files)]
    if inputs.settings:
        columns = (Column("Setting", 24), Column("Value", 34))
        body = tuple((name, text(inputs.settings[name])) for name in sorted(inputs.settings))
        blocks += [
            Heading("Settings that bear on the figures"),
            Table("provenance_settings", "Settings.", columns, body),
        ]
    about = "The files the figures were made of with their SHA-256, the version of the code, the settings."
    return Sheet("Provenance", "Provenance", about, tuple(blocks))


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
    missing = NOT_APPLICABLE if measure.denominator == "none" or below == 0 else NOT_AVAILABLE
    value = number(row["value"])
    return (
        measure.id,
        measure.title,
        str(row["period_id"]),
        label,
        text(area.get("area_name", row["area_code"])),
        LEVELS.get(str(area.get("area_level")), NOT_AVAILABLE),
        _plain(number(row["numerator"]), 0),
        missing if below is None else _plain(below, 0),
        missing if value is None else _plain(value, measure.decimals),
        "£" if row["unit"] == "GBP" else str(row["unit"]),
    )


def _plain(value: float | None, decimals: int) -> Cell:
    unit: Unit = "count"
    return amount(value, unit, decimals)


def _changes(inputs: ReturnInputs) -> list[tuple[Cell, ...]]:
    if inputs.published is None:
        return []
    before, now = _by_key(records(inputs.published)), _by_key(records(inputs.figures))
    places = {measure.id: measure.decimals for measure in inputs.measures}
    return [
        _change(key, before.get(key), now.get(key), places.get(key[0], 2))
        for key in sorted(before.keys() | now.keys())
        if _differs(before.get(key), now.get(key))
    ]


def _by_key(rows: list[dict[str, object]]) -> dict[tuple[str, ...], dict[str, object]]:
    return {tuple(str(row[name]) for name in FIGURE_KEY): row for row in rows}


def _differs(before: dict[str, object] | None, now: dict[str, object] | None) -> bool:
    if before is None or now is None:
        return True
    return any(_apart(number(before[name]), number(now[name])) for name in ("numerator", "denominator", "value"))


def _apart(before: float | None, now: float | None) -> bool:
    if before is None or now is None:
        return before is not now
    return abs(before - now) > SAME


def _change(
    key: tuple[str, ...], before: dict[str, object] | None, now: dict[str, object] | None, decimals: int
) -> tuple[Cell, ...]:
    happened = "New" if before is None else "Withdrawn" if now is None else "Restated"
    unit = (now or before or {})["unit"]
    values = (number(row["value"]) if row else None for row in (before, now))
    return (*key, *(_plain(value, decimals) for value in values), "£" if unit == "GBP" else str(unit), happened)


def _files(files: list[dict[str, object]]) -> Table:
    columns = (
        Column("Extract", 24),
        Column("File name", 34),
        Column("Received for", 14),
        Column("Rows", 10, "right"),
        Column("SHA-256", 72),
    )
    body = tuple(
        (text(row["extract"]), text(row["file_name"]), text(row["quarter"]), whole(row["rows"]), text(row["sha256"]))
        for row in files
    )
    return Table("provenance_files", "Files with their checksums.", columns, body)

"""The way back from a figure: to its measure, SQL file, tables with their rows, received files, in the workbook.

What belongs here: the sheets of provenance and the links that lead to them, so that no figure is more than two clicks
from where it comes from. What the figures are made of is collected in `assets.report.versions.sources`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assets.report.figures.lookup import records
from assets.report.figures.pages import FAMILY_SHEETS, in_order, pages
from assets.report.inputs import ReturnInputs
from assets.report.versions.sources import MeasureSource, SourceTable
from assets.report.wording.cells import HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE, text, whole
from schemas.measure import Measure
from schemas.pack import Block, Cell, Column, Link, Paragraph, Sheet, Table

PROVENANCE, TABLES, FILES = "Provenance", "Provenance tables", "Provenance files"
DEFINITIONS = "Definitions"
#: Names of the tables on those sheets.
MEASURES_TABLE, TABLES_TABLE, FILES_TABLE, DEFINITIONS_TABLE = (
    "provenance",
    "provenance_tables",
    "provenance_files",
    "definitions",
)


def provenance_mark(inputs: ReturnInputs, measure_id: str) -> str:
    """The provenance of a measure's figures, e.g. "FTE-01:3f2a91c0"; [x] where it is not known."""
    source = inputs.sources.measures.get(measure_id)
    return f"{measure_id}:{source.mark}" if source else NOT_AVAILABLE


def provenance_sheets(inputs: ReturnInputs) -> list[Sheet]:
    """Where the figures come from: by measure, by table, by file."""
    found = _Origins.of(inputs)
    sheets = (_by_measure(found), _by_table(found), _by_file(found))
    return [sheet for sheet in sheets if sheet is not None]


def with_way_back(sheets: Iterable[Sheet], inputs: ReturnInputs) -> list[Sheet]:
    """The sheets, each with a link to where its figures come from: a measure's page to that measure's own line.

    Args:
        sheets: sheets made for reading.
        inputs: the inputs that the sheets of provenance are made of, which may hold more measures than the sheets show.
    """
    found = _Origins.of(inputs)
    leads = {lead.id: derived for lead, derived in pages(inputs.measures)}
    return [_with_links(sheet, found, leads) for sheet in sheets]


@dataclass(frozen=True)
class _Origins:
    """What the sheets tell, in their order, and where each line stands.

    Attributes:
        inputs: the return's inputs.
        measures: the measures whose source is known.
        tables: the tables they read.
        files: the files, one record each.
    """

    inputs: ReturnInputs
    measures: tuple[tuple[Measure, MeasureSource], ...]
    tables: tuple[SourceTable, ...]
    files: tuple[Mapping[str, object], ...]

    @classmethod
    def of(cls, inputs: ReturnInputs) -> _Origins:
        """Everything the sheets tell, sorted."""
        known = inputs.sources.measures
        measures = tuple((one, known[one.id]) for one in in_order(inputs.measures) if one.id in known)
        names = sorted({name for _, source in measures for name in source.tables})
        files = sorted(records(inputs.files), key=lambda row: tuple(str(row[name]) for name in _FILE_ORDER))
        return cls(inputs, measures, tuple(inputs.sources.tables[name] for name in names), tuple(files))

    @property
    def is_restricted(self) -> bool:
        """Whether figures of this edition may be hidden: then numbers of rows are not told."""
        return "hidden" in self.inputs.figures

    def line_of(self, measure_id: str) -> int | None:
        """Row of a measure on the sheet of provenance."""
        return next((row for row, (one, _) in enumerate(self.measures) if one.id == measure_id), None)

    def files_of(self, extract: str) -> list[int]:
        """Rows of an extract's files."""
        return [row for row, file in enumerate(self.files) if str(file["extract"]) == extract]

    def rows(self, number: int) -> Cell:
        """A number of rows, unless it may not be told."""
        return HIDDEN if self.is_restricted else whole(number)


_MARKS = (
    "The digits after a measure's id tell what its figures were made of: where files, corrections, rules or program "
    "were others, so are the digits. They stand beside each figure of the sheet Figures."
)
_FILE_ORDER = ("extract", "file_name", "sha256")


def _with_links(sheet: Sheet, found: _Origins, leads: Mapping[str, tuple[Measure, ...]]) -> Sheet:
    first = next((one.id for one, _ in found.measures if sheet.name in {one.id, FAMILY_SHEETS.get(one.family)}), "")
    link = _link(found, first) if first else Link("Where the figures come from", PROVENANCE)
    top = sum(isinstance(block, Link | Paragraph) for block in sheet.blocks[:1])
    others = [_link(found, one.id) for one in leads.get(sheet.name, ()) if found.line_of(one.id) is not None]
    blocks = [_pointing(block, found) if isinstance(block, Table) else block for block in sheet.blocks]
    return replace(sheet, blocks=(*blocks[:top], link, *blocks[top:], *others))


def _pointing(table: Table, found: _Origins) -> Table:
    """The table, each provenance in it a link to that measure's own line."""
    if PROVENANCE not in [column.header for column in table.columns]:
        return table
    place = table.position(PROVENANCE)
    lines = {provenance_mark(found.inputs, one.id): row for row, (one, _) in enumerate(found.measures)}
    rows = tuple((*row[:place], _pointed(row[place], lines), *row[place + 1 :]) for row in table.rows)
    return replace(table, rows=rows)


def _pointed(cell: Cell, lines: Mapping[str, int]) -> Cell:
    row = lines.get(cell) if isinstance(cell, str) else None
    return cell if row is None else Link(str(cell), PROVENANCE, MEASURES_TABLE, row)


def _link(found: _Origins, measure_id: str) -> Link:
    """To a measure's own line of the provenance."""
    words = f"Where {measure_id} comes from: rule, tables, files"
    return Link(words, PROVENANCE, MEASURES_TABLE, found.line_of(measure_id) or 0)


def _by_measure(found: _Origins) -> Sheet:
    about = "Where each measure's figures come from: definition, SQL file, tables with their rows, received files."
    blocks: list[Block] = [Paragraph(words) for words in _about_all(found.inputs)]
    if found.measures:
        columns = (
            Column("Provenance", 18),
            Column("Name", 40),
            Column("Definition", 24),
            Column("SQL file", 32),
            Column("SHA-256 of the SQL file", 70),
            Column("Tables it reads, with their rows", 70),
            Column("Tables in full", 24),
            Column("Received files", 60),
            Column("Files in full", 24),
        )
        rows = tuple(_measure_row(found, place) for place in range(len(found.measures)))
        blocks.append(Table(MEASURES_TABLE, about, columns, rows))
    return Sheet(PROVENANCE, PROVENANCE, about, tuple(blocks), "data", printed=False)


def _about_all(inputs: ReturnInputs) -> list[str]:
    settings = "; ".join(f"{name.replace('_', ' ')}: {text(inputs.settings[name])}" for name in sorted(inputs.settings))
    return [
        f"Code version: {inputs.code_version}.",
        f"Settings that bear on the figures: {settings or 'none'}.",
        _MARKS,
    ]


def _measure_row(found: _Origins, place: int) -> tuple[Cell, ...]:
    measure, source = found.measures[place]
    tables = [one for one in found.tables if one.name in source.tables]
    files = sorted({row for one in tables if one.extract for row in found.files_of(one.extract)})
    names = dict.fromkeys(str(found.files[row]["file_name"]) for row in files)
    first = next((row for row, one in enumerate(found.tables) if one.name in source.tables), None)
    return (
        provenance_mark(found.inputs, measure.id),
        measure.title,
        Link(
            f"Definition of {measure.id}",
            DEFINITIONS,
            DEFINITIONS_TABLE,
            in_order(found.inputs.measures).index(measure),
        ),
        source.sql_file,
        source.sha256,
        ", ".join(_with_rows(found, one) for one in tables) or NOT_APPLICABLE,
        NOT_APPLICABLE if first is None else Link(f"Tables of {measure.id}", TABLES, TABLES_TABLE, first),
        ", ".join(names) or NOT_APPLICABLE,
        Link(f"Files of {measure.id}", FILES, FILES_TABLE, files[0]) if files else NOT_APPLICABLE,
    )


def _with_rows(found: _Origins, table: SourceTable) -> str:
    return table.name if found.is_restricted else f"{table.name} ({table.rows:,})"


def _by_table(found: _Origins) -> Sheet | None:
    """The tables that measures read; None where none is known."""
    if not found.tables:
        return None
    columns = (
        Column("Table", 36),
        Column("Made by", 50),
        Column("SHA-256 of the SQL file", 70),
        Column("Rows", 12, "right"),
        Column("Received files", 40),
    )
    about = "Every table that a measure reads, directly or through others: what makes it, its rows, its files."
    rows = tuple(_table_row(found, table) for table in found.tables)
    return Sheet(TABLES, TABLES, about, (Table(TABLES_TABLE, about, columns, rows),), "data", printed=False)


def _table_row(found: _Origins, table: SourceTable) -> tuple[Cell, ...]:
    files = found.files_of(table.extract) if table.extract else []
    none: Cell = "None received" if table.extract else NOT_APPLICABLE
    link = Link(f"Files of {table.extract}", FILES, FILES_TABLE, files[0]) if files else none
    sha256 = found.inputs.sources.statements.get(table.name, NOT_APPLICABLE)
    return table.name, table.made_by, sha256, found.rows(table.rows), link


def _by_file(found: _Origins) -> Sheet | None:
    """The received files; None where none was."""
    if not found.files:
        return None
    columns = (
        Column("Extract", 30),
        Column("File name", 44),
        Column("Received for", 14),
        Column("Rows", 10, "right"),
        Column("SHA-256", 70),
    )
    about = "The received files that the figures were made of, with their SHA-256."
    rows = tuple(_file_row(found, file) for file in found.files)
    return Sheet(FILES, FILES, about, (Table(FILES_TABLE, about, columns, rows),), "data", printed=False)


def _file_row(found: _Origins, file: Mapping[str, object]) -> tuple[Cell, ...]:
    rows = HIDDEN if found.is_restricted else whole(file["rows"])
    return text(file["extract"]), text(file["file_name"]), text(file["quarter"]), rows, text(file["sha256"])

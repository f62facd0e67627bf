"""What a return is before it is drawn: sheets, headings, tables, charts, links and notes, as data only.

The pack is built in `assets.report` and drawn in `assets.report.workbook`. Nothing here knows where a figure
came from, nor how a spreadsheet is written: so words and figures are tested without opening a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Tone = Literal["good", "warn", "bad", "neutral"]
SheetKind = Literal["board", "data"]
ChartKind = Literal["line", "column"]
Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with the way it is shown; the cell keeps the whole number.

    Attributes:
        value: the number, unrounded.
        decimals: places shown.
        prefix: shown before it, e.g. "£".
        suffix: shown after it, e.g. "%" or " pp"; the value is never multiplied by it.
        signed: show "+" before what is above nought (for changes).
    """

    value: float
    decimals: int = 0
    prefix: str = ""
    suffix: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A word with a symbol, and a tone that only repeats what the word says.

    Attributes:
        text: symbol and word, e.g. "▲ Worse" or "● Green".
        tone: which of the pack's four tones it is drawn in.
    """

    text: str
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another sheet of the pack, or to a row of a table there.

    Attributes:
        text: descriptive text, never an address.
        sheet: name of the sheet it leads to.
        table: name of the table on that sheet it leads to; "" for the top of the sheet.
        row: position of that table's row.
    """

    text: str
    sheet: str
    table: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Trend:
    """Small native columns in a cell, drawn from a table elsewhere in the pack.

    Attributes:
        words: what they show, in words: these stand in the cell for those who cannot see the drawing.
        table: name of the table it is drawn from.
        column: header of that table's column.
        first: position of the first row drawn.
        last: position of the last row drawn.
    """

    words: str
    table: str
    column: str
    first: int
    last: int


Cell = str | Amount | Mark | Link | Trend | date


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        header: its header, unique in the table; carries the unit where all cells share one.
        width: width in characters.
        align: text stands left, numbers stand right.
    """

    header: str
    width: int = 13
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a header row and rows without a gap; every cell filled.

    Attributes:
        name: name in the workbook, `<theme>_<what>`, unique in the pack.
        about: what the table shows, for those who hear it rather than see it.
        columns: its columns.
        rows: its rows, each as long as `columns`.
        totals: positions of rows drawn as totals.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a table that would break the sheet's rules.

        Raises:
            ValueError: no row, a row of another length, an empty cell, or a header used twice.
        """
        headers = [column.header for column in self.columns]
        if not self.rows:
            raise ValueError(f"Table {self.name} has no rows.")
        if len(set(headers)) != len(headers) or not all(headers):
            raise ValueError(f"Table {self.name} needs headers that are filled and unique.")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(headers) or any(cell == "" or cell is None for cell in row):
                raise ValueError(f"Row {number} of table {self.name} is not filled in every column.")

    def position(self, header: str) -> int:
        """Position of the column with that header.

        Raises:
            ValueError: the table has no such column.
        """
        return [column.header for column in self.columns].index(header)


@dataclass(frozen=True, slots=True)
class Series:
    """One line or set of columns of a chart.

    Attributes:
        name: name in the legend.
        column: header of the table's column it is drawn from.
        kind: drawn as a line or as columns.
        dashed: drawn dashed (targets and baselines).
    """

    name: str
    column: str
    kind: ChartKind = "line"
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart that stands beside the table it is drawn from (its twin in figures).

    Attributes:
        name: name of the object in the workbook.
        title: title above the chart.
        table: name of its twin table.
        category: header of the column along the bottom.
        series: what is drawn.
        first: position of the first row drawn.
        last: position of the last row drawn.
        axis: title of the value axis, with the unit.
        alt_text: what the chart shows, in words and figures.
        number_format: format of the value axis.
    """

    name: str
    title: str
    table: str
    category: str
    series: tuple[Series, ...]
    first: int
    last: int
    axis: str
    alt_text: str
    number_format: str = "#,##0"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a sheet.

    Attributes:
        text: its words; may hold `[note key]`, numbered when the pack is closed.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences.

    Attributes:
        text: its words; may hold `[note key]`.
        strong: drawn as a key message.
    """

    text: str
    strong: bool = False


Block = Heading | Paragraph | Link | Table | Chart


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        name: name on the tab, at most 31 characters, unique in the pack.
        title: title in A1.
        about: what the sheet holds, for the contents page.
        blocks: what stands on it, top to bottom; a chart stands right of the table before it.
        kind: "board" for a view made for reading, "data" for a strictly plain table.
        part: the part of the return it belongs to, as the contents group the sheets; "" for none.
        printed: False for a sheet for looking up on screen, of which paper only shows what it looks like.
    """

    name: str
    title: str
    about: str
    blocks: tuple[Block, ...]
    kind: SheetKind = "board"
    part: str = ""
    printed: bool = True

    def tables(self) -> Iterator[Table]:
        """Its tables, top to bottom."""
        return (block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole return.

    Attributes:
        title: title of the document.
        subject: what it is about.
        author: who issues it.
        language: language of its words, e.g. "en-GB".
        as_of: newest extract date of its inputs; the only time in the file.
        sheets: its sheets, in order.
        keywords: words to find it by.
    """

    title: str
    subject: str
    author: str
    as_of: date
    sheets: tuple[Sheet, ...]
    language: str = "en-GB"
    keywords: str = ""
    #: Kept out of equality: a lookup only.
    _tables: dict[str, tuple[Sheet, Table]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the tables and refuse two of one name.

        Raises:
            ValueError: two sheets or two tables share a name.
        """
        names = [sheet.name.casefold() for sheet in self.sheets]
        if len(set(names)) != len(names):
            raise ValueError("Two sheets of the pack have the same name.")
        for sheet in self.sheets:
            for table in sheet.tables():
                if table.name in self._tables:
                    raise ValueError(f"Two tables of the pack are named {table.name}.")
                self._tables[table.name] = (sheet, table)

    def table(self, name: str) -> tuple[Sheet, Table]:
        """The table of that name and the sheet it stands on.

        Raises:
            KeyError: the pack has no such table.
        """
        return self._tables[name]

    def sheet(self, name: str) -> Sheet:
        """The sheet of that name.

        Raises:
            KeyError: the pack has no such sheet.
        """
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(f"The pack has no sheet {name}.")

"""The vocabulary an extract is described in: fields, columns, rules, extracts, faults.

Only the words belong here. The fields themselves are in `schemas.fields`, the extracts in `schemas.raw`, the
judging of a frame in `schemas.contract`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pandas as pd

from schemas.measures_read import MEASURES_READ

Kind = Literal["id", "text", "date", "integer", "number", "money", "hours", "yes_no", "code"]
Sensitivity = Literal["open", "personal", "special"]
Severity = Literal["stop-file", "stop-row", "query", "notice"]
Stage = Literal["file", "columns", "types", "domain", "cross-field", "within-file", "across-files", "watch"]
#: How files of an extract arrive: one that is the whole; releases of one publication, kept apart, the newest in force;
#: or parts (a file a month, say) that make the table together.
Arrival = Literal["whole", "releases", "parts"]

#: Of an extract that arrives in releases, these columns stand last in its core table: the release's key (first 12
#: digits of the file's SHA-256) and its number, 1 for the newest, which is in force.
RELEASE = ("release_key", "release_no")

#: Where a row came from: these columns stand first in every raw and core table.
ORIGIN = ("file_sha256", "file_name", "sheet", "row")


@dataclass(frozen=True, slots=True)
class Field:
    """One named thing a column can hold, described once for the whole product.

    Attributes:
        name: snake_case name, used from file to sheet.
        kind: how its text is read.
        description: what it says, in the field's own terms.
        unit: what a number counts or measures, if it is one.
        sensitivity: open, personal, or special (UK GDPR special category or criminal-offence data).
        code_list: name of its list in `schemas.codelists`, for kind "code".
        minimum: least value allowed, for numbers.
        maximum: greatest value allowed, for numbers.
        pattern: regular expression the whole text must match.
        names: table of `schemas.aliases` whose names a text is written in, for bodies that were renamed.
        longest: most characters a text may have.
    """

    name: str
    kind: Kind
    description: str
    unit: str | None = None
    sensitivity: Sensitivity = "open"
    code_list: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    names: str | None = None
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A field as it stands in one extract.

    Attributes:
        field: what the column holds.
        number: its number in the extract, for fault codes; never given to another column.
        required: the file must have this column.
        nullable: its cells may be empty.
        keep: it goes on to the core table (False: it stays in raw, for instance a name).
        about: what it means in this extract, where that is narrower than the field's description.
        synonyms: other headers that mean this column, in any case and spacing.
        said: regular expression with one group: where no header means the column, its one value for the whole sheet is
            what the group finds in the sheet's name or in the rows above the header.
        refers: extract and column in which each filled cell must be found; such a rule is across files.
    """

    field: Field
    number: int
    required: bool = True
    nullable: bool = False
    keep: bool = True
    about: str | None = None
    synonyms: tuple[str, ...] = ()
    said: str | None = None
    refers: tuple[str, str] | None = None

    def __hash__(self) -> int:
        """By name and number: hashing all of it takes longer than most of what it is looked up for."""
        return hash((self.field.name, self.number))

    @property
    def name(self) -> str:
        """The field's name."""
        return self.field.name

    @property
    def description(self) -> str:
        """What the column means in this extract."""
        return self.about or self.field.description


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What a rule may know beside the frame.

    Attributes:
        quarter_label: the data quarter, e.g. "2014-15 Q3".
        quarter_start: its first day.
        quarter_end: its last day.
    """

    quarter_label: str
    quarter_start: date
    quarter_end: date


Holds = Callable[[pd.DataFrame, CheckContext], "pd.Series[bool]"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    Attributes:
        code: stable code an officer can quote, e.g. "YJ-X-0151".
        severity: what a breach does (stop-file, stop-row, query, notice).
        stage: when it is judged.
        columns: the columns it reads; the first is the one a fault points at.
        message: what is wrong, in one sentence, without any value.
        expected: what would be right.
        fix: what to do, and where.
        holds: true for each row that keeps the rule (None for rules judged outside a frame).
        measures: ids of the measures a breach touches.
        owner: who mends it ("" for the one who sends the extract).
    """

    code: str
    severity: Severity
    stage: Stage
    columns: tuple[str, ...]
    message: str
    expected: str
    fix: str
    holds: Holds | None = None
    measures: tuple[str, ...] = ()
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """One kind of file the service sends, as a contract.

    Attributes:
        name: snake_case name; the core table is `core_<name>`.
        number: two-digit number of the extract, for fault codes.
        source: who keeps it (cms, moj, yjb, ons, finance, board).
        title: name in officers' words.
        grain: "one row per ...".
        columns: in the order of the template.
        key: columns that tell one row from another; none where two rows alike are two things (incidents, say).
        snapshot: True: a full history sent every quarter; False: a reference, in force until replaced.
        required: no return is made without it.
        rules: cross-field and within-file rules beyond those that columns and key imply.
        stands_beside: ids of measures that the return sets it beside, though none of them reads it.
        max_stopped_share: above this share of stopped rows the whole file stops; 1: it never does (words, no figures).
        arrives: how its files arrive.
        part: columns whose cells together name the part a row is of, for files that arrive as parts.
        newest_by: of releases, the column whose greatest value tells which of two is the newer.
        only: column, and the codes (folded) of the rows that are wanted: a publication's other rows are not laid out.
    """

    name: str
    number: int
    source: str
    title: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    snapshot: bool = True
    required: bool = True
    rules: tuple[Rule, ...] = ()
    stands_beside: tuple[str, ...] = ()
    max_stopped_share: float = 0.10
    arrives: Arrival = "whole"
    part: tuple[str, ...] = ()
    newest_by: str = ""
    only: tuple[str, frozenset[str]] | None = None

    def __hash__(self) -> int:
        """By name: hashing every column and rule takes longer than most of what it is looked up for."""
        return hash(self.name)

    @property
    def raw_table(self) -> str:
        """Name of the raw table, `raw_<source>__<table>`."""
        return f"raw_{self.source}__{self.name.removeprefix(self.source + '_')}"

    @property
    def core_table(self) -> str:
        """Name of the core table, `core_<name>`."""
        return f"core_{self.name}"

    @property
    def measures(self) -> tuple[str, ...]:
        """Ids of the measures that a fault of this extract may touch, as the SQL files say."""
        return tuple(sorted({*MEASURES_READ.get(self.name, ()), *self.stands_beside}))

    def column(self, name: str) -> Column:
        """The column of that name.

        Raises:
            KeyError: the extract has no such column.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, one line: where it is, what is wrong, what to do. Holds no child's data.

    Attributes:
        code: the rule's code.
        severity: the rule's severity.
        table: the extract's name.
        file_name: name the file was dropped under.
        file_sha256: its content.
        sheet: the sheet's name ("" for csv).
        row: row number as Excel shows it (None: the whole file or column).
        column: canonical column name ("" where none applies).
        column_letter: its letter as Excel shows it ("" where unknown).
        shown: the cell, masked.
        message: what is wrong.
        expected: what would be right.
        fix: what to do.
        measures: ids of the measures touched.
        fact: fingerprint of what the fault is about, the same as long as the record says the same ("" for none).
        explained: the explanation that stands for it ("" for none).
    """

    code: str
    severity: Severity
    table: str
    message: str
    expected: str
    fix: str
    file_name: str = ""
    file_sha256: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    column_letter: str = ""
    shown: str = ""
    measures: tuple[str, ...] = ()
    fact: str = ""
    explained: str = ""


#: Column letters by (file_sha256, sheet), then canonical column name.
Letters = Mapping[tuple[str, str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class NotRun:
    """A rule that could not be judged.

    Attributes:
        code: the rule's code.
        why: the reason, in a few words without any value.
    """

    code: str
    why: str


@dataclass(frozen=True)
class ContractReport:
    """What became of a frame under its contract.

    Attributes:
        kept: rows that go on, one row per key.
        stopped: rows set aside, with their first stopping code in column `stopped_by`.
        faults: every fault found, one line each.
        stops_file: True when nothing may be written.
        not_run: rules that could not be judged.
    """

    kept: pd.DataFrame
    stopped: pd.DataFrame
    faults: tuple[Fault, ...] = field(default=())
    stops_file: bool = False
    not_run: tuple[NotRun, ...] = ()

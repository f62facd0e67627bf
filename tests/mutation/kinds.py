"""The kinds of fault that are put into clean rows: one for each rule that a single cell, row or column can break.

A mutation says what is done and what must be found for it, nothing more: `tests.mutation.places` decides where it goes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assets.raw.header import NEAR_AT_LEAST
from schemas.breaking import BREAKING
from schemas.extract import Column, Extract, Rule
from schemas.implied import copy_code, implied_rules, key_code
from tests.mutation.clean import Row, text_row

#: What no reader of the kind may make anything of.
UNREADABLE = {
    "date": ("31/02/2014", "tbc", "12/2014", "2014-13-01", "99999999"),
    "integer": ("three", "2.5", "1O", "12 or 13"),
    "number": ("about 3", "2,5.1", "1.2.3"),
    "money": ("ten pounds", "(12", "1,23"),
    "hours": ("25+", "all day", "2h75x"),
    "yes_no": ("perhaps", "2", "Y/N"),
}
#: What Excel shows in place of a value that it could not work out; it is told in any column.
EXCEL_ERRORS = ("#REF!", "#VALUE!", "#DIV/0!", "#NAME?")
NO_CODE = "~?"
#: Rules that stand behind the cleaning of cells: of such a cell, in a file, the cleaning tells sooner, by its own rule.
TOLD_SOONER = {
    "YJ-X-1601": "YJ-S-0004",
    "YJ-X-1603": "YJ-D-1601",
    "YJ-X-1701": "YJ-S-0004",
    "YJ-X-1702": "YJ-D-1701",
    "YJ-X-1802": "YJ-D-1802",
    "YJ-X-2001": "YJ-D-2002",
    "YJ-X-2101": "YJ-D-2102",
    "YJ-X-2103": "YJ-D-2106",
    "YJ-X-6901": "YJ-D-6901",
}
#: Where impact or likelihood leaves its scale, sum and product of the two can never be the same, which is noted too.
ALSO_TRUE = {
    # A total without rows above it is the sum of nothing.
    "YJ-X-1601": (("YJ-F-0042", "budget"),),
    "YJ-X-1701": (("YJ-F-0042", "actual"),),
    "YJ-X-1801": (("YJ-F-0042", "target"), ("YJ-F-0042", "achieved")),
    "YJ-X-1901": (("YJ-X-1903", "score"),),
    "YJ-X-1902": (("YJ-X-1903", "score"),),
    "YJ-X-1907": (("YJ-X-1905", "residual_score"),),
    "YJ-X-1908": (("YJ-X-1905", "residual_score"),),
    # Consent blank, though offered: the stage before is missing, and what is offered lacks its consent.
    "YJ-X-3905": (("YJ-X-3903", "victim_offered"),),
}


@dataclass(frozen=True)
class CellFault:
    """One cell of one row made wrong.

    Attributes:
        code: the rule that must be told.
        column: the column it must be told at.
        text: what the cell becomes.
    """

    code: str
    column: str
    text: str


@dataclass(frozen=True)
class RowsFault:
    """Whole rows put in together, of which the last breaks a rule.

    Attributes:
        code: the rule that must be told.
        column: the column it must be told at.
        rows: the rows, in their order.
        also: another line that is true of the last row too, as code and column.
    """

    code: str
    column: str
    rows: tuple[Row, ...]
    also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ColumnFault:
    """A column taken out of the file.

    Attributes:
        code: the rule that must be told.
        column: the column.
    """

    code: str
    column: str


def cell_faults(extract: Extract, chance: random.Random) -> Iterator[CellFault]:
    """A fault for each rule that one cell can break by itself."""
    # Rows that are not of a wanted kind are no faults: they are left out and counted.
    chosen = extract.only[0] if extract.only else ""
    for rule in implied_rules(extract):
        column = extract.column(rule.columns[0])
        if rule.stage in {"types", "domain"} and (column.name != chosen or rule.code[3] == "T"):
            yield CellFault(rule.code, column.name, _broken(column, rule, chance))


def _broken(column: Column, rule: Rule, chance: random.Random) -> str:
    """A cell that breaks the rule: N empty, T unreadable, D outside its list, pattern or range."""
    letter, field = rule.code[3], column.field
    if letter == "N":
        return ""
    if letter == "T":
        return chance.choice(UNREADABLE.get(field.kind, EXCEL_ERRORS))
    if field.code_list is not None or field.pattern is not None:
        return NO_CODE
    if field.longest is not None:
        return "x" * (field.longest + 1)
    beyond = field.maximum + 1 if field.maximum is not None else (field.minimum or 0) - 1
    return f"{beyond:.0f}"


def column_faults(extract: Extract) -> Iterator[ColumnFault]:
    """A fault for each column whose absence is told: of those needed, where enough are left to know the file by."""
    known = sum(column.required for column in extract.columns) > NEAR_AT_LEAST
    for rule in implied_rules(extract):
        if rule.stage == "columns" and (known or not extract.column(rule.columns[0]).required):
            yield ColumnFault(rule.code, rule.columns[0])


def declared_faults(extract: Extract) -> Iterator[RowsFault]:
    """A fault for each rule that the extract declares, from the cells that the catalogue shows."""
    for rule in extract.rules:
        rows = BREAKING[rule.code]
        texts = tuple(text_row(extract, None, cells) for cells in rows)
        code = TOLD_SOONER.get(rule.code, rule.code)
        yield RowsFault(code, rule.columns[0], texts, ALSO_TRUE.get(rule.code, ()))


def key_faults(extract: Extract, rows: Sequence[Row], chance: random.Random) -> Iterator[RowsFault]:
    """A copy of a row, cell for cell, and a row that shares another's key."""
    if not extract.key:
        return
    row = dict(chance.choice(rows))
    yield RowsFault(copy_code(extract), extract.key[0], (dict(row),))
    other = next((name for name in row if _is_free(extract, name)), None)
    if other is not None:
        yield RowsFault(key_code(extract), extract.key[0], (row | {other: f"{row[other]} again".strip()},))


def _is_free(extract: Extract, name: str) -> bool:
    """True for a column of free text, outside the key, that goes on to core and no rule reads."""
    column = next((column for column in extract.columns if column.name == name), None)
    if column is None or not column.keep or name in extract.key or column.field.kind != "text":
        return False
    return column.field.pattern is None and not any(name in rule.columns for rule in extract.rules)

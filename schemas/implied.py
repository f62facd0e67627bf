"""The rules that an extract's columns and key imply: column missing, cell empty, unreadable, outside its domain.

Codes are `YJ-{letter}-{extract:02d}{column:02d}`: C column missing, N empty cell, T unreadable, D outside the domain;
and `YJ-K-{extract:02d}01` and `..02` for the key. They never change, so officers can quote them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from schemas import predicates
from schemas.codelists import code_list
from schemas.extract import Column, Extract, Field, Holds, Rule, Severity
from schemas.fields_lait import YEARS
from schemas.mending import BY_SOURCE

Letter = Literal["C", "N", "T", "D"]
#: So many of a column's other headers are named in a sentence; the data dictionary has all of them.
NAMED = 3

#: What a date, a number and so on may look like, in words.
READABLE: Mapping[str, str] = MappingProxyType(
    {
        "date": "a date, the day before the month, as 31/12/2014, 31 Dec 2014 or 2014-12-31",
        "integer": "a whole number",
        "number": "a number",
        "money": "an amount in pounds, as 1,234.50 or (1,234.50)",
        "hours": "hours as 2.5, 2:30, 2h30, 150 min or 2\u00bd; 2.30 is two hours and three tenths",
        "yes_no": "Yes or No",
    }
)
#: What each pattern asks for, in words.
PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        r"\d{2}(\d{2})?/\d{1,7}[A-Z]": "year, stroke, serial number, check letter, as 03/0123456L",
        r"[EWSNK]\d{8}": "a GSS code: a letter and eight figures, as E07000129",
        r"[EWSNK]\d{8}|[A-Z]+-[A-Z0-9]+": "a GSS code, as E07000129, or one of the service's own, as YOS-LR",
        r"[A-Z]{2,3}-\d{2}": "a key of the measure book, as FTE-01",
        r"\d{3}": "three figures, as 855",
        YEARS.pattern or "": "a year or years, as 2016, 2016-17, 2016/17, 2014-16 or 2016 (Rev)",
        r"\d{4}-\d{2}": "a financial year, as 2014-15",
        r"\d{4}-\d{2} Q[1-4]": "a quarter, as 2014-15 Q3",
        r"\d{4}-(0[1-9]|1[0-2])": "a year and month, as 2018-10",
        r"\d{3,4}": "three or four figures, as 855",
        r"\d{1,3}": "one to three figures",
        r"\d{1,2}": "one or two figures",
        r"\d{5}": "five figures, leading noughts too, as 04600",
        r".+ \d{3}[A-Z]": "a district, then three figures and a letter, as Blaby 002A",
        r"[A-Z]{2}[A-Z0-9]{2}\d{3}[A-Z]?": "a code of seven or eight signs, as TH68010",
        r"[A-Z]{2} .+": "two letters, then words, as CE Either Way",
        r"[A-K]": "a letter from A to K",
    }
)
#: What is expected of an identifier or a text, which anything but an error can be.
NO_ERROR = "its text, not an Excel error such as #REF!"
_LONGEST_LIST = 8


def code_of(extract: Extract, column: Column, letter: Letter) -> str:
    """The stable code of a column's rule."""
    return f"YJ-{letter}-{extract.number:02d}{column.number:02d}"


def key_code(extract: Extract) -> str:
    """Code of the rule that no two rows share a key."""
    return f"YJ-K-{extract.number:02d}01"


def copy_code(extract: Extract) -> str:
    """Code of the notice that a row stands there more than once, cell for cell."""
    return f"YJ-K-{extract.number:02d}02"


def data_columns(extract: Extract) -> list[str]:
    """Names of the columns that go on to the core table."""
    return [column.name for column in extract.columns if column.keep]


@cache
def implied_rules(extract: Extract) -> tuple[Rule, ...]:
    """Every rule that columns and key imply, by column, then the key's two; rows without a key may be alike."""
    rules = [rule for column in extract.columns for rule in _column_rules(extract, column)]
    return (*rules, _copy_rule(extract), _key_rule(extract)) if extract.key else tuple(rules)


def _column_rules(extract: Extract, column: Column) -> tuple[Rule, ...]:
    rules = [_missing_rule(extract, column)] if column.required or column.keep else []
    if column.keep:
        rules += [] if column.nullable else [_empty_rule(extract, column)]
        rules += [_type_rule(extract, column)] if column.field.kind != "code" else []
        rules += [_domain_rule(extract, column)] if has_domain(column.field) else []
    return tuple(rules)


def has_domain(field: Field) -> bool:
    """Whether a field's values are bounded by a list, a range, a pattern or a length."""
    bounds = (field.code_list, field.minimum, field.maximum, field.pattern, field.longest)
    return any(bound is not None for bound in bounds)


def _missing_rule(extract: Extract, column: Column) -> Rule:
    use = "and no figure can be made without it" if column.required else "and figures do without it"
    return Rule(
        code=code_of(extract, column, "C"),
        severity="stop-file" if column.required else "notice",
        stage="columns",
        columns=(column.name,),
        message=f"The file has no column {column.name}, {use}.",
        expected=f"a column headed {column.name}, or one of the other headers the data dictionary lists"
        + ("; or its one value for all rows, said above the headers or in the sheet's name" if column.said else ""),
        fix=f"Add the column to the file, or correct its header{_also_known(column)}, then send the file again."
        if column.required
        else "Nothing needs doing; add the column to the next file if the source holds it.",
        measures=extract.measures,
    )


def _also_known(column: Column) -> str:
    """The first of the other headers that are understood, for officers whose system calls the column otherwise."""
    return f" (it may also be headed {', '.join(column.synonyms[:NAMED])})" if column.synonyms else ""


def _empty_rule(extract: Extract, column: Column) -> Rule:
    return Rule(
        code=code_of(extract, column, "N"),
        severity="stop-row",
        stage="types",
        columns=(column.name,),
        message=f"{column.name} is empty.",
        expected=f"{column.name} in every row",
        fix=BY_SOURCE[extract.source],
        holds=predicates.filled(column.name),
        measures=extract.measures,
    )


def _type_rule(extract: Extract, column: Column) -> Rule:
    return Rule(
        code=code_of(extract, column, "T"),
        severity=_severity(column),
        stage="types",
        columns=(column.name,),
        message=f"{column.name} cannot be read.{_left_out(column)}",
        expected=READABLE.get(column.field.kind, NO_ERROR),
        fix=BY_SOURCE[extract.source],
        measures=extract.measures,
    )


def _domain_rule(extract: Extract, column: Column) -> Rule:
    return Rule(
        code=code_of(extract, column, "D"),
        severity=_severity(column),
        stage="domain",
        columns=(column.name,),
        message=f"{column.name} is not a value it may have.{_left_out(column)}",
        expected=domain_in_words(column.field),
        fix=_domain_fix(extract, column),
        holds=_domain_holds(column),
        measures=extract.measures,
    )


def _severity(column: Column) -> Severity:
    return "query" if column.nullable else "stop-row"


def _left_out(column: Column) -> str:
    return " The cell is left empty; the row goes on." if column.nullable else ""


def cells_in_words(field: Field) -> str:
    """What a cell of the field may hold, in words, for those who fill it in."""
    if not has_domain(field):
        return READABLE.get(field.kind, "any text")
    return f"{READABLE['hours']}; {domain_in_words(field)}" if field.kind == "hours" else domain_in_words(field)


def domain_in_words(field: Field) -> str:
    """What a field may hold, in words: its codes, its length, its pattern or its range."""
    if field.code_list is not None:
        return _codes_in_words(field.code_list)
    if field.longest is not None:
        return f"a text of at most {field.longest:,} characters"
    if field.pattern is not None:
        return PATTERNS[field.pattern]
    unit = f" {field.unit}" if field.unit else ""
    if field.maximum is None:
        return f"{field.minimum:,.0f}{unit} or more"
    return f"from {field.minimum:,.0f} to {field.maximum:,.0f}{unit}"


def _codes_in_words(name: str) -> str:
    codes = list(code_list(name).codes)
    if len(codes) > _LONGEST_LIST:
        return f"one of the {len(codes)} codes of the list {name} in the data dictionary"
    return "one of: " + ", ".join(codes)


def _domain_fix(extract: Extract, column: Column) -> str:
    fix = BY_SOURCE[extract.source]
    if column.field.code_list is None:
        return fix
    return f"{fix} If the code is a new one that is right, ask for it to be added to the list."


def _domain_holds(column: Column) -> Holds:
    field = column.field
    if field.code_list is not None:
        return predicates.one_of(column.name, tuple(code_list(field.code_list).codes))
    if field.longest is not None:
        return predicates.no_longer(column.name, field.longest)
    if field.pattern is not None:
        return predicates.matches(column.name, field.pattern)
    return predicates.within(column.name, field.minimum, field.maximum)


def _key_rule(extract: Extract) -> Rule:
    return Rule(
        code=key_code(extract),
        severity="stop-row",
        stage="within-file",
        columns=extract.key,
        message="Another row above has the same key; the first is kept, this one is set aside.",
        expected=f"{extract.grain}: one {' + '.join(extract.key)} each",
        fix=BY_SOURCE[extract.source],
        holds=predicates.first_of_its_kind((*extract.key, *_apart(extract))),
        measures=extract.measures,
    )


def _apart(extract: Extract) -> tuple[str, ...]:
    """What tells rows apart beside what they say: releases of one publication say the same things again."""
    return ("file_sha256",) if extract.arrives == "releases" else ()


def _copy_rule(extract: Extract) -> Rule:
    return Rule(
        code=copy_code(extract),
        severity="notice",
        stage="within-file",
        columns=extract.key,
        message="The row is an exact copy of one above; it is counted once.",
        expected="each row once",
        fix="Nothing needs doing; look at the export if it happens often.",
        holds=predicates.first_of_its_kind((*data_columns(extract), *_apart(extract))),
        measures=extract.measures,
    )

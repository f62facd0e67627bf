"""A made-up example of what breaks each rule, for the error catalogue and `board-returns explain`.

What belongs here: one example a rule in words an officer can compare with the cell on the screen. The cells of rules
that an extract declares are in `schemas.breaking`. Nobody's data: every value here is invented.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from schemas.breaking import BREAKING, Cells
from schemas.extract import Column, Extract, Field, Kind, Rule
from schemas.references import reference_example, reference_reads

EMPTY = "an empty cell"
_UNREADABLE: Mapping[Kind, str] = MappingProxyType(
    {
        "date": "31/02/2014",
        "integer": "two",
        "number": "about 3",
        "money": "£12.5.0",
        "hours": "25+",
        "yes_no": "perhaps",
    }
)
_NO_CODE = "no such code"
#: Texts of which at least one fits no pattern of ours.
_MISFITS = ("2014-16x", "?")
#: What the examples of one letter's rules look like, where they are alike.
_BY_LETTER: Mapping[str, str] = MappingProxyType(
    {"C": "a sheet of which no header means {column}", "N": EMPTY, "T": "#REF!"}
)
_KEY_TWICE = "two rows with one {key}, which differ elsewhere"
_COPY = "a row that stands there twice, cell for cell"

#: Rules of files, repairs, rows across files and published series -> what breaks them.
EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "YJ-F-0001": "a sheet headed Apples, Pears",
        "YJ-F-0002": "a file of 0 bytes",
        "YJ-F-0003": "a workbook of which the second half was not copied",
        "YJ-F-0004": "a picture called persons.csv",
        "YJ-F-0005": "in the folder of 2014-15 Q3, persons taken on 30/09/2014",
        "YJ-F-0006": "persons.csv and Copy of persons.csv, the same to the byte",
        "YJ-F-0007": "persons.csv and persons (2).csv, dropped together, which differ",
        "YJ-F-0008": "persons without a column date_of_birth",
        "YJ-F-0009": "a folder with every extract but outcomes",
        "YJ-F-0010": "20 of 100 rows without a date",
        "YJ-F-0011": "a workbook of 5 kB that unpacks to 5 GB",
        "YJ-F-0012": "a workbook that asks for a password when it is opened",
        "YJ-F-0013": "persons.csv dropped on Monday, corrected and dropped again on Tuesday",
        "YJ-F-0014": "a column headed Shoe size",
        "YJ-F-0015": "a folder Old inside the folder 2014-15-Q3",
        "YJ-F-0016": "persons.xlsm with a button in it",
        "YJ-F-0017": "a workbook whose dates are looked up in another workbook",
        "YJ-F-0018": "a letter typed in row 1,048,576",
        "YJ-F-0019": "persons.xlsb",
        "YJ-F-0020": "extracts.zip",
        "YJ-F-0021": "an .xls that is the source of a web page",
        "YJ-F-0022": "a shortcut to a file on another drive",
        "YJ-F-0030": "three cells corrected in errors-2014-15-Q3.xlsx",
        "YJ-F-0031": "a line copied from the errors workbook of another quarter",
        "YJ-F-0032": "a line for a cell that was mended in the case system meanwhile",
        "YJ-F-0033": "an explanation beside a row that was stopped",
        "YJ-F-0034": "a line with neither a corrected value nor an explanation",
        "YJ-F-0035": "until 31/02/2015",
        "YJ-F-0036": "an errors workbook of which the cell Your name is empty",
        "YJ-F-0037": "a corrected value beside a fault of the whole file",
        "YJ-F-0038": "a decision Perhaps",
        "YJ-F-0039": "an explanation of two pages",
        "YJ-F-0040": "a rule with a mistake of the programmer's in it",
        "YJ-F-0041": "a workbook of the ONS, of which three sheets are by age and ten are notes and other tables",
        "YJ-F-0042": "a total of 500,000 below amounts that come to 498,000",
        "YJ-F-0043": "persons.csv of Tuesday was a wrong one, and Monday's was copied over it",
        "YJ-R-0001": "an offence of Y123, of whom persons has no row",
        "YJ-R-0002": "an outcome of offence O123, of which offences has no row",
        "YJ-R-0003": "an outcome of 01/05/2014 for an offence of 02/05/2014",
        "YJ-R-0004": "an order of Y123, of whom persons has no row",
        "YJ-R-0005": "a school record of Y123, of whom persons has no row",
        "YJ-R-0006": "an accommodation record of Y123, of whom persons has no row",
        "YJ-R-0007": "a remand episode of Y123, of whom persons has no row",
        "YJ-R-0008": "a hearing of Y123, of whom persons has no row",
        "YJ-R-0009": "a recorded age of 15 for somebody born on 05/05/1999 and arrested on 04/05/2014",
        "YJ-R-0010": "an offence of 02/05/2014 by somebody born on 01/01/1990",
        "YJ-R-0101": "PNC number 03/0123456A, of which the check letter is wrong",
        "YJ-R-0102": "one PNC number with 05/05/1999 in one row and 05/06/1999 in another",
        "YJ-R-0103": "one PNC number and date of birth, Male in one row and Female in another",
        "YJ-R-0104": "one PNC number in nine rows",
        "YJ-R-0105": "A and B are one, B and C are one, A and C are two",
        "YJ-R-0106": "two rows with one PNC number, name and date of birth",
        "YJ-R-0107": "two rows with one date of birth, named Jo Made-Up and Joe Made-Up",
        "YJ-R-3591": "a referral of J. Made-Up, born on 05/05/1999, of whom persons has no row, or two",
        "YJ-R-3592": "a referral of J. Made-Up, born on 05/05/1999, of whom persons has one row",
        "YJ-S-0001": "41640, read as 01/01/2014",
        "YJ-S-0002": "01/01/1900, read as no date",
        "YJ-S-0003": "Supervision order (old form), read as the code it stands for",
        "YJ-S-0004": "a row that begins Total",
        "YJ-S-0005": "an empty row between two rows of data",
        "YJ-S-0006": "n/a",
        "YJ-S-0007": "01/04/14, read as 01/04/2014",
        "YJ-S-0008": "a title above the headers",
        "YJ-S-0009": "(1,234.50), read as -1234.50",
        "YJ-S-0010": "12.0, read as 12",
        "YJ-S-0011": "LEIC with a space behind it",
        "YJ-S-0012": "2h30, read as 2.5",
        "YJ-S-0013": "referral order, read as REFERRAL_ORDER",
        "YJ-S-0014": "3rd March 2014",
        "YJ-S-0015": "'00123, read as 00123",
        "YJ-S-0016": "12 days, read as 12",
        "YJ-S-0017": "a long dash, read as a hyphen",
        "YJ-S-0018": "=2+2, kept as these four signs",
        "YJ-W-0001": "England 12.0 where its regions have 14.1 to 19.8",
        "YJ-W-0002": "3.1, 3.0, 31.2 in three years running",
        "YJ-W-0003": "8.4 for 2013 in last year's release, 9.6 for 2013 in this one",
        "YJ-W-0004": "10,000, 10,050, 10,120, 11,900 residents in four years running",
        "YJ-W-0005": "a rate of 40% beside 30 of 100",
        "YJ-W-0010": "a series on school meals",
        "YJ-W-0011": "last year's file beside this year's",
    }
)


def example_of(rule: Rule, extract: Extract | None = None) -> str:
    """What breaks a rule, made up.

    Args:
        rule: the rule.
        extract: the extract it is judged on, where it is of one.
    """
    if rule.code in EXAMPLES:
        return EXAMPLES[rule.code]
    if rule.code in BREAKING:
        return _rows_in_words(BREAKING[rule.code])
    if rule.code in reference_reads():
        return reference_example(rule)
    return _implied(rule, extract) if extract is not None else ""


def _implied(rule: Rule, extract: Extract) -> str:
    letter = rule.code[3]
    if letter == "K":
        return _COPY if rule.severity == "notice" else _KEY_TWICE.format(key=" and ".join(extract.key))
    column = extract.column(rule.columns[0])
    if letter == "D":
        longest = column.field.longest
        return misfit(column.field) if longest is None else f"a text of {longest + 1:,} characters"
    if letter == "T" and column.field.kind in _UNREADABLE:
        return _UNREADABLE[column.field.kind]
    return _BY_LETTER.get(letter, "").format(column=_header(column))


def _header(column: Column) -> str:
    return column.name


def misfit(field: Field) -> str:
    """A value outside what a field may hold."""
    if field.code_list is not None:
        return _NO_CODE
    if field.longest is not None:
        return "x" * (field.longest + 1)
    if field.pattern is not None:
        return next(text for text in _MISFITS if not re.fullmatch(field.pattern, text))
    if field.maximum is not None:
        return f"{field.maximum + 1:.12g}"
    return f"{(field.minimum or 0) - 1:.12g}"


def _rows_in_words(rows: tuple[Cells, ...]) -> str:
    """The cells of the row that breaks the rule, and of those it is compared with."""
    *before, last = rows
    said = _cells_in_words(last)
    others = [words for row in before if (words := _cells_in_words(row))]
    if not before:
        return said
    return f"{said}, below {'; '.join(others) if others else 'a row that differs in this'}"


def _cells_in_words(cells: Cells) -> str:
    return ", ".join(f"{name} {_shown(value)}" for name, value in cells.items())


def _shown(value: object) -> str:
    if value is None or value == "":
        return "(empty)"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return f"{value:,.10g}" if isinstance(value, float) else str(value)

"""Reading one cell of each kind: numbers, money, yes or no, codes, identifiers, texts.

Dates are in `assets.core.dates`, hours in `assets.core.hours`. Each reader takes tidied text that is not empty and
never guesses: what is not plainly the thing is a fault.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from types import MappingProxyType

from assets.core.dates import read_date
from assets.core.hours import hours_reader
from assets.core.reading import (
    EMPTY,
    LIKE_A_FORMULA,
    MONEY_SIGNS,
    NO_ID_MARKS,
    NO_TEXT_MARKS,
    NOTHING,
    NOTHING_MARKS,
    NOUGHT_DECIMALS,
    OTHER_CASE,
    OTHER_SPELLING,
    UNLISTED,
    UNREADABLE,
    WITH_UNIT,
    Reader,
    Reading,
    is_excel_error,
)
from assets.core.tidying import Tidier
from schemas.aliases import name_of
from schemas.codelist import CodeList
from schemas.codelists import code_list
from schemas.extract import Field
from schemas.folding import fold_code

#: Thousands never begin with a nought: "0,123" may be a decimal comma, and is no number here.
_WHOLE_PART = r"(?:[1-9]\d{0,2}(?:,\d{3})+|\d{1,20})"
_FIGURE = rf"(?:{_WHOLE_PART}(?:\.\d{{1,40}})?|\.\d{{1,40}})"
_NUMBER = re.compile(rf"[-+]?{_FIGURE}(?:[eE][-+]?\d{{1,3}})?", re.ASCII)
_INTEGER = re.compile(rf"([-+]?{_WHOLE_PART})(\.0+)?", re.ASCII)
_MONEY = re.compile(
    rf"(?P<open>\( ?)?(?P<sign>[-+] ?)?(?P<pound>\u00a3 ?)?(?P<inner>[-+] ?)?"
    rf"(?P<figure>{_FIGURE}|[1-9]\d{{0,2}}(?: \d{{3}})+(?:\.\d{{1,40}})?)(?P<behind> ?-)?(?P<close> ?\))?",
    re.ASCII,
)
_FINANCIAL_YEAR = re.compile(r"(\d{4})\s?[-/]\s?(\d{4}|\d{2})", re.ASCII)
#: The pattern by which `schemas` marks a financial year.
_FINANCIAL_YEAR_PATTERN = r"\d{4}-\d{2}"
#: Units that may stand behind a figure in a column of that unit.
_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "days": r" ?days?",
        "nights": r" ?nights?",
        "weeks": r" ?(?:weeks?|wks?)",
        "months": r" ?(?:months?|mths?)",
        "years": r" ?(?:years?|yrs?)",
    }
)
#: How a formula begins; a dash before a plain word opens a line of a list.
_FORMULA = re.compile(r"[=@]|[-+]\s*[\w.]*\(")
_WEEKLY = "hours a week"
_SAID_OUTRIGHT = frozenset({"yes", "no", "true", "false"})
#: A float holds every whole number up to here.
_WHOLE = 2**53


def is_financial_year(field: Field) -> bool:
    """True for a text that names a financial year, which has more than one spelling."""
    return field.pattern == _FINANCIAL_YEAR_PATTERN


def read_cell(text: str, tidy: Tidier, reader: Reader) -> Reading:
    """One cell as it stands in the file: tidied, then read.

    Args:
        text: the cell.
        tidy: what is taken off a cell of this kind.
        reader: the reader of its kind.

    Returns:
        What it says, with every repair made; nothing but spaces is an empty cell, without a repair.
    """
    tidied = tidy(text)
    if not tidied.text:
        return EMPTY
    reading = reader(tidied.text)
    if not tidied.repairs or reading.fault or reading is NOTHING:
        return reading
    return reading._replace(repairs=(*tidied.repairs, *reading.repairs))


def reader_for(field: Field) -> Reader:
    """The reader of a field's kind, marks for "not available" read as nothing."""
    if field.kind == "id":
        return read_id
    if field.kind == "text":
        return _text_reader(field)
    if field.code_list is not None:
        return code_reader(code_list(field.code_list))
    readers: dict[str, Reader] = {
        "date": read_date,
        "integer": _with_unit(read_integer, field),
        "number": _with_unit(read_number, field),
        "money": read_money,
        "hours": hours_reader(read_number, weekly=field.unit == _WEEKLY),
        "yes_no": read_yes_no,
    }
    return _or_nothing(readers[field.kind])


def _text_reader(field: Field) -> Reader:
    """The reader of a text: of a financial year, of something with a pattern, or of anything."""
    if is_financial_year(field):
        return read_financial_year
    if field.names is not None:
        return names_reader(field.names)
    return read_text if field.pattern is None else pattern_reader(field.pattern)


def _or_nothing(reader: Reader) -> Reader:
    """The same reader, after the marks that stand for nothing."""

    def read(text: str) -> Reading:
        """The mark, or else what the kind's own reader makes of it."""
        return NOTHING if text.casefold() in NOTHING_MARKS else reader(text)

    return read


def _with_unit(reader: Reader, field: Field) -> Reader:
    """The same reader, for figures with the column's own unit behind them too."""
    pattern = " ?%" if "%" in (field.unit or "") else _UNITS.get(field.unit or "")
    if pattern is None:
        return reader
    unit = re.compile(rf"(.*[0-9]){pattern}\.?", re.ASCII | re.IGNORECASE)

    def read(text: str) -> Reading:
        """The figure, without the unit if it has one."""
        match = unit.fullmatch(text)
        if match is None:
            return reader(text)
        figure = reader(match[1])
        return figure if figure.fault else figure._replace(repairs=(*figure.repairs, WITH_UNIT))

    return read


def read_number(text: str) -> Reading:
    """A number with a full stop for the decimals and, if any, commas between thousands."""
    if _NUMBER.fullmatch(text) is None:
        return UNREADABLE
    number = float(text.replace(",", ""))
    return Reading(number + 0.0) if math.isfinite(number) else UNREADABLE


def read_integer(text: str) -> Reading:
    """A whole number; decimals of nought are dropped. One shown as 1.2E+05 has lost figures, and is a fault."""
    match = _INTEGER.fullmatch(text)
    number = _WHOLE if match is None else int(match[1].replace(",", ""))
    if match is None or abs(number) >= _WHOLE:
        return UNREADABLE
    return Reading(number, (NOUGHT_DECIMALS,) if match[2] else ())


def read_money(text: str) -> Reading:
    """An amount in pounds: pound sign and spaces go, brackets or a minus behind make it negative."""
    plain = read_number(text)
    if not plain.fault:
        return plain
    match = _MONEY.fullmatch(text)
    if match is None or _signs(match) > 1 or bool(match["open"]) is not bool(match["close"]):
        return UNREADABLE
    number = float(re.sub(r"[, ]", "", match["figure"]))
    is_negative = match["open"] or match["behind"] or "-" in f"{match['sign']}{match['inner']}"
    return Reading((-number if is_negative else number) + 0.0, (MONEY_SIGNS,))


def _signs(match: re.Match[str]) -> int:
    """How many signs an amount has; brackets are one."""
    return sum(match[name] is not None for name in ("open", "sign", "inner", "behind"))


def read_yes_no(text: str) -> Reading:
    """Yes or no, in any of the ways `schemas.codelists` knows."""
    found = code_list("yes_no").read(text)
    if found is None:
        return UNREADABLE
    return Reading(found == "Yes", () if text.casefold() in _SAID_OUTRIGHT else (OTHER_SPELLING,))


def read_financial_year(text: str) -> Reading:
    """A financial year as 2014-15, from 2014/15 and 2014-2015 too; two years that do not follow are none."""
    match = _FINANCIAL_YEAR.fullmatch(text)
    if match is None:
        return UNREADABLE if is_excel_error(text) else Reading(text)
    if (int(match[1]) + 1) % 10 ** len(match[2]) != int(match[2]):
        return UNLISTED
    year = f"{match[1]}-{match[2][-2:]}"
    return Reading(year, () if year == text else (OTHER_SPELLING,))


def code_reader(codes: CodeList) -> Reader:
    """A reader of one code list: any spelling the list knows becomes the code."""
    known = codes.lookup()

    def read(text: str) -> Reading:
        """The code the text stands for."""
        folded = fold_code(text)
        code = known.get(folded)
        if code is None:
            return NOTHING if text.casefold() in NOTHING_MARKS else UNLISTED
        if code == text:
            return Reading(code)
        return Reading(code, (OTHER_CASE if folded == fold_code(code) else OTHER_SPELLING,))

    return read


def pattern_reader(pattern: str) -> Reader:
    """A reader of texts with a pattern: put in capitals where that alone makes them fit; else left to the rule."""
    fits = re.compile(pattern, re.ASCII)

    def read(text: str) -> Reading:
        """The text, in capitals if it must be."""
        if fits.fullmatch(text) is None and fits.fullmatch(text.upper()):
            return Reading(text.upper(), (OTHER_CASE,))
        return read_text(text)

    return read


def names_reader(table: str) -> Reader:
    """A reader of the names of one table of `schemas.aliases`: a body's other names become the one in use."""

    def read(text: str) -> Reading:
        """The name, or the text itself where the table does not have it."""
        reading = read_text(text)
        name = text if reading.value is None else name_of(table, text)
        return reading if name == text else Reading(name, (OTHER_SPELLING,))

    return read


def read_text(text: str) -> Reading:
    """Free text: anything but an Excel error."""
    if is_excel_error(text):
        return UNREADABLE
    if text.casefold() in NO_TEXT_MARKS:
        return NOTHING
    return Reading(text, (LIKE_A_FORMULA,) if _FORMULA.match(text) else ())


def read_id(text: str) -> Reading:
    """An identifier: anything but an Excel error and the marks for none."""
    if is_excel_error(text):
        return UNREADABLE
    return NOTHING if text.casefold() in NO_ID_MARKS else Reading(text)

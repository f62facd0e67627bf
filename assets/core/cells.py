"""Reading one cell of each kind: numbers, money, yes or no, codes, financial years. Dates are in `assets.core.dates`.

Each reader takes trimmed text that is not empty and never guesses: what is not plainly the thing is a fault.
"""

from __future__ import annotations

import re
import unicodedata

from assets.core.dates import read_date
from assets.core.reading import (
    EMPTY,
    MONEY_SIGNS,
    NO_ID_MARKS,
    NOT_AVAILABLE,
    NOTHING_MARKS,
    NOUGHT_DECIMALS,
    OTHER_SPELLING,
    TRIMMED,
    UNLISTED,
    UNREADABLE,
    Reader,
    Reading,
)
from schemas.codelist import CodeList
from schemas.codelists import code_list
from schemas.extract import Field
from schemas.folding import fold_code

_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][-+]?\d{1,2})?")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_FINANCIAL_YEAR = re.compile(r"(\d{4})\s?[-/\u2010-\u2015]\s?(\d{4}|\d{2})")
#: The pattern by which `schemas` marks a financial year.
_FINANCIAL_YEAR_PATTERN = r"\d{4}-\d{2}"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_SPACE = re.compile(r"[^\S\r\n\t ]")
#: A float holds every whole number up to here.
_WHOLE = 2**53


def is_financial_year(field: Field) -> bool:
    """True for a text that names a financial year, which has more than one spelling."""
    return field.pattern == _FINANCIAL_YEAR_PATTERN


def reader_for(field: Field) -> Reader:
    """The reader of a field's kind, marks for "not available" read as nothing."""
    if is_financial_year(field):
        return read_financial_year
    if field.code_list is not None:
        return code_reader(code_list(field.code_list))
    readers: dict[str, Reader] = {
        "date": read_date,
        "integer": read_integer,
        "number": read_number,
        "money": read_money,
        "hours": read_number,
        "yes_no": read_yes_no,
    }
    return _or_nothing(readers[field.kind])


def _or_nothing(reader: Reader) -> Reader:
    """The same reader, after the marks that stand for nothing."""

    def read(text: str) -> Reading:
        """The mark, or else what the kind's own reader makes of it."""
        return Reading(repair=NOT_AVAILABLE) if text.casefold() in NOTHING_MARKS else reader(text)

    return read


def read_number(text: str) -> Reading:
    """A number with a full stop for the decimals and, if any, commas between thousands."""
    return Reading(float(text.replace(",", ""))) if _is_number(text) else UNREADABLE


def _is_number(text: str) -> bool:
    """True for the whole text of a number, with a figure in it somewhere."""
    return _NUMBER.fullmatch(text) is not None and text[-1].isdecimal() and not text.casefold().startswith("e")


def read_integer(text: str) -> Reading:
    """A whole number; decimals of nought are dropped."""
    plain = text.replace(",", "")
    if not _is_number(text):
        return UNREADABLE
    if plain.lstrip("+-").isdecimal():
        return Reading(int(plain)) if abs(int(plain)) < _WHOLE else UNREADABLE
    number = float(plain)
    whole = number.is_integer() and abs(number) < _WHOLE
    return Reading(int(number), NOUGHT_DECIMALS) if whole else UNREADABLE


def read_money(text: str) -> Reading:
    """An amount in pounds: pound sign and spaces go, brackets or a minus behind make it negative."""
    bracketed = _BRACKETED.fullmatch(text)
    plain = re.sub(r"[\s\u00a3]", "", bracketed[1] if bracketed else text)
    if plain.endswith("-"):
        plain = f"-{plain[:-1]}"
    if not plain or not _is_number(plain) or (bracketed and plain[0] in "+-"):
        return UNREADABLE
    number = float(plain.replace(",", ""))
    return Reading(-number if bracketed else number, "" if plain == text else MONEY_SIGNS)


def read_yes_no(text: str) -> Reading:
    """Yes or no, in any of the ways `schemas.codelists` knows."""
    found = code_list("yes_no").read(text)
    return UNREADABLE if found is None else Reading(found == "Yes")


def read_financial_year(text: str) -> Reading:
    """A financial year as 2014-15, from 2014/15 and 2014-2015 too; years that do not follow are left to the rule."""
    match = _FINANCIAL_YEAR.fullmatch(text)
    if match is None or (int(match[1]) + 1) % 10 ** len(match[2]) != int(match[2]):
        return Reading(text)
    year = f"{match[1]}-{match[2][-2:]}"
    return Reading(year, "" if year == text else OTHER_SPELLING)


def code_reader(codes: CodeList) -> Reader:
    """A reader of one code list: any spelling the list knows becomes the code."""
    known = codes.lookup()

    def read(text: str) -> Reading:
        """The code the text stands for."""
        folded = fold_code(text)
        code = known.get(folded)
        if code is not None:
            return Reading(code, "" if folded == fold_code(code) else OTHER_SPELLING)
        return Reading(repair=NOT_AVAILABLE) if text.casefold() in NOTHING_MARKS else UNLISTED

    return read


def tidy_text(text: str) -> str:
    """Text without characters that do not show, each odd space a space, trimmed."""
    if text.isascii() and text.isprintable():  # nearly every cell: the blank is its only space
        return text.strip()
    return _SPACE.sub(" ", text.translate(_INVISIBLE)).strip()


def read_text(text: str) -> Reading:
    """Free text, tidied; nothing else is changed."""
    tidy = tidy_text(text)
    return Reading(tidy or None, "" if tidy == text else TRIMMED)


def read_id(text: str) -> Reading:
    """An identifier, tidied, its dashes plain, its letters and figures of one width."""
    tidy = unicodedata.normalize("NFKC", tidy_text(text)).translate(_DASHES)
    if not tidy:
        return EMPTY
    if tidy.casefold() in NO_ID_MARKS:
        return Reading(repair=NOT_AVAILABLE)
    return Reading(tidy, "" if tidy == text else TRIMMED)

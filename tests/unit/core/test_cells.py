"""Reading one cell of each kind, as officers, systems and publishers write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.core.cells import (
    code_reader,
    pattern_reader,
    read_cell,
    read_financial_year,
    read_id,
    read_integer,
    read_money,
    read_number,
    read_text,
    read_yes_no,
    reader_for,
)
from assets.core.reading import (
    MONEY_SIGNS,
    NOT_AVAILABLE,
    NOUGHT_DECIMALS,
    OTHER_CASE,
    OTHER_SPELLING,
    TRIMMED,
    TYPESET,
    UNLISTED,
    UNREADABLE,
    WITH_UNIT,
    Reading,
)
from assets.core.tidying import tidy_id, tidy_text, tidy_value
from schemas.codelists import code_list
from schemas.extract import Field


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        ("007", 7.0),
        ("-3.5", -3.5),
        ("1,234.5", 1234.5),
        (".5", 0.5),
        ("1e-05", 0.00001),
        ("1,234,567", 1234567.0),
    ],
)
def test_a_number_is_read(text: str, value: float) -> None:
    assert read_number(text) == Reading(value)


@pytest.mark.parametrize(
    "text",
    ["25+", "12%", "1,5", "0,123", "1 234", "5.", "-", "e5", "-e5", "nan", "inf", "1.2.3", "two", "1,23,456",
     "12\u00b9", "\u0661\u0662", "9" * 30, "9" * 5000],
)  # fmt: skip
def test_letters_in_a_number_are_a_fault(text: str) -> None:
    assert read_number(text) == UNREADABLE


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_every_number_survives_being_written_and_read(number: float) -> None:
    assert read_number(repr(number)).value == number


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("3", Reading(3)),
        ("-12", Reading(-12)),
        ("1,234", Reading(1234)),
        ("3.0", Reading(3, (NOUGHT_DECIMALS,))),
        ("3.5", UNREADABLE),
        ("three", UNREADABLE),
        ("99999999999999999999", UNREADABLE),
        ("9" * 5000, UNREADABLE),
        ("1E+05", UNREADABLE),
    ],
)
def test_a_whole_number_is_whole(text: str, reading: Reading) -> None:
    assert read_integer(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("1234.50", Reading(1234.5)),
        ("1,234.50", Reading(1234.5)),
        ("\u00a31,234", Reading(1234.0, (MONEY_SIGNS,))),
        ("\u00a3 1 234", Reading(1234.0, (MONEY_SIGNS,))),
        ("(1,234)", Reading(-1234.0, (MONEY_SIGNS,))),
        ("(\u00a312.50)", Reading(-12.5, (MONEY_SIGNS,))),
        ("-\u00a312", Reading(-12.0, (MONEY_SIGNS,))),
        ("12-", Reading(-12.0, (MONEY_SIGNS,))),
        ("0", Reading(0.0)),
        ("(-5)", UNREADABLE),
        ("\u00a3", UNREADABLE),
        ("()", UNREADABLE),
        ("12k", UNREADABLE),
        ("(5", UNREADABLE),
        ("5)", UNREADABLE),
        ("10 20", UNREADABLE),
        ("\u00a3\u00a35", UNREADABLE),
        ("--5", UNREADABLE),
        ("-5-", UNREADABLE),
        ("(0)", Reading(0.0, (MONEY_SIGNS,))),
    ],
)
def test_money_is_read_with_its_signs(text: str, reading: Reading) -> None:
    assert read_money(text) == reading


@pytest.mark.parametrize(("text", "value"), [("YES", True), ("TRUE", True), ("no", False), ("False", False)])
def test_yes_and_no_are_read_in_any_case(text: str, *, value: bool) -> None:
    assert read_yes_no(text) == Reading(value)


@pytest.mark.parametrize(("text", "value"), [("y", True), ("1", True), ("N", False), ("0", False)])
def test_a_letter_or_figure_for_yes_or_no_is_read_and_told(text: str, *, value: bool) -> None:
    assert read_yes_no(text) == Reading(value, (OTHER_SPELLING,))


def test_perhaps_is_neither_yes_nor_no() -> None:
    assert read_yes_no("perhaps") == UNREADABLE


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Male", Reading("Male")),
        ("male", Reading("Male", (OTHER_CASE,))),
        ("M", Reading("Male", (OTHER_SPELLING,))),
        ("-", Reading(None, (NOT_AVAILABLE,))),
        ("Klingon", UNLISTED),
    ],
)
def test_a_code_is_found_through_case_and_synonyms_or_is_a_fault(text: str, reading: Reading) -> None:
    assert code_reader(code_list("sex"))(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("2014-15", Reading("2014-15")),
        ("2014/15", Reading("2014-15", (OTHER_SPELLING,))),
        ("2014-2015", Reading("2014-15", (OTHER_SPELLING,))),
        ("1999/00", Reading("1999-00", (OTHER_SPELLING,))),
        ("2014/16", UNLISTED),
        ("2014-16", UNLISTED),
        ("2014-2016", UNLISTED),
        ("2014", Reading("2014")),
    ],
)
def test_a_financial_year_is_two_years_that_follow(text: str, reading: Reading) -> None:
    assert read_financial_year(text) == reading


@pytest.mark.parametrize("mark", ["x", "-", "..", "N/A", "[x]"])
@pytest.mark.parametrize("kind", ["date", "integer", "number", "money", "hours", "yes_no"])
def test_a_mark_for_not_available_is_missing_and_never_nought(mark: str, kind: str) -> None:
    field = Field("any", kind, "Any.")  # type: ignore[arg-type]
    assert reader_for(field)(mark) == Reading(None, (NOT_AVAILABLE,))


@pytest.mark.parametrize("kind", ["date", "integer", "number", "money", "hours", "yes_no", "id", "text"])
@pytest.mark.parametrize("error", ["#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#ref!", "########"])
def test_an_excel_error_is_a_fault_and_never_a_value(error: str, kind: str) -> None:
    field = Field("any", kind, "Any.")  # type: ignore[arg-type]
    assert reader_for(field)(error) == UNREADABLE


@pytest.mark.parametrize("kind", ["date", "integer", "number", "money", "hours", "yes_no", "id", "text"])
def test_excels_not_available_is_an_empty_cell(kind: str) -> None:
    field = Field("any", kind, "Any.")  # type: ignore[arg-type]
    assert reader_for(field)("#N/A") == Reading(None, (NOT_AVAILABLE,))


@pytest.mark.parametrize(
    ("kind", "unit", "text", "reading"),
    [
        ("integer", "months", "18 months", Reading(18, (WITH_UNIT,))),
        ("integer", "days", "1day", Reading(1, (WITH_UNIT,))),
        ("integer", "years", "2 yrs.", Reading(2, (WITH_UNIT,))),
        ("integer", "months", "3.0 months", Reading(3, (NOUGHT_DECIMALS, WITH_UNIT))),
        ("number", "as told: %, people", "34.5%", Reading(34.5, (WITH_UNIT,))),
        ("integer", "months", "18 weeks", UNREADABLE),
        ("integer", "months", "18m", UNREADABLE),
        ("number", "per 1,000", "34.5%", UNREADABLE),
        ("integer", "months", "months", UNREADABLE),
    ],
)
def test_a_figure_may_have_its_own_unit_behind_it_and_no_other(
    kind: str, unit: str, text: str, reading: Reading
) -> None:
    field = Field("any", kind, "Any.", unit)  # type: ignore[arg-type]
    assert reader_for(field)(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("E07000129", Reading("E07000129")),
        ("e07000129", Reading("E07000129", (OTHER_CASE,))),
        ("e0700012", Reading("e0700012")),
        ("#REF!", UNREADABLE),
    ],
)
def test_a_text_with_a_pattern_is_put_in_capitals_only_where_it_then_fits(text: str, reading: Reading) -> None:
    assert pattern_reader(r"[EWSNK]\d{8}")(text) == reading


def test_an_identifier_loses_what_does_not_show_and_keeps_its_noughts() -> None:
    assert read_cell("00\u20117\u200b\u00a0", tidy_id, read_id) == Reading("00-7", (TRIMMED, TYPESET))
    assert read_cell("N/A", tidy_id, read_id) == Reading(None, (NOT_AVAILABLE,))
    assert read_cell("\u00a0", tidy_id, read_id) == Reading()


def test_an_identifier_keeps_the_raised_figure_of_a_footnote_apart_from_its_own() -> None:
    assert read_cell("A12\u00b9", tidy_id, read_id) == Reading("A12\u00b9")


def test_text_keeps_its_dashes_and_lines() -> None:
    wanted = Reading("one \u2013 two\nthree", (TRIMMED,))
    assert read_cell(" one \u2013\u00a0two\nthree ", tidy_text, read_text) == wanted


def test_a_cell_that_is_faulty_all_the_same_is_told_once() -> None:
    assert read_cell(" tbc\u00a0", tidy_value, read_number) == UNREADABLE

"""Reading one cell of each kind, as officers, systems and publishers write it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.core.cells import (
    code_reader,
    read_financial_year,
    read_id,
    read_integer,
    read_money,
    read_number,
    read_text,
    read_yes_no,
    reader_for,
)
from assets.core.dates import read_date
from assets.core.reading import (
    MONEY_SIGNS,
    NO_DATE,
    NOT_AVAILABLE,
    NOUGHT_DECIMALS,
    OTHER_SPELLING,
    SERIAL_DATE,
    SHORT_YEAR,
    TRIMMED,
    UNLISTED,
    UNREADABLE,
    Reading,
)
from schemas.codelists import code_list
from schemas.extract import Field

OCTOBER_FIRST = date(2014, 10, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2014-10-01",
        "2014/10/1",
        "2014-10-01 00:00:00",
        "2014-10-01T09:30:00.000Z",
        "01/10/2014",
        "1/10/2014",
        "01-10-2014",
        "01.10.2014",
        "01/10/2014 00:00",
        "1 Oct 2014",
        "01-Oct-2014",
        "1st October 2014",
        "01 OCT 2014",
    ],
)
def test_a_date_is_read_in_every_usual_way(text: str) -> None:
    assert read_date(text) == Reading(OCTOBER_FIRST)


def test_the_day_stands_before_the_month() -> None:
    assert read_date("03/04/2014").value == date(2014, 4, 3)


@pytest.mark.parametrize(
    "text",
    ["31/02/2014", "29/02/2013", "10/25/2014", "2014-13-01", "32/01/2014", "00/01/2014", "1 Foo 2014", "tbc", "2014",
     "01/10-2014", "19999", "60001", "01/10/0014", "9999-12-31", "1 Oct 2014 or so", "\u0661/10/2014 x"],
)  # fmt: skip
def test_what_is_no_real_day_is_never_guessed(text: str) -> None:
    assert read_date(text) == UNREADABLE


@pytest.mark.parametrize("text", ["1900-01-01", "01/01/1900", "1900-01-01 00:00:00", "1899-12-30", "00:00:00"])
def test_the_first_day_of_1900_stands_for_none(text: str) -> None:
    assert read_date(text) == Reading(None, NO_DATE)


@pytest.mark.parametrize("text", ["41913", "41913.0", "41913.395833"])
def test_an_excel_serial_is_that_day_with_a_notice(text: str) -> None:
    """Excel shows 1 October 2014 for 41913: 30 December 1899 and 41,913 days."""
    assert date(1899, 12, 30) + timedelta(days=41913) == OCTOBER_FIRST
    assert read_date(text) == Reading(OCTOBER_FIRST, SERIAL_DATE)


@pytest.mark.parametrize(("text", "year"), [("01/10/14", 2014), ("1 Oct 98", 1998), ("01-10-49", 2049)])
def test_a_year_of_two_figures_is_the_one_it_must_mean(text: str, year: int) -> None:
    assert read_date(text) == Reading(date(year, 10, 1), SHORT_YEAR)


@given(
    st.dates(date(1900, 1, 2), date(2100, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d %b %Y"])
)
def test_every_day_survives_being_written_and_read(day: date, pattern: str) -> None:
    assert read_date(day.strftime(pattern)) == Reading(day)


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
    "text", ["25+", "12%", "1,5", "1 234", "5.", "-", "e5", "nan", "inf", "1.2.3", "two", "1,23,456"]
)
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
        ("3.0", Reading(3, NOUGHT_DECIMALS)),
        ("3.5", UNREADABLE),
        ("three", UNREADABLE),
        ("99999999999999999999", UNREADABLE),
    ],
)
def test_a_whole_number_is_whole(text: str, reading: Reading) -> None:
    assert read_integer(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("1234.50", Reading(1234.5)),
        ("1,234.50", Reading(1234.5)),
        ("\u00a31,234", Reading(1234.0, MONEY_SIGNS)),
        ("\u00a3 1 234", Reading(1234.0, MONEY_SIGNS)),
        ("(1,234)", Reading(-1234.0, MONEY_SIGNS)),
        ("(\u00a312.50)", Reading(-12.5, MONEY_SIGNS)),
        ("-\u00a312", Reading(-12.0, MONEY_SIGNS)),
        ("12-", Reading(-12.0, MONEY_SIGNS)),
        ("0", Reading(0.0)),
        ("(-5)", UNREADABLE),
        ("\u00a3", UNREADABLE),
        ("()", UNREADABLE),
        ("12k", UNREADABLE),
        ("(5", UNREADABLE),
    ],
)
def test_money_is_read_with_its_signs(text: str, reading: Reading) -> None:
    assert read_money(text) == reading


@pytest.mark.parametrize(
    ("text", "value"), [("YES", True), ("y", True), ("TRUE", True), ("1", True), ("No", False), ("0", False)]
)
def test_yes_and_no_are_read_in_every_usual_way(text: str, *, value: bool) -> None:
    assert read_yes_no(text) == Reading(value)


def test_perhaps_is_neither_yes_nor_no() -> None:
    assert read_yes_no("perhaps") == UNREADABLE


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Male", Reading("Male")),
        (" male".strip(), Reading("Male")),
        ("M", Reading("Male", OTHER_SPELLING)),
        ("-", Reading(None, NOT_AVAILABLE)),
        ("Klingon", UNLISTED),
    ],
)
def test_a_code_is_found_through_case_and_synonyms_or_is_a_fault(text: str, reading: Reading) -> None:
    assert code_reader(code_list("sex"))(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("2014-15", Reading("2014-15")),
        ("2014/15", Reading("2014-15", OTHER_SPELLING)),
        ("2014-2015", Reading("2014-15", OTHER_SPELLING)),
        ("1999/00", Reading("1999-00", OTHER_SPELLING)),
        ("2014/16", Reading("2014/16")),
        ("2014", Reading("2014")),
    ],
)
def test_a_financial_year_is_two_years_that_follow(text: str, reading: Reading) -> None:
    assert read_financial_year(text) == reading


@pytest.mark.parametrize("mark", ["x", "-", "..", "N/A", "[x]"])
@pytest.mark.parametrize("kind", ["date", "integer", "number", "money", "yes_no"])
def test_a_mark_for_not_available_is_missing_and_never_nought(mark: str, kind: str) -> None:
    field = Field("any", kind, "Any.")  # type: ignore[arg-type]
    assert reader_for(field)(mark) == Reading(None, NOT_AVAILABLE)


def test_an_identifier_loses_what_does_not_show_and_keeps_its_noughts() -> None:
    assert read_id("00\u20117\u200b\u00a0") == Reading("00-7", TRIMMED)
    assert read_id("N/A") == Reading(None, NOT_AVAILABLE)
    assert read_id("\u00a0") == Reading()


def test_text_keeps_its_dashes_and_lines() -> None:
    assert read_text(" one \u2013\u00a0two\nthree ") == Reading("one \u2013 two\nthree", TRIMMED)

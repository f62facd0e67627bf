"""PNC numbers: the check letter, and one spelling for all the ways a number is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.pnc import LETTERS, canonical, check_letter, letter_holds

YEARS = st.integers(0, 99)
SERIALS = st.integers(1, 9_999_999)
#: Numbers that the Ministry of Justice's own programs are tested with (hmpps-person-record); of no person.
PUBLISHED = ("2002/0073319Z", "1979/0163001B", "1981/0000034U", "2000/0000223R", "2003/0000003Y", "1967/9893091D")
PUBLISHED_WRONG = ("2003/0011985Z", "2012/0052494O", "2023/0583843N", "2001/0171310S")


@pytest.mark.parametrize("number", PUBLISHED)
def test_the_letter_of_a_published_example_holds(number: str) -> None:
    assert letter_holds(number)


@pytest.mark.parametrize("number", PUBLISHED_WRONG)
def test_the_letter_of_a_published_wrong_example_does_not_hold(number: str) -> None:
    assert not letter_holds(number)


def test_the_letter_is_the_remainder_by_23_without_i_o_and_s() -> None:
    # 03/0000003: 030000003 = 23 x 1304347 + 22, and the 22nd letter after Z is Y.
    assert check_letter(2003, 3) == "Y"
    assert len(set(LETTERS)) == 23
    assert not set(LETTERS) & set("IOS")


@given(year=YEARS, serial=SERIALS, place=st.integers(0, 6), figure=st.integers(0, 9))
def test_one_wrong_figure_of_the_serial_number_always_gives_another_letter(
    year: int, serial: int, place: int, figure: int
) -> None:
    figures = f"{serial:07d}"
    changed = figures[:place] + str(figure) + figures[place + 1 :]
    same = changed == figures
    # A figure changes the number by up to 9 times a power of ten, which 23, a prime, never divides.
    assert (check_letter(year, int(changed)) == check_letter(year, serial)) is same


@given(year=YEARS, serial=SERIALS)
def test_two_figures_changed_about_give_another_letter(year: int, serial: int) -> None:
    figures = f"{serial:07d}"
    swapped = figures[0] + figures[2] + figures[1] + figures[3:]
    assert (check_letter(year, int(swapped)) == check_letter(year, serial)) is (swapped == figures)


@given(year=YEARS, serial=SERIALS)
def test_every_way_to_write_a_number_is_one_number(year: int, serial: int) -> None:
    letter = check_letter(year, serial)
    written = {f"{year:02d}/{serial}{letter}", f"{year:02d}/{serial:07d}{letter}", f"20{year:02d}/{serial:07d}{letter}"}
    assert {canonical(text) for text in written} == {f"{year:02d}/{serial:07d}{letter}"}


@given(st.text())
def test_any_text_is_a_valid_number_or_none(text: str) -> None:
    found = canonical(text)
    assert found == "" or (letter_holds(found) and canonical(found) == found)


def test_serial_number_nought_is_nobodys() -> None:
    assert letter_holds("00/0000000Z")
    assert canonical("00/0000000Z") == ""

"""What is taken off a cell before it is read, and what never is."""

from __future__ import annotations

import pytest

from assets.core.reading import EXCEL_MARKS, TRIMMED, TYPESET
from assets.core.tidying import Tidied, tidy_id, tidy_text, tidy_value


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("25", Tidied("25")),
        (" 25 ", Tidied("25", (TRIMMED,))),
        ("25\u00a0", Tidied("25", (TRIMMED,))),
        ("\u200925\u200b", Tidied("25", (TRIMMED,))),
        ("\ufeffYes", Tidied("Yes", (TRIMMED,))),
        ("REFERRAL\r\nORDER", Tidied("REFERRAL ORDER", (TRIMMED,))),
        ("REFERRAL  ORDER", Tidied("REFERRAL ORDER", (TRIMMED,))),
        ("01\u201310\u20132014", Tidied("01-10-2014", (TYPESET,))),
        ("\u22125", Tidied("-5", (TYPESET,))),
        ("\uff12\uff15", Tidied("25", (TYPESET,))),
        ("\uff39\uff25\uff33", Tidied("YES", (TYPESET,))),
        ("\ufb01nal warning", Tidied("final warning", (TYPESET,))),
        ("Magistrates\u2019 court", Tidied("Magistrates' court", (TYPESET,))),
        ("'25", Tidied("25", (EXCEL_MARKS,))),
        ("\u201825", Tidied("25", (TYPESET, EXCEL_MARKS))),
        ('="0025"', Tidied("0025", (EXCEL_MARKS,))),
        ('="', Tidied('="')),
        ("25\u00b9", Tidied("25\u00b9")),
        ("2\u00bd", Tidied("2\u00bd")),
    ],
)
def test_a_value_is_left_bare_and_nothing_it_says_is_changed(text: str, tidied: Tidied) -> None:
    assert tidy_value(text) == tidied


def test_an_identifier_keeps_its_inner_spaces_and_its_noughts() -> None:
    assert tidy_id("='1") == Tidied("='1")
    assert tidy_id("'00  7 ") == Tidied("00  7", (TRIMMED, EXCEL_MARKS))


def test_a_text_keeps_its_apostrophe() -> None:
    assert tidy_text("'Tis so\u2019") == Tidied("'Tis so\u2019")

"""Names that whoever drops a file chooses, as they are shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.naming import LONGEST_NAME, NO_NAME, shown_name, shown_names


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("persons 2014-15 Q3.csv", "persons 2014-15 Q3.csv"),
        ("Pob\N{LATIN SMALL LETTER A WITH ACUTE}l.xlsx", "Pob\N{LATIN SMALL LETTER A WITH ACUTE}l.xlsx"),
        ("=cmd|' /C calc'!A0.csv", "=cmd|' /C calc'!A0.csv"),
        ("a\nYJ-F-0001: all is well.csv", "a\ufffdYJ-F-0001: all is well.csv"),
        ("\x1b[2Jpersons.csv", "\ufffd[2Jpersons.csv"),
        ("persons\u202evsc.exe", "persons\ufffdvsc.exe"),
        ("\udce9t\udce9.csv", "\ufffdt\ufffd.csv"),
        ("no\u00a0break.csv", "no break.csv"),
        ("   ", NO_NAME),
        ("", NO_NAME),
    ],
)
def test_a_name_is_shown_on_one_line_and_forwards(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_a_long_name_keeps_its_beginning_and_its_end() -> None:
    name = shown_name("persons " + "x" * 10_000 + " of October 2014.csv")
    assert len(name) == LONGEST_NAME
    assert name.startswith("persons xxx")
    assert name.endswith("\u2026 of October 2014.csv")


@given(st.text())
def test_any_name_becomes_text_that_can_be_kept_and_shown_and_stays_as_it_is(name: str) -> None:
    shown = shown_name(name)
    assert shown_name(shown) == shown
    assert 0 < len(shown) <= LONGEST_NAME
    assert not {unicodedata.category(character) for character in shown.encode().decode()} & {"Cc", "Cf", "Cs"}


def test_names_that_would_become_the_same_are_told_apart() -> None:
    assert shown_names(["a\x01", "a\x02", "b", "a\x03"]) == ["a\ufffd", "a\ufffd (2)", "b", "a\ufffd (3)"]

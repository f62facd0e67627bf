"""Masking keeps the shape of a value and nothing of the value."""

from __future__ import annotations

import string

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.masking import EMPTY, LONGEST, shape_of

#: Another letter for each letter, another digit for each digit.
OTHER = str.maketrans(
    string.ascii_letters + string.digits,
    string.ascii_letters[1:] + "a" + string.digits[1:] + "0",
)


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ("Smith", "AAAAA"),
        ("12/03/2000", "99/99/9999"),
        ("LE1 5WW", "AA9 9AA"),
        ("O'Brien-Jones", "A'AAAAA-AAA\u2026"),
        ("Zo\u00eb", "AAA"),
        ("\u0663\u00bd", "99"),
        (" x ", "A"),
        ("a\tb", "A A"),
        ("\U0001f600", "?"),
        (36526, "99999"),
        (-0.5, "-9.9"),
        (0, "9"),
        (True, "AAAA"),
        (pd.Timestamp("2000-02-29"), "9999-99-99 \u2026"),
    ],
)
def test_letters_become_a_and_digits_nine(value: object, shape: str) -> None:
    assert shape_of(value) == shape


@pytest.mark.parametrize("value", [None, "", "   ", float("nan"), pd.NA, pd.NaT])
def test_nothing_is_shown_as_empty(value: object) -> None:
    assert shape_of(value) == EMPTY


@given(st.text())
def test_a_mask_is_short_and_made_of_shapes_and_punctuation_only(value: str) -> None:
    shape = shape_of(value)
    if shape != EMPTY:
        assert 1 <= len(shape) <= LONGEST
        assert set(shape) <= {"A", "9", " ", "?", "\u2026"} | set(string.punctuation)


@given(st.text(string.ascii_letters + string.digits, min_size=1, max_size=40))
def test_two_values_of_one_shape_cannot_be_told_apart(value: str) -> None:
    twin = value.translate(OTHER)
    if {value, twin}.isdisjoint({"nan", "NaN", "NaT"}):
        assert shape_of(value) == shape_of(twin)

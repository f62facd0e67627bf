"""The list of quarters whose published return waits to be restated."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pipelines.platform.register.out_of_date import OutOfDate
from pipelines.platform.register.store import Register

NOON = datetime(2015, 2, 3, 12, tzinfo=UTC)
FOUND = OutOfDate("2014-15-Q3", NOON, 1, ("persons", "offences"), "Something newer has come.")


def test_a_quarter_out_of_date_is_listed_until_it_is_cleared(register: Register) -> None:
    register.out_of_date.mark(FOUND)
    register.out_of_date.mark(replace(FOUND, quarter_slug="2014-15-Q2"))
    assert [one.quarter_slug for one in register.out_of_date.all()] == ["2014-15-Q2", "2014-15-Q3"]
    assert register.out_of_date.of(FOUND.quarter_slug) == FOUND
    register.out_of_date.clear(FOUND.quarter_slug)
    register.out_of_date.clear(FOUND.quarter_slug)
    assert register.out_of_date.of(FOUND.quarter_slug) is None


def test_found_again_it_says_what_is_newer_and_keeps_when_it_was_first_found(register: Register) -> None:
    later = replace(FOUND, since=NOON + timedelta(days=1), extracts=("persons",))
    register.out_of_date.mark(FOUND)
    register.out_of_date.mark(later)
    assert register.out_of_date.of(FOUND.quarter_slug) == replace(later, since=NOON)


def test_of_another_version_it_is_out_of_date_anew(register: Register) -> None:
    anew = replace(FOUND, since=NOON + timedelta(days=1), version=2)
    register.out_of_date.mark(FOUND)
    register.out_of_date.mark(anew)
    assert register.out_of_date.of(FOUND.quarter_slug) == anew

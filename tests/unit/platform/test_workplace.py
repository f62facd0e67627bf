"""What follows a check is done once, after the last table that this process expects, and never changes a verdict."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace

QUARTER = Quarter.from_label("2014-15 Q3")


def test_it_is_done_after_the_last_table_expected_and_after_every_one_that_was_not(tmp_path: Path) -> None:
    place, done = Workplace(Settings(home=tmp_path)), []
    place.after_check = lambda _, quarter: done.append(quarter.slug)
    place.expect_checks(QUARTER, ["core_persons", "core_offences"])
    place.checked(QUARTER, "core_offences")
    assert done == []
    place.checked(QUARTER, "core_persons")
    assert done == [QUARTER.slug]
    place.checked(QUARTER, "core_cross_file_faults")
    assert done == [QUARTER.slug] * 2


def test_where_it_fails_its_kind_is_logged_and_no_word_of_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_place: Workplace, _quarter: Quarter) -> None:
        raise ValueError("Quincequill")

    place = Workplace(Settings(home=tmp_path))
    place.after_check = fail
    with caplog.at_level(logging.WARNING):
        place.checked(QUARTER, "core_persons")
    assert "ValueError" in caplog.text
    assert "Quincequill" not in caplog.text

"""A workplace opens what it holds when it is first used, all of it below one home."""

from __future__ import annotations

import logging
from pathlib import Path

import pandas as pd
import pytest

from pipelines.platform.context import context_tables
from pipelines.platform.engines import DuckDBEngine
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import Verdict
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace

Q3 = Quarter(2014, 3)


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(Settings(home=tmp_path / "home"))


def test_a_workplace_makes_nothing_before_it_is_used(place: Workplace) -> None:
    assert place.service.code == "YOS-LR"
    assert place.lake.root == place.settings.home / "lake"
    assert not place.settings.home.exists()


def test_the_register_is_ready_when_it_is_first_asked(place: Workplace) -> None:
    assert place.register.received(Q3.slug) == []
    assert (place.settings.home / "register.db").is_file()
    assert place.register is place.register
    place.register.close()


def test_a_quarters_inbox_is_there_for_officers_to_drop_files_in(place: Workplace) -> None:
    assert place.inbox(Q3).is_dir()
    assert place.inbox(Q3) == place.settings.inbox / "2014-15-Q3"
    assert place.returns(Q3) == place.settings.returns / "2014-15-Q3"


def test_statements_may_read_periods_areas_and_geographies_with_days_as_dates(place: Workplace) -> None:
    tables = context_tables(Q3, place.service)
    assert sorted(tables) == ["areas", "authorities", "geographies", "periods", "working_days"]
    sql = "SELECT DISTINCT typeof(period_start) AS s, typeof(months) AS m, typeof(is_current) AS c FROM periods"
    assert DuckDBEngine().query(sql, tables).iloc[0].tolist() == ["DATE", "BIGINT", "BOOLEAN"]


def test_the_verdict_on_a_table_is_taken_back_before_its_rows_change(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = pd.DataFrame({"n": [1]})
    place.replace_tables(Q3, "core_persons", {"core_persons": frame})
    place.register.record_verdict(Verdict(Q3.slug, "core_persons", passed=True, input_fingerprint="of the first"))
    place.register.record_verdict(Verdict(Q3.slug, "core_offences", passed=True, input_fingerprint="of another"))

    def die(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(place.lake, "write", die)
    with pytest.raises(RuntimeError):
        place.replace_tables(Q3, "core_persons", {"core_persons": frame})
    assert [verdict.table for verdict in place.register.verdicts(Q3.slug)] == ["core_offences"]


def test_what_follows_a_check_is_done_after_the_last_table_expected_and_after_every_one_that_was_not(
    place: Workplace,
) -> None:
    done: list[str] = []
    place.after_check = lambda _, quarter: done.append(quarter.slug)
    place.expect_checks(Q3, ["core_persons", "core_offences"])
    place.checked(Q3, "core_offences")
    assert done == []
    place.checked(Q3, "core_persons")
    assert done == [Q3.slug]
    place.checked(Q3, "core_cross_file_faults")
    assert done == [Q3.slug] * 2


def test_where_that_fails_its_kind_is_logged_and_no_word_of_it(
    place: Workplace, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_place: Workplace, _quarter: Quarter) -> None:
        raise ValueError("Quincequill")

    place.after_check = fail
    with caplog.at_level(logging.WARNING):
        place.checked(Q3, "core_persons")
    assert "ValueError" in caplog.text
    assert "Quincequill" not in caplog.text

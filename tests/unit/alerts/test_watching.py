"""Looking whether something is amiss, at given moments, and what Dagster's sensor tells of a failed run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import dagster as dg
import pytest

from assets.raw.expected import needed_extracts
from pipelines.alerts.alert import Alert, Kind, Step
from pipelines.alerts.failed import alert_of_run, tell_of_failed_runs
from pipelines.alerts.heartbeat import last_heartbeat
from pipelines.alerts.watching import amiss, daemon_silent
from pipelines.platform.errors import PassingFault
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace

Q3 = Quarter.from_label("2014-15 Q3")
CANARY = "Quincequill"
URL = "http://127.0.0.1:3000"


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(Settings(home=tmp_path / "home"))


def publish(place: Workplace, quarter: Quarter) -> None:
    figures = place.register.published_figures(quarter.slug, 1)
    place.register.publish(
        ReturnVersion(quarter.slug, "board", 1, "b.xlsx", "0" * 64, "0" * 64, date(2015, 1, 9)), figures
    )


def at(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 9, 0, tzinfo=UTC)


def test_before_the_day_of_reminding_missing_files_are_no_matter(place: Workplace) -> None:
    # 2014-15 Q3 ends on 31 December 2014; 1 January is a bank holiday, so the 7th working day after it is 12 January.
    assert amiss(place, at(2015, 1, 11)) == []
    (alert,) = amiss(place, at(2015, 1, 12))
    assert (alert.kind, alert.quarter) == (Kind.FILES_MISSING, Q3)
    assert alert.extracts == tuple(extract.name for extract in needed_extracts())


def test_once_the_return_is_made_nothing_is_amiss(place: Workplace) -> None:
    publish(place, Q3)
    assert amiss(place, at(2015, 1, 20)) == []


def test_a_week_before_the_board_meets_its_return_must_have_been_made(place: Workplace) -> None:
    # The service's Board sees 2014-15 Q3 on 13 March 2015.
    late = [Alert(Kind.RETURN_LATE, Q3, due=date(2015, 3, 13), link=URL)]
    days = {day: [a for a in amiss(place, at(2015, 3, day)) if a.kind is Kind.RETURN_LATE] for day in (5, 6, 13, 14)}
    assert days == {5: [], 6: late, 13: late, 14: []}


def test_a_register_that_cannot_be_asked_is_told_and_raises_nothing(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object) -> None:
        raise PassingFault("BR-603", CANARY, CANARY)

    monkeypatch.setattr(place.register, "latest", unreachable)
    assert amiss(place, at(2015, 1, 20)) == [Alert(Kind.UNSEEN)]


@pytest.mark.parametrize(("minutes", "silent"), [(0, 0), (10, 0), (11, 1), (60 * 24, 1)])
def test_a_daemon_is_silent_after_ten_minutes_without_a_sign(place: Workplace, minutes: int, silent: int) -> None:
    now = at(2015, 1, 20)
    assert len(list(daemon_silent(place, now - timedelta(minutes=minutes), now))) == silent


def test_a_daemon_that_never_ran_is_silent(place: Workplace) -> None:
    assert last_heartbeat(place.settings.dagster_storage) is None
    assert [a.kind for a in daemon_silent(place, None, at(2015, 1, 20))] == [Kind.DAEMON_SILENT]


@dg.op
def core_persons() -> None:
    """Fails as a step of ours does, and with a name in what it says after its code."""
    raise dg.Failure(description=f"YJ-C-0101: {CANARY} has no column.", allow_retries=False)


@dg.op
def core_offences() -> None:
    """Fails as a library does, quoting a cell."""
    raise KeyError(CANARY)


@dg.job
def failing() -> None:
    """Two steps that fail."""
    core_persons()
    core_offences()


@pytest.fixture
def failed() -> Iterator[tuple[dg.DagsterInstance, dg.ExecuteInProcessResult]]:
    instance = dg.DagsterInstance.ephemeral()
    tags = {"dagster/partition": Q3.key}
    yield instance, failing.execute_in_process(instance=instance, raise_on_error=False, tags=tags)
    instance.dispose()


def test_a_failed_run_is_told_by_quarter_steps_and_codes(
    failed: tuple[dg.DagsterInstance, dg.ExecuteInProcessResult],
) -> None:
    _, result = failed
    failures = [event for event in result.all_events if event.is_step_failure]
    alert = alert_of_run(result.dagster_run, failures, URL)
    assert alert == Alert(
        Kind.RUN_FAILED,
        Q3,
        steps=(Step("core_offences", ""), Step("core_persons", "YJ-C-0101")),
        link=f"{URL}/runs/{result.run_id}",
    )
    assert CANARY not in alert.subject + alert.body


def test_the_sensor_writes_one_line_with_no_word_of_what_was_raised(
    failed: tuple[dg.DagsterInstance, dg.ExecuteInProcessResult], place: Workplace
) -> None:
    instance, result = failed
    event = next(one for one in result.all_events if one.event_type == dg.DagsterEventType.PIPELINE_FAILURE)
    context = dg.build_run_status_sensor_context(
        "tell_of_failed_runs", event, instance, result.dagster_run, resources={"workplace": place}
    ).for_run_failure()
    tell_of_failed_runs(context)
    said = "".join(path.read_text(encoding="utf-8") for path in place.settings.logs.rglob("*") if path.is_file())
    assert "YJ-C-0101" in said
    assert CANARY not in said
    assert len((place.settings.logs / "alerts.log").read_text(encoding="utf-8").splitlines()) == 1

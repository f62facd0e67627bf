"""What each tick of the schedules comes to: by the day it was scheduled for, once, and with a reason for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import dagster as dg
import pytest

from pipelines.platform.partitions import quarter_partitions
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from pipelines.schedules import (
    RUN,
    all_schedules,
    day_of,
    quarterly_answer,
    reminder_answer,
    weekly_answer,
)
from schemas.running import Running

Q3 = Quarter(2014, 3)
DUE = date(2015, 1, 15)  # the tenth working day after 31 December 2014: see test_due


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    place = Workplace(Settings(home=tmp_path))
    yield place
    place.register.close()


def reason(answer: object) -> str:
    assert isinstance(answer, dg.SkipReason)
    return answer.skip_message or ""


def test_the_return_is_run_on_its_day_for_the_quarter_that_has_closed_with_its_label_as_a_tag(
    place: Workplace,
) -> None:
    answer = quarterly_answer(place, DUE, started=False)
    assert isinstance(answer, dg.RunRequest)
    assert answer.partition_key == "2014-10-01"
    assert answer.tags["quarter"] == "2014-15 Q3"


def test_before_its_day_the_reason_names_the_day(place: Workplace) -> None:
    assert reason(quarterly_answer(place, date(2015, 1, 14), started=False)) == (
        "The return of 2014-15 Q3 is run on 15 January 2015."
    )


def test_a_day_that_was_missed_is_made_up_for_once_and_not_for_ever(place: Workplace) -> None:
    later = date(2015, 1, 19)
    assert isinstance(quarterly_answer(place, later, started=False), dg.RunRequest)
    assert "already" in reason(quarterly_answer(place, later, started=True))
    assert "Press quarterly_return" in reason(quarterly_answer(place, date(2015, 1, 23), started=False))


def test_files_are_asked_for_on_one_day_only(place: Workplace) -> None:
    answer = reminder_answer(place, date(2015, 1, 12))
    assert isinstance(answer, dg.RunRequest)
    assert answer.partition_key == Q3.key
    assert "12 January 2015" in reason(reminder_answer(place, DUE))


def test_the_weekly_check_waits_for_the_first_file(place: Workplace) -> None:
    monday = date(2015, 1, 12)
    assert "Nothing has been dropped for 2014-15 Q3" in reason(weekly_answer(place, monday))
    (place.inbox(Q3) / "any.csv").write_text("a\n1\n", encoding="utf-8")
    first, second = weekly_answer(place, monday), weekly_answer(place, date(2015, 1, 19))
    assert isinstance(first, dg.RunRequest)
    assert isinstance(second, dg.RunRequest)
    assert first.partition_key == second.partition_key == Q3.key
    assert first.run_key != second.run_key


def test_a_quarter_before_the_services_history_is_not_asked_for(place: Workplace) -> None:
    for answer in (quarterly_answer(place, date(2007, 4, 19), started=False), reminder_answer(place, date(2007, 4, 1))):
        assert "before the service's history" in reason(answer)


def test_a_tick_is_judged_by_the_uk_day_it_was_scheduled_for_in_summer_too() -> None:
    """Half past eleven at night, Greenwich time, on 30 June is half past midnight on 1 July in London."""
    context = dg.build_schedule_context(scheduled_execution_time=datetime(2015, 6, 30, 23, 30, tzinfo=UTC))
    assert day_of(context) == date(2015, 7, 1)


def test_the_real_schedule_starts_the_quarter_once_whatever_the_clock_says(place: Workplace) -> None:
    schedule = next(one for one in all_schedules(place) if one.name == RUN)
    tick = datetime(2015, 1, 15, 6, tzinfo=UTC)
    with dg.instance_for_test() as instance:
        context = dg.build_schedule_context(instance=instance, scheduled_execution_time=tick)
        request = schedule(context)
        assert isinstance(request, dg.RunRequest)
        assert request.partition_key in quarter_partitions(place.service.history_from).get_partition_keys()
        tags = {"dagster/schedule_name": RUN, "dagster/partition": Q3.key}
        instance.add_run(dg.DagsterRun(job_name="quarterly_return", run_id=dg_run_id(), tags=tags))
        assert "already" in reason(schedule(context))


def dg_run_id() -> str:
    return "00000000-0000-4000-8000-000000000001"


def test_schedules_look_in_uk_time_at_the_services_hour_and_are_on(place: Workplace) -> None:
    for schedule in all_schedules(place):
        assert schedule.execution_timezone == "Europe/London"
        assert str(schedule.cron_schedule).startswith("0 6 ")
        assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING


def test_a_service_may_say_that_nothing_starts_by_itself(place: Workplace) -> None:
    quiet = place.service.model_copy(update={"running": Running(by_itself=False, hour=7)})
    place.__dict__["service"] = quiet
    assert {one.default_status for one in all_schedules(place)} == {dg.DefaultScheduleStatus.STOPPED}
    assert all(str(one.cron_schedule).startswith("0 7 ") for one in all_schedules(place))

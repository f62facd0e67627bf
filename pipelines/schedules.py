"""What begins by the calendar: the quarter's run, the question for missing files before it, the weekly check.

What belongs here: which quarter a tick is for, and why it starts nothing. A tick is judged by the time it was scheduled
for, never by the clock, so that a late one asks for the same quarter. The days themselves are in
`pipelines.platform.due`.
"""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import dagster as dg

from pipelines.jobs import CHECK_EXTRACTS, MISSING_FILES, QUARTERLY_RETURN
from pipelines.platform.due import Due, newest_closed
from pipelines.platform.partitions import PARTITION_TAG, TIMEZONE, tags_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace

RUN, REMIND, WEEKLY = "quarterly_run", "files_reminder", "weekly_check"
_SCHEDULE_TAG = "dagster/schedule_name"
#: What a tick comes to: a run, or why there is none.
Answer = dg.RunRequest | dg.SkipReason


def all_schedules(place: Workplace) -> list[dg.ScheduleDefinition]:
    """The schedules of the service, on unless its settings say that nothing starts by itself.

    Args:
        place: the service's workplace.
    """
    return [_quarterly_run(place), _files_reminder(place), _weekly_check(place)]


def day_of(context: dg.ScheduleEvaluationContext) -> date:
    """The day for which the tick was scheduled, as the wall calendar in the UK shows it."""
    return context.scheduled_execution_time.astimezone(ZoneInfo(TIMEZONE)).date()


def quarterly_answer(place: Workplace, day: date, started: bool) -> Answer:  # noqa: FBT001 (a fact, not a mode)
    """Whether the return of the newest closed quarter is run on a day.

    Args:
        place: the service's workplace.
        day: the day of the tick.
        started: whether this schedule has started it before.
    """
    due = Due.of(newest_closed(day), place.service.running)
    if early := _before_history(place, due.quarter):
        return early
    if started:
        return dg.SkipReason(f"The return of {due.quarter.label} has been run by this schedule already.")
    if day < due.run_on:
        return dg.SkipReason(f"The return of {due.quarter.label} is run on {_said(due.run_on)}.")
    if day > due.run_by:
        return dg.SkipReason(
            f"The return of {due.quarter.label} was to be run on {_said(due.run_on)}; it is too late to make up for "
            f"that by itself. Press {QUARTERLY_RETURN}."
        )
    return _request(due.quarter, RUN)


def reminder_answer(place: Workplace, day: date) -> Answer:
    """Whether it is told on a day which files of the newest closed quarter have not come.

    Args:
        place: the service's workplace.
        day: the day of the tick.
    """
    due = Due.of(newest_closed(day), place.service.running)
    if early := _before_history(place, due.quarter):
        return early
    if day != due.remind_on:
        return dg.SkipReason(f"The missing files of {due.quarter.label} are told on {_said(due.remind_on)}.")
    return _request(due.quarter, REMIND)


def weekly_answer(place: Workplace, day: date) -> Answer:
    """Whether the files of the newest closed quarter are checked again on a day.

    Args:
        place: the service's workplace.
        day: the day of the tick.
    """
    quarter = newest_closed(day)
    if early := _before_history(place, quarter):
        return early
    if not place.register.received(quarter.slug) and not any(place.inbox(quarter).iterdir()):
        return dg.SkipReason(f"Nothing has been dropped for {quarter.label} yet, so there is nothing to check.")
    return _request(quarter, f"{WEEKLY}:{day.isoformat()}")


def _before_history(place: Workplace, quarter: Quarter) -> dg.SkipReason | None:
    """Why a quarter is none of the service's; None where it is one."""
    if quarter >= Quarter.containing(place.service.history_from):
        return None
    return dg.SkipReason(f"{quarter.label} lies before the service's history.")


def _request(quarter: Quarter, why: str) -> dg.RunRequest:
    """A run of a quarter; the key is the same whenever the same tick is looked at again."""
    return dg.RunRequest(run_key=f"{why}:{quarter.slug}", partition_key=quarter.key, tags=tags_of(quarter.key))


def _said(day: date) -> str:
    """A date as officers write it."""
    return f"{day.day} {day:%B %Y}"


def _started_before(context: dg.ScheduleEvaluationContext, quarter: Quarter) -> bool:
    """Whether the schedule of the quarterly run has ever started this quarter."""
    tags = {_SCHEDULE_TAG: RUN, PARTITION_TAG: quarter.key}
    return context.instance.get_runs_count(dg.RunsFilter(tags=tags)) > 0


def _status(place: Workplace) -> dg.DefaultScheduleStatus:
    by_itself = place.service.running.by_itself
    return dg.DefaultScheduleStatus.RUNNING if by_itself else dg.DefaultScheduleStatus.STOPPED


def _quarterly_run(place: Workplace) -> dg.ScheduleDefinition:
    """The quarter's return, once, on its day."""
    running = place.service.running

    @dg.schedule(
        name=RUN,
        cron_schedule=f"0 {running.hour} * * 1-5",
        execution_timezone=TIMEZONE,
        job_name=QUARTERLY_RETURN,
        default_status=_status(place),
        description=f"Runs the return of the quarter that has closed, once, on working day "
        f"{running.run_after_working_days} after its end. Looks every morning and says when it is due.",
    )
    def quarterly_run(context: dg.ScheduleEvaluationContext) -> Answer:
        """The run of the quarter that closed last before the tick."""
        day = day_of(context)
        return quarterly_answer(place, day, _started_before(context, newest_closed(day)))

    return quarterly_run


def _files_reminder(place: Workplace) -> dg.ScheduleDefinition:
    """Which files have not come, some working days before the run."""
    running = place.service.running

    @dg.schedule(
        name=REMIND,
        cron_schedule=f"0 {running.hour} * * 1-5",
        execution_timezone=TIMEZONE,
        job_name=MISSING_FILES,
        default_status=_status(place),
        description=f"Says {running.remind_before_working_days} working days before the quarter's run which files "
        "have not come.",
    )
    def files_reminder(context: dg.ScheduleEvaluationContext) -> Answer:
        """The question for the files of the quarter that closed last before the tick."""
        return reminder_answer(place, day_of(context))

    return files_reminder


def _weekly_check(place: Workplace) -> dg.ScheduleDefinition:
    """The files of the current quarter checked again, each Monday."""

    @dg.schedule(
        name=WEEKLY,
        cron_schedule=f"0 {place.service.running.hour} * * 1",
        execution_timezone=TIMEZONE,
        job_name=CHECK_EXTRACTS,
        default_status=_status(place),
        description="Checks the files of the quarter that closed last, each Monday.",
    )
    def weekly_check(context: dg.ScheduleEvaluationContext) -> Answer:
        """The check of the quarter that closed last before the tick."""
        return weekly_answer(place, day_of(context))

    return weekly_check

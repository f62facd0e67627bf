"""Telling of a failed run, and looking every hour whether something else is amiss: Dagster's side of the alerts.

What belongs here: from a failed run to an alert, and the two sensors. Of what a step said only a code at its beginning
is taken over.
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import dagster as dg

from pipelines.alerts.alert import Alert, Kind, in_order, step_named
from pipelines.alerts.book import Said
from pipelines.alerts.watching import amiss, book_of
from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace

HOUR = 3600
_PARTITION = "dagster/partition"
#: Dagster says so of a broken-off run that it is about to start again.
_TRIED_AGAIN = "dagster/will_retry"


def alert_of_run(run: dg.DagsterRun, failures: Sequence[dg.DagsterEvent], ui_url: str) -> Alert:
    """The alert of a failed run.

    Args:
        run: the run.
        failures: the failures of its steps; none where its process died.
        ui_url: address of the pages.
    """
    steps = in_order(step_named(event.step_key or "", _sentence(event)) for event in failures)
    return Alert(Kind.RUN_FAILED, _quarter_of(run), steps=steps, link=f"{ui_url}/runs/{run.run_id}")


def _sentence(event: dg.DagsterEvent) -> str:
    """What the step said, where it was one of ours; what a library raised is not looked at."""
    said = event.step_failure_data.user_failure_data
    return (said.description if said else None) or ""


def _quarter_of(run: dg.DagsterRun) -> Quarter | None:
    try:
        return Quarter.from_key(run.tags[_PARTITION])
    except (KeyError, ValueError):
        return None


def said_quietly(place: Workplace, alerts: Iterable[Alert], now: datetime) -> Said:
    """Say alerts; whatever keeps them from being said breaks nothing, and is logged by its kind."""
    try:
        return book_of(place).say(alerts, now)
    except (OSError, BoardReturnsError) as error:
        logging.getLogger(__name__).warning("An alert could not be said (%s).", type(error).__name__)
        return Said()


@dg.run_failure_sensor(
    name="tell_of_failed_runs",
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Writes one line into logs/alerts.log for each failed run and, where a mail relay is set, sends one "
    "e-mail. Quarter, step, code, what to do: nothing else.",
)
def tell_of_failed_runs(context: dg.RunFailureSensorContext, workplace: dg.ResourceParam[Workplace]) -> None:
    """One alert a failed run, unless Dagster starts it again by itself."""
    run = context.dagster_run
    if run.tags.get(_TRIED_AGAIN) != "true":
        alert = alert_of_run(run, context.get_step_failure_events(), workplace.settings.ui_url)
        said_quietly(workplace, [alert], datetime.now(UTC))


@dg.sensor(
    name="look_for_what_is_amiss",
    minimum_interval_seconds=HOUR,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Every hour: tells of files that have not come and of a Board meeting without its return, and sends "
    "e-mails that the relay would not take before.",
)
def look_for_what_is_amiss(workplace: dg.ResourceParam[Workplace]) -> dg.SkipReason:
    """What `board-returns watch` does, but for the daemon, in which this runs."""
    now = datetime.now(UTC)
    said = said_quietly(workplace, amiss(workplace, now), now)
    return dg.SkipReason(f"{said.new} new alerts; {said.sent} e-mails sent, {said.waiting} wait.")


def alert_sensors() -> list[dg.SensorDefinition]:
    """The sensors that tell people."""
    return [tell_of_failed_runs, look_for_what_is_amiss]

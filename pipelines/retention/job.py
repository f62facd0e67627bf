"""The nightly job that lets go of what is kept no longer: Dagster's side of retention.

What belongs here: the job and its schedule. Until the service's settings say that it may, the job only counts.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import dagster as dg

from pipelines.platform.gate import told_plainly
from pipelines.platform.partitions import TIMEZONE
from pipelines.platform.workplace import Workplace
from pipelines.retention.plan import plan_of
from pipelines.retention.purge import Counts, due, purge
from pipelines.retention.words import sentences

RETENTION = "retention"


def purge_or_count(place: Workplace, instance: dg.DagsterInstance, now: datetime) -> Counts:
    """What the nightly job does: purge where the service lets it, else count.

    Args:
        place: the service's workplace.
        instance: Dagster's instance.
        now: the present moment, with its zone.
    """
    plan = plan_of(place, now.astimezone(ZoneInfo(TIMEZONE)).date())
    return (purge if place.service.retention.by_itself else due)(place, plan, instance)


@dg.op(name="let_go", description="Counts what is due or, where service.yaml says by_itself, deletes it.")
def let_go(context: dg.OpExecutionContext, workplace: dg.ResourceParam[Workplace]) -> None:
    """One purge, its counts kept as metadata."""
    with told_plainly():
        counts = purge_or_count(workplace, context.instance, datetime.now(UTC))
    context.add_output_metadata({"what": "\n".join(sentences(counts, done=workplace.service.retention.by_itself))})


@dg.job(
    name=RETENTION,
    description="Lets go of children's records, files and runs that are kept no longer, by the service's table. Until "
    "service.yaml says retention: by_itself, it only counts what is due. Nothing is to be filled in.",
)
def retention_job() -> None:
    """The job of one step."""
    let_go()


def retention_schedule() -> dg.ScheduleDefinition:
    """Every night, when nobody works."""
    return dg.ScheduleDefinition(
        name="retention_every_night",
        job=retention_job,
        cron_schedule="30 2 * * *",
        execution_timezone=TIMEZONE,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Each night at half past two: counts, or lets go of, what is kept no longer.",
    )

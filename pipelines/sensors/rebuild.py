"""The job rebuild_from goes on: when one quarter is restated, the next published one follows, the oldest first.

What belongs here: which quarter is next. One after the other, because a return shows what earlier returns told; a red
quarter ends the row, and going on from its failure takes the row up again.
"""

from __future__ import annotations

from collections.abc import Mapping

import dagster as dg

from pipelines.platform.partitions import PARTITION_TAG, tags_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace

NAME = "rebuild_goes_on"
#: Tag that holds a row of quarters together: the key of the quarter it began with.
BEGUN_WITH = "rebuild_from"
_BACKFILL_TAG = "dagster/backfill"
EVERY_SECONDS = 3


def next_published(place: Workplace, quarter: Quarter) -> Quarter | None:
    """The next quarter after one of which a return was published; None after the last.

    Args:
        place: the service's workplace.
        quarter: the quarter before it.
    """
    later = [slug for slug in place.register.publications.quarters() if slug > quarter.slug]
    return Quarter.from_label(later[0]) if later else None


def rebuild_answer(place: Workplace, run_id: str, tags: Mapping[str, str]) -> dg.RunRequest | dg.SkipReason:
    """What follows a run of rebuild_from that has ended well.

    Args:
        place: the service's workplace.
        run_id: the run.
        tags: its tags.
    """
    key = tags.get(PARTITION_TAG)
    if key is None or _BACKFILL_TAG in tags:
        return dg.SkipReason("The run was started for several quarters at once, so it names all it is for.")
    quarter = Quarter.from_key(key)
    following = next_published(place, quarter)
    if following is None:
        return dg.SkipReason(f"{quarter.label} is the newest quarter with a return: every one is made anew.")
    begun = tags.get(BEGUN_WITH, key)
    return dg.RunRequest(
        run_key=f"{run_id}:{following.slug}",
        partition_key=following.key,
        tags={**tags_of(following.key), BEGUN_WITH: begun},
    )


def rebuild_sensor(place: Workplace, job: dg.UnresolvedAssetJobDefinition) -> dg.SensorDefinition:
    """The sensor behind rebuild_from; always on, since it only goes on with what somebody pressed.

    Args:
        place: the service's workplace.
        job: the job rebuild_from.
    """

    @dg.run_status_sensor(
        run_status=dg.DagsterRunStatus.SUCCESS,
        name=NAME,
        monitored_jobs=[job],
        request_job=job,
        minimum_interval_seconds=EVERY_SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="After a quarter that rebuild_from has made anew, starts the next one that has a return.",
    )
    def rebuild_goes_on(context: dg.RunStatusSensorContext) -> dg.RunRequest | dg.SkipReason:
        """The next quarter's run."""
        return rebuild_answer(place, context.dagster_run.run_id, context.dagster_run.tags)

    return rebuild_goes_on

"""Everything Dagster loads, assembled in one place, with every part replaceable by a test.

Nothing else belongs here. Importing reads settings and the headers of the SQL files; it makes no folder and opens
no database.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg

from assets.report.mending.errors_file import write_errors
from assets.report.versions.late import judge_late
from pipelines.alerts.failed import alert_sensors
from pipelines.groups import all_assets
from pipelines.jobs import REBUILD_FROM, all_jobs
from pipelines.platform.partitions import PARTITION_TAG, QUARTER_TAG, quarter_partitions, tags_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings, load_settings
from pipelines.platform.workplace import Workplace
from pipelines.retention.job import retention_job, retention_schedule
from pipelines.schedules import all_schedules
from pipelines.sensors.drop import drop_sensor
from pipelines.sensors.late import late_sensor
from pipelines.sensors.rebuild import rebuild_sensor
from schemas.catalogue import EXTRACTS


def build_defs(
    *,
    settings: Settings | None = None,
    executor: dg.ExecutorDefinition = dg.in_process_executor,
    sql_root: Path | None = None,
) -> dg.Definitions:
    """The code location of one service.

    Args:
        settings: settings to use instead of the environment's.
        executor: how steps run; in process by default, since a process a step costs seconds.
        sql_root: the folder of the SQL files, if not the product's own.
    """
    workplace = Workplace(settings or load_settings())
    workplace.after_check = _after_check
    partitions = quarter_partitions(workplace.service.history_from)
    jobs = {job.name: job for job in all_jobs(partitions, EXTRACTS[0].raw_table)}
    return dg.Definitions(
        assets=all_assets(partitions, sql_root),
        jobs=[*jobs.values(), retention_job],
        schedules=[*all_schedules(workplace), retention_schedule()],
        sensors=[
            *alert_sensors(),
            drop_sensor(workplace),
            late_sensor(workplace),
            rebuild_sensor(workplace, jobs[REBUILD_FROM]),
        ],
        resources={"workplace": _for_one_run(workplace)},
        executor=executor,
    )


def _after_check(workplace: Workplace, quarter: Quarter) -> None:
    """What follows a check: the errors workbook is written, and returns that are out of date now are noted."""
    try:
        write_errors(workplace, quarter)
    finally:
        judge_late(workplace, quarter, EXTRACTS, datetime.now(UTC))


def _for_one_run(workplace: Workplace) -> dg.ResourceDefinition:
    """The workplace as a resource that lets go of the quarters it holds when a run ends, however it ends."""

    def lend(context: dg.InitResourceContext) -> Iterator[Workplace]:
        """The workplace, for as long as a run goes."""
        _label(context)
        try:
            yield workplace
        finally:
            workplace.locks.release()

    return dg.ResourceDefinition(contextmanager(lend), description="Folders, lake, register and settings.")


def _label(context: dg.InitResourceContext) -> None:
    """Give the run its quarter as a tag: the button Materialize of an asset belongs to no job that could."""
    run, instance = context.run, context.instance
    key = run.tags.get(PARTITION_TAG) if run is not None else None
    if run is not None and instance is not None and key is not None and QUARTER_TAG not in run.tags:
        instance.add_run_tags(run.run_id, tags_of(key))


defs = build_defs()

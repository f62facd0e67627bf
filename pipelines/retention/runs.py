"""Letting go of Dagster's runs: events, checks, logs of what they printed, and what its database files still hold.

What belongs here: Dagster's storage. Its own deletion of a run leaves the last event of each asset and the results of
checks behind, and its files keep what was deleted until they are written anew.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path

import dagster as dg
from sqlalchemy import column, delete, table, update

from pipelines.platform.partitions import PARTITION_TAG
from pipelines.platform.register.purging import forget_deleted

ENDED = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]
_CHECKS = table("asset_check_executions", column("run_id"))
_ASSETS = table("asset_keys", column("last_materialization"), column("last_run_id"))


def runs_going(instance: dg.DagsterInstance, before: date, keys: Collection[str]) -> list[str]:
    """Ids of the ended runs that go: those of old, and those of quarters that were let go of.

    Args:
        instance: Dagster's instance.
        before: runs created before that day go.
        keys: partition keys of the quarters.
    """
    filters = [dg.RunsFilter(statuses=ENDED, created_before=datetime.combine(before, time.min, UTC))]
    filters += [dg.RunsFilter(statuses=ENDED, tags={PARTITION_TAG: key}) for key in sorted(keys)]
    return sorted({run.run_id for one in filters for run in instance.get_runs(one)})


def let_runs_go(instance: dg.DagsterInstance, run_ids: Collection[str], folder: Path) -> None:
    """Delete runs with all that Dagster kept of them.

    Args:
        instance: Dagster's instance.
        run_ids: which runs.
        folder: where Dagster's storage lies, where it is in files.
    """
    for run_id in run_ids:
        with instance.event_log_storage.index_connection() as connection:  # type: ignore[attr-defined]
            connection.execute(delete(_CHECKS).where(_CHECKS.c.run_id == run_id))
            of_run = update(_ASSETS).where(_ASSETS.c.last_run_id == run_id)
            connection.execute(of_run.values(last_materialization=None))
        instance.delete_run(run_id)
        for path in (folder / "history" / "runs").glob(f"{run_id}.db*"):
            path.unlink(missing_ok=True)
        shutil.rmtree(folder / "storage" / run_id, ignore_errors=True)


def forget_runs(folder: Path) -> bool:
    """Write Dagster's database files anew without what was deleted from them.

    Args:
        folder: where its storage lies; nothing is done for a database server, which sees to that itself.

    Returns:
        False where one of them is in use just now, so that it has to be done again later.
    """
    # Each is tried, whatever became of the one before.
    settled = [_forget(path) for path in _databases(folder)]
    return all(settled)


def _databases(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*.db"))


def _forget(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            return forget_deleted(connection)
    except sqlite3.Error:
        return False

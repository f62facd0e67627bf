"""Whether Dagster's daemon is alive, as its storage tells.

What belongs here: reading the heartbeats. It is done from outside Dagster, for what is dead cannot say so itself.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import dagster as dg

#: Parts of the daemon without which nothing starts by itself.
NEEDED = ("SCHEDULER", "SENSOR", "QUEUED_RUN_COORDINATOR")


def last_heartbeat(folder: Path) -> datetime | None:
    """When the least lively of the parts that are needed last gave a sign.

    Args:
        folder: where Dagster's settings and storage lie.

    Returns:
        The moment; None where one of them never did, or nobody can tell: no daemon ever ran here, or its storage
        cannot be read.
    """
    if not (folder / "dagster.yaml").is_file():
        return None
    try:
        with dg.DagsterInstance.from_config(str(folder)) as instance:
            beats = instance.get_daemon_heartbeats()
    except Exception:  # noqa: BLE001 - whatever keeps the storage from answering, nobody can see the daemon
        return None
    moments = [beats[part].timestamp for part in NEEDED if part in beats]
    return datetime.fromtimestamp(min(moments), UTC) if len(moments) == len(NEEDED) else None

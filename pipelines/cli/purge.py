"""`board-returns purge`: lets go of what is kept no longer, or says what would go."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import dagster as dg
import typer

from pipelines.platform.partitions import TIMEZONE
from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace
from pipelines.retention.plan import plan_of
from pipelines.retention.purge import due, purge
from pipelines.retention.words import sentences


def purge_now(name: str, *, dry_run: bool) -> int:
    """Purge, or count, as of today.

    Args:
        name: who asks for it; the audit events keep it.
        dry_run: only count.

    Returns:
        0; 1 where something was left for the next time.
    """
    place = Workplace(load_settings())
    plan = plan_of(place, datetime.now(UTC).astimezone(ZoneInfo(TIMEZONE)).date())
    folder = place.settings.dagster_storage
    instance = dg.DagsterInstance.from_config(str(folder)) if (folder / "dagster.yaml").is_file() else None
    counts = due(place, plan, instance) if dry_run else purge(place, plan, instance, name)
    for sentence in sentences(counts, done=not dry_run):
        typer.echo(sentence)
    return int(bool(counts.busy or counts.unsettled))

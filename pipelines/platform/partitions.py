"""The one partition definition: quarters that have closed, named by their first day, in UK time.

What a quarter *is* belongs in `quarters`; only Dagster's view of it belongs here.
"""

from __future__ import annotations

from datetime import date

import dagster as dg

from pipelines.platform.quarters import Quarter

TIMEZONE = "Europe/London"
#: Dagster's own tag of a run of one partition: its key.
PARTITION_TAG = "dagster/partition"
#: Tag of every run: the quarter as officers say it, beside Dagster's own tag, which holds the first day.
QUARTER_TAG = "quarter"


def quarter_partitions(history_from: date) -> dg.TimeWindowPartitionsDefinition:
    """Closed quarters since the service's history begins; a new one appears by itself when it has closed.

    Args:
        history_from: first day of case history; its quarter is the first partition.
    """
    return dg.TimeWindowPartitionsDefinition(
        cron_schedule="0 0 1 1,4,7,10 *",
        start=Quarter.containing(history_from).key,
        fmt="%Y-%m-%d",
        timezone=TIMEZONE,
    )


def tags_of(key: str) -> dict[str, str]:
    """The tags of a run of one quarter.

    Args:
        key: the partition key, e.g. "2014-10-01".
    """
    return {QUARTER_TAG: Quarter.from_key(key).label}

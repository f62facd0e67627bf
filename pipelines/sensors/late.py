"""Proposing a restatement: a published return that is out of date is said so on its page, and nothing is started.

What belongs here: from the register's list to what stands on the page of the return. What makes a return out of date is
judged in `assets.report.versions.late`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import dagster as dg

from assets.report.board_return import ASSET, UP_TO_DATE_CHECK
from assets.report.versions.late import what_to_press
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.out_of_date import OutOfDate
from pipelines.platform.workplace import Workplace
from pipelines.sensors.status import default_status

NAME = "out_of_date_returns"
EVERY_SECONDS = 30


def news_of(found: Sequence[OutOfDate], cursor: str | None) -> list[OutOfDate]:
    """Those quarters out of date of which it has not been said yet.

    Args:
        found: the register's list.
        cursor: what has been said.
    """
    said = set(json.loads(cursor or "[]"))
    return [one for one in found if _mark(one) not in said]


def cursor_of(found: Sequence[OutOfDate]) -> str:
    """What has been said once all of these are; one that is restated and out of date again is said again."""
    return json.dumps([_mark(one) for one in found])


def _mark(one: OutOfDate) -> str:
    return f"{one.quarter_slug}:{one.version}:{','.join(one.extracts)}"


def proposal(one: OutOfDate) -> dg.AssetCheckEvaluation:
    """What is said on the page of the return: a warning beside its checks, with what to press.

    Args:
        one: the quarter out of date.
    """
    quarter = Quarter.from_label(one.quarter_slug)
    return dg.AssetCheckEvaluation(
        asset_key=dg.AssetKey(ASSET),
        check_name=UP_TO_DATE_CHECK,
        passed=False,
        severity=dg.AssetCheckSeverity.WARN,
        partition=quarter.key,
        description=f"{quarter.label}: {one.why} {what_to_press(quarter)}",
        metadata={
            "quarter": dg.MetadataValue.text(quarter.label),
            "version": dg.MetadataValue.int(one.version),
            "since": dg.MetadataValue.timestamp(one.since.timestamp()),
        },
    )


def late_sensor(place: Workplace) -> dg.SensorDefinition:
    """The sensor that proposes restatements.

    Args:
        place: the service's workplace.
    """

    @dg.sensor(
        name=NAME,
        minimum_interval_seconds=EVERY_SECONDS,
        default_status=default_status(place),
        description="Says on the page of the return which published quarters are out of date, because a late or "
        "corrected file has come since. Restating one is left to you.",
    )
    def out_of_date_returns(context: dg.SensorEvaluationContext) -> dg.SensorResult:
        """One warning for each quarter that is out of date since the last look."""
        found = place.register.out_of_date.all()
        news = news_of(found, context.cursor)
        if news:
            return dg.SensorResult(asset_events=[proposal(one) for one in news], cursor=cursor_of(found))
        told = f"{len(found)} published returns are out of date, and said to be so." if found else "All are up to date."
        return dg.SensorResult(skip_reason=told, cursor=cursor_of(found))

    return out_of_date_returns

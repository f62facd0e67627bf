"""Looking whether something is amiss: files that have not come, a Board without its return, a silent daemon.

What belongs here: from the register, the service's days and the present moment to alerts. Failed runs are told by
Dagster itself (`pipelines.alerts.failed`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from assets.raw.expected import missing_extracts
from pipelines.alerts.alert import Alert, Kind
from pipelines.alerts.book import AlertBook
from pipelines.platform.due import Due, newest_closed
from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.partitions import TIMEZONE
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace


def book_of(place: Workplace) -> AlertBook:
    """The service's book of alerts, in the home folder's `logs`."""
    settings = place.settings
    return AlertBook(settings.logs, settings.alerts, timedelta(hours=place.service.alerts.again_after_hours))


def amiss(place: Workplace, now: datetime) -> list[Alert]:
    """What the register and the service's days say is amiss.

    Args:
        place: the service's workplace.
        now: the present moment, with its zone.

    Returns:
        The alerts; where the register cannot be asked, one that says so.
    """
    try:
        return [*files_missing(place, now), *returns_late(place, now)]
    except BoardReturnsError:
        return [Alert(Kind.UNSEEN)]


def files_missing(place: Workplace, now: datetime) -> Iterator[Alert]:
    """The newest closed quarter, from its day of reminding on, while files lack and no return has been made."""
    today = _uk_day(now)
    quarter = newest_closed(today)
    if today < Due.of(quarter, place.service.running).remind_on or place.register.latest(quarter.slug):
        return
    if missing := missing_extracts(place, quarter):
        names = tuple(extract.name for extract in missing)
        yield Alert(Kind.FILES_MISSING, quarter, extracts=names, link=place.settings.ui_url)


def returns_late(place: Workplace, now: datetime) -> Iterator[Alert]:
    """Each Board meeting that is near, whose quarter has no return."""
    today, days = _uk_day(now), timedelta(days=place.service.alerts.return_days_before)
    for meeting in place.service.meetings:
        quarter = Quarter.from_label(meeting.data_quarter)
        near = meeting.meets_on - days <= today <= meeting.meets_on
        if near and place.register.latest(quarter.slug) is None:
            yield Alert(Kind.RETURN_LATE, quarter, due=meeting.meets_on, link=place.settings.ui_url)


def daemon_silent(place: Workplace, last: datetime | None, now: datetime) -> Iterator[Alert]:
    """The daemon, where its last sign is too old.

    Args:
        place: the service's workplace.
        last: when it last gave a sign; None where it never did.
        now: the present moment, with its zone.
    """
    if last is None or now - last > timedelta(minutes=place.service.alerts.daemon_minutes):
        yield Alert(Kind.DAEMON_SILENT, link=place.settings.ui_url)


def _uk_day(now: datetime) -> date:
    """The day it is in the service's country."""
    return now.astimezone(ZoneInfo(TIMEZONE)).date()

"""`board-returns watch`: looks from outside whether all is well; for cron, a systemd timer, or a scheduled task."""

from __future__ import annotations

from datetime import UTC, datetime

import typer

from pipelines.alerts.heartbeat import last_heartbeat
from pipelines.alerts.watching import amiss, book_of, daemon_silent
from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace


def watch() -> int:
    """Look once, say what is amiss, and send what waits.

    Returns:
        0 when nothing is amiss and no e-mail waits, else 1, so that a timer shows it too.
    """
    now = datetime.now(UTC)
    place = Workplace(load_settings())
    alerts = [*daemon_silent(place, last_heartbeat(place.settings.dagster_storage), now), *amiss(place, now)]
    said = book_of(place).say(alerts, now)
    for alert in alerts:
        typer.echo(alert.subject)
    if not alerts:
        typer.echo("Nothing is amiss.")
    if said.waiting:
        typer.echo(f"{said.waiting} e-mails wait: the relay does not take them.")
    return int(bool(alerts or said.waiting))

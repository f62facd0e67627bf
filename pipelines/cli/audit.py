"""`board-returns audit`: who did what, and whether what is kept of it still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace

if TYPE_CHECKING:
    from pipelines.platform.quarters import Quarter
    from pipelines.platform.register.chain import AuditEvent

WHAT_TO_DO = (
    "Tell IT and whoever answers for information security: the register was changed by other means than this program. "
    "Keep the register and audit-heads.txt as they are, and compare them with the last backup."
)


def verify_audit() -> int:
    """Say of each event that was altered, taken out, put in, moved or taken off the end what is wrong.

    Returns:
        1 if anything is, else 0.
    """
    audit = Workplace(load_settings()).register.audit
    found = audit.breaks()
    for one in found:
        typer.echo(f"Event {one.number}: {one.words}")
    typer.echo(f"Events: {len(audit.events())}. Breaks in their chain: {len(found) or 'none'}.")
    if found:
        typer.echo(WHAT_TO_DO)
    return int(bool(found))


def list_audit(quarter: Quarter | None) -> int:
    """List events, the oldest first, one line each.

    Args:
        quarter: only those of this quarter; None for all.

    Returns:
        0.
    """
    events = Workplace(load_settings()).register.audit.events(quarter.slug if quarter else None)
    for one in events:
        typer.echo(_line(one))
    typer.echo(f"{len(events)} events.")
    return 0


def _line(event: AuditEvent) -> str:
    told = " ".join(f"{name}={value}" for name, value in sorted(event.told.items()) if value != "")
    words = (event.quarter_slug.replace("-Q", " Q"), event.event, event.subject, f"by {event.who}", told)
    return f"{event.number}  {event.at:%Y-%m-%d %H:%M:%S}Z  {'  '.join(word for word in words if word)}"

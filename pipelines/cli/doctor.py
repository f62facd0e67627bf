"""`board-returns doctor`: what is configured, what is missing, and what to do, in plain words."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer
from pydantic import ValidationError

from pipelines.cli import installation
from pipelines.cli.finding import BAD, NOTE, OK, Finding
from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings, load_settings
from pipelines.platform.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path


def examine() -> int:
    """Look at everything and say it, one line a finding.

    Returns:
        0 when nothing has to be mended, else 1.
    """
    findings = list(_all_findings())
    for finding in findings:
        typer.echo(f"[{finding.state:<4}] {finding.text}")
    return int(any(finding.state == BAD for finding in findings))


def _all_findings() -> Iterator[Finding]:
    """Every finding, settings first: without them nothing else can be looked at."""
    yield Finding(OK, f"Python {sys.version.split()[0]}")
    try:
        settings = load_settings()
    except ValidationError as error:
        for line in error.errors():
            name = "BOARD_RETURNS_" + "_".join(str(part) for part in line["loc"]).upper()
            yield Finding(BAD, f"{name}: {line['msg']}. Correct it in the environment.")
        return
    place = Workplace(settings)
    for look in (_home, _service, _register, _installation, _drop, _office):
        yield from _guarded(look, place)


def _guarded(look: Callable[[Workplace], Iterator[Finding]], place: Workplace) -> Iterator[Finding]:
    """The findings of one look; a fault of ours becomes a finding."""
    try:
        yield from look(place)
    except BoardReturnsError as error:
        yield Finding(BAD, str(error))


def _home(place: Workplace) -> Iterator[Finding]:
    """The folder everything is kept in."""
    home = place.settings.home
    if not home.exists():
        yield Finding(NOTE, f"Home folder {home} does not exist yet; the first run makes it (BOARD_RETURNS_HOME).")
        return
    writable = os.access(home, os.W_OK)
    yield Finding(OK if writable else BAD, f"Home folder {home}" + ("" if writable else " cannot be written to."))
    free = shutil.disk_usage(home).free // 2**30
    yield Finding(OK if free else BAD, f"{free} GiB free on its disk")
    if os.name == "posix" and (open_folders := [f.name for f in _private(place.settings) if _is_open(f)]):
        yield Finding(BAD, f"Others can read {', '.join(open_folders)} in the home folder: run chmod 700 on them.")


def _private(settings: Settings) -> tuple[Path, ...]:
    """Folders that hold children's records."""
    return (settings.inbox, settings.received, settings.lake, settings.errors, settings.dagster_storage)


def _is_open(folder: Path) -> bool:
    """True when somebody else on the machine may look into the folder."""
    return folder.exists() and bool(folder.stat().st_mode & 0o077)


def _service(place: Workplace) -> Iterator[Finding]:
    """Whose returns these are."""
    service = place.service
    yield Finding(OK, f"Service {service.name}, {len(service.areas)} areas, history from {service.history_from}")


def _register(place: Workplace) -> Iterator[Finding]:
    """The register's database; its password is never shown."""
    kind = "PostgreSQL" if place.settings.register_url.startswith("postgres") else "SQLite in the home folder"
    if kind.startswith("SQLite") and not place.settings.home.exists():
        yield Finding(NOTE, f"Register: {kind}, made by the first run")
        return
    place.register.received("never")
    yield Finding(OK, f"Register: {kind}, answers")


def _installation(place: Workplace) -> Iterator[Finding]:
    """What a production install has besides."""
    from pipelines.alerts.heartbeat import last_heartbeat  # noqa: PLC0415 - loads Dagster

    settings, now = place.settings, datetime.now(UTC)
    yield from installation.disk(settings)
    yield from installation.server(settings)
    yield from installation.reach(settings)
    yield from installation.sign_on(settings)
    yield from installation.daemon(last_heartbeat(settings.dagster_storage), now)
    yield from installation.backups(settings, now)


def _drop(place: Workplace) -> Iterator[Finding]:
    """What lies in the inbox for the newest quarter with a folder, and what has not come."""
    from schemas.catalogue import EXTRACTS  # noqa: PLC0415 - only this look needs the extracts

    quarters = sorted(_quarters(place))
    if not quarters:
        latest = Quarter.containing(datetime.now(UTC).date()).previous
        yield Finding(NOTE, f"The inbox is empty: drop files in {place.settings.inbox / latest.slug}")
        return
    newest = quarters[-1]
    files = sum(1 for path in (place.settings.inbox / newest.slug).iterdir() if path.is_file())
    yield Finding(OK, f"{newest.label}: {files} files in the inbox")
    missing = [
        extract.title for extract in EXTRACTS if extract.required and not place.register.in_force(extract, newest.slug)
    ]
    if missing:
        yield Finding(NOTE, f"{newest.label}: not received yet: {', '.join(missing)}")


def _quarters(place: Workplace) -> Iterator[Quarter]:
    """Quarters that have a folder in the inbox."""
    if place.settings.inbox.is_dir():
        for folder in place.settings.inbox.iterdir():
            try:
                yield Quarter.from_label(folder.name)
            except ValueError:
                continue


def _office(_place: Workplace) -> Iterator[Finding]:
    """LibreOffice, for printing a return without Excel."""
    found = shutil.which("soffice") is not None
    yield Finding(
        OK if found else NOTE, "LibreOffice " + ("is installed" if found else "is not installed (nothing needs it)")
    )

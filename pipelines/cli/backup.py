"""`board-returns backup` and `restore`: the installation copied away whole while in use, and brought back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import typer

from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace
from pipelines.upkeep.backup import back_up
from pipelines.upkeep.restore import Restored, restore


def make_backup(folder: Path, *, lake: bool, runs: bool) -> int:
    """Make a backup and say where it lies, how much it is and how long it took.

    Args:
        folder: where backups go.
        lake: the tables too.
        runs: Dagster's own storage too.

    Returns:
        1 when something in it is not what was received, else 0.
    """
    place, begun = Workplace(load_settings()), monotonic()
    made = back_up(place, folder, datetime.now(UTC), lake=lake, runs=runs)
    typer.echo(f"Backup: {made.folder}")
    typer.echo(f"{_amount(len(made.manifest.files), made.manifest.size)}, {monotonic() - begun:.1f} seconds.")
    typer.echo(f"SHA-256 of its manifest.json: {made.seal}")
    typer.echo("It holds children's records: keep it where only those may read who may read the home folder.")
    if made.passed_over:
        typer.echo(f"Note: {made.passed_over} files of the inbox could not be read just now and are not in it.")
    if made.damaged:
        typer.echo(f"MEND: {made.damaged} received files are not what was received. Restore them from an older backup.")
    return int(made.damaged > 0)


def restore_backup(backup: Path, into: Path | None) -> int:
    """Restore a backup and say what verifying it came to.

    Args:
        backup: the backup's folder.
        into: the home folder; that of the settings if None.

    Returns:
        1 when a published file is not what was published, else 0.
    """
    settings, begun = load_settings(), monotonic()
    if into is not None:
        settings = type(settings)(**{**settings.model_dump(), "home": into})
    done = restore(backup, settings)
    typer.echo(
        f"Restored to {settings.home}: {_amount(len(done.manifest.files), done.manifest.size)}, "
        f"{monotonic() - begun:.1f} seconds."
    )
    _tell_verified(done)
    return int(not done.verified.holds)


def _tell_verified(done: Restored) -> None:
    """What was found, and what to do next."""
    for one in done.verified.findings:
        typer.echo(f"{'' if one.is_fault else 'Note: '}{one.place}: {one.words}")
    typer.echo(
        f"Versions verified: {done.verified.versions}. Faults: {sum(f.is_fault for f in done.verified.findings)}."
    )
    if done.lacking:
        typer.echo(
            f"Note: {done.lacking} files the register knows as received were not in the backup (purged before it)."
        )
    if "lake" not in done.manifest.parts:
        typer.echo(
            "The tables were not in the backup: run a quarter again to make its tables; its return stays the same."
        )


def _amount(files: int, size: int) -> str:
    return f"{files} files, {size / 2**20:.1f} MiB"

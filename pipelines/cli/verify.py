"""`board-returns verify`: whether every published file is still what was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from assets.report.versions.verify import verify
from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace

if TYPE_CHECKING:
    from pipelines.platform.quarters import Quarter

WHAT_TO_DO = (
    "Tell IT. Put the file back from a backup of the folder of returns; its SHA-256 is in manifest and register. "
    "Do not edit a published file; a correction makes the next version."
)


def verify_returns(quarter: Quarter | None) -> int:
    """Say of each published file that is altered, missing or too many what is wrong.

    Args:
        quarter: which quarter; None for all.

    Returns:
        1 if anything is, else 0.
    """
    done = verify(Workplace(load_settings()), quarter)
    for one in done.findings:
        typer.echo(f"{'' if one.is_fault else 'Note: '}{one.place}: {one.words}")
    faults = sum(one.is_fault for one in done.findings)
    typer.echo(f"Versions looked at: {done.versions}. Files: {done.files}. Faults: {faults or 'none'}.")
    if not done.holds:
        typer.echo(WHAT_TO_DO)
    return 0 if done.holds else 1

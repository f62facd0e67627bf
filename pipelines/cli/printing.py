"""`board-returns print`: the newest version of a quarter's return as files for printing."""

from __future__ import annotations

import typer

from assets.report.editions.printable import print_newest
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace


def print_return(quarter: Quarter) -> int:
    """Make the printable files of the newest version and say where they lie.

    Returns:
        0.

    Raises:
        BoardReturnsError: there is no version, LibreOffice is not installed, or it did not make a file.
    """
    printed = print_newest(Workplace(load_settings()), quarter)
    made = "made" if printed.new else "there already"
    typer.echo(f"Version {printed.version} of the return of {quarter.label}, for printing ({made}):")
    for path in printed.files:
        typer.echo(str(path))
    return 0

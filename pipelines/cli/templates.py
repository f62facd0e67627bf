"""`board-returns templates`: an empty file for each extract, or the workbook for a quarter's Board papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from rich.progress import track

from pipelines.platform.errors import BoardReturnsError

if TYPE_CHECKING:
    from pathlib import Path

    from pipelines.platform.quarters import Quarter


def write_templates(folder: Path) -> int:
    """Write one workbook per extract; a file that is already there is never overwritten.

    Args:
        folder: where to; made if missing.

    Returns:
        0.

    Raises:
        BoardReturnsError: the folder cannot be written to.
    """
    from assets.report.workbook.templates import write_template  # noqa: PLC0415 - XlsxWriter loads when needed
    from schemas.catalogue import EXTRACTS  # noqa: PLC0415 - as above

    try:
        folder.mkdir(parents=True, exist_ok=True)
        missing = [extract for extract in EXTRACTS if not (folder / f"{extract.name}.xlsx").exists()]
        for extract in track(missing, description="Writing templates", transient=True):
            write_template(extract, folder / f"{extract.name}.xlsx")
    except OSError as error:
        raise BoardReturnsError(
            "YJ-P-0004",
            f"Templates cannot be written to {folder} ({error.strerror}).",
            "Name a folder you may write to.",
        ) from error
    kept = len(EXTRACTS) - len(missing)
    typer.echo(
        f"{len(missing)} templates written to {folder}" + (f"; {kept} were there and were left." if kept else ".")
    )
    return 0


def write_board_papers(folder: Path, quarter: Quarter) -> int:
    """Write the workbook given out for a quarter's Board papers; one that is already there is never overwritten.

    Args:
        folder: where to; made if missing.
        quarter: the quarter whose papers are asked for.

    Returns:
        0.

    Raises:
        BoardReturnsError: the folder cannot be written to.
    """
    from assets.report.mending.given_out import given_out  # noqa: PLC0415 - loads when needed
    from assets.report.workbook.given_out import write_given_out  # noqa: PLC0415 - as above
    from pipelines.groups import book  # noqa: PLC0415 - as above
    from pipelines.platform.settings import load_settings  # noqa: PLC0415 - as above
    from pipelines.platform.workplace import Workplace  # noqa: PLC0415 - as above

    path = folder / f"board-papers-{quarter.slug}.xlsx"
    if path.exists():
        typer.echo(f"{path} was there and was left: somebody may be filling it in.")
        return 0
    given = given_out(Workplace(load_settings()), quarter, [item.measure for item in book().measures])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_given_out(given, path)
    except OSError as error:
        raise BoardReturnsError(
            "YJ-P-0004",
            f"The workbook cannot be written to {folder} ({error.strerror}).",
            "Name a folder you may write to.",
        ) from error
    typer.echo(f"{path} written; fill it in and drop it into the inbox of {quarter.label}.")
    return 0

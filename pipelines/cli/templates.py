"""`board-returns templates`: an empty file for each extract, for services without an export of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from rich.progress import track

from pipelines.platform.errors import BoardReturnsError

if TYPE_CHECKING:
    from pathlib import Path


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

"""LibreOffice, where this machine has it: turning a workbook into a printable file.

What belongs here: finding the program and running it once, with a profile of its own and a time limit. Which workbooks
are printed is in `assets.report.editions.printable`.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from pipelines.platform.errors import PassingFault, PermanentFault

NAMES = ("soffice", "libreoffice")
#: Seconds that one workbook may take; the largest takes a minute, several on a busy machine.
SECONDS = 600


def office() -> str | None:
    """The command of LibreOffice; None where it is not installed or not on the path."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def require_office() -> str:
    """The command of LibreOffice.

    Raises:
        PermanentFault: it is not installed, or not on the path.
    """
    found = office()
    if found is None:
        raise PermanentFault(
            "BR-801",
            "LibreOffice is not installed here, so no printable file was made; the workbooks are not touched by it.",
            "Open the workbook and print it, or have LibreOffice installed and its command soffice on the path.",
        )
    return found


def make_pdf(command: str, workbook: Path, folder: Path, seconds: int = SECONDS) -> Path:
    """Turn one workbook into a PDF of the same name.

    Args:
        command: what `office` found.
        workbook: the workbook; it is only read.
        folder: where the PDF goes.
        seconds: how long it may take.

    Returns:
        The PDF.

    Raises:
        PassingFault: LibreOffice did not make it, or not in time.
    """
    made = folder / f"{workbook.stem}.pdf"
    with tempfile.TemporaryDirectory() as profile:
        words = [command, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
        words += ["--convert-to", "pdf", "--outdir", str(folder), str(workbook)]
        finished = _ran(words, seconds)
    if not finished or not made.is_file():
        raise PassingFault(
            "BR-802",
            f"LibreOffice did not turn {workbook.name} into a printable file"
            + ("." if finished else f" within {seconds} seconds."),
            "Try again when the machine has less to do; if it goes on, open the workbook and print it by hand.",
        )
    return made


def _ran(words: list[str], seconds: int) -> bool:
    """Run a command to its end, it and whatever it starts; False where it was ended for taking too long."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(words, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - our own words
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what still runs: the command starts the program proper as a process of its own."""
    if sys.platform == "win32":
        process.kill()
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        finally:
            process.wait()

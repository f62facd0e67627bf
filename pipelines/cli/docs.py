"""`make docs`: writes the documents that are generated, so that they cannot drift from the code.

Usage: python -m pipelines.cli.docs [--picture]; the picture of the scorecard needs LibreOffice and pdftoppm.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import typer

from assets.indicators.run import measures
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import PROJECT_ROOT, load_settings
from pipelines.platform.workplace import Workplace
from schemas.catalogue import EXTRACTS
from schemas.dictionary import data_dictionary, error_catalogue

DOCS = PROJECT_ROOT / "docs"
DOTS_PER_INCH = 80
SCORECARD_PAGES = ("-f", "3", "-l", "3")


def generated() -> dict[Path, str]:
    """Every generated document: where it lies and what it must say."""
    return {
        DOCS / "data-dictionary.md": data_dictionary(EXTRACTS, measures()),
        DOCS / "error-catalogue.md": error_catalogue(),
    }


def write_documents() -> None:
    """Write the generated documents."""
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8", newline="\n")
        typer.echo(f"written: {path.relative_to(PROJECT_ROOT)}")


def picture_scorecard(workbook: Path, target: Path) -> None:
    """A picture of the workbook's scorecard, as LibreOffice prints it.

    Args:
        workbook: the return.
        target: the png file to write.
    """
    with tempfile.TemporaryDirectory() as folder:
        office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
        subprocess.run([*office, "--outdir", folder, str(workbook)], check=True, capture_output=True)  # noqa: S603 - our own words
        paper = Path(folder) / f"{workbook.stem}.pdf"
        picture = Path(folder) / "page"
        words = [
            "pdftoppm",
            "-png",
            "-r",
            str(DOTS_PER_INCH),
            *SCORECARD_PAGES,
            "-singlefile",
            str(paper),
            str(picture),
        ]
        subprocess.run(words, check=True, capture_output=True)  # noqa: S603 - our own words
        shutil.copy(picture.with_suffix(".png"), target)


def latest_workbook() -> Path:
    """The newest version of the demo's return in the home folder."""
    place, quarter = Workplace(load_settings()), Quarter.from_label("2014-15 Q3")
    version = place.register.latest(quarter.slug)
    if version is None:
        sys.exit("Run board-returns demo first.")
    return place.returns(quarter) / f"v{version.version}" / version.file_name


if __name__ == "__main__":
    write_documents()
    if "--picture" in sys.argv:
        picture_scorecard(latest_workbook(), DOCS / "scorecard.png")

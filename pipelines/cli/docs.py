"""`make docs`: writes the documents that are generated, so that they cannot drift from the code.

Usage: python -m pipelines.cli.docs [--measures-read | --picture]. `--measures-read` writes only which measures read
which extract, which the documents are made from; the picture of the scorecard needs LibreOffice and pdftoppm.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import typer

from assets.indicators.reads import extracts_by_measure, measures_by_extract
from assets.indicators.run import core_statements, measures
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import PROJECT_ROOT, load_settings
from pipelines.platform.workplace import Workplace
from schemas.catalogue import EXTRACTS
from schemas.dictionary import data_dictionary
from schemas.error_catalogue import error_catalogue

DOCS = PROJECT_ROOT / "docs"
MEASURES_READ = PROJECT_ROOT / "schemas" / "measures_read.py"
MEASURES_READ_HEAD = '''"""Which measures read which extract, as the headers of the SQL files say.

Generated: `python -m pipelines.cli.docs --measures-read` writes it, nobody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_LINES = """
'''
MEASURES_READ_FOOT = '''"""

#: Extract -> ids of the measures that rest on it, through the core tables, sorted.
MEASURES_READ: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name.strip(): tuple(ids.split()) for name, _, ids in (line.partition(":") for line in _LINES.split("\\n\\n"))}
)
'''
DOTS_PER_INCH = 150
#: Dots of paper kept round the words.
MARGIN = 20
#: First word of the scorecard's page.
SCORECARD_BEGINS = "Scorecard,"
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def generated() -> dict[Path, str]:
    """Every generated document: where it lies and what it must say."""
    return {
        DOCS / "data-dictionary.md": data_dictionary(EXTRACTS, measures()),
        DOCS / "error-catalogue.md": error_catalogue(),
    }


def measures_read() -> str:
    """The module `schemas.measures_read` as it must be."""
    found = measures_by_extract(extracts_by_measure(measures(), core_statements(), EXTRACTS))
    entries = [textwrap.fill(f"{name}: {' '.join(ids)}", 118, break_on_hyphens=False) for name, ids in found.items()]
    return MEASURES_READ_HEAD + "\n\n".join(entries) + MEASURES_READ_FOOT


def write_measures_read() -> None:
    """Write which measures read which extract; the documents are then made by a new run."""
    MEASURES_READ.write_text(measures_read(), encoding="utf-8", newline="\n")


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
        paper = _printed(workbook, Path(folder))
        frame = _frame_of(paper, SCORECARD_BEGINS)
        picture = Path(folder) / "page"
        subprocess.run(["pdftoppm", *frame, str(paper), str(picture)], check=True, capture_output=True)  # noqa: S603, S607 - our own words
        shutil.copy(picture.with_suffix(".png"), target)


def _printed(workbook: Path, folder: Path) -> Path:
    """The workbook as LibreOffice prints it, a pdf in a folder."""
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
    subprocess.run([*office, "--outdir", str(folder), str(workbook)], check=True, capture_output=True)  # noqa: S603 - our own words
    return folder / f"{workbook.stem}.pdf"


def _frame_of(paper: Path, begins: str) -> list[str]:
    """Words for pdftoppm: the page that begins with a word, cut to what is written on it.

    Raises:
        StopIteration: no page begins so.
    """
    asked = ["pdftotext", "-bbox", str(paper), "-"]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words
    pages = [WORD.findall(page) for page in told.split("<page ")[1:]]
    number, words = next((n, found) for n, found in enumerate(pages, 1) if found and found[0][4] == begins)
    scale = DOTS_PER_INCH / 72  # pdftotext counts in points
    left, top = (max(0, int(min(float(word[i]) for word in words) * scale) - MARGIN) for i in (0, 1))
    right, bottom = (int(max(float(word[i]) for word in words) * scale) + MARGIN for i in (2, 3))
    place = ["-x", str(left), "-y", str(top), "-W", str(right - left), "-H", str(bottom - top)]
    return ["-png", "-singlefile", "-r", str(DOTS_PER_INCH), "-f", str(number), "-l", str(number), *place]


def latest_workbook() -> Path:
    """The newest version of the demo's return in the home folder."""
    place, quarter = Workplace(load_settings()), Quarter.from_label("2014-15 Q3")
    version = place.register.latest(quarter.slug)
    if version is None:
        sys.exit("Run board-returns demo first.")
    return place.returns(quarter) / f"v{version.version}" / version.file_name


if __name__ == "__main__":
    write_measures_read()
    if "--measures-read" in sys.argv:
        sys.exit()
    # The documents quote the list just written, which this process read before.
    subprocess.run([sys.executable, "-c", "from pipelines.cli.docs import write_documents as w; w()"], check=True)
    if "--picture" in sys.argv:
        picture_scorecard(latest_workbook(), DOCS / "scorecard.png")

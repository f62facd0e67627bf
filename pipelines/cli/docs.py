"""`make docs`: writes the documents that are generated, so that they cannot drift from the code.

Usage: python -m pipelines.cli.docs [--measures-read | --picture]. `--measures-read` writes only which measures read
which extract, which the documents are made from; the pictures of the packs need LibreOffice and pdftoppm.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import typer

from assets.indicators.reads import extracts_by_measure, measures_by_extract
from assets.indicators.run import core_statements, measures
from pipelines.cli.pictures import picture_pages
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
#: Quarters of the sample whose returns are pictured: one of each theme, and the first of the next year.
PICTURED = ("2014-15 Q1", "2014-15 Q2", "2014-15 Q3", "2014-15 Q4", "2015-16 Q1")


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


def picture_packs() -> None:
    """Pictures of the newest return of each quarter in the home folder; the scorecard of 2014-15 Q3 is README's."""
    place = Workplace(load_settings())
    for quarter in (Quarter.from_label(label) for label in PICTURED):
        version = place.register.latest(quarter.slug)
        if version is None:
            typer.echo(f"no return of {quarter.label}: run board-returns demo for it first")
            continue
        workbook = place.returns(quarter) / f"v{version.version}" / version.file_name
        for picture in picture_pages(workbook, DOCS, f"pack-{quarter.slug.lower()}"):
            typer.echo(f"written: {picture.relative_to(PROJECT_ROOT)}")
    scorecard = DOCS / "pack-2014-15-q3-scorecard.png"
    if scorecard.exists():
        shutil.copy(scorecard, DOCS / "scorecard.png")


if __name__ == "__main__":
    write_measures_read()
    if "--measures-read" in sys.argv:
        sys.exit()
    # The documents quote the list just written, which this process read before.
    subprocess.run([sys.executable, "-c", "from pipelines.cli.docs import write_documents as w; w()"], check=True)
    if "--picture" in sys.argv:
        picture_packs()

"""Pictures of a return's pages, as LibreOffice prints them: for the documents, and for the tests to look at.

What belongs here: printing a workbook without its long sheets, finding the page of a sheet, and cutting it to what is
written on it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipelines.platform.office import make_pdf, require_office

DOTS_PER_INCH = 110
#: Dots of paper kept round the words.
MARGIN = 20
POINTS_PER_INCH = 72
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)</word>')
#: Name of a picture -> the word that its page begins with.
PAGES = {"contents": "Contents", "scorecard": "Scorecard,", "measure": "FTE-01"}


def picture_pages(workbook: Path, target: Path, stem: str, pages: Mapping[str, str] = PAGES) -> list[Path]:
    """Pictures of a workbook's pages, `<stem>-<name>.png`; of a page that is not there none is made.

    Args:
        workbook: the return.
        target: the folder to write to.
        stem: how the names of the files begin.
        pages: name of each picture, with the word that its page begins with.
    """
    with tempfile.TemporaryDirectory() as folder:
        paper = printed(workbook, Path(folder))
        found = {name: (number, words) for number, words in _pages(paper) for name, begins in pages.items()
                 if words and words[0][4] == begins}  # fmt: skip
        return [_picture(paper, *found[name], target / f"{stem}-{name}.png") for name in pages if name in found]


def printed(workbook: Path, folder: Path) -> Path:
    """The workbook as LibreOffice prints it, a pdf in a folder.

    Raises:
        PermanentFault: LibreOffice is not installed.
        PassingFault: LibreOffice did not make it.
    """
    (folder / "copy").mkdir()
    return make_pdf(require_office(), Path(shutil.copy(workbook, folder / "copy")), folder)


def words_of(paper: Path) -> str:
    """The words of a pdf, page after page."""
    asked = ["pdftotext", "-layout", str(paper), "-"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words


def _pages(paper: Path) -> Iterator[tuple[int, list[tuple[str, ...]]]]:
    """Each page's number and words, the last page first, so that of pages that begin alike the first is kept."""
    asked = ["pdftotext", "-bbox", str(paper), "-"]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words
    pages = [WORD.findall(page) for page in told.split("<page ")[1:]]
    yield from reversed(list(enumerate(pages, 1)))


def _picture(paper: Path, number: int, words: list[tuple[str, ...]], target: Path) -> Path:
    """One page, cut to what is written on it."""
    scale = DOTS_PER_INCH / POINTS_PER_INCH
    left, top = (max(0, int(min(float(word[side]) for word in words) * scale) - MARGIN) for side in (0, 1))
    right, bottom = (int(max(float(word[side]) for word in words) * scale) + MARGIN for side in (2, 3))
    place = ["-x", str(left), "-y", str(top), "-W", str(right - left), "-H", str(bottom - top)]
    frame = ["-png", "-singlefile", "-r", str(DOTS_PER_INCH), "-f", str(number), "-l", str(number), *place]
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page"
        subprocess.run(["pdftoppm", *frame, str(paper), str(picture)], check=True, capture_output=True)  # noqa: S603, S607 - our own words
        shutil.copy(picture.with_suffix(".png"), target)
    return target

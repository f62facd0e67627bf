"""What the library holds: quarters, their versions and editions, as the register knows them.

What belongs here: from register and folders to typed data. Only what is registered is there: a run registers a version
last, so one half published is on no shelf.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from assets.report.inputs import theme_of_quarter
from assets.report.mending.errors_file import newest_errors
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.out_of_date import OutOfDate
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.workplace import Workplace

BOARD = "board"
_SLUG = re.compile(r"20\d\d-\d\d-Q[1-4]")
_VERSION = re.compile(r"v([1-9]\d{0,4})")


@dataclass(frozen=True, slots=True)
class ShelfQuarter:
    """One quarter in the list.

    Attributes:
        quarter: the quarter.
        theme: its theme, in the service's words.
        newest: number of the newest version; None before the first.
        published_at: when that was published (UTC).
        out_of_date: why a restatement is due; None where none is.
    """

    quarter: Quarter
    theme: str
    newest: int | None
    published_at: datetime | None
    out_of_date: OutOfDate | None


@dataclass(frozen=True, slots=True)
class ShelfEdition:
    """One file of a version.

    Attributes:
        version: the register's entry.
        title: what the edition is called.
        size: bytes of the file; None where it is gone.
    """

    version: ReturnVersion
    title: str
    size: int | None


@dataclass(frozen=True, slots=True)
class ShelfVersion:
    """One version and its editions, the Board's first.

    Attributes:
        number: the version.
        editions: its files.
    """

    number: int
    editions: tuple[ShelfEdition, ...]


class Shelf:
    """What there is to read.

    Args:
        place: the service's workplace.
        titles: name of each edition by its key; one that is not named is called by its key.
    """

    def __init__(self, place: Workplace, titles: Mapping[str, str]) -> None:
        self._place = place
        self._titles = titles

    def quarters(self, *, with_repairs: bool) -> list[ShelfQuarter]:
        """Every quarter of which there is something to read, the newest first.

        Args:
            with_repairs: also those of which there is an errors workbook only.
        """
        newest: dict[str, ReturnVersion] = {}
        for version in self._place.register.publications.versions():
            if version.edition == BOARD:
                newest[version.quarter_slug] = version
        slugs = {*newest, *(self._repair_slugs() if with_repairs else ())}
        late = {one.quarter_slug: one for one in self._place.register.out_of_date.all()}
        found = [self._listed(slug, newest.get(slug), late.get(slug)) for slug in sorted(slugs, reverse=True)]
        return [one for one in found if one is not None]

    def versions(self, quarter: Quarter) -> list[ShelfVersion]:
        """The quarter's versions, the newest first."""
        kept = sorted(self._place.register.versions(quarter.slug), key=_by_version, reverse=True)
        return [
            ShelfVersion(number, tuple(self._editions(group)))
            for number, group in groupby(kept, key=lambda one: one.version)
        ]

    def version(self, quarter: Quarter, number: int, edition: str) -> ReturnVersion | None:
        """The register's entry of one edition of one version; None where there is none."""
        kept = self._place.register.versions(quarter.slug, edition)
        return next((one for one in kept if one.version == number), None)

    def title(self, edition: str) -> str:
        """What an edition is called."""
        return self._titles.get(edition, edition.replace("-", " ").capitalize())

    def out_of_date(self, quarter: Quarter) -> OutOfDate | None:
        """Why a restatement of the quarter is due; None where none is."""
        return self._place.register.out_of_date.of(quarter.slug)

    def repair(self, quarter: Quarter) -> Path | None:
        """The quarter's newest errors workbook; None where none was written."""
        path = newest_errors(self._place, quarter)
        folder = self._place.settings.errors
        return path if path is not None and path.parent == folder and not path.is_symlink() else None

    def file_of(self, version: ReturnVersion) -> Path:
        """Where an edition's file lies, if it is there."""
        return self._place.settings.returns / version.quarter_slug / f"v{version.version}" / version.file_name

    def _repair_slugs(self) -> Iterator[str]:
        """Quarters of which an errors workbook was written, known by the folders that officers drop files in."""
        folder = self._place.settings.inbox
        for path in folder.iterdir() if folder.is_dir() else ():
            quarter = quarter_of(path.name)
            if quarter is not None and self.repair(quarter) is not None:
                yield quarter.slug

    def _listed(self, slug: str, newest: ReturnVersion | None, late: OutOfDate | None) -> ShelfQuarter | None:
        quarter = quarter_of(slug)
        if quarter is None:
            return None
        service = self._place.service
        theme = service.themes.get(theme_of_quarter(quarter, service), "")
        number, at = (newest.version, newest.published_at) if newest else (None, None)
        return ShelfQuarter(quarter, theme, number, at, late)

    def _editions(self, versions: Iterable[ReturnVersion]) -> Iterator[ShelfEdition]:
        for one in sorted(versions, key=lambda version: (version.edition != BOARD, version.edition)):
            path = self.file_of(one)
            yield ShelfEdition(one, self.title(one.edition), path.stat().st_size if path.is_file() else None)


def quarter_of(slug: str) -> Quarter | None:
    """The quarter of a slug in an address; None for whatever else stands there, also a quarter written otherwise."""
    if _SLUG.fullmatch(slug) is None:
        return None
    try:
        quarter = Quarter.from_label(slug)
    except ValueError:
        return None
    return quarter if quarter.slug == slug else None


def number_of(text: str) -> int | None:
    """The number of a version in an address, as "v2"; None for whatever else stands there."""
    match = _VERSION.fullmatch(text)
    return int(match[1]) if match and match[1].isascii() else None


def _by_version(version: ReturnVersion) -> int:
    return version.version

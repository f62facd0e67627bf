"""The library's pages as HTML, from typed data; whatever stands in a page is escaped by the templates.

What belongs here: which template shows what, and how dates and sizes are written.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipelines.library.access import Visitor
from pipelines.library.changed import Changed
from pipelines.library.shelf import ShelfQuarter, ShelfVersion
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.out_of_date import OutOfDate

_HERE = Path(__file__).parent
STYLE = _HERE / "static" / "style.css"
_LONDON = ZoneInfo("Europe/London")
_KILO = 1024


class Pages:
    """The pages of one installation.

    Args:
        service: the service's name.
        contact: whom a reader asks.
        base: path before every address, "" or as "/library", where a proxy serves the library below one.
    """

    def __init__(self, service: str, contact: str, base: str) -> None:
        self._common = {"service": service, "contact": contact, "base": base}

    def quarters(self, visitor: Visitor, listed: list[ShelfQuarter]) -> str:
        """The list of quarters."""
        return self._page("quarters.html", visitor=visitor, quarters=listed)

    def quarter(
        self, visitor: Visitor, quarter: Quarter, versions: list[ShelfVersion], late: OutOfDate | None, *, repair: bool
    ) -> str:
        """One quarter with its versions.

        Args:
            visitor: who reads.
            quarter: the quarter.
            versions: its versions, the newest first.
            late: why a restatement is due, if one is.
            repair: whether there is an errors workbook.
        """
        found = {"quarter": quarter, "versions": versions, "late": late, "repair": repair}
        return self._page("quarter.html", visitor=visitor, **found)

    def changes(self, visitor: Visitor, quarter: Quarter, number: int, changed: Changed | None) -> str:
        """What one version says otherwise than the one before."""
        return self._page("changes.html", visitor=visitor, quarter=quarter, number=number, changed=changed)

    def about(self, visitor: Visitor) -> str:
        """What the library is and how to use it."""
        return self._page("about.html", visitor=visitor)

    def trouble(self, code: str, title: str, words: str, fix: str) -> str:
        """What is wrong and what to do; says nothing of what was asked for."""
        return self._page("trouble.html", visitor=None, code=code, title=title, words=words, fix=fix)

    def _page(self, template: str, **values: Any) -> str:  # noqa: ANN401 (whatever a template shows)
        return _templates().get_template(template).render(**self._common, **values)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"moment": moment, "size": size}
    return made


def moment(at: datetime | None) -> str:
    """A moment as readers here write it, e.g. "3 March 2015, 14:05"."""
    if at is None:
        return "not known"
    here = at.astimezone(_LONDON)
    return f"{here.day} {here:%B %Y, %H:%M}"


def size(count: int | None) -> str:
    """A file's size, e.g. "695 kB"."""
    if count is None:
        return "missing"
    return f"{max(1, round(count / _KILO)):,} kB"

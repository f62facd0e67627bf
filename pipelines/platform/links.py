"""Where a reader finds something: the address of the returns library where it is set, else the path on this machine.

What belongs here: the library's addresses as others print them. What is served there belongs to the library.
"""

from __future__ import annotations

from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings


def repair_link(settings: Settings, quarter: Quarter) -> str:
    """Where a quarter's errors workbook is found.

    Args:
        settings: the installation's settings.
        quarter: the quarter.
    """
    return _address(settings, f"repairs/{quarter.slug}") or str(settings.errors / f"errors-{quarter.slug}.xlsx")


def quarter_link(settings: Settings, quarter: Quarter) -> str | None:
    """The library's page of a quarter; None where no library is set.

    Args:
        settings: the installation's settings.
        quarter: the quarter.
    """
    return _address(settings, f"returns/{quarter.slug}")


def version_link(settings: Settings, quarter: Quarter, version: int, edition: str) -> str | None:
    """Where the library hands out one edition of a version; None where no library is set.

    Args:
        settings: the installation's settings.
        quarter: the quarter.
        version: the version's number.
        edition: key of the edition, e.g. "board".
    """
    return _address(settings, f"returns/{quarter.slug}/v{version}/{edition}")


def _address(settings: Settings, path: str) -> str | None:
    base = settings.library_url
    return f"{base.rstrip('/')}/{path}" if base else None

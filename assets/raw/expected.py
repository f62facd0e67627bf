"""Which files a quarter's return cannot be made without, and which of them have not come.

What belongs here: asking the register. Who is told, and when, is for schedules, checks and alerts.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract


def missing_extracts(place: Workplace, quarter: Quarter) -> list[Extract]:
    """The extracts that a quarter needs and of which no file is in force, in the catalogue's order.

    What lies in the inbox counts once it has been received, which the drop sensor and every run do.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
    """
    return [extract for extract in needed_extracts() if not place.register.in_force(extract, quarter.slug)]


def needed_extracts() -> list[Extract]:
    """The extracts without which no return can be made; one without any row is enough."""
    from schemas.catalogue import EXTRACTS  # noqa: PLC0415 - the extracts are not needed to list the assets

    return [extract for extract in EXTRACTS if extract.required]


def missing_sentence(quarter: Quarter, missing: Sequence[Extract]) -> str:
    """What has not come, in one sentence for an officer.

    Args:
        quarter: the data quarter.
        missing: what `missing_extracts` found.
    """
    needed = len(needed_extracts())
    if not missing:
        return f"{quarter.label}: all {needed} files that the return needs have come."
    titles = ", ".join(extract.title for extract in missing)
    return (
        f"{quarter.label}: {len(missing)} of the {needed} files that the return needs have not come: {titles}. "
        f"Put them into the inbox folder {quarter.slug}."
    )

"""What officers decided of two records, wherever they said it: on the sheet People, or in their own list of links.

What belongs here: bringing the two together, the newest word on each pair alone. What comes of it is in
`assets.core.people`.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from pipelines.platform.quarters import Quarter
from pipelines.platform.register.people import LinkDecision
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract

if TYPE_CHECKING:
    import pandas as pd

OFFICER_LINKS = extract("officer_links")
#: The list says no reason; its method says how the records were compared.
_WHY = "officers' own list: {method}"


def standing_decisions(place: Workplace, quarter: Quarter) -> list[LinkDecision]:
    """The decision that counts on each pair of records, the oldest first.

    Quirk: a decision of the list counts from midnight of its day, so that of two on one day that of the sheet holds.
    """
    told = [*_listed(place, quarter), *place.register.people.decisions(quarter.slug)]
    in_order = sorted(told, key=lambda one: (_moment(one), one.number, one.pair))
    newest = {one.pair: one for one in in_order}
    return [one for one in in_order if newest[one.pair] is one]


def list_mark(place: Workplace, quarter: Quarter) -> str:
    """Fingerprint of the officers' list as it was received, or a word that it was not."""
    verdict = place.register.verdict(quarter.slug, OFFICER_LINKS.core_table)
    return verdict.input_fingerprint if verdict is not None and verdict.passed else "no list"


def _listed(place: Workplace, quarter: Quarter) -> list[LinkDecision]:
    """The rows of the officers' list as decisions."""
    if not place.lake.has(OFFICER_LINKS.core_table, quarter):
        return []
    return from_list(place.lake.read(OFFICER_LINKS.core_table, quarter), quarter)


def from_list(rows: pd.DataFrame, quarter: Quarter) -> list[LinkDecision]:
    """Rows of core_officer_links as decisions; an empty `same_person` means that the two are one."""
    said = rows["same_person"].fillna(value=True)
    told = rows.assign(same_person=said).to_dict("records")
    return [
        LinkDecision(
            quarter_slug=quarter.slug,
            ypid=str(one["ypid"]),
            alias_ypid=str(one["alias_ypid"]),
            same=bool(one["same_person"]),
            why=_WHY.format(method=one["link_method"]),
            decided_by="officers' list",
            decided_at=datetime.combine(one["decided_on"].date(), time(), UTC),
            file_sha256=str(one["file_sha256"]),
            file_row=int(one["row"]),
        )
        for one in told
    ]


def _moment(decision: LinkDecision) -> datetime:
    """When it was decided; the register keeps no time zone on every database."""
    when = decision.decided_at
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)

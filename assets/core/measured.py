"""What a step found out about its data beside the faults: quality counts, and rules that could not be judged.

What belongs here: keeping both in the register and showing them on Dagster's page. Counting is in
`assets.core.quality`, the reasons are in `schemas.not_run`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assets.core.quality import references_counts, table_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.quality import QualityCount
from pipelines.platform.workplace import Workplace
from schemas.extract import ContractReport, Extract, NotRun
from schemas.not_run import across_after_stop, across_without, once
from schemas.quality import OF_EXTRACT, REFERENCES

Tables = Mapping[str, Sequence[Mapping[str, str]]]
#: Codes named in one line of rules not judged.
NAMED = 6


def keep_quality(
    place: Workplace, quarter: Quarter, extract: Extract, report: ContractReport, counts: Sequence[QualityCount]
) -> tuple[dict[str, int], Tables]:
    """Register what one extract's step found out.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        extract: which extract.
        report: what its contract says.
        counts: its quality counts.

    Returns:
        How many rules could not be judged, and the tables for Dagster's page.
    """
    unjudged = once([*report.not_run, *(across_after_stop(extract) if report.stops_file else ())])
    place.register.quality.replace_counts(quarter.slug, extract.name, OF_EXTRACT, counts)
    place.register.quality.replace_not_run(quarter.slug, extract.name, unjudged)
    return {"rules_not_run": len(unjudged)}, {"quality": table_of(counts), "rules that did not run": reasons(unjudged)}


def keep_references(place: Workplace, quarter: Quarter, step: str) -> None:
    """Register what the rules across files say of each column, and which of them had nothing to read.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        step: the step that judged them.
    """
    book = place.register.quality
    kept = book.counts([quarter.slug])
    counts = references_counts(kept[kept["side"].eq("consistency")], place.register.faults(quarter.slug))
    for extract in sorted(set(kept["extract"])):
        mine = [count for count in counts if count.extract == extract]
        book.replace_counts(quarter.slug, extract, [REFERENCES], mine)
    book.replace_not_run(quarter.slug, step, across_without(_received(place, quarter)))


def _received(place: Workplace, quarter: Quarter) -> frozenset[str]:
    """Extracts of which a file is in force."""
    from schemas.catalogue import EXTRACTS  # noqa: PLC0415 - the extracts are not needed to list the assets

    return frozenset(one.name for one in EXTRACTS if place.register.in_force(one, quarter.slug))


def reasons(unjudged: Sequence[NotRun]) -> list[dict[str, str]]:
    """One line a reason: how many rules could not be judged for it, and which."""
    codes: dict[str, list[str]] = {}
    for one in unjudged:
        codes.setdefault(one.why, []).append(one.code)
    return [
        {"why": why, "how many": str(len(found)), "codes": named(found)}
        for why, found in sorted(codes.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def named(codes: Sequence[str]) -> str:
    """The first few codes by name, the others as a number."""
    more = f" and {len(codes) - NAMED} more" if len(codes) > NAMED else ""
    return ", ".join(codes[:NAMED]) + more

"""Late and corrected files: which published returns are no longer what their files would give now.

What belongs here: holding a version's manifest against what is in force today, and saying what to press. Nothing is
restated here: that is for an officer to decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from assets.core.person_links import LINKS
from assets.report.versions.made_of import MadeOf, made_from
from assets.report.versions.newer import manifest_of
from assets.report.versions.sources import given_by_number
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.out_of_date import OutOfDate
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract


def judge_late(place: Workplace, quarter: Quarter, extracts: Sequence[Extract], now: datetime) -> None:
    """Note in the register whether the return of a quarter, and of each later one, is out of date.

    A reference file and an officer's correction hold in later quarters too, so each published one is looked at.

    Args:
        place: the service's workplace.
        quarter: the quarter that was checked.
        extracts: every extract.
        now: the moment it is found.
    """
    for slug in place.register.publications.quarters():
        if slug >= quarter.slug:
            _judge(place, Quarter.from_label(slug), extracts, now)


def changed_extracts(
    place: Workplace, quarter: Quarter, version: ReturnVersion, extracts: Sequence[Extract]
) -> list[str]:
    """Names of the extracts that are not what a version was made of; none where its manifest cannot tell.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        version: the version.
        extracts: every extract.
    """
    made = made_from(manifest_of(place, quarter, version))
    if not made.files:
        return []
    mending, people = place.register.mending, place.register.people
    given = given_by_number(mending.corrections(quarter.slug), people.decisions(quarter.slug))
    return list(_changed(place, quarter, made, given, extracts))


def what_to_press(quarter: Quarter) -> str:
    """How an officer restates a quarter."""
    return (
        f"To restate it, run the job quarterly_return for {quarter.label} ({quarter.key}); to restate the later ones "
        "as well, run rebuild_from instead. Nothing is restated by itself."
    )


def _judge(place: Workplace, quarter: Quarter, extracts: Sequence[Extract], now: datetime) -> None:
    """Note or clear one published quarter."""
    version, book = place.register.latest(quarter.slug), place.register.out_of_date
    changed = changed_extracts(place, quarter, version, extracts) if version is not None else []
    if version is None or not changed or place.register.purging.closed(quarter.slug):
        book.clear(quarter.slug)
        return
    titles = {extract.name: extract.title for extract in extracts} | {LINKS: "Decisions on young people"}
    why = f"Since version {version.version} something newer has come of: {', '.join(titles[name] for name in changed)}."
    book.mark(OutOfDate(quarter.slug, now, version.version, tuple(changed), why))


def _changed(
    place: Workplace, quarter: Quarter, made: MadeOf, given: Mapping[str, tuple[str, ...]], extracts: Sequence[Extract]
) -> Iterator[str]:
    """Extracts with other files or other corrections than those the version was made of; then the links."""
    for extract in extracts:
        files = {file.sha256 for file in place.register.in_force(extract, quarter.slug)}
        then = {file.sha256 for file in made.files_of(extract.name)}
        if files != then or given.get(extract.name, ()) != made.given.get(extract.name, ()):
            yield extract.name
    if given.get(LINKS, ()) != made.given.get(LINKS, ()):
        yield LINKS

"""What changed between two versions of a quarter: what they were made of, and how many figures of which measure.

What belongs here: counting and putting into words. The figures themselves, old and new, stand in the workbook's own
sheet of changes. Published versions never change, so what was counted once is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assets.report.versions.made_of import MadeOf, made_from
from assets.report.versions.newer import manifest_of
from pipelines.library.shelf import BOARD
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.workplace import Workplace

#: Comparisons kept: forty quarters of three versions, and as much again.
_KEPT = 256


@dataclass(frozen=True, slots=True)
class MeasureChanged:
    """How many figures of one measure are others.

    Attributes:
        measure_id: the measure.
        title: what it is called.
        figures: how many figures are new, gone or say something else, all periods, areas and groups together.
    """

    measure_id: str
    title: str
    figures: int


@dataclass(frozen=True, slots=True)
class Changed:
    """What one version says otherwise than the one before.

    Attributes:
        before: number of the version before.
        causes: what it was made of otherwise, a sentence each.
        measures: the measures whose figures are others, by id.
    """

    before: int
    causes: tuple[str, ...]
    measures: tuple[MeasureChanged, ...]


class Changes:
    """What changed, version by version.

    Args:
        place: the service's workplace.
        titles: title of each measure by its id.
    """

    def __init__(self, place: Workplace, titles: Mapping[str, str]) -> None:
        self._place = place
        self._titles = titles
        self._counted = lru_cache(_KEPT)(place.register.publications.changed_figures)

    def of(self, quarter: Quarter, number: int) -> Changed | None:
        """What the Board's edition of a version says otherwise than the one before; None for the first."""
        kept = [one for one in self._place.register.versions(quarter.slug, BOARD) if one.version <= number]
        if len(kept) < 2:  # noqa: PLR2004 - it takes two to compare
            return None
        before, now = kept[-2:]
        counts = self._counted(quarter.slug, before.version, now.version, BOARD)
        measures = [MeasureChanged(one, self._titles.get(one, ""), counts[one]) for one in sorted(counts)]
        causes = tuple(_causes(self._made(quarter, before), self._made(quarter, now)))
        return Changed(before.version, causes, tuple(measures))

    def _made(self, quarter: Quarter, version: ReturnVersion) -> MadeOf:
        return made_from(manifest_of(self._place, quarter, version))


def _causes(before: MadeOf, now: MadeOf) -> Iterator[str]:
    """Differences between what two versions were made of, without any file's name."""
    extracts = sorted({one.extract for one in (*before.files, *now.files)})
    others = [one for one in extracts if _contents(before, one) != _contents(now, one)]
    if others:
        yield f"Other files: {', '.join(others)}."
    given = sorted({*before.given, *now.given})
    mended = [one for one in given if before.given.get(one) != now.given.get(one)]
    if mended:
        yield f"Corrections or decisions of officers: {', '.join(mended)}."
    if dict(before.settings) != dict(now.settings):
        yield "Settings of the service."
    if before.statements != now.statements or before.code_version != now.code_version:
        yield "The program or its definitions."


def _contents(made: MadeOf, extract: str) -> set[str]:
    return {one.sha256 for one in made.files_of(extract)}

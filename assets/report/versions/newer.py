"""A new version beside the one it replaces: what was published then, and why it is another now.

What belongs here: fetching both from register, manifest and received files. What is said of it is in
`assets.report.sheets.changes`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from assets.report.inputs import ReturnInputs
from assets.report.versions.causes import Before, causes_between
from assets.report.versions.made_of import MadeFile, MadeOf, made_from
from assets.report.versions.rows_changed import counting
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract

MANIFEST = "manifest.json"


def after(
    place: Workplace, quarter: Quarter, inputs: ReturnInputs, last: ReturnVersion, extracts: Sequence[Extract]
) -> ReturnInputs:
    """The inputs of a version that replaces another one: with what was published then, and why it differs.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        inputs: the new version's inputs.
        last: the version it replaces.
        extracts: every extract.
    """
    before = made_from(manifest_of(place, quarter, last))
    causes = causes_between(before, made_of(inputs), inputs.sources, counting(place, quarter, extracts))
    figures = place.register.published_figures(quarter.slug, last.version, last.edition)
    return replace(inputs, published=figures, before=Before(last.version, last.as_of, causes))


def made_of(inputs: ReturnInputs) -> MadeOf:
    """What a return is made of."""
    columns = ("extract", "file_name", "sha256")
    rows = inputs.files.loc[:, list(columns)].itertuples(index=False, name=None)
    return MadeOf(
        files=tuple(MadeFile(*map(str, row)) for row in rows),
        given=dict(inputs.sources.given),
        statements=dict(inputs.sources.statements),
        code_version=inputs.code_version,
        settings=dict(inputs.settings),
    )


def manifest_of(place: Workplace, quarter: Quarter, version: ReturnVersion) -> dict[str, Any]:
    """A version's manifest; empty where it is gone or unreadable (`board-returns verify` tells that)."""
    path = place.returns(quarter) / f"v{version.version}" / MANIFEST
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}

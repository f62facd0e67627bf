"""The manifest beside each published version: its products with their checksums, and the files it was made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from assets.report.inputs import ReturnInputs
from assets.report.versions.made_of import made_part
from assets.report.versions.newer import made_of, manifest_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.workplace import Workplace

WITHHELD = "withheld"


def manifest_text(versions: Sequence[ReturnVersion], inputs: ReturnInputs, withheld: Mapping[str, str]) -> str:
    """The manifest as JSON, the same text for the same version.

    Args:
        versions: the register's entry of each edition of the version.
        inputs: what the return was made of.
        withheld: why an edition is not among them, by its key.
    """
    content = {
        "quarter": inputs.quarter.label,
        "editions": {version.edition: version.file_name for version in versions},
        "version": versions[0].version,
        "figures_as_at": inputs.as_of.isoformat(),
        "files": {version.file_name: version.sha256 for version in versions},
        **({WITHHELD: dict(withheld)} if withheld else {}),
        **made_part(made_of(inputs)),
    }
    return json.dumps(content, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def withheld_in(place: Workplace, quarter: Quarter, version: ReturnVersion) -> dict[str, str]:
    """Why editions are not in a published version, by their keys.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        version: any edition of the version.
    """
    told = manifest_of(place, quarter, version).get(WITHHELD, {})
    return {str(key): str(reason) for key, reason in told.items()}

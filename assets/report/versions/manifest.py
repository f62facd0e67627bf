"""The manifest beside each published version: its products with their checksums, and the files it was made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from assets.report.inputs import ReturnInputs
from assets.report.versions.made_of import made_part
from assets.report.versions.newer import MANIFEST, made_of
from pipelines.platform.register.records import ReturnVersion

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


def withheld_from(folder: Path) -> dict[str, str]:
    """Why editions are not in a published version, by their keys.

    Args:
        folder: of the version.
    """
    told = json.loads((folder / MANIFEST).read_text(encoding="utf-8")).get(WITHHELD, {})
    return {str(key): str(reason) for key, reason in told.items()}

"""The manifest beside each published version: what it is, its checksum, and the files it was made of."""

from __future__ import annotations

import json

from assets.report.inputs import ReturnInputs
from assets.report.made_of import made_part
from assets.report.versions import made_of
from pipelines.platform.register.records import ReturnVersion


def manifest_text(version: ReturnVersion, inputs: ReturnInputs) -> str:
    """The manifest as JSON, the same text for the same version.

    Args:
        version: the version's register entry.
        inputs: what the return was made of.
    """
    content = {
        "quarter": inputs.quarter.label,
        "edition": version.edition,
        "version": version.version,
        "figures_as_at": inputs.as_of.isoformat(),
        "files": {version.file_name: version.sha256},
        **made_part(made_of(inputs)),
    }
    return json.dumps(content, indent=2, ensure_ascii=False, sort_keys=True) + "\n"

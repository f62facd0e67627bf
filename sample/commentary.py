"""What owners of measures say of the sample service's figures, laid out as rows from `commentary.yaml`.

Only the laying out belongs here; the words are in the file.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sample.case_rows import Row, Rows, text

WORDS = Path(__file__).with_name("commentary.yaml")
COLUMNS = ("measure_id", "comment", "cause", "action", "owner", "due", "status")


@cache
def _said() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return content


def commentary(label: str) -> Rows:
    """One row per measure that somebody wrote of in the quarter; none where nobody did.

    Args:
        label: the quarter, e.g. "2014-15 Q3".
    """
    return [_row(entry, label) for entry in _said().get(label, [])]


def _row(entry: dict[str, Any], label: str) -> Row:
    return {name: text(entry[name]) for name in COLUMNS} | {"quarter": label}

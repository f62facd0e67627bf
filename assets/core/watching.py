"""What watching the published statistics found, as fault lines (`sql/core/core_watch_findings.sql`).

Which values are odd is judged in SQL; here a finding is given its rule's words and said where it is: the series, the
area by its code, the period, all of them published.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from assets.core.crossing import cross_file_faults
from schemas.extract import Fault, Letters

FINDINGS_TABLE = "core_watch_findings"


def watch_faults(
    found: pd.DataFrame, letters: Mapping[str, Letters], raw: Mapping[str, pd.DataFrame]
) -> tuple[Fault, ...]:
    """One fault a finding.

    Args:
        found: one row per finding, columns as the statement gives them.
        letters: column letters as Excel shows them, by extract.
        raw: the rows as text, by extract.
    """
    faults = cross_file_faults(found, letters, raw)
    told = zip(found["family"], found["area_key"], found["period_key"], found["found"], strict=True)
    return tuple(
        replace(fault, expected=f"{fault.expected} ({_where(*map(str, each))})")
        for fault, each in zip(faults, told, strict=True)
    )


def _where(series: str, area: str, period: str, found: str) -> str:
    """What a finding is of, e.g. "series FirstYJS, area 970, 2016"; of several values, how many."""
    parts = [f"series {series}"]
    parts += [f"area {area}"] if area else []
    parts += [period] if period else [f"{int(found):,} values" if int(found) > 1 else "1 value"]
    return ", ".join(parts)

"""The Board's papers beside this quarter's own: the register of the quarter before, totals that files state.

What belongs here: their shapes, and fetching them from the lake. What is said with them is in
`assets.report.sheets.risks` and `assets.report.sheets.finance`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from assets.core.stated_totals import STATED, stated_totals
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract

#: How many quarters back an earlier register is looked for: a year without a meeting is not compared across.
QUARTERS_BACK = 4
RISKS = "core_risks"


def _nothing_stated() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(dtype="object") for name in STATED})


@dataclass(frozen=True)
class Papers:
    """What the Board's pages read beside the quarter's own rows.

    Attributes:
        risks_quarter: label of the quarter whose register is the one before; "" where there is none.
        risks_before: its rows, shaped as `ReturnInputs.risks`.
        stated: one row per total that a finance file states, with what its parts come to: `STATED`.
    """

    risks_quarter: str = ""
    risks_before: pd.DataFrame = field(default_factory=pd.DataFrame)
    stated: pd.DataFrame = field(default_factory=_nothing_stated)


def collect_papers(place: Workplace, quarter: Quarter, extracts: Sequence[Extract]) -> Papers:
    """The papers of a quarter's return.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        extracts: every extract.
    """
    finance = [extract for extract in extracts if extract.source == "finance"]
    stated = [_stated(place, quarter, extract) for extract in finance]
    found = [frame for frame in stated if len(frame)]
    earlier = quarter_before(place, quarter, RISKS)
    return Papers(
        risks_quarter=earlier.label if earlier else "",
        risks_before=place.lake.read(RISKS, earlier) if earlier else pd.DataFrame(),
        stated=pd.concat(found, ignore_index=True) if found else _nothing_stated(),
    )


def _stated(place: Workplace, quarter: Quarter, extract: Extract) -> pd.DataFrame:
    """What one finance file states as totals."""
    kept = place.lake.read(extract.core_table, quarter)
    return stated_totals(kept, place.lake.read(f"stopped_{extract.name}", quarter), extract)


def quarter_before(place: Workplace, quarter: Quarter, table: str) -> Quarter | None:
    """The nearest earlier quarter that published a return and has the table; None where there is none."""
    for back in range(1, QUARTERS_BACK + 1):
        earlier = quarter.shift(-back)
        if place.register.latest(earlier.slug) and place.lake.has(table, earlier):
            return earlier
    return None

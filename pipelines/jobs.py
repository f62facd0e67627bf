"""The jobs people press, each with a description in plain words and no run config at all."""

from __future__ import annotations

import dagster as dg

QUARTERLY_RETURN = "quarterly_return"
CHECK_EXTRACTS = "check_extracts"


def all_jobs() -> list[dg.UnresolvedAssetJobDefinition]:
    """The jobs of the service; they run for a quarter because their assets do."""
    return [
        dg.define_asset_job(
            QUARTERLY_RETURN,
            selection=dg.AssetSelection.all(),
            description="Makes the return of one quarter: receives the files of its inbox folder, checks them, "
            "computes the figures, writes the Board's workbook. Press Materialize all, type the first day of the "
            "quarter (2014-10-01 is 2014-15 Q3, October to December 2014), press Launch 1 run.",
        ),
        dg.define_asset_job(
            CHECK_EXTRACTS,
            selection=dg.AssetSelection.groups("raw", "core"),
            description="Receives and checks the files of one quarter, and makes no return: for trying an export. "
            "Press Materialize all, type the first day of the quarter, press Launch 1 run.",
        ),
    ]

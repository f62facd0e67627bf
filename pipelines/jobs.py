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
            description="The whole way of one quarter: receive the drop, check it, compute, make the Board's workbook.",
        ),
        dg.define_asset_job(
            CHECK_EXTRACTS,
            selection=dg.AssetSelection.groups("raw", "core"),
            description="Receive and check one quarter's extracts, without making a return.",
        ),
    ]

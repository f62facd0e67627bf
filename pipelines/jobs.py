"""The jobs people press, each with a description in plain words and no run config at all."""

from __future__ import annotations

import dagster as dg

QUARTERLY_RETURN = "quarterly_return"
CHECK_EXTRACTS = "check_extracts"
PRINT_RETURN = "print_return"
#: Made on request only: LibreOffice takes longer than all figures together.
_PRINTABLE = dg.AssetSelection.assets("out_printable")


def all_jobs() -> list[dg.UnresolvedAssetJobDefinition]:
    """The jobs of the service; they run for a quarter because their assets do."""
    return [
        dg.define_asset_job(
            QUARTERLY_RETURN,
            selection=dg.AssetSelection.all() - _PRINTABLE,
            description="Makes the return of one quarter: receives the files of its inbox folder, checks them, "
            "computes the figures, writes the return in all its editions. Press Materialize all, type the first day of "
            "the quarter (2014-10-01 is 2014-15 Q3, October to December 2014), press Launch 1 run.",
        ),
        dg.define_asset_job(
            CHECK_EXTRACTS,
            selection=dg.AssetSelection.groups("raw", "core"),
            description="Receives and checks the files of one quarter, and makes no return: for trying an export. "
            "Press Materialize all, type the first day of the quarter, press Launch 1 run.",
        ),
        dg.define_asset_job(
            PRINT_RETURN,
            selection=_PRINTABLE,
            description="Makes a PDF of each workbook of a quarter's newest version, where LibreOffice is installed. "
            "Press Materialize all, type the first day of the quarter, press Launch 1 run.",
        ),
    ]

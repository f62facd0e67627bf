"""The jobs people press, each with a description in plain words and no run config at all."""

from __future__ import annotations

import dagster as dg

from assets.raw.received import EXPECTED_CHECK, FILES_CHECK
from pipelines.platform.partitions import tags_of

QUARTERLY_RETURN = "quarterly_return"
CHECK_EXTRACTS = "check_extracts"
REBUILD_FROM = "rebuild_from"
MISSING_FILES = "missing_files"
PRINT_RETURN = "print_return"
#: Made on request only: LibreOffice takes longer than all figures together.
_PRINTABLE = dg.AssetSelection.assets("out_printable")
_RETURN = dg.AssetSelection.all() - _PRINTABLE
_PRESS = "Press Materialize all, type the first day of the quarter"

_DESCRIPTIONS = {
    QUARTERLY_RETURN: "Makes the return of one quarter: receives the files of its inbox folder, checks them, computes "
    f"the figures, writes the return in all its editions. {_PRESS} (2014-10-01 is 2014-15 Q3, October to December "
    "2014), press Launch 1 run.",
    CHECK_EXTRACTS: "Receives and checks the files of one quarter, and makes no return: for trying an export. It "
    f"starts by itself when a file is dropped. {_PRESS}, press Launch 1 run.",
    REBUILD_FROM: "Makes the return of one quarter anew, then by itself that of each later quarter that was published, "
    "the oldest first: for a late or corrected file that bears on later returns too. Where nothing changes, no new "
    f"version is made; at the first red quarter it stops. {_PRESS} to begin with, press Launch 1 run.",
    MISSING_FILES: "Says which files of one quarter have not come: see the check files_have_come of raw_cms__persons. "
    f"It starts by itself some working days before the return is run. {_PRESS}, press Launch 1 run.",
    PRINT_RETURN: "Makes a PDF of each workbook of a quarter's newest version, where LibreOffice is installed. "
    f"{_PRESS}, press Launch 1 run.",
}


def all_jobs(partitions: dg.PartitionsDefinition[str], first_raw: str) -> list[dg.UnresolvedAssetJobDefinition]:
    """The jobs of the service; they run for a quarter because their assets do.

    Args:
        partitions: the quarters.
        first_raw: name of the raw table whose checks speak of the whole drop.
    """
    drop = [dg.AssetCheckKey(dg.AssetKey(first_raw), name) for name in (FILES_CHECK, EXPECTED_CHECK)]
    selections = {
        QUARTERLY_RETURN: _RETURN,
        CHECK_EXTRACTS: dg.AssetSelection.groups("raw", "core"),
        REBUILD_FROM: _RETURN,
        MISSING_FILES: dg.AssetSelection.checks(*drop),
        PRINT_RETURN: _PRINTABLE,
    }
    labelled = dg.PartitionedConfig(partitions, lambda _key: {}, tags_for_partition_key_fn=tags_of)
    return [
        dg.define_asset_job(name, selection=selection, description=_DESCRIPTIONS[name], config=labelled)
        for name, selection in selections.items()
    ]

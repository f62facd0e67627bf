"""Everything Dagster loads, assembled in one place, with every part replaceable by a test.

Nothing else belongs here. Importing reads settings and the headers of the SQL files; it makes no folder and opens
no database.
"""

from __future__ import annotations

from pathlib import Path

import dagster as dg

from assets.report.mending.errors_file import write_errors
from pipelines.groups import all_assets
from pipelines.jobs import all_jobs
from pipelines.platform.partitions import quarter_partitions
from pipelines.platform.settings import Settings, load_settings
from pipelines.platform.workplace import Workplace


def build_defs(
    *,
    settings: Settings | None = None,
    executor: dg.ExecutorDefinition = dg.in_process_executor,
    sql_root: Path | None = None,
) -> dg.Definitions:
    """The code location of one service.

    Args:
        settings: settings to use instead of the environment's.
        executor: how steps run; in process by default, since a process a step costs seconds.
        sql_root: the folder of the SQL files, if not the product's own.
    """
    workplace = Workplace(settings or load_settings())
    workplace.after_check = write_errors
    partitions = quarter_partitions(workplace.service.history_from)
    return dg.Definitions(
        assets=all_assets(partitions, sql_root),
        jobs=all_jobs(),
        resources={"workplace": workplace},
        executor=executor,
    )


defs = build_defs()

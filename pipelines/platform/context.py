"""The views every statement may read beside the quarter's tables: periods, areas, geographies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.platform.periods import spine
from pipelines.platform.services import area_closure, geographies

if TYPE_CHECKING:
    import pandas as pd

    from pipelines.platform.quarters import Quarter
    from schemas.service import Service


def context_tables(quarter: Quarter, service: Service) -> dict[str, pd.DataFrame]:
    """The context views of one quarter of one service, by name.

    Args:
        quarter: the data quarter.
        service: whose areas and history.
    """
    return {
        "periods": spine(quarter, service.history_from),
        "areas": area_closure(service),
        "geographies": geographies(service),
    }

"""The views every statement may read beside the quarter's tables: periods, places and their names, working days."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipelines.platform.periods import spine
from pipelines.platform.services import area_closure, authorities, geographies
from pipelines.platform.working_days import working_days

if TYPE_CHECKING:
    import pandas as pd

    from pipelines.platform.quarters import Quarter
    from schemas.service import Service

#: View -> how it is made.
_MAKERS: Mapping[str, Callable[[Quarter, Service], pd.DataFrame]] = MappingProxyType(
    {
        "periods": lambda quarter, service: spine(quarter, service.history_from),
        "areas": lambda _, service: area_closure(service),
        "geographies": lambda _, service: geographies(service),
        "authorities": lambda _, service: authorities(service),
        "working_days": lambda _, __: working_days(),
    }
)
#: Names of the views.
VIEWS = frozenset(_MAKERS)


def context_tables(quarter: Quarter, service: Service, wanted: Collection[str] = VIEWS) -> dict[str, pd.DataFrame]:
    """The context views of one quarter of one service, by name.

    Args:
        quarter: the data quarter.
        service: whose areas and history.
        wanted: names of tables; the views among them are made.
    """
    return {name: make(quarter, service) for name, make in _MAKERS.items() if name in wanted}

"""Which measures read which extract, as the headers of the SQL files say.

Generated: `python -m pipelines.cli.docs --measures-read` writes it, nobody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MEASURES_READ: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "accommodation": ("ACC-01",),
        "ete_status": (
            "EET-01",
            "EET-02",
        ),
        "finance_actual": ("FIN-07",),
        "finance_budget": (
            "FIN-01",
            "FIN-02",
            "FIN-03",
            "FIN-04",
            "FIN-06",
            "FIN-07",
        ),
        "finance_savings": ("FIN-05",),
        "interventions": (
            "ACC-01",
            "EET-01",
            "EET-02",
            "REO-01",
            "REO-06",
            "REO-08",
        ),
        "moj_cohort": (
            "REO-02",
            "REO-03",
            "REO-04",
            "REO-05",
        ),
        "moj_custody": ("CUS-04",),
        "moj_national_reoffending": ("REO-07",),
        "offences": (
            "CUS-01",
            "CUS-02",
            "CUS-03",
            "FTE-01",
            "FTE-02",
            "FTE-03",
            "FTE-04",
            "FTE-05",
            "REO-01",
            "REO-06",
            "REO-08",
        ),
        "outcomes": (
            "CUS-01",
            "CUS-02",
            "CUS-03",
            "FTE-01",
            "FTE-02",
            "FTE-03",
            "FTE-04",
            "FTE-05",
            "REO-01",
            "REO-06",
            "REO-08",
        ),
        "persons": (
            "ACC-01",
            "CUS-01",
            "CUS-02",
            "CUS-03",
            "EET-01",
            "EET-02",
            "FTE-01",
            "FTE-02",
            "FTE-03",
            "FTE-04",
            "FTE-05",
            "REM-01",
            "REM-02",
            "REO-01",
            "REO-06",
            "REO-08",
        ),
        "population": ("FTE-05",),
        "priorities": ("PRI-01",),
        "remand_episodes": (
            "REM-01",
            "REM-02",
        ),
        "risks": ("RSK-01",),
        "targets": (
            "FTE-03",
            "REO-08",
        ),
    }
)

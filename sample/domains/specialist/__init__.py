"""Specialist work in the sample: intensive supervision, resettlement, moves to adult services, parents, risk, families.

Each module beside makes one or more extracts; what the plans print comes out of them exactly
(`sample/printed/specialist.yaml`), and what misses by a hair stands beside it. Everything else is made up.
"""

from __future__ import annotations

from sample.dirt import Tables
from sample.domains.made import Made
from sample.domains.specialist.custody import iss, resettlement, transitions
from sample.domains.specialist.families import child_to_parent_violence, exploitation, supporting_families
from sample.domains.specialist.parents import parenting
from sample.domains.specialist.risk import mappa, risk_panels, serious_incidents

__all__ = ["tables"]


def tables(made: Made) -> Tables:
    """One entry per extract."""
    return {
        "iss": iss(made),
        "resettlement": resettlement(made),
        "transitions": transitions(made),
        "parenting": parenting(made),
        "mappa": mappa(made),
        "serious_incidents": serious_incidents(),
        "exploitation": exploitation(made),
        "supporting_families": supporting_families(made),
        "risk_panels": risk_panels(made),
        "child_to_parent_violence": child_to_parent_violence(made),
    }

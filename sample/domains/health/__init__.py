"""Health, needs, assessments and contacts of the made-up world.

Each module beside makes one or two extracts; what the plans print comes out of them exactly
(`sample/printed/health.yaml`), and what misses by a day stands beside it. Everything else is made up.
"""

from __future__ import annotations

from sample.dirt import Tables
from sample.domains.health.levels import assessments
from sample.domains.health.meetings import contacts
from sample.domains.health.mental import mental_health
from sample.domains.health.partners import bank_holidays, care_status, send
from sample.domains.health.substance import substance_misuse
from sample.domains.made import Made

__all__ = ["tables"]


def tables(made: Made) -> Tables:
    """One entry per extract."""
    assessed = assessments(made)
    return {
        "assessments": assessed,
        "contacts": contacts(made, assessed),
        "substance_misuse": substance_misuse(made),
        "mental_health": mental_health(made),
        "send": send(made),
        "care_status": care_status(made),
        "bank_holidays": bank_holidays(),
    }

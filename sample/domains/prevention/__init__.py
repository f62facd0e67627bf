"""Prevention in the sample: YISP, anti-social behaviour team, IMPACT, homes, out-of-court work, appropriate adults.

Each module beside makes one or a few extracts; what the plan of 2011-12 prints comes out of them exactly
(`sample/printed/prevention.yaml`), and what misses by a hair stands beside it. Everything else is made up.
"""

from __future__ import annotations

from sample.dirt import Tables
from sample.domains.made import Made
from sample.domains.prevention.children import asb_cases, yisp
from sample.domains.prevention.disposals import crd, out_of_court
from sample.domains.prevention.impact import asb_calls, impact_areas, impact_contacts, spells
from sample.domains.prevention.places import appropriate_adults, home_offences

__all__ = ["tables"]


def tables(made: Made) -> Tables:
    """One entry per extract."""
    worked = spells()
    return {
        "crd": crd(),
        "out_of_court": out_of_court(made),
        "yisp": yisp(made),
        "asb_cases": asb_cases(made),
        "impact_areas": impact_areas(worked),
        "impact_contacts": impact_contacts(worked),
        "asb_calls": asb_calls(worked),
        "home_offences": home_offences(made),
        "appropriate_adults": appropriate_adults(made),
    }

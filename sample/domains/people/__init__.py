"""The service itself in the sample: its staff, surveys, audits, Board meetings, events and unit costs.

Each module beside makes one or two extracts; what the plans print comes out of them exactly
(`sample/printed/people.yaml`), and what misses by a hair stands beside it. Everything else is made up.
"""

from __future__ import annotations

from sample.dirt import Tables
from sample.domains.made import Made
from sample.domains.people.board import board_attendance
from sample.domains.people.logs import events, qa_audits, unit_costs
from sample.domains.people.staff import staff_training, workforce
from sample.domains.people.surveys import surveys

__all__ = ["tables"]


def tables(_made: Made) -> Tables:
    """One entry per extract; none of them speaks of a child, so the world made so far is not needed."""
    return {
        "surveys": surveys(),
        "workforce": workforce(),
        "qa_audits": qa_audits(),
        "board_attendance": board_attendance(),
        "unit_costs": unit_costs(),
        "events": events(),
        "staff_training": staff_training(),
    }

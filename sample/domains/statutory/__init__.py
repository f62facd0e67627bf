"""Statutory work in the sample: victims, reparation, group work, volunteers, national standards of orders.

Each module beside makes one or more extracts; what the plans print comes out of them exactly
(`sample/printed/statutory.yaml`), and what misses by a hair stands beside it. Everything else is made up.
"""

from __future__ import annotations

from sample.dirt import Tables
from sample.domains.made import Made
from sample.domains.statutory.standards import order_standards
from sample.domains.statutory.victims import victims
from sample.domains.statutory.volunteers import volunteer_hours, volunteers
from sample.domains.statutory.work import group_work, reparation

__all__ = ["tables"]


def tables(made: Made) -> Tables:
    """One entry per extract."""
    on_the_books = volunteers()
    return {
        "victims": victims(made),
        "reparation": reparation(made),
        "group_work": group_work(made),
        "volunteers": on_the_books,
        "volunteer_hours": volunteer_hours(on_the_books),
        "order_standards": order_standards(made),
    }

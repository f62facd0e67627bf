"""The editions of a return: whom each is for, what its file is called, and the room that builds it.

The table itself belongs here, and nothing else: what an edition holds is in the module of its name.
"""

from __future__ import annotations

from functools import partial

from assets.report.editions.area import build_area
from assets.report.editions.data_tables import build_tables
from assets.report.editions.edition import ARCHIVE, Edition
from assets.report.editions.lead_member import build_lead_member
from assets.report.inputs import ReturnInputs
from assets.report.pack import build_pack
from assets.report.publishable.edition import build_publishable
from assets.report.publishable.inputs import publishable_inputs
from schemas.service import AreaEdition, Service

#: The editions that every service has; a service's own come after them (`editions_of`).
EDITIONS: tuple[Edition, ...] = (
    Edition("board", "Board pack", "board-return", build_pack, keeps_figures=True),
    Edition("data-tables", "Data tables", "data-tables", build_tables, ARCHIVE),
)
#: What it hides follows from the Board's figures: where those are as they were, it is not made anew.
PUBLISHABLE = Edition(
    "publishable",
    "Publishable edition",
    "publishable-return",
    build_publishable,
    prepare=publishable_inputs,
    keeps_figures=True,
    may_be_withheld=True,
    decides=False,
)
LEAD_MEMBER = Edition("lead-member", "Lead Member progress report", "lead-member-report", build_lead_member)


def editions_of(inputs: ReturnInputs) -> tuple[Edition, ...]:
    """The editions of one quarter's return, the Board's first.

    Args:
        inputs: the return's inputs; its service says which editions it has, and from when.
    """
    own = inputs.service.editions
    reported = own.lead_member_from is not None and inputs.quarter.start >= own.lead_member_from
    areas = (_of_area(inputs.service, one) for one in own.areas)
    shown = (PUBLISHABLE,) if own.publishable else ()
    return (*EDITIONS, *shown, *((LEAD_MEMBER,) if reported else ()), *areas)


def _of_area(service: Service, edition: AreaEdition) -> Edition:
    """The edition of one area, named by the service."""
    area = next(one for one in service.areas if one.code == edition.area)
    build = partial(build_area, edition=edition)
    return Edition(edition.key, f"{area.name} return", f"{edition.key}-return", build)

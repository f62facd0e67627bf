"""What a code list is, and every list of the product by name.

The lists of case-management extracts are in `schemas.codelists_case` and `schemas.codelists_outcomes`, those of
published and Board tables in `schemas.codelists_published` and `schemas.codelists_lait`. Source of the lists:
measures.md C2, with B3 to B5.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas import (
    codelists_case,
    codelists_courts,
    codelists_health,
    codelists_lait,
    codelists_outcomes,
    codelists_people,
    codelists_prevention,
    codelists_published,
    codelists_specialist,
    codelists_statutory,
)
from schemas.codelist import CodeList

LISTS: tuple[CodeList, ...] = (
    *codelists_case.LISTS,
    *codelists_outcomes.LISTS,
    *codelists_published.LISTS,
    *codelists_lait.LISTS,
    *codelists_people.LISTS,
    *codelists_courts.LISTS,
    *codelists_health.LISTS,
    *codelists_statutory.LISTS,
    *codelists_specialist.LISTS,
    *codelists_prevention.LISTS,
)
_BY_NAME: Mapping[str, CodeList] = MappingProxyType({item.name: item for item in LISTS})


def code_list(name: str) -> CodeList:
    """The list of that name.

    Raises:
        KeyError: there is no such list.
    """
    if name not in _BY_NAME:
        raise KeyError(f"there is no code list {name}")
    return _BY_NAME[name]

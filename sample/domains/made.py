"""The made-up world as the domains find it: children, orders and remands, already settled.

Only the hand-over belongs here; each domain adds its own extracts and changes nothing of what it is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sample.case_rows import Rows
from sample.orders import OrderBook
from sample.people import Child
from sample.remands import Episode


@dataclass(frozen=True)
class Made:
    """The world that the case system's extracts are written from.

    Attributes:
        children: every record of a young person.
        book: every order and programme.
        episodes: every episode of bail or remand.
        tables: the case system's extracts, as they should be; a domain may look up ids in them.
    """

    children: list[Child]
    book: OrderBook
    episodes: list[Episode]
    tables: Mapping[str, Rows]

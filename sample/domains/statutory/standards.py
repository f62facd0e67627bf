"""National standards of the made-up service's orders from April 2012: first panels, first contacts, plans."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import stream
from sample.dates import EXTRACT_DAY
from sample.domains.made import Made
from sample.orders import Order

_FROM = date(2012, 4, 1)
_DUE_DAYS = {"FIRST_PANEL": 28, "FIRST_CONTACT": 7, "PLAN": 21}
#: Days from sentence to the deed: most well in time, some on the edge, some late.
_TAKEN = {
    "FIRST_PANEL": (14, 18, 21, 24, 27, 28, 28, 29, 35),
    "FIRST_CONTACT": (1, 2, 3, 6, 7, 8),
    "PLAN": (14, 20, 21, 24),
}


def order_standards(made: Made) -> Rows:
    """One row per order and standard; what is not done yet has no day of doing."""
    rng = stream("statutory standards")
    rows: Rows = []
    for order in made.book.orders:
        if order.start >= _FROM and order.disposal == "REFERRAL_ORDER" and not order.child.deleted:
            rows.append(_standard(rng, order, "FIRST_PANEL"))
        if order.start >= _FROM and order.disposal in ("YOUTH_REHABILITATION_ORDER", "REPARATION_ORDER"):
            rows += [_standard(rng, order, standard) for standard in ("FIRST_CONTACT", "PLAN")]
    return sorted(rows, key=lambda row: (row["runs_from_date"], row["programme_id"], row["standard"]))


def _standard(rng: random.Random, order: Order, standard: str) -> Row:
    done = order.start + timedelta(days=rng.choice(_TAKEN[standard]))
    never = rng.random() < 0.03  # noqa: PLR2004
    return as_row({
        "programme_id": order.programme_id,
        "standard": standard,
        "runs_from_date": order.start,
        "due_date": order.start + timedelta(days=_DUE_DAYS[standard]),
        "done_date": None if never or done > EXTRACT_DAY else done,
    })  # fmt: skip

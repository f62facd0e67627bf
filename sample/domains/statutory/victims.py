"""Victims of the made-up service's cases, so that the plans' shares of those who took part come out.

Printed are 69.1% in 2009-10, 45.2% from April to December 2010 and 42% over two years; the counts are ours.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import pick, stream
from sample.domains.made import Made
from sample.people import COPY

_RELEVANT = frozenset(
    {
        "FINAL_WARNING", "FINAL_WARNING_WITH_INTERVENTION", "YOUTH_CAUTION", "YOUTH_CONDITIONAL_CAUTION",
        "REFERRAL_ORDER", "REPARATION_ORDER", "YOUTH_REHABILITATION_ORDER", "SUPERVISION_ORDER", "ACTION_PLAN_ORDER",
        "DETENTION_AND_TRAINING_ORDER",
    }
)  # fmt: skip
_KINDS = {"PERSON": 62, "YOUNG": 16, "CORPORATE": 22}
_WAYS = {
    "LETTER": 30, "PANEL": 12, "DIRECT_REPARATION": 10, "INDIRECT_REPARATION": 22, "STATEMENT": 16,
    "SHUTTLE_MEDIATION": 4, "CONFERENCE": 6,
}  # fmt: skip
#: A victim becomes known within this many days of the outcome.
_SOON = 10
#: An order begins on the day of the outcome or in the few days after.
_ORDER_BEGINS = 6


@dataclass(frozen=True)
class _Span:
    """Victims who became known in some months: how many, how many took part, how many of those said how it was."""

    first: date
    last: date
    known: int
    took_part: int
    views: int
    dissatisfied: int = 0


_SPANS = (
    _Span(date(2009, 4, 1), date(2010, 3, 31), 55, 38, 30),
    _Span(date(2010, 4, 1), date(2010, 12, 31), 42, 19, 15),
    _Span(date(2011, 1, 1), date(2011, 3, 31), 13, 7, 5, 1),
    _Span(date(2011, 4, 1), date(2012, 3, 31), 48, 21, 17, 1),
    _Span(date(2012, 4, 1), date(2013, 3, 31), 55, 25, 20, 2),
    _Span(date(2013, 4, 1), date(2014, 3, 31), 45, 17, 14, 1),
    _Span(date(2014, 4, 1), date(2014, 12, 31), 36, 17, 12),
)


@dataclass(frozen=True)
class _Harm:
    """An offence that led to something, when, and under which order where one is known."""

    offence_id: str
    decided: date
    programme_id: str = ""


def victims(made: Made) -> Rows:
    """One row per victim and offence; the last few are near misses."""
    rng = stream("statutory victims")
    harms, others = _harms(made)
    rows: Rows = []
    for span in _SPANS:
        rows += _of_span(rng, span, harms, len(rows))
    return [*rows, *_near_misses(rows, harms, others)]


def _harms(made: Made) -> tuple[list[_Harm], list[_Harm]]:
    """Offences of children on the books that led to a relevant disposal, and such as led to a reprimand alone."""
    known = {child.ypid for child in made.children if not child.deleted}
    child_of = {row["offence_id"]: row["ypid"] for row in made.tables["offences"] if row["ypid"] in known}
    order_of = {(order.child.ypid, order.start): order.programme_id for order in made.book.orders}
    relevant: list[_Harm] = []
    reprimands: list[_Harm] = []
    for row in made.tables["outcomes"]:
        if row["offence_id"] not in child_of or row["appeal_status"] or row["main_or_other"] != "MAIN":
            continue
        decided = date.fromisoformat(row["outcome_date"])
        if row["legal_outcome"] in _RELEVANT:
            days = (decided + timedelta(days=late) for late in range(_ORDER_BEGINS))
            programmes = [order_of[whose] for day in days if (whose := (child_of[row["offence_id"]], day)) in order_of]
            relevant.append(_Harm(row["offence_id"], decided, programmes[0] if programmes else ""))
        elif row["legal_outcome"] == "REPRIMAND":
            reprimands.append(_Harm(row["offence_id"], decided))
    return relevant, reprimands


def _of_span(rng: random.Random, span: _Span, harms: list[_Harm], before: int) -> Rows:
    """The span's victims: those who took part first, of them those who gave a view first."""
    there = [harm for harm in harms if span.first <= harm.decided <= span.last - timedelta(days=_SOON)]
    chosen = sorted(rng.sample(there, span.known), key=lambda harm: harm.decided)
    places = rng.sample(range(span.known), span.known)
    return [
        _victim(rng, harm, before + number, (place, span))
        for number, (harm, place) in enumerate(zip(chosen, places, strict=True))
    ]


def _victim(rng: random.Random, harm: _Harm, number: int, lot: tuple[int, _Span]) -> Row:
    place, span = lot
    engaged = place < span.took_part
    offered = engaged or rng.random() < 0.6  # noqa: PLR2004
    consented = offered or rng.random() < 0.5  # noqa: PLR2004
    known = harm.decided + timedelta(days=rng.randint(0, _SOON))
    view = "" if place >= span.views else _view(rng, satisfied=place >= span.dissatisfied)
    return as_row({
        "victim_id": f"VI{number + 1:05d}{COPY}",
        "offence_id": harm.offence_id,
        "programme_id": harm.programme_id,
        "victim_type": pick(rng, _KINDS),
        "identified_date": known,
        "consent_contact": consented,
        "contacted_date": known + timedelta(days=1) if consented else None,
        "victim_offered": offered,
        "offered_date": known + timedelta(days=2) if offered else None,
        "offered_types": "Letter; Panel" if offered else "",
        "victim_engaged": engaged,
        "engaged_date": known + timedelta(days=5) if engaged else None,
        "engaged_type": pick(rng, _WAYS) if engaged else "",
        "view_prior": consented and rng.random() < 0.7,  # noqa: PLR2004
        "progress_given": engaged and rng.random() < 0.8,  # noqa: PLR2004
        "support_given": consented and rng.random() < 0.2,  # noqa: PLR2004
        "satisfaction": view,
        "satisfaction_date": known + timedelta(days=14) if view else None,
    })  # fmt: skip


def _view(rng: random.Random, *, satisfied: bool) -> str:
    return rng.choice(["VERY_SATISFIED", "SATISFIED"] if satisfied else ["DISSATISFIED", "VERY_DISSATISFIED"])


def _near_misses(rows: Rows, harms: list[_Harm], others: list[_Harm]) -> Rows:
    """Rows that must change no printed figure.

    A second offence against one victim; a victim of a reprimand; consent left blank (a query); an offence that is not
    among the offences (a query); a victim who became known the day before the first printed year.
    """
    used = {row["offence_id"] for row in rows}
    second = next(harm for harm in harms if harm.decided > date(2009, 5, 1) and harm.offence_id not in used)
    reprimand = next(harm for harm in others if harm.decided > date(2009, 5, 1))
    early = next(harm for harm in harms if date(2009, 3, 1) <= harm.decided <= date(2009, 3, 31))
    plain = dict.fromkeys(rows[0], "") | {
        "victim_type": "PERSON", "consent_contact": "No", "victim_offered": "No", "victim_engaged": "No",
        "extract_date": rows[0]["extract_date"],
    }  # fmt: skip
    number = len(rows)
    return [
        {**rows[0], "offence_id": second.offence_id},
        _plainly(plain, number + 1, reprimand.offence_id, date(2009, 6, 1)),
        _plainly(plain, number + 2, reprimand.offence_id, date(2009, 6, 2)) | {"consent_contact": ""},
        _plainly(plain, number + 3, f"OF99999{COPY}", date(2010, 5, 4)),
        _plainly(plain, number + 4, early.offence_id, date(2009, 3, 31)),
    ]


def _plainly(plain: Row, number: int, offence_id: str, known: date) -> Row:
    """A victim to whom nothing was offered."""
    return plain | {
        "victim_id": f"VI{number:05d}{COPY}",
        "offence_id": offence_id,
        "identified_date": known.isoformat(),
    }

"""The made-up logs of risk: cases under MAPPA, serious incidents, and the panels that hear of high risk."""

from __future__ import annotations

from datetime import date

from sample.case_rows import Rows, as_row
from sample.chance import pick, stream
from sample.dates import LAST_DAY, add_months
from sample.domains.made import Made
from sample.domains.specialist.caseload import PREVENTION, deleted_child, each_once, open_in, worked_with
from sample.people import COPY

#: Level, first and last day. None at level 2 or 3 in 2010-11 (D11 section 8): one ends just before, one begins after.
_SPELLS = (
    (1, date(2009, 4, 14), date(2010, 9, 30)), (2, date(2009, 6, 1), date(2010, 3, 31)),
    (1, date(2010, 4, 1), date(2011, 3, 31)), (1, date(2010, 7, 12), date(2011, 9, 30)),
    (2, date(2011, 4, 1), date(2011, 12, 31)), (3, date(2012, 1, 9), date(2012, 8, 31)),
    (2, date(2012, 9, 1), date(2013, 2, 28)), (1, date(2013, 3, 4), date(2013, 12, 20)),
    (2, date(2013, 10, 7), date(2014, 6, 30)), (2, date(2014, 8, 4), None), (1, date(2014, 9, 15), None),
    (3, date(2014, 11, 24), None),
)  # fmt: skip
#: Two serious incidents in 2009-10 and none in 2010-11 (D11 section 8); what was found to be none stands beside.
_INCIDENTS = (
    (date(2009, 4, 20), "Other", "Not a serious incident"),
    (date(2009, 9, 14), "Attempted suicide", "Reviewed"),
    (date(2010, 3, 31), "Serious further offence", "Reviewed"),
    (date(2010, 7, 5), "Other", "Not a serious incident"),
    (date(2011, 4, 1), "Serious injury", "Reviewed"),
    (date(2012, 6, 18), "Victim of a grave offence", "Reviewed"),
    (date(2013, 11, 4), "Serious further offence", "Reviewed"),
    (date(2014, 10, 20), "Attempted suicide", "Under review"),
    (date(2014, 12, 8), "Serious further offence", "Reported"),
)
_PANELS_OPENED = date(2010, 4, 1)
_HEARD_A_MONTH = 3
_KINDS = {"Deter young offender": 50, "High risk of harm": 35, "Vulnerability": 15}


def mappa(made: Made) -> Rows:
    """One row per spell, each of another child on an order when it began; one of a deleted record, at level 2."""
    rng = stream("specialist mappa")
    orders = [order for order in worked_with(made) if order.disposal not in PREVENTION]
    rows = [
        _spell(rng.choice(open_in(orders, first, first)).child.ypid, level, rng.randint(1, 3), (first, last))
        for level, first, last in _SPELLS
    ]
    return [*rows, _spell(deleted_child(made).ypid, 2, 2, (date(2010, 5, 4), date(2010, 6, 4)))]


def _spell(ypid: str, level: int, category: int, days: tuple[date, date | None]) -> dict[str, str]:
    cells = {"ypid": ypid, "mappa_category": category, "mappa_level": level}
    return as_row({**cells, "start_date": days[0], "end_date": days[1]})


def serious_incidents() -> Rows:
    """One row per incident; no child is named."""
    return [
        as_row({
            "incident_id": f"SI{number:03d}",
            "incident_date": day,
            "incident_type": kind,
            "incident_status": status,
        })
        for number, (day, kind, status) in enumerate(_INCIDENTS, start=1)
    ]  # fmt: skip


def risk_panels(made: Made) -> Rows:
    """Three cases a month, the newest orders first; now and then a case entered twice for one day."""
    rng = stream("specialist panels")
    orders = [order for order in worked_with(made) if order.disposal not in PREVENTION]
    rows: Rows = []
    met = _PANELS_OPENED
    while met <= LAST_DAY:
        there = each_once(open_in(orders, met, met)[-40:])
        kind = pick(rng, _KINDS)
        heard = rng.sample(there, _HEARD_A_MONTH)
        for order in heard + (heard[:1] if met.month == 6 else []):  # noqa: PLR2004 - entered twice each June
            cells = {"panel_case_id": f"RP{len(rows) + 1:03d}{COPY}", "ypid": order.child.ypid, "heard_date": met}
            rows.append(as_row({**cells, "panel_kind": kind, "first_time_heard": rng.random() < 0.5}))  # noqa: PLR2004
        met = add_months(met, 1)
    return rows

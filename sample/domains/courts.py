"""The links of the case system in the sample: offences heard and sentenced, PNC cases, records that officers linked.

Only rows of those extracts belong here. All of it speaks of children who are in the world already, and changes no
figure that a plan prints. One programme has no link, two PNC cases are matched to nobody.
"""

from __future__ import annotations

from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import stream
from sample.dirt import Tables
from sample.domains.made import Made
from sample.naming import pnc_of
from sample.people import Child

#: The links are kept from this day on: a few hundred rows, not thousands.
_FROM = date(2014, 4, 1)
_PNC_CASES = 60


def tables(made: Made) -> Tables:
    """One entry per extract."""
    return {
        "hearing_offence": _hearing_offence(made),
        "offence_intervention": _offence_intervention(made),
        "pnc_case": _pnc_case(made),
        "officer_links": _officer_links(made.children),
    }


def _recent(rows: Rows, column: str) -> Rows:
    return [row for row in rows if row[column] >= _FROM.isoformat()]


def _hearing_offence(made: Made) -> Rows:
    """Every offence first heard since April 2014, at the hearing of the child nearest after it."""
    hearings: dict[str, Rows] = {}
    for row in _recent(made.tables["hearings"], "hearing_date"):
        hearings.setdefault(row["ypid"], []).append(row)
    links = []
    for offence in _recent(made.tables["offences"], "first_hearing_date"):
        after = [
            row for row in hearings.get(offence["ypid"], []) if row["hearing_date"] >= offence["first_hearing_date"]
        ]
        if after:
            nearest = min(after, key=lambda row: (row["hearing_date"], row["hearing_id"]))
            links.append(as_row({"hearing_id": nearest["hearing_id"], "heard_offence_id": offence["offence_id"]}))
    return links


def _offence_intervention(made: Made) -> Rows:
    """Every programme begun since April 2014 with the offences it was given for; the last one's link was never made."""
    children = {row["offence_id"]: row["ypid"] for row in made.tables["offences"]}
    given: dict[tuple[str, str], Rows] = {}
    for row in made.tables["outcomes"]:
        given.setdefault((children[row["offence_id"]], row["legal_outcome"]), []).append(row)
    links = []
    for order in _recent(made.tables["interventions"], "start_date"):
        outcomes = given.get((order["ypid"], order["disposal_type"]), [])
        days = [row["outcome_date"] for row in outcomes if row["outcome_date"] <= order["start_date"]]
        links += [
            as_row({"linked_offence_id": row["offence_id"], "linked_programme_id": order["programme_id"]})
            for row in outcomes
            if days and row["outcome_date"] == max(days)
        ]
    last = links[-1]["linked_programme_id"]
    return [row for row in links if row["linked_programme_id"] != last]


def _pnc_case(made: Made) -> Rows:
    """What the PNC holds of some offences of the last year: two of them are matched to nobody."""
    rng = stream("courts pnc cases")
    offences = {row["offence_id"]: row for row in made.tables["offences"]}
    outcomes = _recent(made.tables["outcomes"], "outcome_date")[:_PNC_CASES]
    rows: Rows = []
    for number, outcome in enumerate(outcomes, start=1):
        offence = offences[outcome["offence_id"]]
        rows.append(_case(number, offence, outcome, pnc_of(2014, rng.randint(1, 99_999))))
    for row in rows[10:30:10]:
        row["matched_ypid"] = ""
    return rows


def _case(number: int, offence: Row, outcome: Row, holder: str) -> Row:
    on = date.fromisoformat(outcome["outcome_date"])
    return as_row({
        "pnc_case_id": f"PC{number:04d}",
        "pnc_holder": holder,
        "matched_ypid": offence["ypid"],
        "pnc_offence": offence["description"],
        "pnc_offence_date": date.fromisoformat(offence["offence_date"]),
        "pnc_outcome": outcome["outcome_group"],
        # The PNC is written up to a week after the event.
        "pnc_outcome_date": on + timedelta(days=0 if on.month in {9, 12} else 3),
    })  # fmt: skip


def _officer_links(children: list[Child]) -> Rows:
    """Three pairs that are one child, as their originating id says too, and two children once taken for one."""
    first = {child.serial: child for child in children}
    pairs = [
        (first[child.origin], child)
        for child in children
        if child.origin and child.origin != child.serial and not child.deleted and not first[child.origin].deleted
    ]
    apart = (children[100], children[101])
    told = [(*pair, True) for pair in pairs[:3]] + [(*apart, False)]
    return [
        as_row({
            "ypid": left.ypid,
            "alias_ypid": right.ypid,
            "link_method": "manual",
            "same_person": same,
            "decided_by": "Performance officer",
            "decided_on": date(2014, 11, 3) + timedelta(days=number),
        })
        for number, (left, right, same) in enumerate(told)
    ]  # fmt: skip

"""Oracle of victims: measures.md A1 VIC-01 and VIC-02, A4, B5 KPI 10, C3 (one victim many offences, consent blank)."""

from __future__ import annotations

from datetime import date

from tests.oracles.counting import Heading, Thing, alike, count, event, share
from tests.oracles.orders import CUSTODIAL
from tests.oracles.outcomes import OVERTURNED, children
from tests.oracles.world import Answer, Row, World, age_band, age_on

BASES = ("ytd", "fy", "quarter")
VICTIM_BASES = (*BASES, "two_years")
WARNINGS = (
    "FINAL_WARNING",
    "FINAL_WARNING_WITH_INTERVENTION",
    "FINAL_WARNING_WITHOUT_INTERVENTION",
    "YOUTH_CAUTION",
    "YOUTH_CAUTION_WITH_INTERVENTION",
    "YOUTH_CONDITIONAL_CAUTION",
)
OLDER = ("ACTION_PLAN_ORDER", "SUPERVISION_ORDER", "CRO", "CPO", "CPRO", "DTTO")
#: The gravest first.
GRAVEST_FIRST = (
    "Custody",
    "Youth rehabilitation order",
    "Other community order",
    "Referral order",
    "Reparation order",
    "Final warning or caution",
)
LED_TO = (
    dict.fromkeys(CUSTODIAL, "Custody")
    | {"YOUTH_REHABILITATION_ORDER": "Youth rehabilitation order"}
    | dict.fromkeys(OLDER, "Other community order")
    | {"REFERRAL_ORDER": "Referral order", "REPARATION_ORDER": "Reparation order"}
    | dict.fromkeys(WARNINGS, "Final warning or caution")
)
KINDS = {"PERSON": "Adult", "YOUNG": "Child", "CORPORATE": "Company or body"}
SATISFIED = ("VERY_SATISFIED", "SATISFIED")
#: Order types of the modern indicators.
KPI_TYPES = (
    "COMMUNITY_RESOLUTION",
    "COMMUNITY_RESOLUTION_WITH_INTERVENTION",
    "NO_FURTHER_ACTION_OUTCOME_20_21",
    "NO_FURTHER_ACTION_OUTCOME_22",
    "NO_FURTHER_ACTION_OUTCOME_22_DEFERRED",
    "YOUTH_CAUTION",
    "YOUTH_CAUTION_WITH_INTERVENTION",
    "YOUTH_CONDITIONAL_CAUTION",
    "REFERRAL_ORDER",
    "YOUTH_REHABILITATION_ORDER",
    *CUSTODIAL,
)


def led_to(world: World, row: Row) -> str:
    """What the offence led to: by its outcomes, else by the programme the log names; "" for nothing."""
    standing = [
        LED_TO[outcome["legal_outcome"]]
        for outcome in world.rows("outcomes")
        if outcome["offence_id"] == row["offence_id"]
        and outcome["legal_outcome"] in LED_TO
        and outcome["appeal_status"] not in OVERTURNED
    ]
    if standing:
        return min(standing, key=GRAVEST_FIRST.index)
    named = [one for one in world.rows("interventions") if one["programme_id"] == row["programme_id"]]
    return LED_TO.get(named[0]["disposal_type"], "") if named else ""


def known_victims(world: World) -> list[list[Row]]:
    """The rows of each victim that are in the base, the first of them first."""
    known = children(world)
    offences = {row["offence_id"]: row for row in world.rows("offences")}
    found: dict[str, list[Row]] = {}
    for row in world.rows("victims"):
        offence = offences.get(row["offence_id"])
        child = known.get(offence["ypid"]) if offence else None
        disposal = led_to(world, row)
        if child and disposal:
            found.setdefault(row["victim_id"], []).append(row | {"child": child, "disposal": disposal})
    return [sorted(rows, key=first_in_line) for rows in found.values()]


def first_in_line(row: Row) -> tuple[date, int, str]:
    """By the day the victim became known, then the gravest disposal, then the offence."""
    return row["identified_date"], GRAVEST_FIRST.index(row["disposal"]), row["offence_id"]


def says(rows: list[Row], column: str) -> bool:
    """Whether any row says yes."""
    return any(row[column] is True for row in rows)


def described(rows: list[Row]) -> dict[str, str]:
    """The headings of a victim."""
    return {"victim_type": KINDS[rows[0]["victim_type"]], "disposal": rows[0]["disposal"]}


def of_victim(rows: list[Row], under: dict[Heading, float]) -> Thing:
    """A victim, on the first day known."""
    return event(rows[0]["identified_date"], rows[0]["child"]["area_key"], under)


def vic_01(world: World) -> Answer:
    """Share of known victims who took part."""
    things = [
        of_victim(rows, alike(described(rows), float(says(rows, "victim_engaged")))) for rows in known_victims(world)
    ]
    return share(world, VICTIM_BASES, things)


def vic_02(world: World) -> Answer:
    """Share of views of those who took part that are of satisfaction; of several, each must be."""
    things = []
    for rows in known_victims(world):
        views = [row["satisfaction"] for row in rows if row["victim_engaged"] is True and row["satisfaction"]]
        if views:
            things.append(of_victim(rows, alike(described(rows), float(all(view in SATISFIED for view in views)))))
    return share(world, VICTIM_BASES, things)


def vic_03(world: World) -> Answer:
    """Known victims, and under each stage those who came that far or further."""
    return count(world, VICTIM_BASES, [of_victim(rows, funnel(rows)) for rows in known_victims(world)])


def funnel(rows: list[Row]) -> dict[Heading, float]:
    """The stages a victim has passed, beside the other headings."""
    stages = {
        "4. Took part": says(rows, "victim_engaged"),
        "3. Offered a way to take part": says(rows, "victim_offered"),
        "2. Agreed to be contacted": says(rows, "consent_contact"),
    }
    under = alike(described(rows)) | {("stage", "1. Known to the service"): 1.0}
    further = False
    for stage, reached in stages.items():
        further = further or reached
        if further:
            under["stage", stage] = 1.0
    return under


def kpi_10(world: World) -> Answer:
    """Of consenting victims in cases that ended, those who engaged."""
    found: dict[str, list[Row]] = {}
    for row in world.rows("victims"):
        case = kpi_case(world, row)
        if case:
            found.setdefault(row["victim_id"], []).append(row | case)
    consenting = [rows for rows in found.values() if says(rows, "consent_contact")]
    return share(world, BASES, [kpi_victim(rows) for rows in consenting])


def kpi_case(world: World, row: Row) -> Row | None:
    """The programme of a victim's row and its child, where the indicator counts it."""
    known = children(world)
    for order in world.rows("interventions"):
        child = known.get(order["ypid"])
        if order["programme_id"] != row["programme_id"] or child is None or order["end_date"] is None:
            continue
        years = age_on(child["date_of_birth"], order["start_date"])
        local = order["residence_on_start"] == "LOCAL"
        if local and 10 <= years <= 17 and order["disposal_type"] in KPI_TYPES:
            return {"child": child, "years": years, "ended": order["end_date"]}
    return None


def kpi_victim(rows: list[Row]) -> Thing:
    """A consenting victim, on the last day on which a case ended."""
    last = max(row["ended"] for row in rows)
    case = min((row for row in rows if row["ended"] == last), key=lambda row: (row["programme_id"], row["offence_id"]))
    engaged = any(row["consent_contact"] is True and row["victim_engaged"] is True for row in rows)
    headings = {
        "victim_type": KINDS[case["victim_type"]],
        "sex": case["child"]["sex"] or "Unknown",
        "age_band": age_band(case["years"]),
        "ethnicity_group": case["child"]["ethnicity_group"],
    }
    done = {
        "Asked for views before the outcome": says(rows, "view_prior"),
        "Told of progress": says(rows, "progress_given"),
        "Given further support": says(rows, "support_given"),
        "Contacted": any(row["contacted_date"] is not None for row in rows),
    }
    under = alike(headings, float(engaged)) | {("what_was_done", words): float(was) for words, was in done.items()}
    return event(last, case["child"]["area_key"], under)

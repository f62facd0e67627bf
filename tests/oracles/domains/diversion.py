"""Oracle of diversion: measures.md A1 HOM; A4 out-of-court, CRD, appropriate adults; B5 KPI 6; C3."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.oracles.custody import share
from tests.oracles.domain import Domain
from tests.oracles.domains.diversion_worlds import make
from tests.oracles.domains.prevention import BASES, area_of, known, of_child, told_of
from tests.oracles.world import Answer, Fact, Row, World, age_on, counts_in, during, tally

TYPE_NAMES = {
    "COMMUNITY_RESOLUTION": "Community resolution",
    "REPRIMAND": "Reprimand",
    "FINAL_WARNING": "Final warning",
    "YOUTH_CAUTION": "Youth caution",
    "YOUTH_CONDITIONAL_CAUTION": "Youth conditional caution",
    "OUTCOME_20_21": "No further action, outcome 20 or 21",
    "OUTCOME_22": "No further action, outcome 22",
    "OUTCOME_22_DEFERRED": "Deferred prosecution, outcome 22",
}
KIND_NAMES = {
    "DAMAGE": "Criminal damage",
    "ASSAULT_ON_STAFF": "Assault on staff",
    "ASSAULT_ON_RESIDENT": "Assault on another resident",
    "THEFT": "Theft",
    "PUBLIC_ORDER": "Public order",
}
RESPONSE_NAMES = {"RESTORATIVE": "Settled restoratively", "POLICE": "Reported to the police"}
PROVIDER_NAMES = {
    "VOLUNTEER": "Volunteer",
    "YOS": "Worker of the service",
    "EDT": "Emergency duty team",
    "PARENT": "Parent or carer",
}
#: What KPI 6 counts.
SIX = set(TYPE_NAMES) - {"REPRIMAND", "FINAL_WARNING"}


# -- out of court --------------------------------------------------------------------------------------------------
def disposals(world: World) -> list[Row]:
    """Each child's disposal of a kind and day once: worked with before not, ended before not, later end, smaller id."""
    best: dict[tuple[object, str, date], Row] = {}
    for row in told_of(world, "out_of_court"):
        key = (row["child"]["who"], row["ooc_type"], row["ooc_date"])
        if key not in best or preferred(row) < preferred(best[key]):
            best[key] = row
    return list(best.values())


def preferred(row: Row) -> tuple[bool, bool, int, str]:
    """The smaller, the rather taken."""
    end = row["ooc_end"]
    return not row["ooc_intervention"], end is None, -(end.toordinal() if end else 0), row["ooc_id"]


def age_at_start(row: Row) -> int:
    """Age when the programme began; on the day of the disposal where no start is recorded."""
    return age_on(row["child"]["date_of_birth"], row["ooc_start"] or row["ooc_date"])


def headings_of(row: Row) -> dict[str, str]:
    """The child's headings and the kind of disposal."""
    years = age_at_start(row)
    band = "10-14" if years < 15 else "15-17" if years < 18 else "18 and over"
    return {**of_child(row["child"], band), "type": TYPE_NAMES[row["ooc_type"]]}


def ooc_01(world: World) -> Answer:
    """Disposals given."""
    return tally(
        world,
        BASES,
        [Fact(row["ooc_date"], row["child"]["area_key"], described=headings_of(row)) for row in disposals(world)],
    )


def programmes(world: World, counts: Callable[[Row], bool]) -> Answer:
    """Programmes ended, and those of them completed."""
    facts = [
        Fact(
            row["ooc_end"] or date.max,
            row["child"]["area_key"],
            int(row["ooc_completed"] is True),
            1,
            headings_of(row),
        )
        for row in disposals(world)
        if row["ooc_intervention"] and counts(row)
    ]
    return share(world, facts)


def ooc_02(world: World) -> Answer:
    """Every programme."""
    return programmes(world, lambda _: True)


def kpi_06(world: World) -> Answer:
    """Six kinds, living here, 10 to 17 when it began."""
    return programmes(
        world,
        lambda row: row["ooc_type"] in SIX and row["residence_on_outcome"] != "OTHER" and 10 <= age_at_start(row) <= 17,
    )


# -- restorative disposals -----------------------------------------------------------------------------------------
def restorative(world: World) -> list[tuple[Row, int]]:
    """Each disposal once, with its number: counted by the police's key, or the officer's where that is higher."""
    seen: set[tuple[str, date, str | None]] = set()
    counts: dict[str, int] = {}
    found: list[tuple[Row, int]] = []
    for row in sorted(world.rows("crd"), key=lambda one: (one["crd_date"], one["crd_id"])):
        key = row["person_key"]
        if key is None:
            found.append((row, row["crd_nth"] or 0))
            continue
        if (key, row["crd_date"], row["crd_offence"]) in seen:
            continue
        seen.add((key, row["crd_date"], row["crd_offence"]))
        counts[key] = counts.get(key, 0) + 1
        found.append((row, max(counts[key], row["crd_nth"] or 0)))
    return found


def crd_01(world: World) -> Answer:
    """Disposals by number."""
    names = {0: "Not known", 1: "First", 2: "Second"}
    facts = [
        Fact(
            row["crd_date"],
            area_of(world, row["district_code"]),
            described={"which disposal": names.get(nth, "Third or later")},
        )
        for row, nth in restorative(world)
    ]
    return tally(world, BASES, facts)


def crd_02(world: World) -> Answer:
    """Second disposals, and those referred."""
    facts = [
        Fact(row["crd_date"], area_of(world, row["district_code"]), int(row["yisp_referral"] is True), 1)
        for row, nth in restorative(world)
        if nth == 2
    ]
    return share(world, facts)


# -- children's homes and police cells -----------------------------------------------------------------------------
def in_project_homes(world: World) -> list[Row]:
    """Offences in homes of the project, with their headings."""
    return [
        {
            "key": row["child"]["who"],
            "day": row["home_offence_date"],
            "area_key": row["child"]["area_key"],
            "person": of_child(
                row["child"],
                "14 and under"
                if age_on(row["child"]["date_of_birth"], row["home_offence_date"]) < 15
                else "15 and over",
            ),
            "kind": KIND_NAMES.get(row["home_offence_kind"], "Other or not recorded"),
            "response": RESPONSE_NAMES.get(row["home_response"], "No further step or not recorded"),
        }
        for row in told_of(world, "home_offences")
        if row["project_home"]
    ]


def hom_01(world: World) -> Answer:
    """Offences."""
    facts = [
        Fact(row["day"], row["area_key"], described={**row["person"], "kind": row["kind"], "response": row["response"]})
        for row in in_project_homes(world)
    ]
    return tally(world, BASES, facts)


def hom_02(world: World) -> Answer:
    """Young people, each once a period."""
    return each_once(world, in_project_homes(world))


def each_once(world: World, rows: list[Row]) -> Answer:
    """Different keys in each period, by own area and, for the service, by heading."""
    headings = sorted({heading for row in rows for heading in row["person"].items()})
    answer: Answer = {}
    for period in world.of(*BASES):
        inside = [row for row in rows if during(period, row["day"])]
        name = period["period_id"]
        for area in world.own_areas():
            here = {row["key"] for row in inside if counts_in(area, row["area_key"])}
            answer[name, area.code, "all", "all"] = (float(len(here)), None)
        for what, which in headings:
            under = {row["key"] for row in inside if row["person"][what] == which}
            answer[name, world.service.code, what, which] = (float(len(under)), None)
    return answer


def requests(world: World) -> list[Row]:
    """Requests for known children and for those whom nobody knows, each with its headings."""
    found = known(world)
    return [
        {**row, **described(row, found.get(row["ypid"]))}
        for row in world.rows("appropriate_adults")
        if row["ypid"] is None or row["ypid"] in found
    ]


def described(row: Row, child: Row | None) -> Row:
    """Who the request is for and where it counts."""
    if child is None:
        nobody = {"sex": "Unknown", "ethnicity_group": "Information not obtainable", "age_band": "Not known"}
        return {"key": row["aa_request_id"], "area_key": "UNKNOWN", "person": nobody}
    band = "10-14" if age_on(child["date_of_birth"], row["aa_request_date"]) < 15 else "15-17"
    key = (child["who"], row["aa_request_date"])
    return {"key": key, "area_key": child["area_key"], "person": of_child(child, band)}


def provider(row: Row) -> str:
    """Who came."""
    if not row["aa_attended"]:
        return "Nobody came"
    return PROVIDER_NAMES.get(row["aa_provider"], "Somebody else or not recorded")


def aap_01(world: World) -> Answer:
    """Requests, and those answered within 2 hours."""
    facts = [
        Fact(
            row["aa_request_date"],
            row["area_key"],
            int(row["aa_attended"] and row["aa_response_hours"] is not None and row["aa_response_hours"] <= 2),
            1,
            {**row["person"], "provider": provider(row)},
        )
        for row in requests(world)
    ]
    return share(world, facts)


def aap_02(world: World) -> Answer:
    """Nights in police cells, each child's night once."""
    return each_once(
        world, [{**row, "day": row["aa_request_date"]} for row in requests(world) if row["overnight_remand"]]
    )


DOMAIN = Domain(
    name="diversion",
    tables=("persons", "out_of_court", "crd", "home_offences", "appropriate_adults"),
    make=make,
    oracles={
        "OOC-01": ooc_01,
        "OOC-02": ooc_02,
        "KPI-06": kpi_06,
        "CRD-01": crd_01,
        "CRD-02": crd_02,
        "HOM-01": hom_01,
        "HOM-02": hom_02,
        "AAP-01": aap_01,
        "AAP-02": aap_02,
    },
)

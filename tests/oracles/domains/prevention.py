"""Oracle of prevention: measures.md A1 PRE-01 to PRE-06, A4 (YISP), C3, T-37; D11 section 8."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tests.oracles.custody import share
from tests.oracles.domain import Domain
from tests.oracles.domains.prevention_worlds import make
from tests.oracles.outcomes import children, same_child, substantive_outcomes
from tests.oracles.world import (
    Answer,
    Fact,
    Row,
    World,
    age_on,
    by_area,
    by_heading,
    counts_in,
    during,
    plus_months,
    tally,
)

BASES = ("ytd", "fy", "quarter")
Heading = tuple[str, str]


def known(world: World) -> dict[str, Row]:
    """Children by number, with what is not recorded in words and who they are whatever their number."""
    return {
        ypid: {**child, "sex": child["sex"] or "Unknown", "who": same_child(child)}
        for ypid, child in children(world).items()
    }


def told_of(world: World, table: str) -> list[Row]:
    """A log's rows of known children, each with its child."""
    found = known(world)
    return [{**row, "child": found[row["ypid"]]} for row in world.rows(table) if row["ypid"] in found]


def of_child(child: Row, band: str) -> dict[str, str]:
    """The child's headings."""
    return {"sex": child["sex"], "ethnicity_group": child["ethnicity_group"], "age_band": band}


def band_on(child: Row, day: date, *, adult: str = "18 and over") -> str:
    """The age band on a day."""
    years = age_on(child["date_of_birth"], day)
    if years < 10:
        return "under 10"
    return "10-14" if years < 15 else "15-17" if years < 18 else adult


def headed(world: World, bases: Iterable[str], headline: list[Fact], under: dict[Heading, list[Fact]]) -> Answer:
    """A headline by area, and amounts without a denominator under each heading."""
    answer: Answer = {}
    for period in world.of(*bases):
        name = period["period_id"]
        answer |= by_area(world, name, [fact for fact in headline if during(period, fact.day)])
        for heading, facts in under.items():
            inside = [Fact(f.day, f.area_key, f.numerator, described=dict([heading])) for f in facts]
            found = by_heading(world, name, [fact for fact in inside if during(period, fact.day)], [heading])
            answer |= {key: (number, None) for key, (number, _) in found.items()}
    return answer


# -- work with children --------------------------------------------------------------------------------------------
def proven_offences(world: World) -> set[tuple[object, date]]:
    """Who committed a proven offence, no breach, and on which day."""
    return {
        (same_child(outcome["child"]), outcome["offence_date"])
        for outcome in substantive_outcomes(world)
        if not outcome["yjb_category"].startswith("BREACH")
    }


def worked_with(world: World, rows: list[Row], names: tuple[str, str, str]) -> Answer:
    """Children open to the work in a period, each once, and those of them who did not offend after it began."""
    start, end, flag = names
    proven = proven_offences(world)
    work = [
        {
            "who": row["child"]["who"],
            "first": row[start],
            "last": row[end] or date.max,
            "area_key": row["child"]["area_key"],
            "offended": row[flag] is True
            or any(who == row["child"]["who"] and day > row[start] for who, day in proven),
            "described": of_child(row["child"], band_on(row["child"], row[start])),
        }
        for row in rows
    ]
    headings = sorted({heading for row in work for heading in row["described"].items()})
    answer: Answer = {}
    for period in world.of(*BASES):
        inside = [row for row in work if row["first"] <= period["period_end"] and row["last"] >= period["period_start"]]
        name = period["period_id"]
        for area in world.own_areas():
            here = [row for row in inside if counts_in(area, row["area_key"])]
            answer[name, area.code, "all", "all"] = without_offence(here)
        for what, which in headings:
            under = [row for row in inside if row["described"][what] == which]
            answer[name, world.service.code, what, which] = without_offence(under)
    return answer


def without_offence(rows: list[Row]) -> tuple[float, float]:
    """Children who did not offend, and all of them."""
    everybody = {row["who"] for row in rows}
    offended = {row["who"] for row in rows if row["offended"]}
    return float(len(everybody - offended)), float(len(everybody))


def pre_01(world: World) -> Answer:
    """YISP, one to one."""
    rows = [row for row in told_of(world, "yisp") if row["yisp_start"] is not None and row["one_to_one"] is not False]
    return worked_with(world, rows, ("yisp_start", "yisp_end", "offended_after"))


def pre_02(world: World) -> Answer:
    """The anti-social behaviour team."""
    return worked_with(world, told_of(world, "asb_cases"), ("asb_start", "asb_end", "reoffended_after"))


def on_referral(row: Row) -> dict[str, str]:
    """The child's headings on the day of the referral."""
    return of_child(row["child"], band_on(row["child"], row["yisp_referral_date"], adult="15-17"))


def ysp_01(world: World) -> Answer:
    """Referrals, and those of which the work began."""
    return share(
        world,
        [
            Fact(
                row["yisp_referral_date"],
                row["child"]["area_key"],
                int(row["yisp_start"] is not None),
                1,
                on_referral(row),
            )
            for row in told_of(world, "yisp")
        ],
    )


def ysp_02(world: World) -> Answer:
    """Onset points lost by the end, a piece of work with both scores."""
    both = [row for row in told_of(world, "yisp") if row["onset_start"] is not None and row["onset_end"] is not None]
    facts = [
        Fact(
            row["yisp_end"] or date.max,
            row["child"]["area_key"],
            row["onset_start"] - row["onset_end"],
            1,
            on_referral(row),
        )
        for row in both
    ]
    return share(world, facts)


# -- IMPACT --------------------------------------------------------------------------------------------------------
def area_of(world: World, district: str | None) -> str:
    """The district if it is one of ours (a county that is its own district too), else the whole service only."""
    ours = {code for area in world.own_areas() for code in area.districts}
    ours |= {area.code for area in world.own_areas() if area.level == "county"}
    return district if district in ours else "UNKNOWN"


def spells(world: World) -> list[Row]:
    """Each area and first day once: with an end before without, completed before not, later end, smaller id."""
    best: dict[tuple[str, str, date], Row] = {}
    for row in world.rows("impact_areas"):
        key = (row["district_code"], row["impact_area_name"].lower(), row["impact_start"])
        if key not in best or preferred(row) < preferred(best[key]):
            best[key] = row
    return [
        {**row, "place": key[:2], "area_key": area_of(world, row["district_code"])}
        for key, row in sorted(best.items(), key=str)
    ]


def preferred(row: Row) -> tuple[bool, bool, int, str]:
    """The smaller, the rather taken."""
    end = row["impact_end"]
    return end is None, not row["impact_completed"], -(end.toordinal() if end else 0), row["impact_area_id"]


def pre_03(world: World) -> Answer:
    """Areas worked in, each once."""
    answer: Answer = {}
    found = spells(world)
    for period in world.of(*BASES):
        for area in world.own_areas():
            places = {
                spell["place"]
                for spell in found
                if spell["impact_start"] <= period["period_end"]
                and (spell["impact_end"] is None or spell["impact_end"] >= period["period_start"])
                and counts_in(area, spell["area_key"])
            }
            answer[period["period_id"], area.code, "all", "all"] = (float(len(places)), None)
    return answer


def completed(world: World) -> list[Row]:
    """Spells completed, with an end."""
    return [spell for spell in spells(world) if spell["impact_completed"] and spell["impact_end"] is not None]


def pre_04(world: World) -> Answer:
    """Spells completed, whenever they began (T-37)."""
    return tally(world, BASES, [Fact(spell["impact_end"], spell["area_key"]) for spell in completed(world)])


def pre_05(world: World) -> Answer:
    """Contacts, by whether the young people were known."""
    districts = {row["impact_area_id"]: row["district_code"] for row in world.rows("impact_areas")}
    told = [
        (row, area_of(world, districts.get(row["impact_area_id"])), min(row["known_count"] or 0, row["contact_count"]))
        for row in world.rows("impact_contacts")
    ]
    under = {
        ("young people", "Known to the service"): [Fact(r["contact_date"], area, of) for r, area, of in told],
        ("young people", "Not known or not asked"): [
            Fact(r["contact_date"], area, r["contact_count"] - of) for r, area, of in told
        ],
    }
    facts = [Fact(row["contact_date"], area, row["contact_count"]) for row, area, _ in told]
    answer = headed(world, BASES, facts, under if told else {})
    return {key: (number, None) for key, (number, _) in answer.items()}


def incidents(world: World) -> list[tuple[date, str]]:
    """Day and beat of the first police call about each youth-related incident."""
    first: dict[str, tuple[date, str, str | None]] = {}
    for call in world.rows("asb_calls"):
        if call["youth_related"] and call["call_source"] == "POLICE":
            key = f"incident {call['incident_no']}" if call["incident_no"] else f"call {call['call_id']}"
            mine = (call["call_date"], call["call_id"], call["beat_code"])
            first[key] = min(first.get(key, mine), mine, key=lambda one: one[:2])
    return [(day, beat.upper()) for day, _, beat in first.values() if beat is not None]


def windows(world: World) -> list[Row]:
    """Each completed spell with the incidents of its two windows, and whether both are whole."""
    calls = world.rows("asb_calls")
    if not calls:
        return [{**spell, "before": 0, "after": 0, "whole": False} for spell in completed(world)]
    found, happened = [], incidents(world)
    begins, taken = min(call["call_date"] for call in calls), max(call["extract_date"] for call in calls)
    for spell in completed(world):
        first, last = plus_months(spell["impact_start"], -3), plus_months(spell["impact_end"], 3)
        redrawn = spell["beat_changed_on"]
        whole = (
            spell["beat_code"] is not None
            and first >= begins.replace(day=1)
            and last < taken
            and not (redrawn is not None and first < redrawn <= last)
        )
        here = [day for day, beat in happened if beat == (spell["beat_code"] or "").upper()]
        before = sum(first <= day < spell["impact_start"] for day in here)
        after = sum(spell["impact_end"] < day <= last for day in here)
        found.append({**spell, "before": before, "after": after, "whole": whole})
    return found


def pre_06(world: World) -> Answer:
    """Fewer calls after than before, pooled over the areas completed, as a share of those before."""
    every = windows(world)
    whole = [one for one in every if one["whole"]]
    headline = [Fact(one["impact_end"], one["area_key"], one["before"] - one["after"], one["before"]) for one in whole]
    calls: dict[Heading, list[Fact]] = {
        ("calls", "In the 3 months before"): [Fact(o["impact_end"], o["area_key"], o["before"]) for o in whole],
        ("calls", "In the 3 months after"): [Fact(o["impact_end"], o["area_key"], o["after"]) for o in whole],
    }
    areas: dict[Heading, list[Fact]] = {
        ("areas", "Compared"): [Fact(o["impact_end"], o["area_key"], int(o["whole"])) for o in every],
        ("areas", "Left out"): [Fact(o["impact_end"], o["area_key"], int(not o["whole"])) for o in every],
    }
    return headed(world, BASES, headline, (calls if whole else {}) | (areas if every else {}))


DOMAIN = Domain(
    name="prevention",
    tables=(
        "persons",
        "offences",
        "outcomes",
        "yisp",
        "asb_cases",
        "impact_areas",
        "impact_contacts",
        "asb_calls",
    ),
    make=make,
    oracles={
        "PRE-01": pre_01,
        "PRE-02": pre_02,
        "PRE-03": pre_03,
        "PRE-04": pre_04,
        "PRE-05": pre_05,
        "PRE-06": pre_06,
        "YSP-01": ysp_01,
        "YSP-02": ysp_02,
    },
)

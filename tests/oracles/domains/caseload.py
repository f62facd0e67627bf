"""Oracles of caseload, contacts and Asset: measures.md B6, A4; A1 SCA-01 to 04; D11 section 5."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.oracles.custody import BASES, share
from tests.oracles.domain import Domain, Tables
from tests.oracles.domains.courts_worlds import Maker, add_person
from tests.oracles.domains.health import person
from tests.oracles.domains.health_counting import Seen, count_children
from tests.oracles.domains.health_worlds import add_assessment, maybe, shifted
from tests.oracles.orders import CUSTODIAL
from tests.oracles.outcomes import children, same_child
from tests.oracles.world import Answer, Fact, Row, World, during, plus_months

SUPERVISED = (
    "REFERRAL_ORDER",
    "ACTION_PLAN_ORDER",
    "SUPERVISION_ORDER",
    "CRO",
    "CPRO",
    "DTTO",
    "YOUTH_REHABILITATION_ORDER",
    *CUSTODIAL,
)
LEVELS = ("standard", "enhanced", "intensive")
FIRST, LATER = (2, 4, 12), (1, 2, 4)


def band(score: int) -> str:
    """The level of an Asset score."""
    return "intensive" if score >= 33 else "enhanced" if score >= 15 else "standard"


def level_of(row: Row) -> str | None:
    """The officer's level, else the higher of score and risk of harm; none of an Onset."""
    if row["tool"] == "ONSET":
        return None
    if row["scaled_level"]:
        return str(row["scaled_level"])
    given = []
    if row["asset_score"] is not None:
        given.append(band(row["asset_score"]))
    if row["rosh"]:
        given.append({"low": "standard", "medium": "enhanced"}.get(row["rosh"], "intensive"))
    return max(given, key=LEVELS.index, default=None)


def level_on(world: World, who: object, day: date) -> str | None:
    """The level of a child's newest assessment that gives one."""
    known = children(world)
    found = [
        (row["assessment_date"], row["completed_date"] or row["assessment_date"], row["assessment_id"], level_of(row))
        for row in world.rows("assessments")
        if row["ypid"] in known and same_child(known[row["ypid"]]) == who and row["assessment_date"] <= day
    ]
    return max((one for one in found if one[3]), default=(None, None, None, None))[3]


def supervised(world: World) -> list[tuple[Row, Row]]:
    """Orders under supervision of children living here when they began."""
    known = children(world)
    return [
        (order, known[order["ypid"]])
        for order in world.rows("interventions")
        if order["ypid"] in known and order["disposal_type"] in SUPERVISED and order["residence_on_start"] == "LOCAL"
    ]


def caseload_at(wanted: str) -> Callable[[World], Answer]:
    """Share of the open cases with a level that are at one level, on each day."""

    def _answer(world: World) -> Answer:
        cases, everyone = [], []
        for period in world.of("as_at"):
            day = period["period_start"]
            for order, child in supervised(world):
                if order["start_date"] > day or (order["end_date"] is not None and order["end_date"] < day):
                    continue
                who, level = same_child(child), level_on(world, same_child(child), day)
                place = (period["period_id"], who, child["area_key"])
                everyone.append(Seen(*place, {"statistic": "open cases without an assessment"}, level is None))
                if level is not None:
                    cases.append(Seen(*place, person(child, day), level == wanted))
        headings = {item for one in cases for item in one.described.items()}
        answer = count_children(world, ("as_at",), cases, headings)
        if wanted == "intensive" and everyone:
            of_all = count_children(world, ("as_at",), everyone, [("statistic", "open cases without an assessment")])
            answer |= {key: figures for key, figures in of_all.items() if key[2] == "statistic"}
        return answer

    return _answer


def months_of(world: World) -> list[date]:
    """First days of the calendar months of the periods."""
    day, months = date(2012, 1, 1), []
    while day < date(2015, 1, 1):
        if any(during(period, day) for period in world.of(*BASES)):
            months.append(day)
        day = plus_months(day, 1)
    return months


def sca_04(world: World) -> Answer:
    """Share of the months of orders with contacts enough."""
    facts = []
    for order, child in supervised(world):
        for month in months_of(world):
            last = month.replace(day=monthrange(month.year, month.month)[1])
            if order["start_date"] > month or (order["end_date"] is not None and order["end_date"] < last):
                continue
            level = level_on(world, same_child(child), month)
            if level is not None:
                early = last < plus_months(order["start_date"], 3)
                due = (FIRST if early else LATER)[LEVELS.index(level)]
                enough = int(kept(world, order, month, last) >= due)
                facts.append(Fact(month, child["area_key"], enough, 1, {**person(child, month), "level": level}))
    return share(world, facts)


def kept(world: World, order: Row, first: date, last: date) -> int:
    """Contacts of an order that were attended from one day to another."""
    return sum(
        row["programme_id"] == order["programme_id"]
        and row["contact_attended"] == "yes"
        and first <= row["contact_date"] <= last
        for row in world.rows("contacts")
    )


def asset_pairs(world: World) -> list[tuple[Row, Row, Row]]:
    """Asset at the start, Asset at the end and child: each other's nearest, and on different days."""
    known = children(world)
    scored = [
        {**row, "who": same_child(known[row["ypid"]]), "child": known[row["ypid"]]}
        for row in world.rows("assessments")
        if row["ypid"] in known and row["tool"] == "ASSET" and row["asset_score"] is not None
    ]
    starts = [row for row in scored if row["stage"] == "start"]
    found = []
    for end in (row for row in scored if row["stage"] == "end"):
        before = [row for row in starts if row["who"] == end["who"] and row["assessment_date"] < end["assessment_date"]]
        if before:
            latest = max(row["assessment_date"] for row in before)
            start = min((row for row in before if row["assessment_date"] == latest), key=by_id)
            if end is first_end(scored, start):
                found.append((start, end, end["child"]))
    return found


def by_id(row: Row) -> str:
    """An assessment's id."""
    return str(row["assessment_id"])


def first_end(scored: list[Row], start: Row) -> Row:
    """The first Asset at the end after one at the start."""
    after = [
        row
        for row in scored
        if row["stage"] == "end" and row["who"] == start["who"] and row["assessment_date"] > start["assessment_date"]
    ]
    return min(after, key=lambda row: (row["assessment_date"], by_id(row)))


def ass_01(world: World) -> Answer:
    """Mean change of the Asset score, and the mean scores at start and end."""
    changes, scores = [], []
    for start, end, child in asset_pairs(world):
        day, place = end["assessment_date"], child["area_key"]
        headings = {**person(child, day), "level at the start": band(start["asset_score"])}
        changes.append(Fact(day, place, end["asset_score"] - start["asset_score"], 1, headings))
        scores += [
            Fact(day, place, row["asset_score"], 1, {"statistic": f"mean score at the {when}"})
            for row, when in ((start, "start"), (end, "end"))
        ]
    means = {key: figures for key, figures in share(world, scores).items() if key[2] == "statistic"}
    return share(world, changes) | means


def add_order(maker: Maker, ypid: str) -> None:
    """An order about the bounds of months, its assessments and as many contacts as are due, or one fewer."""
    random = maker.random
    began = shifted(maker, random.choice((maker.day(), date(2013, random.randint(1, 12), 1))), (0, 0, -1, 1))
    order = maker.add(
        "interventions",
        programme_id=maker.next_id("interventions"),
        ypid=ypid,
        disposal_type=random.choice((*SUPERVISED, "REPARATION_ORDER", "YOUTH_CAUTION")),
        start_date=began,
        end_date=maybe(maker, maker.near(began, (1, 4, 6, 9), (-1, 0, 0, 1)), 0.8),
        residence_on_start=maker.local(),
    )
    for _ in range(random.randint(0, 5)):
        add_assessment(maker, ypid, maker.near(began, (-3, 0, 1, 3, 6), (-1, 0, 0, 0, 1)))
    exact = random.random() < 0.6
    for month in range(6):
        first = plus_months(began.replace(day=1), month)
        number = random.choice((0, 1, 2, 3, 4, 11, 12))
        if exact:
            add_kept(maker, order["programme_id"], first, number)
        else:
            add_contacts(maker, order["programme_id"], first, number)


def add_kept(maker: Maker, programme_id: str, first: date, number: int) -> None:
    """Contacts of one month that were all attended, so that exactly as many count."""
    for _ in range(number):
        maker.add(
            "contacts",
            contact_id=maker.next_id("contacts"),
            programme_id=programme_id,
            contact_date=first,
            contact_attended="yes",
        )


def add_asset_story(maker: Maker, ypid: str) -> None:
    """Assets at the start and at the end about the bounds of periods and birthdays, some of them on one day."""
    random = maker.random
    days = [maker.day() for _ in range(3)]
    for _ in range(random.randint(2, 7)):
        maker.add(
            "assessments",
            assessment_id=maker.next_id("assessments"),
            ypid=ypid,
            stage=random.choice(("start", "end")),
            assessment_date=shifted(maker, random.choice(days), (0, 0, 1, 15)),
            tool=random.choice(("ASSET", "ASSET", "ASSET", "ONSET")),
            asset_score=random.choice((None, 0, 7, 14, 15, 20, 32, 33, 64)),
            completed_date=None,
            rosh=None,
            scaled_level=None,
        )


def add_contacts(maker: Maker, programme_id: str, first: date, number: int) -> None:
    """Contacts of one month, some missed, some on its first and last day and the days beside."""
    last = plus_months(first, 1) - timedelta(days=1)
    for _ in range(number):
        maker.add(
            "contacts",
            contact_id=maker.next_id("contacts"),
            programme_id=programme_id if maker.random.random() < 0.97 else "NONE",
            contact_date=maker.random.choice(
                (first, last, shifted(maker, first, (-1, 9)), shifted(maker, last, (-5, 1)))
            ),
            contact_attended=maker.random.choice(
                ("yes", "yes", "yes", "yes", "no-acceptable", "no-unacceptable", None)
            ),
        )


def add_asset_at(maker: Maker, ypid: str, born: date) -> None:
    """An Asset a month before a birthday that opens an age band, and one on the day or beside it."""
    birthday = plus_months(born, 12 * maker.random.choice((15, 18)))
    told = (("start", plus_months(birthday, -1)), ("end", shifted(maker, birthday, (-1, 0, 1))))
    for stage, day in told:
        maker.add(
            "assessments",
            assessment_id=maker.next_id("assessments"),
            ypid=ypid,
            stage=stage,
            assessment_date=day,
            tool="ASSET",
            asset_score=maker.random.choice((5, 14, 15, 33)),
            completed_date=None,
            rosh=None,
            scaled_level=None,
        )


def add_second_record(maker: Maker, number: int) -> None:
    """The last child held under another number too, with an order of its own that runs beside the others."""
    first = maker.tables["persons"][-1]
    first["originating_yot_person_id"] = f"O{number}"
    again = {name: cell for name, cell in first.items() if name != "row"}
    told = maker.random.choice((first["ethnicity_group"], "Mixed", "White"))
    maker.add("persons", **{**again, "ypid": f"D{number:02d}", "ethnicity_group": told})
    for order in [row for row in maker.tables["interventions"] if row["ypid"] == first["ypid"]]:
        cells = {name: cell for name, cell in order.items() if name != "row"}
        maker.add("interventions", **{**cells, "programme_id": f"{order['programme_id']}D", "ypid": f"D{number:02d}"})


def make(random: Random, size: int) -> Tables:
    """Some children with orders, assessments and contacts."""
    maker = Maker(random, (2012, 2013, 2014))
    for number in range(min(size, 9)):
        born = add_person(maker, f"C{number:02d}")
        if random.random() < 0.3:
            add_asset_at(maker, f"C{number:02d}", born)
        for _ in range(random.randint(1, 2)):
            add_order(maker, f"C{number:02d}")
        if random.random() < 0.6:
            add_asset_story(maker, f"C{number:02d}")
        if random.random() < 0.4:
            add_second_record(maker, number)
    return maker.tables


DOMAIN = Domain(
    name="caseload",
    tables=("persons", "interventions", "assessments", "contacts"),
    make=make,
    oracles={
        "SCA-01": caseload_at("intensive"),
        "SCA-02": caseload_at("enhanced"),
        "SCA-03": caseload_at("standard"),
        "SCA-04": sca_04,
        "ASS-01": ass_01,
    },
)

"""A small service's stores, with a canary in every cell, name and word that is of one child."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import openpyxl
import pandas as pd

from assets.raw.store import keep
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.mending import Correction, Explanation
from pipelines.platform.register.people import LinkDecision
from pipelines.platform.register.records import ReceivedFile, ReturnVersion
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract
from schemas.extract import Fault
from schemas.facts import records_of

OLD, NEW = Quarter.from_label("2013-14 Q4"), Quarter.from_label("2014-15 Q3")
#: 2013-14 Q4 ended on 31 March 2014: eleven months before; 2014-15 Q3 two months before.
DAY = date(2015, 3, 1)
CANARY, OTHER = "Quincequill", "Medlarson"


@dataclass(frozen=True)
class Child:
    """A child with one offence, its outcome, one order and one contact.

    Attributes:
        name: begins every id and text of the child.
        born: date of birth.
        acted: the day of everything that happened.
        outcome: what was decided.
        category: of the offence.
        ended: the day the order ended; None while it goes on.
    """

    name: str
    born: str = "1994-05-01"
    acted: str = "2011-06-01"
    outcome: str = "YOUTH_CAUTION"
    category: str = "THEFT_AND_HANDLING"
    ended: str | None = "2011-06-01"


def frames_of(children: Iterable[Child]) -> dict[str, pd.DataFrame]:
    """The checked tables of these children, with the columns that matter here."""
    some = list(children)
    born, acted, ended = (
        pd.Series([getattr(one, name) for one in some], dtype="datetime64[us]") for name in ("born", "acted", "ended")
    )
    ids = {key: texts(f"{one.name}-{key}" for one in some) for key in ("offence", "outcome", "order", "contact")}
    ypid = texts(one.name for one in some)
    frames = {
        "persons": {"ypid": ypid, "date_of_birth": born},
        "offences": {
            "offence_id": ids["offence"], "ypid": ypid, "offence_date": acted,
            "yjb_category": texts(one.category for one in some),
        },
        "outcomes": {
            "outcome_id": ids["outcome"], "offence_id": ids["offence"], "outcome_date": acted,
            "legal_outcome": texts(one.outcome for one in some),
        },
        "interventions": {
            "programme_id": ids["order"], "ypid": ypid, "start_date": acted, "end_date": ended,
            "disposal_type": texts(one.outcome for one in some),
        },
        "contacts": {"contact_id": ids["contact"], "programme_id": ids["order"], "contact_date": acted},
    }  # fmt: skip
    return {name: with_origin(pd.DataFrame(columns)) for name, columns in frames.items()}


def texts(values: Iterable[str]) -> pd.Series:
    return pd.Series(list(values), dtype="string")


def with_origin(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with where its rows came from."""
    origin = {"file_sha256": "0" * 64, "file_name": "drop.csv", "sheet": ""}
    return frame.assign(**origin, row=range(2, len(frame) + 2)).astype(dict.fromkeys(origin, "string"))


def fill(place: Workplace, quarter: Quarter, children: Iterable[Child]) -> None:
    """Everything that a run of a quarter leaves, children's names all over it."""
    some = list(children)
    for name, frame in frames_of(some).items():
        place.lake.write(extract(name).core_table, quarter, frame)
    words = texts(one.name for one in some)
    place.lake.write("stopped_persons", quarter, frames_of([Child(f"{some[0].name}-aside")])["persons"])
    for table in ("raw_cms__persons", "core_children", "core_crd", "link_proposals"):
        place.lake.write(table, quarter, pd.DataFrame({"words": words}))
    place.lake.write("ind_fte__01", quarter, pd.DataFrame({"numerator": [1.0]}))
    place.lake.write("core_population", quarter, pd.DataFrame({"estimate": [70_000.0]}))
    drop(place, quarter, some)
    book(place, quarter, some)
    say(place, quarter, some)
    publish(place, quarter)


def drop(place: Workplace, quarter: Quarter, children: list[Child]) -> None:
    """One file of children and one of a publication, received from the inbox."""
    for name, held, lines in (
        (f"{children[0].name}.csv", "persons", [one.name for one in children]),
        ("population.csv", "population", ["70000"]),
    ):
        path = place.inbox(quarter) / name
        path.write_text(f"{quarter.label}\n" + "\n".join(lines), encoding="utf-8")
        sha256 = keep(path, place.settings.received)
        message = f"notice of {name}"
        place.register.receive(
            ReceivedFile(sha256, quarter.slug, name, 1, extract=held, code="YJ-F-0041", message=message)
        )


def book(place: Workplace, quarter: Quarter, children: list[Child]) -> None:
    """An errors workbook, as an officer filled it in."""
    place.settings.errors.mkdir(parents=True, exist_ok=True)
    workbook = openpyxl.Workbook()
    workbook.active.append([one.name for one in children])
    workbook.save(place.settings.errors / f"errors-{quarter.slug}.xlsx")
    shutil.copy(
        place.settings.errors / f"errors-{quarter.slug}.xlsx", place.settings.errors / f"errors-{quarter.slug} (2).xlsx"
    )


def say(place: Workplace, quarter: Quarter, children: list[Child]) -> None:
    """A fault, a correction, an explanation and a decision about each child."""
    moment = datetime(2015, 1, 9, tzinfo=UTC)
    frame = frames_of(children)["persons"]
    records = records_of(frame, extract("persons"))
    facts = [f"{one.name:-<64}"[:64] for one in children]
    faults = [
        Fault("YJ-D-0107", "query", "persons", "m", "e", "f", file_name=f"{one.name}.csv", row=2, fact=fact)
        for one, fact in zip(children, facts, strict=True)
    ]
    place.register.replace_faults(quarter.slug, "core_persons", faults)
    corrections = [
        Correction(
            quarter.slug, "persons", record, "sex", one.name, f"{one.name} new", "why", "who", moment, "0" * 64, 2
        )
        for one, record in zip(children, records, strict=True)
    ]
    explanations = [
        Explanation(
            quarter.slug, "persons", "YJ-D-0107", fact, f"{one.name} is right", None, "who", moment, "0" * 64, 2
        )
        for one, fact in zip(children, facts, strict=True)
    ]
    place.register.mending.give(quarter.slug, corrections, explanations)
    decisions = [
        LinkDecision(quarter.slug, children[0].name, one.name, False, one.name, "who", moment, "0" * 64, 2)
        for one in children[1:]
    ]
    place.register.people.decide(quarter.slug, decisions)


def publish(place: Workplace, quarter: Quarter) -> None:
    """A published version."""
    folder = place.returns(quarter) / "v1"
    folder.mkdir(parents=True)
    (folder / "board.xlsx").write_bytes(b"the return")
    figures = place.register.published_figures(quarter.slug, 1)
    version = ReturnVersion(quarter.slug, "board", 1, "board.xlsx", "0" * 64, "0" * 64, date(2015, 1, 9))
    place.register.publish(version, figures)

"""Made-up records of young people, one by one and as a corpus whose truth is known. No name is any real child's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from random import Random

import pandas as pd

from assets.core.people.pairs import Record, alike
from pipelines.platform.register.people import LinkDecision
from sample.naming import forename_of, pnc_of, surname_of

SHA = "a" * 64
#: Spread of names: the k-th commonest is as common as 1 / (k + 5), as names are.
SURNAMES = [surname_of(number)[:-5].lower() for number in range(300)]
FORENAMES = [forename_of(number).lower() for number in range(120)]


def record(ypid: str, **cells: str) -> Record:
    """A record of one made-up boy; what is not told is as of every other."""
    usual = {
        "origin_id": "",
        "pnc": "",
        "born": "1999-04-13",
        "sex": "Male",
        "surname": "dolcusbra",
        "forename": "wibzad",
        "postcode": "",
    }
    return Record(ypid=ypid, **(usual | cells))


def frame_of(records: Sequence[Record]) -> pd.DataFrame:
    """Records as `records_of` gives them, by ypid."""
    frame = pd.DataFrame(sorted(records), columns=list(Record._fields)).astype("string")
    places = {"file_sha256": SHA, "file_name": "persons.csv", "sheet": "", "row": range(2, len(frame) + 2)}
    return frame.assign(**places).astype({"row": "Int64"})


def said(number: int, left: str, right: str, *, same: bool) -> LinkDecision:
    """A decision as the register gives it."""
    when = datetime(2015, 1, 7, tzinfo=UTC)
    return LinkDecision("2014-15-Q3", left, right, same, "seen", "An officer", when, SHA, 2, number)


@dataclass
class Corpus:
    """Records with the truth about them.

    Attributes:
        records: in no order.
        owner: the young person of each record.
        twins: pairs of records of twins.
    """

    records: list[Record] = field(default_factory=list)
    owner: dict[str, int] = field(default_factory=dict)
    twins: set[tuple[str, str]] = field(default_factory=set)

    def add(self, person: int, made: Record) -> Record:
        """One more record of a young person."""
        self.records.append(made)
        self.owner[made.ypid] = person
        return made

    def true_pairs(self) -> set[tuple[str, str]]:
        """Pairs of records of one young person, the smaller id first."""
        held: dict[int, list[str]] = {}
        for ypid, person in self.owner.items():
            held.setdefault(person, []).append(ypid)
        return {pair for ypids in held.values() for pair in combinations(sorted(ypids), 2)}


def corpus(size: int, seed: int) -> Corpus:
    """A service's records: one in 50 held twice, one in 100 with a twin, two in three with a PNC number."""
    chance, made = Random(seed), Corpus()  # noqa: S311 - nothing is kept secret with it
    for person in range(size):
        first = made.add(person, _anybody(chance, person))
        if chance.random() < 0.02:
            made.add(person, _held_again(chance, first))
        if chance.random() < 0.01:
            # A twin by another name: "Hayden" and "Jayden" nobody could tell from a slip of the pen.
            twin = next(one for one in _many(chance, size + person) if not alike(one.forename, first.forename))
            family = {"surname": first.surname, "born": first.born, "postcode": first.postcode}
            made.twins.add(tuple(sorted((first.ypid, made.add(size + person, twin._replace(**family)).ypid))))
    chance.shuffle(made.records)
    return made


def _many(chance: Random, person: int) -> Iterator[Record]:
    """One made-up young person after another."""
    while True:
        yield _anybody(chance, person)


def _anybody(chance: Random, person: int) -> Record:
    born = date(1996, 1, 1) + timedelta(days=chance.randrange(2900))
    return Record(
        ypid=f"YP{chance.randrange(10**9):09d}-{person}",
        origin_id="",
        pnc=f"{pnc_of(born.year + 14, person + 1)}" if chance.random() < 0.66 else "",
        born=born.isoformat(),
        sex="Male" if chance.random() < 0.78 else "Female",
        surname=chance.choices(SURNAMES, [1 / (place + 5) for place in range(len(SURNAMES))])[0],
        forename=chance.choices(FORENAMES, [1 / (place + 5) for place in range(len(FORENAMES))])[0],
        postcode=f"LE{chance.randrange(1, 68)}{chance.randrange(1, 10)}{''.join(chance.choices('ABDEFGHJLN', k=2))}",
    )


def _held_again(chance: Random, first: Record) -> Record:
    """The same young person keyed a second time, with what happens when somebody does."""
    again = first._replace(ypid=f"YP{chance.randrange(10**9):09d}-again-{first.ypid[-6:]}")
    changes = (
        (0.25, {"pnc": ""}),
        (0.08, {"surname": _slip(chance, first.surname)}),
        (0.06, {"surname": chance.choice(SURNAMES)}),
        (0.08, {"forename": _slip(chance, first.forename)}),
        (0.06, {"forename": first.forename[:4]}),
        (0.03, {"born": _another_day(first.born)}),
        (0.02, {"born": first.born[:9] + str((int(first.born[9]) + 1) % 10)}),
        (0.50, {"postcode": ""}),
    )
    for share, cells in changes:
        if chance.random() < share:
            again = again._replace(**cells)
    return again


def _slip(chance: Random, name: str) -> str:
    """A name with two letters changed about."""
    place = chance.randrange(1, len(name) - 1)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _another_day(born: str) -> str:
    """A birthday with day and month changed about, as far as there is such a day."""
    year, month, day = born.split("-")
    return f"{year}-{day}-{month}" if int(day) <= 12 else born

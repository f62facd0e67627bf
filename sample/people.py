"""The children of the made-up world: who they are and where they live.

Only people belong here; what they did is in `careers`. No name, number, postcode or date is any real child's.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from sample.chance import pick
from sample.dates import add_months
from sample.events import Occasion

#: Stands in every id; the writer puts the copy's number here when the world is written many times over.
COPY = "\x1f"

#: Residents aged 10 to 17 in 2011 by district (ONS, Open Government Licence v3.0), as weights.
DISTRICTS = {
    "E07000129": 9238, "E07000130": 14900, "E07000131": 8998, "E07000132": 9819,
    "E07000133": 4928, "E07000134": 9030, "E07000135": 5605, "E06000017": 4316,
}  # fmt: skip
LOCALITIES = {
    "E07000133": "North", "E07000130": "North", "E06000017": "South", "E07000131": "South",
    "E07000129": "South", "E07000135": "South", "E07000134": "West", "E07000132": "West",
}  # fmt: skip
RUTLAND = "E06000017"
_SEX = {"Male": 78, "Female": 22}
_ETHNICITY = {
    "W1": 860, "W9": 22, "W3": 6, "W2": 4, "M1": 26, "M2": 5, "M3": 8, "M9": 6, "A1": 24, "A2": 5, "A3": 3, "A9": 4,
    "B1": 6, "B2": 5, "B9": 2, "O9": 3, "NS": 9,
}  # fmt: skip
_AGE_AT_ENTRY = {10: 2, 11: 4, 12: 9, 13: 15, 14: 21, 15: 22, 16: 17, 17: 10}
_AGE_OF_THE_YOUNGER = {10: 6, 11: 14, 12: 26, 13: 32, 14: 22}


@dataclass
class Child:
    """One record of a young person in the case system.

    Attributes:
        serial: number in the world.
        born: date of birth.
        sex: as recorded.
        ethnicity: 18+1 code.
        district: GSS code of the home district, empty where not recorded.
        authority: home authority.
        origin: serial in the id that the originating service gave (another record's for a child held twice; 0: none).
        deleted: only a trace of a deleted record.
        drawn: may be drawn for further occasions.
        bound_until: last day on which the plan has already settled what this child does.
        occasions: what happened, in the order it was planned.
    """

    serial: int
    born: date
    sex: str
    ethnicity: str
    district: str
    authority: str
    origin: int = 0
    deleted: bool = False
    drawn: bool = True
    bound_until: date = date.min
    occasions: list[Occasion] = field(default_factory=list)

    @property
    def ypid(self) -> str:
        """The case system's number."""
        return f"YP{self.serial:05d}{COPY}"

    def settled_until(self) -> date:
        """Last day already spoken for: the last occasion, or what the plan binds."""
        return max([self.bound_until, *(occasion.on for occasion in self.occasions)])


def born_for(rng: random.Random, day: date, *, younger: bool = False) -> date:
    """A date of birth that makes the child 10 to 17 on the day; at most 14 for `younger`."""
    age = pick(rng, _AGE_OF_THE_YOUNGER if younger else _AGE_AT_ENTRY)
    # Some days are kept clear of the tenth and eighteenth birthdays: other offences and the hearing fall around it.
    last = add_months(day, -12 * age)
    return last - timedelta(days=rng.randint(25, 250 if age == max(_AGE_AT_ENTRY) else 360))


def new_child(rng: random.Random, serial: int, born: date) -> Child:
    """A child living in one of the districts, spread as the 10 to 17 population is."""
    district = pick(rng, DISTRICTS)
    authority = "RUT" if district == RUTLAND else "LEIC"
    child = Child(serial, born, pick(rng, _SEX), pick(rng, _ETHNICITY), district, authority)
    child.origin = serial if rng.random() < 0.6 else 0  # noqa: PLR2004 - not every service gives its id
    mishap = rng.random()
    if mishap < 0.006:  # noqa: PLR2004 - one in 170 has an authority but no district
        child.district = ""
    elif mishap < 0.010:  # noqa: PLR2004 - one in 250 has since moved out of the area
        child.district, child.authority = "E06000016", "CITY"
    return child

"""What a domain hands to the tests: how its random small worlds are made, and the plain answer to each measure.

The worlds and answers themselves are in `tests.oracles.domains`; asking the SQL is in `tests.oracles.asked`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from random import Random

from pipelines.platform.periods import spine
from pipelines.platform.quarters import Quarter
from pipelines.platform.services import load_service
from schemas.service import Service
from tests.oracles import domains
from tests.oracles.world import Answer, Row, World

#: Extract -> its rows.
Tables = dict[str, list[Row]]
#: Places of the small service: enough for a row to count in one and not in the other.
_AREAS = ("YOS-LR", "E10000018", "E06000017", "LOC-SOUTH", "E07000129", "E07000133", "E12000004", "K04000001")


@dataclass(frozen=True)
class Domain:
    """One domain's worlds and oracles.

    Attributes:
        name: its name.
        tables: extracts that its worlds have rows of; every other extract is empty.
        make: a world's rows, from a source of chance and a size from 0 (nothing) to 20.
        oracles: measure -> its answer, counted from the world's rows.
        quarter: the data quarter.
        history_from: first day of the case history; a short one, for speed.
    """

    name: str
    tables: tuple[str, ...]
    make: Callable[[Random, int], Tables]
    oracles: Mapping[str, Callable[[World], Answer]]
    quarter: str = "2014-15 Q3"
    history_from: date = date(2012, 4, 1)

    def world(self, seed: int, size: int) -> World:
        """The world of a seed; the same every time.

        Raises:
            ValueError: the domain made rows of an extract that it does not name.
        """
        made = self.make(Random(seed), size)  # noqa: S311 - nothing is kept secret with it
        if not set(made) <= set(self.tables):
            raise ValueError(f"{self.name} makes {sorted(set(made) - set(self.tables))}, which it does not name")
        return World(made, self.periods(), small_service(self.history_from))

    def periods(self) -> list[Row]:
        """The spine as plain rows with plain days."""
        return _periods(self.quarter, self.history_from)


@cache
def small_service(history_from: date) -> Service:
    """The sample service with fewer places, so that a world is counted quickly."""
    sample = load_service("leicestershire_rutland")
    areas = tuple(area for area in sample.areas if area.code in _AREAS)
    return sample.model_copy(update={"areas": areas, "history_from": history_from})


@cache
def _periods(quarter: str, history_from: date) -> list[Row]:
    frame = spine(Quarter.from_label(quarter), history_from)
    told = frame.astype(object).where(frame.notna(), None).to_dict("records")
    rows: list[Row] = [{str(name): cell for name, cell in row.items()} for row in told]
    days = ("period_start", "period_end", "period_until", "complete_on")
    return [{**row, **{day: row[day].date() for day in days}} for row in rows]


@cache
def every_domain() -> tuple[Domain, ...]:
    """The domains of every module of `tests.oracles.domains`, by module and name."""
    modules = sorted(iter_modules(domains.__path__), key=lambda module: module.name)
    loaded = [import_module(f"{domains.__name__}.{module.name}") for module in modules]
    found = [value for module in loaded for _, value in sorted(vars(module).items()) if isinstance(value, Domain)]
    return tuple({domain.name: domain for domain in found}.values())


def made_children(random: Random, count: int) -> list[Row]:
    """Persons in several districts, one deleted now and then, one of no district, one held twice."""
    return [_child(random, number) for number in range(count)]


def _child(random: Random, number: int) -> Row:
    born = random.choice((date(1996, 2, 29), date(1997, 8, 31), date(1997, 9, 1), date(1999, 4, 1), date(1998, 12, 31)))
    return {
        "ypid": f"Y{number}",
        "date_of_birth": born + timedelta(days=random.choice((-1, 0, 0, 1, 400))),
        "sex": random.choice(("Male", "Male", "Female", None)),
        "ethnicity_group": random.choice(("White", "White", "Mixed", "Asian or Asian British", None)),
        "district_code": random.choice(("E07000129", "E07000133", "E06000017", "E10000018", "E07000999", None)),
        "home_authority": random.choice(("LEIC", "LEIC", "RUT", "CITY", "OTHER")),
        "deleted": random.random() < 0.1,
    }


def days_of(random: Random, years: Sequence[int] = (2012, 2013, 2014)) -> date:
    """A day, mostly the first or last of a month that opens or closes a quarter, or the day beside it."""
    if random.random() < 0.3:
        return date(random.choice(years), 1, 1) + timedelta(days=random.randrange(365))
    first = date(random.choice(years), random.choice((1, 4, 4, 7, 10)), 1)
    return first + timedelta(days=random.choice((-1, 0, 0, 1)))

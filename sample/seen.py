"""The extracts of each quarter of the sample: one world, told as far as it was known on the day of the export.

Only the choice of rows and cells belongs here; when a row is known stands in `sample.known`. 2014-15 Q3 is written as
the world makes it, and nothing of it is chosen here.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from sample.case_rows import Row, Rows
from sample.dates import add_months
from sample.dirt import NO_DATE, Tables
from sample.finance import with_totals
from sample.known import KNOWN, Known, Later, day_of
from sample.later.case import later_world
from sample.later.chronicle import chronicle
from sample.quarters import GOLDEN, extract_day
from sample.standing import standing
from sample.world import all_tables

Days = dict[str, list[date]]
_ALWAYS, _NEVER = date.min, date.max
#: The two court results of December 2014 were entered on this day.
_ENTERED_LATE = date(2015, 2, 2)
#: Months from the end of a followed window to its release; others are out ten weeks after their window.
_RELEASED_AFTER, _SOON = 13, timedelta(days=70)
#: Tables whose rows do not make a young person known: they are written ahead of what happens.
_AHEAD = frozenset({"transitions", "persons", "officer_links"})


def tables_of(label: str) -> Tables:
    """Every extract of a quarter.

    Raises:
        ValueError: a quarter that the sample does not have.
    """
    made = extract_day(label)
    return all_tables() if label == GOLDEN else as_seen(chronicle(), label, made)


def as_seen(tables: Tables, label: str, made: date) -> Tables:
    """The tables as an extract of that quarter would have them.

    Args:
        tables: every row of the whole time.
        label: the quarter.
        made: the day of the export.
    """
    days = _known_days()
    told: Tables = {}
    for name, rows in tables.items():
        known = KNOWN[name]
        there = [row for row, day in zip(rows, days[name], strict=True) if day <= made]
        told[name] = [_as_then(row, known, made) for row in there]
    _programmes_to_come(told)
    told["finance_actual"] = with_totals(told["finance_actual"])
    return told | standing(label, told)


def _as_then(row: Row, known: Known, made: date) -> Row:
    """The row without the cells written since, under that day's date of extract."""
    cells = dict(row)
    for later in known.later:
        if _written(row, later) > made:
            cells.update(later.before)
    if "extract_date" in cells:
        cells["extract_date"] = f"{made:%d/%m/%Y}" if "/" in row["extract_date"] else made.isoformat()
    return cells


def _written(row: Row, later: Later) -> date:
    cell = row[later.day]
    return _ALWAYS if cell in {"", NO_DATE} else day_of(cell) + later.lag


def _programmes_to_come(told: Tables) -> None:
    """A victim may be known some days before the order begins."""
    begun = {row["programme_id"] for row in told["interventions"]}
    planned = {row["programme_id"] for row in chronicle()["interventions"]} - begun
    for row in told["victims"]:
        row["programme_id"] = "" if row["programme_id"] in planned else row["programme_id"]


@cache
def _known_days() -> Days:
    """The day on which each row of the chronicle became known."""
    tables = chronicle()
    days: Days = {
        name: [KNOWN[name].day(row.get(KNOWN[name].event, "")) for row in rows] for name, rows in tables.items()
    }
    late = later_world().late
    for name, number in (("outcomes", "outcome_id"), ("hearings", "hearing_id")):
        days[name] = [
            _ENTERED_LATE if row[number] in late else day for row, day in zip(tables[name], days[name], strict=True)
        ]
    days["offences"] = _of_offences(tables, days)
    days["comparators"] = [_of_comparator(row) for row in tables["comparators"]]
    days["persons"] = _of_persons(tables, days)
    for name, known in KNOWN.items():
        if known.beside:
            days[name] = _beside(tables, days, name)
    return days


def _of_offences(tables: Tables, days: Days) -> list[date]:
    """An offence is known from its charge; from its outcome where nobody was charged."""
    decided = _earliest(tables["outcomes"], days["outcomes"], "offence_id")
    late = later_world().late
    return [
        day_of(row["charge_date"])
        if row["charge_date"] and row["offence_id"] not in late
        else decided.get(row["offence_id"], _ALWAYS)
        for row in tables["offences"]
    ]


def _of_comparator(row: Row) -> date:
    """What others publish of a window; a window with follow-up comes out a year after it has passed."""
    end = day_of(row["window_end"])
    followed = int(row["follow_up_months"] or 0)
    return add_months(end, followed + _RELEASED_AFTER) if followed else end + _SOON


def _of_persons(tables: Tables, days: Days) -> list[date]:
    """A young person is known from the first row that speaks of them; one of whom none does, from the beginning."""
    first: dict[str, date] = {}
    for name, rows in tables.items():
        if name not in _AHEAD and "ypid" in rows[0]:
            for ypid, day in _earliest(rows, days[name], "ypid").items():
                first[ypid] = min(day, first.get(ypid, _NEVER))
    return [first.get(row["ypid"], _ALWAYS) for row in tables["persons"]]


def _earliest(rows: Rows, days: list[date], column: str) -> dict[str, date]:
    found: dict[str, date] = {}
    for row, day in zip(rows, days, strict=True):
        found[row[column]] = min(day, found.get(row[column], _NEVER))
    return found


def _beside(tables: Tables, days: Days, name: str) -> list[date]:
    """The last of the row's own day and the days of the rows it points at."""
    pointed = [(column, _earliest(tables[there], days[there], key)) for column, there, key in KNOWN[name].beside]
    return [
        max([day, *(found.get(row[column], _ALWAYS) for column, found in pointed)])
        for row, day in zip(tables[name], days[name], strict=True)
    ]

"""Every extract as of 17 July 2015: those of 2014-15 Q3, what was open in them ended, and what came since.

Only putting together belongs here; `sample.seen` tells what of it an earlier day knew.
"""

from __future__ import annotations

from functools import cache

from sample.case_rows import Row
from sample.chance import stream
from sample.dirt import Tables
from sample.finance import ledger
from sample.later.case import later_world
from sample.later.closing import close_rows
from sample.later.domains import later_domains
from sample.world import all_tables

_BRITISH = ("hearing_date", "psr_due", "psr_served", "extract_date")
_DRIFTS = 4


@cache
def chronicle() -> Tables:
    """Extract -> every row of the whole time, in the order of the files; not to be changed."""
    later = later_world()
    tables = all_tables()
    new = {**later.new, **later_domains(later.made, tables)}
    ended = close_rows(tables, later.ended)
    new["hearings"] = [_british(row) for row in new["hearings"]]
    _spell_otherwise(new)
    for name, rows in new.items():
        columns = list(tables[name][0])
        tables[name] += [{column: row[column] for column in columns} for row in (*rows, *ended.get(name, ()))]
    tables["finance_actual"] = ledger()
    return tables


def _british(row: Row) -> Row:
    """The file of hearings has its dates the British way."""
    return row | {name: "/".join(reversed(row[name].split("-"))) for name in _BRITISH}


def _spell_otherwise(new: Tables) -> None:
    """A few codes as they were typed by hand."""
    for row in stream("later dirt").sample(new["outcomes"], _DRIFTS):
        row["legal_outcome"] = row["legal_outcome"].replace("_", " ").capitalize()

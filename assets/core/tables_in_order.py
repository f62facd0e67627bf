"""Whether the tables made across files are what today's extracts, decisions and code would give.

What belongs here: the reasons why not, for links, matches and the tables made by SQL. Extracts are in
`assets.core.in_order`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from assets.core.linked import statement_fingerprint, verdicts_by_table
from assets.core.person_links import LINKS, PERSONS, links_are_current
from assets.core.referral_matches import MATCHES, matches_are_current
from pipelines.platform.quarters import Quarter
from pipelines.platform.sql import Statement
from pipelines.platform.workplace import Workplace


def table_refusals(
    place: Workplace,
    quarter: Quarter,
    made: Iterable[tuple[str, Statement]],
    tables: Collection[str] = (LINKS, MATCHES),
) -> list[str]:
    """Why what is made of these tables may not be made, one sentence a reason; none where all are in order.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        made: tables made by SQL that are read, or must have been made, each with its statement.
        tables: names of further tables that are read; of them, links and matches are looked at.
    """
    return [*_matching(place, quarter, tables), *_made_by_sql(place, quarter, made)]


def _matching(place: Workplace, quarter: Quarter, tables: Collection[str]) -> Iterator[str]:
    """Reasons that lie in the links between persons, and in the matches that rest on them."""
    verdicts = verdicts_by_table(place, quarter)
    if LINKS in tables and not links_are_current(place, quarter, verdicts.get(PERSONS.core_table), verdicts.get(LINKS)):
        yield f"{LINKS} was made of earlier files, decisions or code."
    elif MATCHES in tables and not matches_are_current(place, quarter, verdicts.get(MATCHES)):
        yield f"{MATCHES} was made of earlier files or code."


def _made_by_sql(place: Workplace, quarter: Quarter, made: Iterable[tuple[str, Statement]]) -> Iterator[str]:
    """Reasons that lie in tables made by SQL."""
    verdicts = verdicts_by_table(place, quarter)
    for table, statement in made:
        verdict = verdicts.get(table)
        if verdict is None or verdict.input_fingerprint != statement_fingerprint(statement, verdicts):
            yield f"{table} was made of earlier files or code."

"""The measures an extract names are those that really read it, through the core tables: a fault must not mislead."""

from __future__ import annotations

import pytest

from assets.indicators.run import core_statements, measures
from schemas.catalogue import EXTRACTS
from schemas.extract import Extract


def readers() -> dict[str, set[str]]:
    """Table -> ids of the measures that read it, directly or through a core table."""
    reads = {statement.name: set(statement.header["reads"]) for statement in core_statements()}
    found: dict[str, set[str]] = {}
    for measure in measures():
        waiting, seen = set(measure.reads), set[str]()
        while waiting:
            table = waiting.pop()
            if table not in seen:
                seen.add(table)
                found.setdefault(table, set()).add(measure.id)
                # The cross-file rules read everything, to leave rows out: they do not make a measure read it.
                waiting |= reads.get(table, set()) if table != "core_cross_file_faults" else set()
    return found


#: Read by the pack itself, beside measures.
PACK_READS = {"comparators", "targets", "moj_fte"}
#: Two extracts meet in one core table of orders ended, but each measure looks at its own side of it.
ONE_SIDE = {"ete_status", "accommodation"}


@pytest.mark.parametrize("extract", EXTRACTS, ids=lambda extract: extract.name)
def test_an_extract_names_the_measures_that_read_it(extract: Extract) -> None:
    found = readers().get(extract.core_table, set())
    if extract.name in PACK_READS:
        assert found <= set(extract.measures)
    elif extract.name in ONE_SIDE:
        assert set(extract.measures) < found
    else:
        assert set(extract.measures) == found

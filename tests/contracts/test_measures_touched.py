"""The measures an extract names are those that really read it, through the core tables: a fault must not mislead."""

from __future__ import annotations

from assets.indicators.reads import behind, extracts_by_measure, measures_by_extract
from assets.indicators.run import core_statements, measures
from pipelines.cli.docs import MEASURES_READ, measures_read
from schemas.catalogue import EXTRACTS, extract

READ_BY = measures_by_extract(extracts_by_measure(measures(), core_statements(), EXTRACTS))


def test_the_list_of_what_reads_what_is_the_one_that_the_sql_files_give() -> None:
    assert MEASURES_READ.read_text(encoding="utf-8") == measures_read(), "run python -m pipelines.cli.docs"


def test_first_entrants_rest_on_offences_and_never_on_homes() -> None:
    assert {"persons", "offences", "outcomes"} <= set(
        extracts_by_measure(measures(), core_statements(), EXTRACTS)["FTE-01"]
    )
    assert "FTE-01" not in READ_BY["accommodation"]


def test_two_extracts_meet_in_the_orders_ended_but_each_measure_looks_at_its_own_side_of_it() -> None:
    assert "EET-01" in READ_BY["ete_status"]
    assert "EET-01" not in READ_BY["accommodation"]
    assert "ACC-01" in READ_BY["accommodation"]
    assert "ACC-01" not in READ_BY["ete_status"]


def test_what_a_measure_makes_no_use_of_stands_behind_it() -> None:
    reads = {statement.name: tuple(statement.header["reads"]) for statement in core_statements()}
    for measure in measures():
        used_up = behind(measure.model_copy(update={"unused": ()}), reads)
        assert set(measure.unused) | set(measure.may_lack) <= used_up, measure.id


def test_an_extract_that_stands_beside_measures_names_them_too() -> None:
    assert {"CUS-01", "EET-01"} <= set(extract("comparators").measures)

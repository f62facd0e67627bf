"""A trace as it is laid out: on a terminal and as comma-separated text, whatever is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from assets.indicators.measures import MeasureStatement
from assets.report.versions.sources import Sources
from assets.report.versions.trace import Trace, TracedExtract, TracedFile, TracedVersion, find_measure, trace
from pipelines.cli.trace import COLUMNS, WIDTH, csv_lines, plain_lines
from pipelines.groups import book
from pipelines.platform.errors import TableMissing
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import FIGURE_COLUMNS, ReturnVersion
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from tests.unit.report.made import made_inputs, made_measures

QUARTER = Quarter.from_label("2014-15 Q3")
#: No line of a terminal is longer; a SHA-256 has 64 digits.
LONGEST = 110


def traced(**changes: object) -> Trace:
    """A measure traced to one file, told by two versions."""
    file = TracedFile("outcomes", "outcomes export.xlsx", "cd" * 32, date(2015, 1, 21), 9876)
    measure = next(one for one in made_measures() if one.id == "FTE-01")
    whole = Trace(
        quarter=QUARTER,
        measure=measure,
        sources=made_inputs().sources,
        extracts=(
            TracedExtract("outcomes", 9876, 9851, 25, 2, (file,)),
            TracedExtract("persons", 0, 0, 0, 0, ()),
        ),
        versions=(
            TracedVersion("board", 1, date(2015, 1, 22), "April to December 2014", 158, None, 158),
            TracedVersion("board", 2, None, "April to December 2014", 161, 2000, 8.05),
        ),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]  # any field of a trace


def test_every_step_from_definition_to_version_stands_there() -> None:
    words = "\n".join(plain_lines(traced()))
    for step in (
        "FTE-01 First-time entrants, 2014-15 Q3",
        "SQL file: sql/indicators/fte/fte_01.sql",
        "core_first_entries",
        "9,851 rows  Cleaned from the extract outcomes",
        "outcomes: 9,876 rows received, 9,851 kept, 25 stopped, 2 cells corrected by officers",
        "outcomes export.xlsx, 9,876 rows, received on 21 January 2015",
        "SHA-256 " + "cd" * 32,
        "persons: none received",
        "version 1, board, 22 January 2015: April to December 2014: 158",
        "version 2, board, a day not known: April to December 2014: 8.05 (161 of 2,000) (current)",
    ):
        assert step in words, step


def test_no_line_is_wider_than_a_terminal_shows() -> None:
    assert WIDTH < LONGEST
    assert max(map(len, plain_lines(traced()))) <= LONGEST


def test_a_measure_that_no_version_told_says_so() -> None:
    assert list(plain_lines(traced(versions=())))[-1] == "Published: not yet."
    silent = traced(versions=(TracedVersion("board", 1, date(2015, 1, 22)),))
    assert list(plain_lines(silent))[-1].endswith("22 January 2015: no figure (current)")


def test_the_csv_holds_the_same_steps_one_a_row() -> None:
    rows = list(csv_lines(traced()))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    steps = [row[0] for row in rows]
    assert steps == [
        *("measure", "definition", "SQL file", "table", "table", "table"),
        *("extract", "file", "extract", "version", "version"),
    ]
    file = next(row for row in rows if row[0] == "file")
    assert (file[1], file[3], file[6], file[7]) == ("outcomes export.xlsx", 9876, "cd" * 32, "2015-01-21")


def test_a_measure_is_found_in_whatever_case_and_none_that_is_not_there() -> None:
    measures = book().measures
    found = find_measure(measures, " fte-01 ")
    assert found is not None
    assert found.measure.id == "FTE-01"
    assert find_measure(measures, "FTE-99") is None


def fte() -> MeasureStatement:
    """The measure of first-time entrants."""
    found = find_measure(book().measures, "FTE-01")
    assert found is not None
    return found


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """An empty home."""
    return Workplace(Settings(home=tmp_path_factory.mktemp("home")))


def test_a_quarter_that_was_never_run_is_told(place: Workplace) -> None:
    with pytest.raises(TableMissing, match="BR-101"):
        trace(place, QUARTER, fte())


def test_each_version_s_own_headline_is_told_and_an_edition_without_figures_left_out(place: Workplace) -> None:
    place.lake.write(fte().measure.table, QUARTER, pd.DataFrame({"numerator": [1.0]}))
    told = made_inputs().figures.loc[:, list(FIGURE_COLUMNS)]
    for number, extra in ((1, 0), (2, 5)):
        figures = told.assign(value=told["value"] + extra)
        for edition, shown in (("board", figures), ("lead-member", figures.iloc[:0])):
            as_of = date(2015, 1, 19)
            version = ReturnVersion(QUARTER.slug, edition, number, f"{edition}.xlsx", "0" * 64, "0" * 64, as_of)
            place.register.publish(version, shown)
    found = trace(place, QUARTER, fte())
    # Made figures: 161 entrants from April to December 2014, the year to date that a quarter's return shows first.
    assert [(one.edition, one.version, one.value) for one in found.versions] == [
        ("board", 1, 161.0),
        ("board", 2, 166.0),
    ]
    assert {one.period for one in found.versions} == {"April to December 2014"}
    assert isinstance(found.sources, Sources)
    assert {one.name for one in found.extracts} >= {"persons", "outcomes", "offences"}

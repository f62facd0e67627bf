"""The exceptions page: what is off its aim or out of the ordinary, and what its owner says, or that nobody said it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from assets.report.figures.lookup import Book
from assets.report.inputs import ReturnInputs
from assets.report.sheets.exceptions import exceptions_sheet
from assets.report.sheets.without_figures import with_figures
from schemas.pack import Amount, Link, Mark, Paragraph, Sheet, Table
from tests.unit.report.made import figure_frame, made_inputs, service_row
from tests.unit.report.wording.test_commentary import FTE, Said, commentary


def _inputs(*said: Said) -> ReturnInputs:
    inputs = made_inputs()
    inputs = replace(inputs, measures=with_figures(inputs))
    return replace(inputs, commentary=commentary(*said)) if said else inputs


def _sheet(inputs: ReturnInputs) -> Sheet:
    sheet = exceptions_sheet(inputs, Book(inputs))
    assert sheet is not None
    return sheet


def _table(inputs: ReturnInputs, name: str = "exceptions") -> Table:
    return next(table for table in _sheet(inputs).tables() if table.name == name)


def _row(inputs: ReturnInputs, measure_id: str) -> dict[str, object]:
    table = _table(inputs)
    rows = [row for row in table.rows if row[1] == Link(measure_id, measure_id)]
    return dict(zip([column.header for column in table.columns], rows[0], strict=True))


def _words(inputs: ReturnInputs) -> str:
    return " ".join(block.text for block in _sheet(inputs).blocks if isinstance(block, Paragraph))


def _off_aim(inputs: ReturnInputs) -> ReturnInputs:
    """EET-01 at 40% (96 of 240) against a target of 80%: red."""
    rows = [service_row("2014-15-YTD-Q3", 96, 240), service_row("2013-14-YTD-Q3", 170, 240)]
    return replace(inputs, figures=figure_frame(inputs, "EET-01", rows))


def test_a_red_measure_without_words_says_so_in_every_cell() -> None:
    row = _row(_off_aim(_inputs()), "EET-01")
    assert row["Rating"] == Mark("◆ Red", "bad")
    said = [row[name] for name in ("Cause", "Action", "Owner", "By when")]
    assert said == ["No cause was given.", "No action was given.", "No owner was named.", "No date was given."]
    assert "No cause was given for these red measures: EET-01." in _words(_off_aim(_inputs()))


def test_a_measure_with_words_shows_them() -> None:
    said: Said = ("EET-01", None, "Fewer places.", "Ask the colleges.", "Education lead", "2015-03-31", "At risk")
    inputs = _off_aim(_inputs(said))
    row = _row(inputs, "EET-01")
    assert [row["Cause"], row["Action"], row["Owner"]] == ["Fewer places.", "Ask the colleges.", "Education lead"]
    assert row["Action stands"] == "At risk"
    assert "these red measures" not in _words(inputs)


def test_an_action_not_done_by_its_day_is_overdue_as_at_the_quarters_end() -> None:
    for due, status, stands in (
        ("2014-12-31", "On track", Mark("◆ Overdue", "bad")),
        ("2015-01-01", "On track", "On track"),
        ("2014-12-31", "Complete", "Complete"),
    ):
        said: Said = ("EET-01", None, "Fewer places.", "Ask.", "Education lead", due, status)
        assert _row(_off_aim(_inputs(said)), "EET-01")["Action stands"] == stands


def test_red_comes_before_amber_and_green_does_not_come() -> None:
    ratings = [row[5].text for row in _table(_off_aim(_inputs())).rows if isinstance(row[5], Mark)]
    off = [text for text in ratings if text in {"◆ Red", "▲ Amber"}]
    assert off == sorted(off, key=["◆ Red", "▲ Amber"].index)
    assert "● Green" not in ratings


def test_the_ratings_counted_are_those_of_the_headline_measures() -> None:
    inputs = _off_aim(_inputs())
    counts = {
        str(name): cell.value for name, cell in _table(inputs, "exception_counts").rows if isinstance(cell, Amount)
    }
    red = sum(row[5] == Mark("◆ Red", "bad") for row in _table(inputs).rows)
    amber = sum(row[5] == Mark("▲ Amber", "warn") for row in _table(inputs).rows)
    assert (counts["Red"], counts["Amber"]) == (red, amber)
    assert red >= 1


def test_words_for_a_measure_without_a_page_are_not_lost_in_silence() -> None:
    other: Said = ("VIC-01", "Said.", None, None, None, None, None)
    assert "no page in this return: VIC-01." in _words(_inputs(FTE, other))


def test_rows_of_the_commentary_that_were_set_aside_are_told_with_their_code() -> None:
    inputs = _inputs(FTE)
    fault = {
        "code": "YJ-X-7601",
        "severity": "stop-row",
        "table": "commentary",
        "message": "There is no such measure.",
        "fix": "Correct the row.",
        "count": 2,
        "open": 2,
        "explained": 0,
        "measures": "",
    }
    told = replace(inputs, faults=pd.concat([inputs.faults, pd.DataFrame([fault])], ignore_index=True))
    assert (
        "2 rows of the commentary were set aside, missing from this return: There is no such measure. (YJ-X-7601)"
    ) in _words(told)


def test_a_return_without_a_figure_has_no_exceptions() -> None:
    inputs = replace(_inputs(), measures=())
    assert exceptions_sheet(inputs, Book(inputs)) is None

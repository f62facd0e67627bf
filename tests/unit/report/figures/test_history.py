"""Published figures where the records no longer reach, and beside what counting again has changed."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from assets.report.figures.lines import line_at
from assets.report.figures.lookup import Book, Figure
from assets.report.inputs import ReturnInputs
from assets.report.pack import build_pack
from assets.report.sheets.restated import restatements
from pipelines.platform.register.publications import TOLD_COLUMNS
from schemas.pack import Amount
from tests.unit.report.made import SERVICE, made_inputs, made_measures

MADE = made_inputs()
FTE = next(measure for measure in made_measures() if measure.id == "FTE-01")
YEARS = {"2005-06": 1285.0, "2006-07": 1100.0, "2008-09": 598.0, "2012-13": 401.0, "2013-14": 221.0}


def _told(rows: dict[str, float], measure_id: str = "FTE-01", quarter: str = "2014-15-Q2") -> pd.DataFrame:
    """Financial years as an earlier quarter's return had them."""
    made = [
        (
            measure_id,
            f"{fy}-FY",
            f"{fy[:4]}-04-01",
            f"{int(fy[:4]) + 1}-03-31",
            SERVICE,
            "all",
            "all",
            value,
            None,
            value,
        )
        for fy, value in rows.items()
    ]
    frame = pd.DataFrame([(*row, "count", quarter) for row in made], columns=list(TOLD_COLUMNS))
    days = dict.fromkeys(("period_start", "period_end"), "datetime64[us]")
    return frame.astype(days | dict.fromkeys(("numerator", "denominator", "value"), "Float64"))


def _inputs(rows: dict[str, float] | None = None) -> ReturnInputs:
    return replace(MADE, told=_told(YEARS if rows is None else rows))


def test_before_the_records_the_trend_takes_what_was_published_and_says_so() -> None:
    """The service's records begin in April 2007, the figures made up here in April 2008."""
    _, table = build_pack(_inputs()).table("fte01_fy")
    series = {row[0]: row[1] for row in table.rows}
    assert list(series)[:3] == ["2005-06 (as published)", "2006-07 (as published)", "2008-09"]
    assert series["2005-06 (as published)"] == Amount(1285.0)


def test_a_period_that_is_counted_now_is_never_taken_from_an_earlier_return() -> None:
    book = Book(_inputs())
    period = book.named("2012-13-FY")
    assert period is not None
    assert book.figure(FTE, period) == Figure(407, None, 407)
    assert not book.is_published(FTE, period)


def test_no_change_is_reckoned_between_a_published_figure_and_one_counted_now() -> None:
    inputs = _inputs(YEARS | {"2007-08": 700.0})
    book = Book(inputs)
    moved = {}
    for period_id in ("2006-07-FY", "2008-09-FY", "2009-10-FY"):
        period = book.named(period_id)
        found = line_at(inputs, book, FTE, period) if period else None
        assert found is not None
        moved[period_id] = found.moved.amount if found.moved else None
    # Published: 1,100 less 1,285. Counted: 507 less 598. Between 598 counted and 700 published: nothing.
    assert moved == {"2006-07-FY": -185, "2008-09-FY": None, "2009-10-FY": -91}


def test_what_counting_again_has_changed_is_shown_beside_what_was_published() -> None:
    """401 was published for 2012-13 and 407 is counted now; 598 and 221 stand, and are not listed."""
    book = Book(_inputs())
    ((period, then, now, quarter),) = restatements(book, FTE)
    assert (period.period_id, then.value, now.value, quarter) == ("2012-13-FY", 401, 407, "2014-15-Q2")
    _, table = build_pack(_inputs()).table("fte01_restated")
    assert table.rows == (("2012-13", Amount(401.0), Amount(407.0), Amount(6.0, signed=True), "2014-15 Q2"),)


def test_a_measure_of_which_nothing_is_counted_now_is_told_as_missing_and_not_by_old_figures() -> None:
    figures = MADE.figures[MADE.figures["measure_id"] != "FTE-01"]
    book = Book(replace(_inputs(), figures=figures))
    assert book.headline(FTE) is None


def test_a_first_return_has_nothing_published_and_nothing_restated() -> None:
    for inputs in (MADE, _inputs({})):
        assert restatements(Book(inputs), FTE) == []
        assert Book(inputs).named("2005-06-FY") is None

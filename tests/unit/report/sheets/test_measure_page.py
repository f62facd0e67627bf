"""What a measure's line and page hold: lag, commentary, comparators beside the series, quality, provenance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from assets.report.figures.lookup import Book, Period
from assets.report.inputs import PUBLISHABLE, ReturnInputs
from assets.report.quality.marks import Marks
from assets.report.sheets.measure_page import measure_sheet
from assets.report.sheets.scorecard import COLUMNS, DETAIL_COLUMNS, detail_sheet, scorecard_sheet
from assets.report.wording.sentences import lag
from schemas.measure import Measure
from schemas.pack import Amount, Cell, Chart, Paragraph, Sheet, Table
from tests.unit.report.made import figure_frame, made_inputs, made_measures, service_row
from tests.unit.report.wording.test_commentary import Said, commentary

FOLLOWED = (
    "The period ends 27 months before this quarter does, since each child is followed for 12 months and results are "
    "waited for."
)
BY_ID = {measure.id: measure for measure in made_measures()}


def _sheet(inputs: ReturnInputs, measure_id: str) -> Sheet:
    return measure_sheet(inputs, Book(inputs), BY_ID[measure_id], ())


def _words(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Paragraph)]


def _table(sheet: Sheet, name: str) -> Table:
    return next(table for table in sheet.tables() if table.name == name)


def _column(table: Table, header: str) -> list[Cell]:
    return [row[table.position(header)] for row in table.rows]


def _only(inputs: ReturnInputs, *ids: str) -> ReturnInputs:
    return replace(inputs, measures=tuple(BY_ID[one] for one in ids))


def _period(end: date, follow_up: int = 0) -> Period:
    return Period("P", "ytd", "P", date(2012, 1, 1), end, 12, follow_up, end, "2014-15", None, None, is_current=True)


@pytest.mark.parametrize(
    ("end", "follow_up", "said"),
    [
        (date(2014, 12, 31), 0, "The period ends with this quarter."),
        (date(2014, 11, 30), 0, "The period ends 1 month before this quarter does."),
        # September 2012 to December 2014: 27 months.
        (
            date(2012, 9, 30),
            12,
            FOLLOWED,
        ),
        (date(2015, 3, 31), 0, "The period ends after this quarter does."),
    ],
)
def test_a_page_says_how_late_its_figure_comes(end: date, follow_up: int, said: str) -> None:
    assert lag(_period(end, follow_up), date(2014, 12, 31)) == said


def test_a_page_holds_its_owners_words_and_none_where_none_were_given() -> None:
    said: Said = ("FTE-01", "More cautions.", "A new team.", "Train it.", "Prevention lead", "2015-03-31", "On track")
    inputs = replace(made_inputs(), commentary=commentary(said))
    words = [one for one in _words(_sheet(inputs, "FTE-01")) if one.startswith("Commentary. ")]
    assert words[0] == "Commentary. More cautions."
    assert any("A new team." in one for one in words)
    assert not [one for one in _words(_sheet(inputs, "EET-01")) if one.startswith("Commentary")]


def test_like_comparators_stand_beside_the_series_and_unlike_ones_do_not() -> None:
    sheet = _sheet(made_inputs(), "REO-02")
    series = _table(sheet, "reo02_moj_cohort")
    headers = [column.header for column in series.columns]
    assert headers[-2:] == ["National", "Regional"]
    # The made-up comparators are of October 2011 to September 2012, the newest of four windows.
    assert _column(series, "National") == ["[x]", "[x]", "[x]", Amount(35.4, 1, suffix="%")]
    education = _table(_sheet(made_inputs(), "EET-01"), "eet01_ytd")
    assert "National" not in [column.header for column in education.columns]


def _with_national(rates: dict[str, float]) -> ReturnInputs:
    """REO-02 in windows that each have a national figure."""
    made = made_inputs()
    own = [service_row(window, 300, 1000) for window in rates]
    made = replace(made, figures=figure_frame(made, "REO-02", own))
    row = made.comparators[made.comparators["measure_id"].eq("REO-02")].iloc[[1]]
    days = made.periods.set_index("period_id")
    rows = [
        row.assign(window_start=days.loc[one, "period_start"], window_end=days.loc[one, "period_end"], value=rate)
        for one, rate in rates.items()
    ]
    frame = pd.concat(rows)
    for name in ("window_start", "window_end"):
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[us]")
    return replace(made, comparators=frame)


def test_a_comparator_with_a_figure_for_every_point_is_drawn_and_said() -> None:
    sheet = _sheet(_with_national({"MOJ12-2012-06": 35.0, "MOJ12-2012-09": 35.4}), "REO-02")
    (chart,) = [block for block in sheet.blocks if isinstance(block, Chart)]
    assert [series.name for series in chart.series] == ["This service", "National"]
    assert "A line is National." in chart.alt_text


def test_a_comparator_with_a_gap_is_not_drawn() -> None:
    charts = [block for block in _sheet(made_inputs(), "REO-02").blocks if isinstance(block, Chart)]
    assert [[series.name for series in chart.series] for chart in charts] == [["This service"]]


def test_a_target_is_drawn_dashed_and_said() -> None:
    charts = [block for block in _sheet(made_inputs(), "CUS-01").blocks if isinstance(block, Chart)]
    drawn = [series for chart in charts for series in chart.series if series.name == "Target"]
    assert drawn
    assert all(series.dashed for series in drawn)
    assert any("A dashed line is the target." in chart.alt_text for chart in charts)


def test_the_scorecard_and_its_detail_hold_every_field_of_a_line_and_no_cell_is_empty() -> None:
    inputs = _only(made_inputs(), "FTE-01", "CUS-01", "EET-01")
    headers = {column.header for column in (*COLUMNS, *DETAIL_COLUMNS)}
    assert headers >= {
        "Measure", "Why it matters", "Better when", "Period", "Numerator", "Denominator", "Value", "Target",
        "Target and its source", "Previous quarter", "Same period last year", "Comparators, each with its period",
        "Direction on last year", "Rating", "Rating and its rule", "Quarterly signal", "Caution", "Trend",
        "Data quality", "Owner's commentary", "Provenance",
    }  # fmt: skip
    book = Book(inputs)
    detail = detail_sheet(inputs, book)
    assert detail is not None
    for sheet in (scorecard_sheet(inputs, book), detail):
        assert all(cell not in {"", None} for table in sheet.tables() for row in table.rows for cell in row)


def test_a_measure_given_by_group_only_says_so_on_the_scorecard() -> None:
    made = made_inputs()
    row = ("2013-14-FY", "YOS-LR", "ethnicity_group", "Asian", 3.0, 60.0)
    inputs = _only(replace(made, figures=figure_frame(made, "ETH-01", [row])), "ETH-01")
    (table,) = scorecard_sheet(inputs, Book(inputs)).tables()
    assert _column(table, "Period") == ["By group, 2013-14"]
    assert _column(table, "Value") == ["[z]"]
    nothing: Measure = BY_ID["ISS-01"]
    silent = replace(made, measures=(nothing,))
    (empty,) = scorecard_sheet(silent, Book(silent)).tables()
    assert _column(empty, "Period") == ["[x]"]


def test_the_mark_of_the_scorecard_is_short_and_the_publishable_edition_tells_no_rows() -> None:
    marks = Marks(made_inputs())
    assert marks.short("FTE-01") == "25 stopped, 29 open"
    assert marks.short("PRE-06") == "Nothing open"
    hidden = Marks(replace(made_inputs(), edition=PUBLISHABLE))
    assert {hidden.of("FTE-01"), hidden.short("FTE-01")} == {"For the Board"}

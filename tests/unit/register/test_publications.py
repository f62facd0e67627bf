"""What the Board was told before: newest earlier quarter, last version, headline figures only."""

from __future__ import annotations

from datetime import date

import pandas as pd

from pipelines.platform.register.records import FIGURE_COLUMNS, ReturnVersion
from pipelines.platform.register.store import Register


def _publish(register: Register, slug: str, version: int, values: dict[str, float], breakdown: str = "all") -> None:
    rows = [
        ("FTE-01", period, "2012-04-01", "2013-03-31", "YOS-LR", breakdown, breakdown, value, None, value, "count")
        for period, value in values.items()
    ]
    figures = pd.DataFrame(rows, columns=list(FIGURE_COLUMNS))
    register.publish(ReturnVersion(slug, "board", version, "r.xlsx", "a" * 64, "b" * 64, date(2015, 1, 5)), figures)


def _told(register: Register, slug: str) -> dict[str, tuple[float, str]]:
    frame = register.publications.told_before(slug, "board")
    return {
        str(period): (float(value), str(quarter))
        for period, value, quarter in zip(frame["period_id"], frame["value"], frame["quarter_slug"], strict=True)
    }


def test_the_newest_earlier_return_says_what_the_board_was_told_last(register: Register) -> None:
    _publish(register, "2014-15-Q1", 1, {"2011-12-FY": 328, "2012-13-FY": 400})
    _publish(register, "2014-15-Q2", 1, {"2012-13-FY": 401})
    _publish(register, "2014-15-Q2", 2, {"2012-13-FY": 402})
    _publish(register, "2014-15-Q3", 1, {"2012-13-FY": 407})
    assert _told(register, "2014-15-Q3") == {"2011-12-FY": (328, "2014-15-Q1"), "2012-13-FY": (402, "2014-15-Q2")}
    assert _told(register, "2014-15-Q1") == {}


def test_breakdowns_are_not_asked_for(register: Register) -> None:
    _publish(register, "2014-15-Q1", 1, {"2012-13-FY": 400}, breakdown="sex")
    assert _told(register, "2014-15-Q2") == {}


def test_what_an_edition_ever_showed_comes_a_version_a_frame_without_what_had_no_number(register: Register) -> None:
    _publish(register, "2014-15-Q2", 1, {"2012-13-FY": 402})
    _publish(register, "2014-15-Q1", 1, {"2011-12-FY": 328, "2012-13-FY": float("nan")})
    _publish(register, "2014-15-Q2", 2, {"2012-13-FY": 407})
    shown = register.publications.shown("board")
    assert [list(frame["value"]) for frame in shown] == [[402.0], [328.0], [407.0]]
    assert tuple(shown[0].columns) == FIGURE_COLUMNS
    assert register.publications.shown("publishable") == []

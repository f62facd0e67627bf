"""The table of over-representation: which counts it takes, how a rate is laid out, and when there is none."""

from __future__ import annotations

from typing import cast

import pytest

from assets.indicators.disproportion import NOT_TOLD_APART, TOO_FEW, UNDER
from assets.indicators.run import measures
from assets.report.figures.lookup import Book, Figure, Period
from assets.report.sheets.overrepresentation import RESIDENTS, YOUNG_PEOPLE, over_representation
from schemas.measure import Measure
from schemas.pack import Amount, Table

COMPOSITION = next(measure for measure in measures() if measure.id == "ETH-01")
OTHER = next(measure for measure in measures() if measure.id == "ETH-03")


class _Period:
    """Stands for a period; only what it is called is asked."""

    label = "2009-10"


class _Book:
    """Stands for the figures of one period."""

    def __init__(self, counts: dict[str, tuple[int, int]]) -> None:
        self._counts = counts

    def newest_part(self, _: Measure) -> Period | None:
        """The one period, if there is a figure."""
        return cast("Period", _Period()) if self._counts else None

    def parts(self, _: Measure, __: Period) -> list[tuple[str, str, Figure]]:
        """Gaps that the table does not read, then the counts."""
        rows = [("ethnicity_group", name, Figure(-1.0, 9.0, -1.0)) for name in self._counts]
        for name, (young, residents) in self._counts.items():
            rows.append((YOUNG_PEOPLE, name, Figure(float(young), None, float(young))))
            rows.append((RESIDENTS, name, Figure(float(residents), None, float(residents))))
        return rows


def table(counts: dict[str, tuple[int, int]]) -> Table:
    """The table of these young people and residents by group."""
    blocks = over_representation(cast("Book", _Book(counts)), (OTHER, COMPOSITION))
    return next(block for block in blocks if isinstance(block, Table))


COUNTS = {"Mixed": (22, 1_580), "White": (825, 61_150), "Asian or Asian British": (29, 3_885), "Other": (2, 305)}


def test_white_stands_first_and_has_no_rate_against_itself() -> None:
    rows = table(COUNTS).rows
    assert [row[0] for row in rows] == ["White", "Asian or Asian British", "Mixed", "Other"]
    assert rows[0][7:11] == ("[z]",) * 4


def test_each_group_has_its_count_shares_gap_rate_and_one_sentence() -> None:
    rows = {row[0]: row for row in table(COUNTS).rows}
    asian = rows["Asian or Asian British"]
    numbers = [cell.value for cell in asian if isinstance(cell, Amount)]
    # 29 of 878 is 3.30%, 3,885 of 66,920 is 5.81%; (29 / 3,885) / (825 / 61,150) = 0.553, so White 1.81 times as often.
    assert numbers[0] == 29
    assert numbers[1] == pytest.approx(3.303, abs=1e-3)
    assert numbers[4] == pytest.approx(5.805, abs=1e-3)
    assert numbers[5] == pytest.approx(3.303 - 5.805, abs=1e-3)
    assert numbers[6] == pytest.approx(0.5533, abs=1e-4)
    assert numbers[-1] == pytest.approx(1 / 0.5533, abs=1e-3)
    assert [rows[name][-1] for name in ("Asian or Asian British", "Mixed", "Other")] == [UNDER, NOT_TOLD_APART, TOO_FEW]


def test_there_is_no_table_without_the_measure_or_its_figures() -> None:
    assert over_representation(cast("Book", _Book(COUNTS)), (OTHER,)) == []
    assert over_representation(cast("Book", _Book({})), (COMPOSITION,)) == []

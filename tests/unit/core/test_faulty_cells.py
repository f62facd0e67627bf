"""The safe repairs held to a corpus of real-life faults: most are mended, none is mended wrongly."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pandas as pd
import pytest

from assets.core.columns import clean_column
from schemas.catalogue import EXTRACTS
from schemas.extract import Field
from schemas.implied import implied_rules
from tests.fixtures.faulty_cells import FAULTY, UNKNOWN, FaultyCell

#: The least share that must be repaired (ux-security.md 6.1, U10).
LEAST_SHARE = 0.60
FIELDS = {column.name: column.field for extract in EXTRACTS for column in extract.columns}
IDS = [f"{cell.field}-{number}" for number, cell in enumerate(FAULTY)]


def _said(cell: FaultyCell) -> object:
    """What the product makes of the cell after reading and its own domain: a value, None for nothing, or UNKNOWN."""
    field: Field = FIELDS[cell.field]
    column = clean_column(pd.Series([cell.text], dtype="str"), field)
    if column.faults or not _in_domain(column.cells, field):
        return UNKNOWN
    value = column.cells.iloc[0]
    if pd.isna(value):
        return None
    return value.date() if field.kind == "date" else value


def _in_domain(cells: pd.Series, field: Field) -> bool:
    """Whether the field's own rule lets the value pass."""
    return field.pattern is None or bool(cells.isna().iloc[0] or cells.str.fullmatch(field.pattern).iloc[0])


def _repaired(cells: Sequence[FaultyCell]) -> int:
    return sum(cell.truth != UNKNOWN and _said(cell) == cell.truth for cell in cells)


@pytest.mark.parametrize("cell", FAULTY, ids=IDS)
def test_no_repair_is_ever_wrong(cell: FaultyCell) -> None:
    assert _said(cell) in {cell.truth, UNKNOWN}


@pytest.mark.parametrize("cell", [c for c in FAULTY if _said(c) != UNKNOWN], ids=lambda cell: cell.field)
def test_every_repair_is_told(cell: FaultyCell) -> None:
    assert clean_column(pd.Series([cell.text], dtype="str"), FIELDS[cell.field]).repairs


def test_at_least_sixty_in_a_hundred_real_life_faults_are_repaired(capsys: pytest.CaptureFixture[str]) -> None:
    repaired = _repaired(FAULTY)
    with capsys.disabled():
        sys.stdout.write(
            f"\nfaulty cells: {repaired} of {len(FAULTY)} repaired, {repaired / len(FAULTY):.0%}, none wrongly\n"
        )
    assert len(FAULTY) >= 200
    assert repaired / len(FAULTY) >= LEAST_SHARE


def test_every_cell_of_the_corpus_is_of_a_column_whose_faults_can_be_told() -> None:
    judged = {rule.columns[0] for extract in EXTRACTS for rule in implied_rules(extract) if rule.code[3] in "TD"}
    assert {cell.field for cell in FAULTY} <= judged

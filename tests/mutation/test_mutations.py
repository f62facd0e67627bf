"""Faults of every kind, at random places, in every form: each is one line at its place, and no sound row is told of."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from schemas.catalogue import EXTRACTS
from schemas.extract import Extract
from tests.fixtures.forms import Form
from tests.mutation.forms import FORMS
from tests.mutation.kinds import cell_faults, column_faults, declared_faults
from tests.mutation.sought import Score, Seeker

KINDS = ("csv", "xlsx", "xls", "ods")
#: Columns taken out of each extract, a file each.
COLUMNS = 3
#: Declared rules sought in files: all of an extract that a return needs, so many of any other. That each turns a row
#: red is shown in `tests.contracts`; what is shown here is the way from a file to the line.
DECLARED = 3


def _forms(extract: Extract) -> list[Form]:
    """One form of each kind of file, other ones for each extract, so that every form is used.

    An extract that no return needs is sought in a csv and in one kind of workbook, by turns: how kinds are read has
    been shown by then, and all kinds of all extracts take a quarter of an hour.
    """
    kinds = KINDS if extract.required else ("csv", KINDS[1 + extract.number % (len(KINDS) - 1)])
    of_kind = {kind: [form for form in FORMS if form.kind == kind] for kind in kinds}
    return [forms[extract.number % len(forms)] for forms in of_kind.values()]


def seek(extract: Extract, folder: Path) -> Score:
    """Seek faults of every kind in one extract."""
    chance = random.Random(extract.number)  # noqa: S311 - places, not secrets
    seeker = Seeker(extract, folder, Score())
    forms = _forms(extract)
    for form in forms:
        seeker.seek_nothing(form)
        seeker.seek_cells(form, chance)
    seeker.seek_rows(chance.choice(forms), chance)
    seeker.seek_declared(forms, chance, 100 if extract.required else DECLARED)
    seeker.seek_columns(forms, chance, COLUMNS)
    return seeker.score


@pytest.mark.parametrize("extract", EXTRACTS, ids=lambda extract: extract.name)
def test_every_fault_is_one_line_at_its_place_and_no_sound_row_is_told_of(
    extract: Extract, tmp_path: Path, record_property: pytest.FixtureRequest
) -> None:
    score = seek(extract, tmp_path)
    record_property("mutation", (len(score.kinds), score.sought, score.files))  # type: ignore[operator]
    assert score.missed == []
    assert score.alarms == []


def test_at_least_a_hundred_kinds_are_sought() -> None:
    chance = random.Random(0)  # noqa: S311 - as above
    kinds = {
        fault.code
        for extract in EXTRACTS
        for fault in (*cell_faults(extract, chance), *column_faults(extract), *declared_faults(extract))
    }
    assert len(kinds) >= 100

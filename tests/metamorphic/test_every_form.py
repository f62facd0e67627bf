"""The same table in every form gives the same cells, the same faults at their true places, and the same figures."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import pytest

from assets.core.clean import to_types
from assets.raw.judgement import judge
from assets.raw.raw_tables import build_raw
from assets.raw.received import letters_of
from assets.raw.store import keep, stored_path
from pipelines.platform.register.records import ReceivedFile
from sample.world import all_tables
from schemas.catalogue import EXTRACTS
from schemas.dropped import DROPPED
from schemas.extract import ORIGIN, Extract, Fault
from schemas.source_headers import SOURCE_HEADERS, SYSTEMS
from tests.fixtures.forms import Form, Row, Written, write_form, write_forms

BY_NAME: Mapping[str, Extract] = {one.name: one for one in EXTRACTS}
PLAIN = Form("a plain csv")
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be")
#: Rows of each table that go through every form; the whole tables go through the worlds below.
SOME = 25

ENCODED = tuple(
    Form(f"{encoding}, {delimiter!r}", encoding=encoding, delimiter=delimiter)
    for encoding, delimiter in itertools.product(ENCODINGS, ",;\t|")
)
TEXT_FORMS = (
    *ENCODED,
    Form("a first line that names the delimiter", delimiter=";", names_delimiter=True, encoding="utf-8-sig"),
    *(Form(f"headers of {system}", system=system) for system in SYSTEMS),
    Form("shuffled columns", shuffled=True),
    Form("titles above", titles=True),
    Form("notes below", notes=True),
    Form("a row of totals", totals=True),
    Form("merged header cells", merged=True),
    Form("notes and units behind headers", noted_headers=True),
    Form("empty columns to the left", offset=2),
    Form(
        "everything at once",
        encoding="utf-16",
        delimiter="\t",
        shuffled=True,
        titles=True,
        notes=True,
        totals=True,
        merged=True,
        noted_headers=True,
        offset=1,
    ),
)
#: What no column of a kind may hold.
WRONG = {"date": "31/02/2014", "code": "no such code", "number": "12k", "money": "12k"}
#: Columns of a table below which a note under it reads as a row of it.
WIDEST_NOTE = 3
_BOOK = Form("cells of text")
_DIRTY = replace(_BOOK, shuffled=True, titles=True, notes=True, totals=True, merged=True, offset=3)
BOOK_FORMS = tuple(
    replace(form, kind=kind, name=f"{kind}, {name}")
    for kind in ("xlsx", "xls", "ods")
    for name, form in (
        ("dates and numbers", replace(_BOOK, typed=True)),
        ("everything at once", replace(_DIRTY, typed=True)),
        ("each table over two sheets, in the words of ChildView", replace(_DIRTY, split=True, system="ChildView")),
    )
)


@dataclass(frozen=True)
class Core:
    """What became of a table: its typed cells, and each fault by the row of the table it is about."""

    cells: pd.DataFrame
    faults: Counter[tuple[str, str, int]]


@pytest.fixture(scope="module")
def tables() -> dict[str, list[Row]]:
    """The sample's tables, faults and all."""
    return {name: list(rows) for name, rows in all_tables().items()}


@pytest.fixture(scope="module")
def some(tables: Mapping[str, Sequence[Row]]) -> dict[str, list[Row]]:
    """Some rows of each table, from its whole length, with a day, a code and an amount in each that there is not."""
    chosen = {name: [dict(row) for row in rows[:: max(1, len(rows) // SOME)]][:SOME] for name, rows in tables.items()}
    for name, rows in chosen.items():
        for column in BY_NAME[name].columns:
            wrong = WRONG.get(column.field.kind)
            if wrong and column.name in rows[0]:
                rows[column.number % len(rows)][column.name] = wrong
    return chosen


@pytest.fixture(scope="module")
def expected(some: Mapping[str, Sequence[Row]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Core]:
    """What the plain csv of each table gives."""
    folder = tmp_path_factory.mktemp("plain")
    return dict(_cores_of_csv(some, folder, PLAIN))


def _cores_of_csv(tables: Mapping[str, Sequence[Row]], folder: Path, form: Form) -> Iterator[tuple[str, Core]]:
    for name, rows in tables.items():
        written = write_form(rows, BY_NAME[name], folder / f"{name}.csv", form)
        yield name, _core(written, BY_NAME[name], folder / "received")


def _core(written: Written, extract: Extract, received: Path) -> Core:
    """The way of one file: kept, judged, laid out, typed."""
    sha256 = keep(written.path, received)
    judged = judge(stored_path(received, sha256), DROPPED)
    assert extract.name in judged.extracts, judged.message
    file = ReceivedFile(sha256, "2014-15-Q3", written.path.name, 1)
    raw, headers = build_raw([file], extract, received)
    letters = letters_of(headers)
    typed, faults = to_types(raw, extract, letters)
    where = list(zip(typed["sheet"].fillna("").astype(str), typed["row"], strict=True))
    assert where == list(written.places)
    cells = typed.drop(columns=[*ORIGIN])
    return Core(cells, Counter(_fault(fault, written) for fault in faults if fault.severity != "notice"))


def _fault(fault: Fault, written: Written) -> tuple[str, str, int]:
    """A fault by the row of the table it is about, its letter proved to be the one above its column."""
    assert fault.column_letter == written.letters[fault.sheet][fault.column]
    assert fault.row is not None
    return fault.code, fault.column, written.places.index((fault.sheet, fault.row))


def _like_a_note(form: Form, name: str) -> bool:
    """Whether a row of the table is as narrow as a note below it, so that nothing tells the two apart."""
    return form.notes and len(BY_NAME[name].columns) <= WIDEST_NOTE


def _goes_through(form: Form, name: str, turn: int) -> bool:
    """Whether a table goes through a form of text."""
    if _like_a_note(form, name):
        return False
    if form.system:
        return name in SOURCE_HEADERS
    return turn % (6 if form in ENCODED else 2) == 0


@pytest.mark.parametrize(("turn", "form"), list(enumerate(TEXT_FORMS)), ids=[form.name for form in TEXT_FORMS])
def test_every_form_of_text_gives_the_same_cells_and_faults(
    tmp_path: Path, some: Mapping[str, Sequence[Row]], expected: Mapping[str, Core], turn: int, form: Form
) -> None:
    """The tables take turns; a system's words are those of the case tables."""
    mine = {name: rows for place, (name, rows) in enumerate(some.items()) if _goes_through(form, name, place + turn)}
    for name, core in _cores_of_csv(mine, tmp_path, form):
        pd.testing.assert_frame_equal(core.cells, expected[name].cells)
        assert core.faults == expected[name].faults


@pytest.mark.parametrize(("turn", "form"), list(enumerate(BOOK_FORMS)), ids=[form.name for form in BOOK_FORMS])
def test_every_form_of_workbook_gives_the_same_cells_and_faults(
    tmp_path: Path, some: Mapping[str, Sequence[Row]], expected: Mapping[str, Core], turn: int, form: Form
) -> None:
    """A third of the tables lie in one workbook, which is judged to hold every one of them."""
    mine = {name: rows for place, (name, rows) in enumerate(some.items()) if (place + turn) % 3 == 0}
    mine = {name: rows for name, rows in mine.items() if not _like_a_note(form, name)}
    book = write_forms(mine, BY_NAME, tmp_path / f"book.{form.kind}", form)
    for name, written in book.items():
        core = _core(written, BY_NAME[name], tmp_path / "received")
        pd.testing.assert_frame_equal(core.cells, expected[name].cells)
        assert core.faults == expected[name].faults


def test_every_table_holds_faults_to_be_found_in_every_form(expected: Mapping[str, Core]) -> None:
    assert [name for name, core in expected.items() if not core.faults] == []

"""Parsers of cells, headers, quarters and text files take any input, and read again what they accepted.

What must hold is in `tests.fuzz.targets`, which atheris drives too; here are the inputs: any text at all, text near
what officers write, text made long, and whatever broke a parser once.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from schemas.catalogue import EXTRACTS
from schemas.codelists import LISTS
from schemas.implied import PATTERNS
from tests.fuzz import parsers, targets

#: Processor seconds for one input and every parser together: a busy machine is no fault of a parser's.
MOST_SECONDS = 2.0
ANY_TIME = settings(deadline=None, max_examples=200)
#: Inputs that once broke a parser, or would have: an exception, a wrong value, or minutes of work.
FOUND = (
    "-e5",
    "9" * 5000,
    "1e999",
    "99999999999999999999e99",
    "\uff21\u0301",
    "\u0301\u0327" * 600,
    "='\"'1\"'",
    '="\'1"',
    "''''",
    "\ufeff",
    "\x1c1",
    "0001-01-01",
    "9999-12-31T23:59:59Z",
    "29/02/00",
    "31/12/1899 23:00Z",
    "\u00b2",
    "\u0be6",
    "\u2160",
    "(\u00a3-)",
    "0,000",
)
_PIECES = [
    *"0123456789", *"-/.,: ()+%'\"=#", "T", "Z", "e", "\u00a3", "\u00bd", "\u00be", "\u2013", "\u2212", "\u00a0",
    "\u200b", "\uff11", "\u00b9", "\u0661", "\u0301", "\ufb01", "\n", "1900", "2014", "14", "41913", "00:00:00",
    "23:59", "st", "of", "Oct", "September", "Monday", "h", "hrs", "hours", "min", "and", "a week", "1/2", "months",
    "%", "Yes",
    "No", "n/a", "x", "#N/A", "#REF!", "Q3", "2014-15", "E07000129", "e07000129", "03/0123456A", "referral_order",
]  # fmt: skip
NEAR = st.lists(st.sampled_from(_PIECES), max_size=9).map("".join)
CODES = st.sampled_from(sorted({text for one in LISTS for text in (*one.codes, *one.synonyms)}))
LONG = st.text(min_size=1, max_size=6).map(lambda text: text * 3000)
HEADERS = st.sampled_from(sorted({one.name for extract in EXTRACTS for one in extract.columns}))
CELLS = st.one_of(st.text(max_size=12), NEAR, HEADERS)
GRIDS = st.lists(st.lists(CELLS, max_size=8), max_size=8)


@ANY_TIME
@given(st.text(max_size=40))
def test_any_text_is_read_or_a_fault_and_never_an_error(text: str) -> None:
    targets.any_cell(text)
    targets.any_label(text)


@settings(ANY_TIME, max_examples=400)
@given(NEAR)
def test_text_near_what_officers_write_is_read_again_as_the_same(text: str) -> None:
    targets.any_cell(text)
    targets.any_label(text)


@ANY_TIME
@given(CODES, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]), st.sampled_from(["", " ", "\u00a0"]))
def test_every_code_is_read_in_any_case_and_with_any_space_around(code: str, spelt: object, space: str) -> None:
    assert callable(spelt)
    targets.any_cell(f"{space}{spelt(code)}{space}")


@settings(ANY_TIME, max_examples=20)
@given(LONG)
@example("\u0301\u0327" * 16_000)
@example("0\u00c9" * 16_000)
@example("1," * 16_000)
@example("' =\"" * 8_000)
@example("1 " * 16_000)
def test_the_longest_cell_takes_no_long_time(text: str) -> None:
    start = time.process_time()
    targets.any_cell(text)
    targets.any_label(text)
    assert time.process_time() - start < MOST_SECONDS


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_what_once_broke_a_parser_breaks_none_now(text: str) -> None:
    targets.any_cell(text)
    targets.any_label(text)
    targets.any_grid([[text, text], [text]])


@settings(ANY_TIME, max_examples=60)
@given(GRIDS)
@example([])
@example([[]])
@example([[column.name for column in EXTRACTS[0].columns]])
def test_any_grid_is_recognised_or_not_and_never_an_error(rows: list[list[str]]) -> None:
    targets.any_grid(rows)


@pytest.fixture(scope="module")
def somewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytes") / "drop"


@settings(ANY_TIME, max_examples=120)
@given(
    st.one_of(
        st.binary(max_size=300),
        GRIDS.map(lambda rows: "\n".join(",".join(row) for row in rows).encode("utf-8", "replace")),
        st.tuples(st.text(max_size=60), st.sampled_from(["utf-16", "utf-16-le", "cp1252", "utf-8-sig"])).map(
            lambda pair: pair[0].encode(pair[1], "replace")
        ),
    )
)
@example(b"")
@example(b'a,b\n"1,2')
@example(b"\xff\xfe")
@example(b"\xff\xfea")
@example(b"PK\x03\x04")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
@example(b"sep=;\n")
@example("a,b\r1,2\r".encode("utf-16"))
def test_a_file_of_any_bytes_is_read_or_refused_with_a_code(somewhere: Path, content: bytes) -> None:
    targets.any_bytes(content, somewhere)


@settings(ANY_TIME, max_examples=100)
@given(st.binary(max_size=200))
def test_what_atheris_would_send_is_taken_by_the_same_targets(content: bytes) -> None:
    parsers.one_input(content)


def test_without_atheris_the_fuzzer_says_what_it_needs() -> None:
    assert "pip install atheris" in parsers.NEEDED
    assert "atheris==3.0.0" in parsers.NEEDED


def test_every_kind_of_cell_and_every_pattern_is_fuzzed() -> None:
    kinds = {column.field.kind for extract in EXTRACTS for column in extract.columns}
    assert kinds <= {field.kind for field in targets.FIELDS.values()}
    assert set(PATTERNS) <= {field.pattern for field in targets.FIELDS.values()}

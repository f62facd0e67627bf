"""Any bytes at all, and healthy files with bytes changed: a kind or a coded refusal, never another error."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.raw.inspection import inspect_file
from assets.raw.judgement import judge
from assets.raw.refusal import RefusedError
from schemas.catalogue import EXTRACTS
from schemas.rules import rule
from tests.fixtures.files import HEARING, HEARINGS_HEADER, as_csv, write_xlsx
from tests.fixtures.ole import SIGNATURE, write_xls
from tests.hostile.old_books import write_hearings_ods

FORMS = ("xlsx", "xls", "ods", "csv")
#: What inspecting a file may come to.
ENDS = {"text", "xlsx", "xls", "ods", "parquet", "stop-file"}
_BEGINNINGS = (
    b"",
    b"PK\x03\x04",
    b"PK\x05\x06",
    SIGNATURE,
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"hearing_id,ypid\n",
    b'"',
    b"=",
)
_MANY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@cache
def healthy(form: str) -> bytes:
    """A healthy file of hearings in each form."""
    rows = [list(HEARINGS_HEADER), *([f"H{number}", *HEARING[1:]] for number in range(20))]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "healthy"
        if form == "xlsx":
            write_xlsx(path, {"Data": rows})
        elif form == "xls":
            write_xls(path, rows)
        elif form == "ods":
            write_hearings_ods(path, rows)
        else:
            path.write_text(as_csv(rows), encoding="utf-8")
        return path.read_bytes()


def _stored(folder: Path, content: bytes) -> Path:
    """The content under a name of its own, as in the store: what is read once is remembered by name."""
    path = folder / hashlib.sha256(content).hexdigest()
    path.write_bytes(content)
    return path


def _outcome(path: Path) -> str:
    """The kind of the file, or the severity of the code that refuses it."""
    try:
        return inspect_file(path)
    except RefusedError as refusal:
        return rule(refusal.code).severity


def _is_told(path: Path) -> bool:
    """True when judging comes to an extract or to a code, never both or neither."""
    judged = judge(path, EXTRACTS)
    return (judged.code is None) == bool(judged.extracts)


@pytest.mark.parametrize("form", FORMS)
def test_the_healthy_file_is_of_its_kind(tmp_path: Path, form: str) -> None:
    path = _stored(tmp_path, healthy(form))
    assert _outcome(path) == ("text" if form == "csv" else form)
    assert judge(path, EXTRACTS).extracts == ("hearings",)


@_MANY
@given(start=st.sampled_from(_BEGINNINGS), rest=st.binary(max_size=3000))
def test_any_bytes_have_a_kind_or_are_refused(tmp_path: Path, start: bytes, rest: bytes) -> None:
    assert _outcome(_stored(tmp_path, start + rest)) in ENDS


@_MANY
@given(text=st.text(alphabet=st.sampled_from('a1,;\t|"\n\r =+-@\u00e9\u2028\x1d\x85'), max_size=400))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    assert _is_told(_stored(tmp_path, ("hearing_id,ypid\n" + text).encode()))


@pytest.mark.parametrize("form", FORMS[:3])
@_MANY
@given(data=st.data())
def test_a_workbook_with_bytes_changed_has_its_kind_or_is_refused(
    tmp_path: Path, form: str, data: st.DataObject
) -> None:
    content = bytearray(healthy(form))
    places = data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=6))
    for place in places:
        content[place] = data.draw(st.integers(0, 255))
    assert _outcome(_stored(tmp_path, bytes(content))) in ENDS


@pytest.mark.parametrize("form", FORMS[:3])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_workbook_with_bytes_changed_is_read_or_refused(tmp_path: Path, form: str, data: st.DataObject) -> None:
    content = bytearray(healthy(form))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] = data.draw(st.integers(0, 255))
    assert _is_told(_stored(tmp_path, bytes(content)))

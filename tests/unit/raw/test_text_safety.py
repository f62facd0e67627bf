"""Text files that ask for more than any table needs, told before a cell of them is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.raw.limits import Limits
from assets.raw.refusal import OVERSIZED, RefusedError
from assets.raw.text_safety import check_text
from tests.fixtures.files import write_text

#: Lines of ten characters, one cell in four bytes at the most.
SMALL = Limits(csv_bytes=3_000_000, csv_line_bytes=10, csv_cells=100, csv_bytes_a_cell=4)


def _is_refused(path: Path, limits: Limits = SMALL) -> bool:
    try:
        check_text(path, limits)
    except RefusedError as refusal:
        return refusal.code == OVERSIZED
    return False


def test_a_file_above_the_size_is_refused(tmp_path: Path) -> None:
    assert _is_refused(write_text(tmp_path / "a.csv", "a,b\n" * 5), Limits(csv_bytes=19))
    assert not _is_refused(write_text(tmp_path / "a.csv", "a,b\n" * 5), Limits(csv_bytes=20))


@pytest.mark.parametrize("before", ["", "id,name\n", "id,name\n" * 200_000])
@pytest.mark.parametrize("after", ["", "\n", "\nid,name\n"])
def test_a_line_is_too_long_wherever_in_the_file_it_stands(tmp_path: Path, before: str, after: str) -> None:
    limits = Limits(csv_line_bytes=1024 * 1024)
    assert _is_refused(write_text(tmp_path / "a.csv", before + "x" * 1_200_000 + after), limits)
    assert not _is_refused(write_text(tmp_path / "a.csv", before + "x" * 1_000_000 + after), limits)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_file_of_hardly_anything_but_separators_is_refused(tmp_path: Path, separator: str) -> None:
    # 400 lines of two cells in eight bytes: 400 separators, and 100 + 3,200 / 4 = 900 are allowed.
    assert not _is_refused(write_text(tmp_path / "a.csv", f"abc{separator}def\n" * 400))
    # 400 lines of eight separators in nine bytes: 3,200, and 100 + 3,600 / 4 = 1,000 are allowed.
    assert _is_refused(write_text(tmp_path / "a.csv", f"{separator * 8}\n" * 400))

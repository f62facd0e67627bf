"""A full disk and a closed folder are told by their code, whoever wrapped the system's error."""

from __future__ import annotations

import errno

import pytest

from pipelines.platform.storage import trouble_of


def wrapped(number: int) -> Exception:
    """An error of a library that came of one of the system's."""
    error = RuntimeError("could not write somebody.xlsx")
    error.__cause__ = OSError(number, "somebody.xlsx")
    return error


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "BR-903"),
        (errno.EDQUOT, "BR-903"),
        (errno.EFBIG, "BR-903"),
        (errno.EACCES, "BR-904"),
        (errno.EROFS, "BR-904"),
    ],
)
def test_what_the_system_says_has_a_code_and_names_no_file(number: int, code: str) -> None:
    for error in (OSError(number, "somebody.xlsx"), wrapped(number)):
        told = trouble_of(error)
        assert told is not None
        assert told.code == code
        assert "somebody" not in str(told)


def test_any_other_error_is_none_of_them() -> None:
    assert trouble_of(OSError(errno.ENOENT, "x")) is None
    assert trouble_of(ValueError("x")) is None

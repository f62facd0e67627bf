"""Errors say what is wrong and what to do, and whether another try is worth it."""

from __future__ import annotations

import pickle

import pytest

from pipelines.platform import errors
from pipelines.platform.errors import BoardReturnsError, PassingFault, PermanentFault, ReturnRefused

KINDS = sorted(
    (kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, BoardReturnsError)),
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_reads_as_code_message_and_fix(kind: type[BoardReturnsError]) -> None:
    error = kind("BR-000", "The file cannot be read.", "Send it again.")
    assert str(error) == "BR-000: The file cannot be read. Send it again."
    assert (error.code, error.message, error.fix) == ("BR-000", "The file cannot be read.", "Send it again.")


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_survives_the_way_from_one_process_to_another(kind: type[BoardReturnsError]) -> None:
    error = pickle.loads(pickle.dumps(kind("BR-000", "Wrong.", "Mend it.")))  # noqa: S301 (made here)
    assert type(error) is kind
    assert str(error) == "BR-000: Wrong. Mend it."


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not BoardReturnsError])
def test_every_error_is_either_permanent_or_passing(kind: type[BoardReturnsError]) -> None:
    assert issubclass(kind, PermanentFault) != issubclass(kind, PassingFault)


def test_a_fault_of_the_data_is_never_a_passing_one() -> None:
    assert not issubclass(ReturnRefused, PassingFault)

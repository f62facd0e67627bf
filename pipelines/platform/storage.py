"""What the operating system's refusal to write means to us, in a code and two sentences.

What belongs here: a full disk and a folder that may not be written to, wherever they are met.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator

from pipelines.platform.errors import BoardReturnsError, PermanentFault

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def disk_full() -> PermanentFault:
    """There is no room left."""
    return PermanentFault(
        "BR-903",
        "The disk of the home folder is full, or fails.",
        "Make room on it (board-returns doctor says how much is free), then run again; nothing kept before was harmed.",
    )


def not_writable() -> PermanentFault:
    """A folder may not be written to."""
    return PermanentFault(
        "BR-904",
        "A folder or file of the home folder cannot be written to.",
        "Let the account that runs Board Returns write there (board-returns doctor names the folders), then run again.",
    )


def trouble_of(error: BaseException) -> BoardReturnsError | None:
    """What an error means that came of a full disk or a closed folder; None for any other.

    The error's own text is not repeated: it may name a file as an officer named it.
    """
    numbers = {one.errno for one in _with_causes(error) if isinstance(one, OSError)}
    if numbers & _FULL:
        return disk_full()
    return not_writable() if numbers & _CLOSED else None


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    """An error and those it came of: libraries put errors of their own around the system's."""
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__

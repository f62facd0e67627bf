"""What the operating system's refusal to write means to us, in a code and two sentences.

What belongs here: a full disk and a folder that may not be written to, wherever they are met.
"""

from __future__ import annotations

import errno

from pipelines.platform.errors import BoardReturnsError, PermanentFault

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def disk_full() -> PermanentFault:
    """There is no room left."""
    return PermanentFault(
        "BR-903",
        "The disk of the home folder is full.",
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
    """What an error of the operating system means, where it means a full disk or a closed folder; else None.

    The error's own text is not repeated: it may name a file as an officer named it.
    """
    if not isinstance(error, OSError):
        return None
    if error.errno in _FULL:
        return disk_full()
    return not_writable() if error.errno in _CLOSED else None

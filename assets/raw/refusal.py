"""Why a file cannot be received: the codes receiving uses, and the one error its readers raise.

The sentences and fixes that go with the codes are in `schemas.rules`; here is only which code means what.
"""

from __future__ import annotations

UNKNOWN = "YJ-F-0001"
EMPTY = "YJ-F-0002"
DAMAGED = "YJ-F-0003"
TRUNCATED = DAMAGED
UNSUPPORTED = "YJ-F-0004"
TWICE = "YJ-F-0006"
OVERSIZED = "YJ-F-0011"
UNSAFE = OVERSIZED
PROTECTED = "YJ-F-0012"
MACROS = "YJ-F-0016"
LINKED = "YJ-F-0017"
FAR_CELLS = "YJ-F-0018"
BINARY_WORKBOOK = "YJ-F-0019"
PACKED = "YJ-F-0020"
MARKUP = "YJ-F-0021"
UNKNOWN_COLUMN = "YJ-F-0014"
SHEETS_LEFT_OUT = "YJ-F-0041"
ROWS_AROUND = "YJ-S-0008"
EMPTY_ROWS = "YJ-S-0005"


class RefusedError(Exception):
    """A file that cannot be received. Carries the code only: never a word read from the file.

    Attributes:
        code: the rule's code in `schemas.rules`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

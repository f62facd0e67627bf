"""How two spellings of one header, or of one code, are found to be the same.

Only the two foldings belong here: the lists they are used on are in `schemas.catalogue` and `schemas.codelists`.
"""

from __future__ import annotations

import re
import unicodedata

_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_SEPARATORS = re.compile(r"[\s_\-\u2010-\u2015]+")


def fold_header(text: str) -> str:
    """A header without case, spaces, underscores and punctuation: "Date of Birth:" -> "dateofbirth"."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _NOT_ALPHANUMERIC.sub("", plain)


def fold_code(text: str) -> str:
    """A code in upper case, trimmed, runs of spaces, underscores and hyphens made one space (C2)."""
    return _SEPARATORS.sub(" ", unicodedata.normalize("NFKC", text)).strip().upper()

"""What a number looks like in its cell: as much of Excel's number formats as a return uses."""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_DATE = re.compile(r"[dmy]{2,}|h:mm", re.IGNORECASE)
#: The longest day in the format "d mmm yyyy", and Excel's own longest number.
LONGEST_DATE = "28 May 2015"
LONGEST_GENERAL = 11


def shown(value: float, code: str) -> str:
    """The text of a number in a format.

    Args:
        value: the number.
        code: the format, e.g. `+#,##0.0"%";-#,##0.0"%"`.

    Returns:
        What the cell shows; empty for a format that hides it.
    """
    if code == "General":
        return f"{value:.10g}"[:LONGEST_GENERAL]
    parts = code.split(";")
    part = parts[1] if value < 0 and len(parts) > 1 else parts[2] if value == 0 and len(parts) > 2 else parts[0]  # noqa: PLR2004 - formats have positive, negative, nought
    pattern = _QUOTED.sub("", part)
    if _DATE.search(pattern):
        return LONGEST_DATE
    if not re.search(r"[0#]", pattern):
        return ""
    said = _digits(value, pattern)
    sign = "-" if value < 0 and len(parts) == 1 else ""
    first = re.search(r"[0#]", _QUOTED.sub(lambda match: "_" * len(match[0]), part))
    last = part.rfind("0") if "0" in part else part.rfind("#")
    before, after = part[: first.start()] if first else "", part[last + 1 :]
    return sign + _literal(before) + said + _literal(after)


def _digits(value: float, pattern: str) -> str:
    places = len(re.sub(r"[^0#]", "", pattern.partition(".")[2]))
    scaled = abs(value) * (100 if "%" in pattern else 1)
    return f"{scaled:,.{places}f}" if "," in pattern else f"{scaled:.{places}f}"


def _literal(text: str) -> str:
    return _QUOTED.sub(lambda match: match[1] or match[2] or "", text)

"""The data-quality mark of a line: how complete the files are that a measure rests on, and what is open in them.

What belongs here: the mark alone, made once for all lines. What stands behind it is on the data-quality sheets.
"""

from __future__ import annotations

from collections import Counter

from assets.core.quality import rounded_down
from assets.report.figures.lookup import number, records
from assets.report.inputs import PUBLISHABLE, ReturnInputs
from assets.report.quality.shares import is_needed
from schemas.measures_read import MEASURES_READ

#: Severity -> its word for one and for more.
OPEN = {"stop-row": ("row stopped", "rows stopped"), "query": ("query open", "queries open")}
IN_SHORT = {"stop-row": "stopped", "query": "open"}
FOR_THE_BOARD = "For the Board"
EXPLAINED = ("query explained", "queries explained")


class Marks:
    """The marks of one return's measures; rows of children are told of to the Board alone."""

    def __init__(self, inputs: ReturnInputs) -> None:
        self._is_told = inputs.edition != PUBLISHABLE
        self._filled = _filled(inputs)
        self._found: dict[str, Counter[str]] = {}
        for row in records(inputs.faults):
            for measure_id in _ids(str(row["measures"] or "")):
                found = self._found.setdefault(measure_id, Counter())
                found[str(row["severity"])] += int(number(row["open"]) or 0)
                found["explained"] += int(number(row["explained"]) or 0) * (row["severity"] == "query")

    def short(self, measure_id: str) -> str:
        """What is open in the files a measure rests on, e.g. "25 stopped, 29 open"."""
        if not self._is_told:
            return FOR_THE_BOARD
        found = self._found.get(measure_id, Counter())
        said = [f"{found[severity]:,} {word}" for severity, word in IN_SHORT.items() if found[severity]]
        return ", ".join(said) or "Nothing open"

    def of(self, measure_id: str) -> str:
        """The mark of a measure, e.g. "99.6% of needed cells filled; 25 rows stopped, 29 queries open"."""
        if not self._is_told:
            return FOR_THE_BOARD
        found = self._found.get(measure_id, Counter())
        said = [_said(found[severity], words) for severity, words in OPEN.items() if found[severity]]
        said += [_said(found["explained"], EXPLAINED)] if found["explained"] else []
        return "; ".join(part for part in (self._completeness(measure_id), ", ".join(said) or "nothing open") if part)

    def _completeness(self, measure_id: str) -> str:
        """Filled cells of the fields that every row needs, of all files the measure rests on; "" where not counted."""
        pairs = [
            self._filled[name] for name, ids in MEASURES_READ.items() if measure_id in ids and name in self._filled
        ]
        good, total = sum(good for good, _ in pairs), sum(total for _, total in pairs)
        return f"{rounded_down(good, total)}% of needed cells filled" if total else ""


def _filled(inputs: ReturnInputs) -> dict[str, tuple[int, int]]:
    """Extract -> filled cells and all cells of the fields that every row needs, this quarter."""
    counts = inputs.quality.counts
    mine = counts[counts["quarter_slug"].eq(inputs.quarter.slug) & counts["side"].eq("completeness")]
    found: dict[str, tuple[int, int]] = {}
    for row in records(mine):
        name = str(row["extract"])
        if is_needed(name, str(row["column"])):
            good, total = found.get(name, (0, 0))
            found[name] = good + int(number(row["good"]) or 0), total + int(number(row["total"]) or 0)
    return found


def _ids(words: str) -> set[str]:
    return {one.strip() for one in words.replace(";", ",").split(",") if one.strip()}


def _said(count: int, words: tuple[str, str]) -> str:
    return f"{count:,} {words[count != 1]}"

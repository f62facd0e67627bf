"""What a breach of a rule does in the figures, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.extract import Extract, Rule, Severity

#: Severity -> what it means.
SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {
        "stop-file": "nothing is kept from the file until it is mended",
        "stop-row": "the row is set aside with its reason; the others go on",
        "query": "the row goes on; correct it, or explain it",
        "notice": "for your information",
    }
)
_BY_SEVERITY: Mapping[Severity, str] = MappingProxyType(
    {
        "stop-file": "No return of the quarter is made until it is mended.",
        "stop-row": "The row is in no figure.",
        "query": "The row counts as it stands.",
        "notice": "None.",
    }
)
_OF_LINES = "No figure is touched: the line of the errors workbook is not used."
_OF_CELLS = "The cell counts as not known; its row counts."
_OF_REPAIRS = "Figures use the cell as it was read."
_OF_COPIES = "The row is counted once."
_OF_WATCH = (
    "DfE's value is set beside no figure of ours, or marked where it was only restated; figures of ONS and MOJ "
    "count as they stand."
)
_OF_COLUMNS = "What the column would tell counts as not known."
_OF_FILES = "None of itself: it says that something may be there unseen."


def effect_of(rule: Rule) -> str:
    """What a breach does in the figures."""
    if rule.stage == "watch":
        return _OF_WATCH
    if rule.severity == "query":
        return _of_query(rule)
    if rule.severity == "notice":
        return _of_notice(rule)
    return _OF_LINES if rule.stage == "file" and rule.severity == "stop-row" else _BY_SEVERITY[rule.severity]


def _of_query(rule: Rule) -> str:
    if rule.stage == "file":
        return _OF_FILES
    return _OF_CELLS if rule.stage in {"types", "domain"} else _BY_SEVERITY["query"]


def _of_notice(rule: Rule) -> str:
    by_letter = {"C": _OF_COLUMNS, "K": _OF_COPIES, "S": _OF_REPAIRS}
    return by_letter.get(rule.code[3], _BY_SEVERITY["notice"])


def measures_of(rule: Rule, extract: Extract | None) -> tuple[str, ...]:
    """Ids of the measures a breach touches."""
    return rule.measures or (extract.measures if extract else ())

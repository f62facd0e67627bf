"""Who mends a fault, in the words of the service: by the rule's own word, else by its stage and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from schemas.extract import Rule
from schemas.mending import EXPORT

CASE_RECORDING_OFFICER = "case recording officer"
DATA_OFFICER = "data officer"
FINANCE_OFFICER = "finance officer"
PERFORMANCE_MANAGER = "performance manager"
PUBLISHER = "publisher"

#: Source of an extract -> who mends its records. What others publish is the data officer's to take over rightly.
BY_SOURCE: Mapping[str, str] = MappingProxyType(
    {"cms": CASE_RECORDING_OFFICER, "finance": FINANCE_OFFICER, "board": PERFORMANCE_MANAGER}
)


def owned(rule: Rule, source: str = "") -> Rule:
    """The rule with its owner named.

    Args:
        rule: any rule.
        source: source of the extract it is judged on, "" for a rule of no one extract.
    """
    return rule if rule.owner else replace(rule, owner=_owner(rule, source))


def _owner(rule: Rule, source: str) -> str:
    """Files, headers, exports and notices are the data officer's; an odd publication is its publisher's to explain."""
    if rule.stage == "watch" and rule.severity != "notice":
        return PUBLISHER
    if rule.stage in {"file", "columns"} or rule.severity == "notice" or rule.fix.startswith(EXPORT):
        return DATA_OFFICER
    return BY_SOURCE.get(source, DATA_OFFICER)

"""Every rule of the product by its code, and a file-level fault from its code.

The rules of columns and keys are made in `schemas.implied`, those of references between extracts in
`schemas.references`, those of single extracts are declared beside them in `schemas.raw`, those of files, repairs and
rows across files are in `schemas.file_rules`, those on who is one young person in `schemas.people_rules`, those on whom
a referral is of in `schemas.referral_rules`, those that watch published statistics in `schemas.watch_rules`, those of
the errors workbook in `schemas.errors_rules`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from schemas.catalogue import EXTRACTS
from schemas.errors_rules import ERRORS_RULES
from schemas.extract import Extract, Fault, Rule
from schemas.file_rules import ACROSS_RULES, FILE_RULES, NEAREST, REPAIR_RULES
from schemas.implied import Letter, code_of, implied_rules
from schemas.owners import owned
from schemas.people_rules import PEOPLE_RULES
from schemas.references import reference_rules
from schemas.referral_rules import REFERRAL_RULES
from schemas.watch_rules import WATCH_RULES

__all__ = ["all_rules", "file_fault", "implied_rule", "implied_rules", "in_place", "rule", "rules_of"]

#: The rules across files are over the extracts of this source.
CASES = "cms"


@cache
def rules_of(extract: Extract) -> tuple[Rule, ...]:
    """Every rule of one extract, with its owner: what its columns and key imply, then what it declares."""
    return tuple(owned(one, extract.source) for one in (*implied_rules(extract), *extract.rules))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the product: of files, of each extract in order, across files, watching, of safe repairs."""
    own = [one for extract in EXTRACTS for one in rules_of(extract)]
    across = [owned(one, CASES) for one in (*ACROSS_RULES, *PEOPLE_RULES)]
    across += [owned(one, "health") for one in REFERRAL_RULES]
    across += [owned(one, item.source) for item in EXTRACTS for one in reference_rules(item)]
    return (*map(owned, (*FILE_RULES, *ERRORS_RULES)), *own, *across, *WATCH_RULES, *map(owned, REPAIR_RULES))


@cache
def _by_code() -> Mapping[str, Rule]:
    return MappingProxyType({one.code: one for one in all_rules()})


def rule(code: str) -> Rule:
    """The rule of that code.

    Raises:
        KeyError: there is no such rule.
    """
    if code not in _by_code():
        raise KeyError(f"there is no rule {code}")
    return _by_code()[code]


def implied_rule(extract: Extract, column: str, letter: Letter) -> Rule:
    """The rule that a column implies: C missing, N empty, T unreadable, D outside its domain.

    Raises:
        KeyError: the column implies no such rule.
    """
    return rule(code_of(extract, extract.column(column), letter))


def file_fault(
    code: str, extract: Extract | None = None, *, quarter_label: str = "", file_name: str = "", file_sha256: str = ""
) -> Fault:
    """A fault of a file as a whole.

    Args:
        code: code of an F rule.
        extract: the extract it is, or is nearest to, where known.
        quarter_label: the quarter it was sent for.
        file_name: its name.
        file_sha256: its content.
    """
    broken = rule(code)
    return Fault(
        code=code,
        severity=broken.severity,
        table=extract.name if extract else "",
        message=broken.message,
        expected=in_place(broken.expected, extract, quarter_label),
        fix=in_place(broken.fix, extract, quarter_label),
        file_name=file_name,
        file_sha256=file_sha256,
        measures=extract.measures if extract else (),
    )


def in_place(text: str, extract: Extract | None = None, quarter_label: str = "") -> str:
    """A rule's text with its extract and quarter named."""
    if extract is None:
        text = text.replace(NEAREST, "")
    title = extract.title if extract else "the extract"
    return text.replace("{title}", title).replace("{quarter}", quarter_label or "the quarter")

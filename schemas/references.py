"""Rules that a column's reference to another extract implies: each filled cell must be found there.

One rule a column that says what it `refers` to, coded `YJ-R-<extract><column>`. Which rows break it is found in
`assets.core.references`; the rules across the eight extracts of the case system are in `schemas.file_rules`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from schemas.catalogue import EXTRACTS, extract
from schemas.extract import Column, Extract, Rule, Severity
from schemas.mending import EXPORT

#: Without its young person a row is in no figure; without its order or offence it may still be in some.
_WITHOUT_WHOM = ("persons", "ypid")


def reference_code(item: Extract, column: Column) -> str:
    """Code of the rule, e.g. "YJ-R-3202" for the second column of extract 32."""
    return f"YJ-R-{item.number:02d}{column.number:02d}"


def references(item: Extract) -> Iterator[tuple[Column, Extract, str]]:
    """Each column that refers, with the extract and the column it refers to."""
    for column in item.columns:
        if column.refers is not None:
            yield column, extract(column.refers[0]), column.refers[1]


def reference_rules(item: Extract) -> tuple[Rule, ...]:
    """The rules that an extract's references imply, in the order of its columns."""
    return tuple(_rule(item, column, other, key) for column, other, key in references(item))


def _rule(item: Extract, column: Column, other: Extract, key: str) -> Rule:
    severity: Severity = "stop-row" if column.refers == _WITHOUT_WHOM and not column.nullable else "query"
    return Rule(
        code=reference_code(item, column),
        severity=severity,
        stage="across-files",
        columns=(column.name,),
        message=f"What {column.name} names is not in {other.name}, or was set aside there.",
        expected=f"a row in {other.name} with the same {key}",
        fix=f"{EXPORT} Take both on the same day, or mend the {column.name}.",
        measures=item.measures,
    )


@cache
def reference_reads() -> Mapping[str, tuple[str, ...]]:
    """Code of each reference's rule -> the extracts it reads, its own first."""
    return MappingProxyType(
        {
            reference_code(item, column): (item.name, other.name)
            for item in EXTRACTS
            for column, other, _ in references(item)
        }
    )


def reference_example(rule: Rule) -> str:
    """What breaks a reference, made up."""
    own, other = reference_reads()[rule.code]
    return f"a row of {own} whose {rule.columns[0]} is X123, of which {other} has no row"

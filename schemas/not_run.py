"""Rules that could not be judged on an extract, each with the reason, so that silence is never taken for soundness.

What belongs here: which rules a missing column, a stopped file or a raised error leaves unjudged, and in which words
that is said. The judging itself is in `schemas.contract`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from schemas.extract import Extract, Letters, NotRun, Rule
from schemas.references import reference_reads
from schemas.rules import rule, rules_of

#: Code of the query that says that a rule raised.
RAISED = "YJ-F-0040"
STOPPED_BEFORE = "the file was stopped before its rows were judged"
NOTHING_RECEIVED = "no file was received"
LINK_NOT_REACHED = "{table} was stopped, so the extracts were not read together"

#: Rule across files -> the extracts it reads, the one it points at first (`sql/core/core_cross_file_faults.sql`).
ACROSS_READS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "YJ-R-0001": ("offences", "persons"),
        "YJ-R-0002": ("outcomes", "offences"),
        "YJ-R-0003": ("outcomes", "offences"),
        "YJ-R-0004": ("interventions", "persons"),
        "YJ-R-0005": ("ete_status", "persons"),
        "YJ-R-0006": ("accommodation", "persons"),
        "YJ-R-0007": ("remand_episodes", "persons"),
        "YJ-R-0008": ("hearings", "persons"),
        "YJ-R-0009": ("offences", "persons"),
        "YJ-R-0010": ("offences", "persons"),
    }
)


def across_reads() -> Mapping[str, tuple[str, ...]]:
    """Every rule across files -> the extracts it reads, the one it points at first."""
    return {**ACROSS_READS, **reference_reads()}


def absent_columns(extract: Extract, letters: Letters) -> frozenset[str]:
    """Columns of the extract that no sheet has; none where nothing is known of any sheet."""
    if not letters:
        return frozenset()
    return frozenset(c.name for c in extract.columns) - {name for found in letters.values() for name in found}


def without_columns(extract: Extract, absent: Collection[str], broken: Collection[str]) -> tuple[NotRun, ...]:
    """Rules that read a column no sheet has.

    Args:
        extract: which extract.
        absent: columns no sheet has.
        broken: codes of the rules that found something all the same, and so have run.
    """
    return tuple(
        NotRun(one.code, f"the file has no column {missing[0]}")
        for one in rules_of(extract)
        if one.stage != "columns" and one.code not in broken
        if (missing := [name for name in one.columns if name in absent])
    )


def without_key(rules: Iterable[Rule], key: Iterable[str]) -> tuple[NotRun, ...]:
    """Rules that compare rows, where a column of the key is missing."""
    return tuple(NotRun(one.code, f"rows cannot be told apart without {' and '.join(key)}") for one in rules)


def raised(kinds: Mapping[str, str]) -> tuple[NotRun, ...]:
    """Rules that raised, by code, each with the kind of error and nothing of what it said."""
    return tuple(NotRun(code, f"it could not be judged ({kind})") for code, kind in sorted(kinds.items()))


def all_of(extract: Extract, why: str, *, columns_too: bool = True) -> tuple[NotRun, ...]:
    """Every rule of an extract of which nothing was judged.

    Args:
        extract: which extract.
        why: the reason, one for all.
        columns_too: the rules on missing columns as well.
    """
    return tuple(NotRun(one.code, why) for one in rules_of(extract) if columns_too or one.stage != "columns")


def across_after_stop(extract: Extract) -> tuple[NotRun, ...]:
    """Rules across files that read an extract which was stopped."""
    why = LINK_NOT_REACHED.format(table=extract.name)
    return tuple(NotRun(code, why) for code, tables in across_reads().items() if extract.name in tables)


def across_without(received: Collection[str]) -> tuple[NotRun, ...]:
    """Rules across files that read an extract of which no file was received.

    Args:
        received: names of the extracts received.
    """
    lacking = {code: [name for name in tables if name not in received] for code, tables in across_reads().items()}
    return tuple(NotRun(code, f"no file of {names[0]} was received") for code, names in lacking.items() if names)


def once(not_run: Iterable[NotRun]) -> tuple[NotRun, ...]:
    """One entry a rule, the first reason kept, in the order of the codes."""
    first: dict[str, NotRun] = {}
    for one in not_run:
        first.setdefault(rule(one.code).code, one)
    return tuple(first[code] for code in sorted(first))

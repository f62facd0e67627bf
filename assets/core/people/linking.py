"""Who is linked to whom, and who may be: rules, likeness and decisions taken together.

Nothing is read or written here: records and decisions in, links, proposals and queries out. A query names a rule and a
record, and no word of what the record says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from assets.core.people.by_likeness import scores
from assets.core.people.by_rule import RuleMade, by_rule
from assets.core.people.groups import Grouped, grouped
from assets.core.people.pairs import Pair, Record, agreement, pair_of
from assets.core.people.records import COLUMNS
from schemas import people_rules as rules

if TYPE_CHECKING:
    from pipelines.platform.register.people import LinkDecision

LINK_COLUMNS = ("ypid", "linked_id", "method", "decided_by")
PROPOSAL_COLUMNS = ("ypid", "alias_ypid", "method", "score", "agrees_on", "status")
#: Status of a proposal that nobody has decided.
OPEN = "open"


class Query(NamedTuple):
    """One query on one record.

    Attributes:
        code: code of the rule.
        ypid: the record it is told of.
        other: the record it does not agree with, "" where it is no one record.
    """

    code: str
    ypid: str
    other: str = ""


@dataclass(frozen=True)
class Linked:
    """What came of linking the records of one quarter.

    Attributes:
        links: one row per record linked to another with a smaller id: `LINK_COLUMNS`; `linked_id` is the smallest of
            its group, `method` pnc, origin or manual, `decided_by` rule or officer.
        proposals: one row per pair that an officer should look at: `PROPOSAL_COLUMNS`, the likeliest first; `score` is
            missing where records contradict the PNC number they share and little else is alike.
        queries: what cannot all be true.
        without_pnc: records without a valid PNC number.
    """

    links: pd.DataFrame
    proposals: pd.DataFrame
    queries: tuple[Query, ...]
    without_pnc: int


def link(records: pd.DataFrame, decisions: Sequence[LinkDecision], propose_from: float) -> Linked:
    """Link what the rules and the officers say is one, and propose what may be.

    Args:
        records: as `assets.core.people.records` gives them.
        decisions: the standing decisions, the oldest first.
        propose_from: probability from which a pair is proposed.
    """
    known = {record.ypid: record for record in _plain(records)}
    made = by_rule(list(known.values()))
    same, different = _decided(decisions, known)
    doubtful = [*made.two_birthdays, *made.two_descriptions]
    outcome = grouped(same, different, made.links, doubtful)
    likely = scores(records, propose_from)
    proposed = _proposed(outcome, [*doubtful, *(Pair(*pair, "name+dob") for pair in likely)], likely)
    return Linked(
        links=links_table(outcome),
        proposals=_proposals(proposed, likely, known),
        queries=_queries(made, outcome),
        without_pnc=sum(not record.pnc for record in known.values()),
    )


def _plain(records: pd.DataFrame) -> Iterable[Record]:
    """The records as plain values."""
    return (Record(*map(str, row)) for row in records[list(COLUMNS)].itertuples(index=False, name=None))


def _decided(decisions: Sequence[LinkDecision], known: Mapping[str, Record]) -> tuple[list[Pair], list[Pair]]:
    """Pairs that officers said are one, the newest first, and pairs they said are two; of records still held."""
    held = [one for one in reversed(decisions) if one.ypid in known and one.alias_ypid in known]
    pairs = [(pair_of(one.ypid, one.alias_ypid, "manual"), one.same) for one in held]
    return [pair for pair, same in pairs if same], [pair for pair, same in pairs if not same]


def links_table(outcome: Grouped) -> pd.DataFrame:
    """One row per record that is linked to one with a smaller id: `LINK_COLUMNS`."""
    rows = [
        (ypid, min(group), outcome.methods[ypid], "officer" if outcome.methods[ypid] == "manual" else "rule")
        for ypid, group in sorted(outcome.groups.members.items())
        if ypid != min(group)
    ]
    return pd.DataFrame(rows, columns=list(LINK_COLUMNS)).astype("string")


def _proposed(outcome: Grouped, pairs: Iterable[Pair], likely: Mapping[tuple[str, str], float]) -> list[Pair]:
    """Pairs still to be decided, one between any two groups: the likeliest, a shared PNC number before all."""
    groups = outcome.groups
    found: dict[tuple[str, str], Pair] = {}
    for pair in sorted(pairs, key=lambda one: (one.method != "pnc", -likely.get((one.ypid, one.alias_ypid), 0.0), one)):
        ends = min(groups.of(pair.ypid)), min(groups.of(pair.alias_ypid))
        if ends[0] != ends[1] and not outcome.kept_apart(pair):
            found.setdefault((min(ends), max(ends)), pair)
    return list(found.values())


def _proposals(
    pairs: Sequence[Pair], likely: Mapping[tuple[str, str], float], known: Mapping[str, Record]
) -> pd.DataFrame:
    """The pairs with their score and what they agree on, the likeliest first."""
    rows = [
        (
            pair.ypid,
            pair.alias_ypid,
            pair.method,
            likely.get((pair.ypid, pair.alias_ypid)),
            agreement(known[pair.ypid], known[pair.alias_ypid]),
            OPEN,
        )
        for pair in pairs
    ]
    frame = pd.DataFrame(rows, columns=list(PROPOSAL_COLUMNS))
    types = dict.fromkeys(PROPOSAL_COLUMNS, "string") | {"score": "Float64"}
    return frame.astype(types).sort_values(
        ["score", "ypid", "alias_ypid"], ascending=[False, True, True], ignore_index=True
    )


def _queries(made: RuleMade, outcome: Grouped) -> tuple[Query, ...]:
    """The queries, in the order of their codes and records; what an officer has decided is no query any more."""
    told = [(rules.TWO_BIRTHDAYS, pair) for pair in made.two_birthdays]
    told += [(rules.TWO_DESCRIPTIONS, pair) for pair in made.two_descriptions]
    found = [Query(code, pair.alias_ypid, pair.ypid) for code, pair in told if not outcome.decided(pair)]
    found += [Query(rules.TOO_MANY_ON_ONE_PNC, ypid) for ypid in made.crowded]
    found += [Query(rules.DECISIONS_CONTRADICT, pair.alias_ypid, pair.ypid) for pair in outcome.contradicted]
    return tuple(sorted(set(found)))

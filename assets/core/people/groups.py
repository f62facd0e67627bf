"""From pairs to groups: which records are one young person, once every link and every decision is taken together.

What officers say goes before what rules say, and that two records differ before that they are one: nothing is ever
linked through a third record against a decision. The same pairs in any order make the same groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assets.core.people.pairs import Method, Pair


@dataclass
class Groups:
    """Records joined so far, and those that may never be joined.

    Attributes:
        members: record -> the set of records it is one with; records alone are not in it.
        apart: record -> records it must be kept apart from.
    """

    members: dict[str, set[str]] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=dict)

    def keep_apart(self, pairs: Iterable[Pair]) -> None:
        """From now on these pairs are never joined, nor through any third record."""
        for pair in pairs:
            self.apart.setdefault(pair.ypid, set()).add(pair.alias_ypid)
            self.apart.setdefault(pair.alias_ypid, set()).add(pair.ypid)

    def of(self, ypid: str) -> set[str]:
        """The records that one is one with, itself included."""
        return self.members.get(ypid, {ypid})

    def may_join(self, pair: Pair) -> bool:
        """Whether nobody of the one's group must be kept apart from anybody of the other's."""
        theirs = self.of(pair.alias_ypid)
        return all(theirs.isdisjoint(self.apart.get(one, ())) for one in self.of(pair.ypid))

    def join(self, pair: Pair) -> bool:
        """Make the two groups one, if they may be; whether they are one now."""
        if pair.alias_ypid in self.of(pair.ypid):
            return True
        if not self.may_join(pair):
            return False
        joined = self.of(pair.ypid) | self.of(pair.alias_ypid)
        self.members.update(dict.fromkeys(joined, joined))
        return True


@dataclass(frozen=True)
class Grouped:
    """What came of all pairs together.

    Attributes:
        groups: the groups.
        methods: record -> how it is linked, for every record in a group.
        contradicted: pairs that officers said are one, or a rule linked, and that other decisions keep apart.
        different: pairs that officers said are two, the smaller id first.
    """

    groups: Groups
    methods: dict[str, Method]
    contradicted: tuple[Pair, ...]
    different: frozenset[tuple[str, str]]

    def decided(self, pair: Pair) -> bool:
        """Whether officers made the two one, or said that they are two."""
        return pair.alias_ypid in self.groups.of(pair.ypid) or self.kept_apart(pair)

    def kept_apart(self, pair: Pair) -> bool:
        """Whether an officer said that somebody of the one's group and somebody of the other's are two."""
        return _are_told_apart(self.groups, pair, self.different)


def grouped(
    same: Sequence[Pair], different: Iterable[Pair], links: Iterable[Pair], doubtful: Iterable[Pair]
) -> Grouped:
    """The groups that decisions and rules make.

    Args:
        same: pairs that officers said are one, the newest decision first.
        different: pairs that officers said are two.
        links: pairs linked by rule.
        doubtful: pairs that contradict themselves, which no rule may join, only an officer.
    """
    groups, told = Groups(), list(different)
    groups.keep_apart(told)
    refused = [pair for pair in same if not groups.join(pair)]
    joined = [pair for pair in same if pair not in refused]
    apart = frozenset((pair.ypid, pair.alias_ypid) for pair in told)
    groups.keep_apart(pair for pair in doubtful if pair.alias_ypid not in groups.of(pair.ypid))
    for pair in sorted(set(links), key=_surest_first):
        if groups.join(pair):
            joined.append(pair)
        elif (pair.ypid, pair.alias_ypid) not in apart and _are_told_apart(groups, pair, apart):
            refused.append(pair)
    return Grouped(groups, _methods(joined), tuple(refused), apart)


def _surest_first(pair: Pair) -> tuple[bool, Pair]:
    return pair.method != "pnc", pair


def _are_told_apart(groups: Groups, pair: Pair, apart: frozenset[tuple[str, str]]) -> bool:
    """Whether it is a decision, not a doubt, that keeps the pair's groups apart."""
    return any(
        (min(one, other), max(one, other)) in apart
        for one in groups.of(pair.ypid)
        for other in groups.of(pair.alias_ypid)
    )


def _methods(joined: Iterable[Pair]) -> dict[str, Method]:
    """How each record was linked first: by an officer, else by its PNC number, else by its originating id."""
    methods: dict[str, Method] = {}
    for pair in joined:
        methods.setdefault(pair.ypid, pair.method)
        methods.setdefault(pair.alias_ypid, pair.method)
    return methods

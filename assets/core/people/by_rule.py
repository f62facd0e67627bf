"""Links made by rule: the same valid PNC number and date of birth, or the same originating id and date of birth.

Source: measures.md C3 (duplicates within and between services), B3 step 7. A pair whose sex or name contradicts the PNC
number they share is not linked but proposed, and so is one with two dates of birth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby, pairwise

from assets.core.people.pairs import Pair, Record, clearly_two, pair_of

#: More records than this on one PNC number and it is no young person's own, but one that somebody filled in.
MOST_ON_ONE_PNC = 8


@dataclass(frozen=True)
class RuleMade:
    """What the rules say of the records.

    Attributes:
        links: pairs linked by rule.
        two_birthdays: pairs of one PNC number with two dates of birth.
        two_descriptions: pairs of one PNC number and date of birth whose sex or name contradict.
        crowded: first record of each PNC number that too many records share.
    """

    links: list[Pair] = field(default_factory=list)
    two_birthdays: list[Pair] = field(default_factory=list)
    two_descriptions: list[Pair] = field(default_factory=list)
    crowded: list[str] = field(default_factory=list)


def by_rule(records: Sequence[Record]) -> RuleMade:
    """Links and contradictions that the rules find; the order of the records makes no difference."""
    made = RuleMade()
    for group in _sharing(records, "pnc"):
        if len(group) > MOST_ON_ONE_PNC:
            made.crowded.append(group[0].ypid)
        else:
            _judge_pnc(group, made)
    made.links.extend(_origin_links(records))
    return made


def _judge_pnc(group: Sequence[Record], made: RuleMade) -> None:
    """Every pair of records with one PNC number: linked, or told of."""
    for left, right in combinations(group, 2):
        pair = pair_of(left.ypid, right.ypid, "pnc")
        if left.born != right.born:
            made.two_birthdays.append(pair)
        elif clearly_two(left, right):
            made.two_descriptions.append(pair)
        else:
            made.links.append(pair)


def _origin_links(records: Sequence[Record]) -> Iterator[Pair]:
    """Records of one originating id and date of birth, each linked to the next."""
    for group in _sharing(records, "origin_id"):
        by_birthday = sorted(group, key=lambda record: (record.born, record.ypid))
        for left, right in pairwise(by_birthday):
            if left.born == right.born:
                yield pair_of(left.ypid, right.ypid, "origin")


def _sharing(records: Iterable[Record], name: str) -> Iterator[list[Record]]:
    """Records that share a value, two or more, by ypid."""
    given = sorted((getattr(record, name), record) for record in records if getattr(record, name))
    for _, group in groupby(given, key=lambda item: item[0]):
        found = [record for _, record in group]
        if len(found) > 1:
            yield found

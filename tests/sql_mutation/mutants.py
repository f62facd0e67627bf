"""The ways in which a statement is made a little wrong: one change a mutant, made on the parsed SQL.

What belongs here: making mutants. Who runs them is in `bench`; what cannot show in any figure is in `equivalent.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any

import sqlglot
from sqlglot import exp

#: A comparison and the one it is taken for.
SWAPPED: dict[type[exp.Expr], type[exp.Expr]] = {
    exp.LT: exp.LTE,
    exp.LTE: exp.LT,
    exp.GT: exp.GTE,
    exp.GTE: exp.GT,
    exp.EQ: exp.NEQ,
    exp.NEQ: exp.EQ,
    exp.Add: exp.Sub,
    exp.Sub: exp.Add,
    exp.Min: exp.Max,
    exp.Max: exp.Min,
}
DIALECT = "duckdb"
#: Letters of the changed part that stand in a list.
SHOWN = 90


@dataclass(frozen=True)
class Mutant:
    """One wrong statement; its SQL is written when it is asked for.

    Attributes:
        name: name of the statement: a core table's, or a measure's id.
        kind: what was done to it, e.g. "condition dropped".
        was: the part that was changed, as SQL.
        body: the right statement.
        place: number of the part in the statement, so that like parts are told apart.
        turn: which of the changes that can be made there.
    """

    name: str
    kind: str
    was: str
    body: str
    place: int
    turn: int

    @cached_property
    def sql(self) -> str:
        """The wrong statement."""
        copy = parsed(self.body).copy()
        node = next(part for number, part in enumerate(copy.walk()) if number == self.place)
        whole = list(changes(node))[self.turn][1](node)
        alone = isinstance(whole, exp.Select | exp.Union) and whole.parent is None and node is copy
        told: str = (whole if alone else copy).sql(DIALECT)  # type: ignore[attr-defined]
        return told

    @property
    def told(self) -> str:
        """One line for a list."""
        return f"{self.name}: {self.kind}: {self.was[:SHOWN]} (part {self.place}.{self.turn})"


#: Changes a part where it stands; gives the new statement back where the part was all of it.
Maker = Callable[[Any], object]
Change = tuple[str, Maker]


@cache
def parsed(body: str) -> exp.Expr:
    """A statement's tree; nobody changes it."""
    return sqlglot.parse_one(body, read=DIALECT)


def mutants(name: str, body: str) -> list[Mutant]:
    """Every mutant of a statement, in a fixed order."""
    return [
        Mutant(name, kind, _shown(node), body, place, turn)
        for place, node in enumerate(parsed(body).walk())
        for turn, (kind, _) in enumerate(changes(node))
    ]


def _shown(node: exp.Expr) -> str:
    """The changed part with as much around it as says where it is."""
    around = node.parent if isinstance(node, exp.Literal) and node.parent else node
    return around.sql(DIALECT)


def changes(node: exp.Expr) -> Iterator[Change]:
    """What can be done to one part of a statement."""
    for kind, make in MAKERS:
        for change in make(node):
            yield kind, change


def _swap(node: exp.Expr) -> Iterator[Maker]:
    """The comparison, sum or extreme for its neighbour."""
    other = SWAPPED.get(type(node))
    if other is not None:
        yield lambda part: part.replace(other(**part.args))


def _condition(node: exp.Expr) -> Iterator[Maker]:
    """One side of AND or OR goes."""
    if isinstance(node, exp.And | exp.Or):
        yield lambda part: part.replace(part.args["expression"])
        yield lambda part: part.replace(part.args["this"])


def _only_condition(node: exp.Expr) -> Iterator[Maker]:
    """The whole WHERE or HAVING goes, or a branch's only condition always holds."""
    if isinstance(node, exp.Where | exp.Having):
        yield lambda part: part.pop()
    elif isinstance(node, exp.If) and isinstance(node.parent, exp.Case) and not node.parent.this:
        yield lambda part: part.set("this", exp.true())


def _join(node: exp.Expr) -> Iterator[Maker]:
    """An inner join is an outer one and the other way round."""
    if not isinstance(node, exp.Join) or not node.args.get("on"):
        return
    if node.side.upper() == "LEFT":
        yield lambda part: (part.set("side", None), part.set("kind", "INNER"))
    else:
        yield lambda part: (part.set("side", "LEFT"), part.set("kind", None))


def _distinct(node: exp.Expr) -> Iterator[Maker]:
    """DISTINCT goes, also inside COUNT."""
    if isinstance(node, exp.Select) and node.args.get("distinct"):
        yield lambda part: part.set("distinct", None)
    if isinstance(node, exp.Distinct) and isinstance(node.parent, exp.AggFunc):
        yield lambda part: part.replace(part.expressions[0])


def _number(node: exp.Expr) -> Iterator[Maker]:
    """A number is one more; so is the length of an interval."""
    if isinstance(node, exp.Interval) and isinstance(node.this, exp.Literal):
        more = str(int(node.this.this) + 1)
        yield lambda part: part.set("this", exp.Literal.string(more))
    elif isinstance(node, exp.Literal) and not node.is_string:
        yield lambda part: part.replace(exp.Literal.number(_one_more(part.this)))


def _one_more(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else str(float(number) + 1)


def _window_order(node: exp.Expr) -> Iterator[Maker]:
    """A term of a window's order is turned round, or goes."""
    if not (isinstance(node, exp.Ordered) and isinstance(node.parent, exp.Order)):
        return
    if isinstance(node.parent.parent, exp.Window):
        yield lambda part: part.set("desc", not part.args.get("desc"))
        if len(node.parent.expressions) > 1:
            yield lambda part: part.pop()


def _partition(node: exp.Expr) -> Iterator[Maker]:
    """A window's partition loses a column."""
    if isinstance(node.parent, exp.Window) and node.arg_key == "partition_by":
        yield lambda part: part.pop()


def _union(node: exp.Expr) -> Iterator[Maker]:
    """A branch of a union goes; UNION keeps what UNION ALL keeps."""
    if isinstance(node, exp.Union):
        yield lambda part: _kept(part, part.args["this"])
        if not isinstance(node.this, exp.Union):
            yield lambda part: _kept(part, _called_as(part.args["expression"], part.args["this"]))
        if node.args.get("distinct"):
            yield lambda part: part.set("distinct", False)


def _called_as(branch: exp.Expr, first: exp.Expr) -> exp.Expr:
    """A branch under the column names of the first one, which a union goes by."""
    if isinstance(branch, exp.Select) and isinstance(first, exp.Select):
        pairs = zip(branch.expressions, first.expressions, strict=True)
        branch.set("expressions", [exp.alias_(item.unalias(), name.alias_or_name) for item, name in pairs])
    return branch


def _kept(union: exp.Expr, branch: exp.Expr) -> exp.Expr | None:
    """One branch in the union's place; where the union is the whole statement, the branch with its WITH."""
    if union.parent is not None:
        union.replace(branch)
        return None
    branch.set("with_", union.args.get("with_"))
    branch.parent = None
    return branch


def _coalesce(node: exp.Expr) -> Iterator[Maker]:
    """COALESCE loses what it falls back on."""
    if isinstance(node, exp.Coalesce):
        yield lambda part: part.replace(part.this)


def _list(node: exp.Expr) -> Iterator[Maker]:
    """A list of IN loses a member."""
    if isinstance(node, exp.In) and len(node.expressions) > 1:
        for number in range(len(node.expressions)):
            yield partial(_out_of, lambda part: part.expressions, number)


def _out_of(members: Callable[[exp.Expr], list[exp.Expr]], number: int, part: exp.Expr) -> None:
    """One member of a list in a part goes."""
    members(part)[number].pop()


def _not(node: exp.Expr) -> Iterator[Maker]:
    """A negation goes; IS NULL is negated."""
    if isinstance(node, exp.Not):
        yield lambda part: part.replace(part.this)
    elif isinstance(node, exp.Is | exp.Exists) and not isinstance(node.parent, exp.Not):
        yield lambda part: part.replace(exp.Not(this=part.copy()))


MAKERS: tuple[tuple[str, Callable[[exp.Expr], Iterator[Maker]]], ...] = (
    ("swapped", _swap),
    ("condition dropped", _condition),
    ("only condition dropped", _only_condition),
    ("join changed", _join),
    ("distinct dropped", _distinct),
    ("number one more", _number),
    ("order changed", _window_order),
    ("partition dropped", _partition),
    ("branch dropped", _union),
    ("coalesce dropped", _coalesce),
    ("member dropped", _list),
    ("negated", _not),
)

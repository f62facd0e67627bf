"""Which mutants can be shown from the SQL itself to give the same rows as the right statement.

What belongs here: proofs that hold over any data. What is only known from a contract or from the spine's make is in
`equivalent.yaml`, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from tests.sql_mutation.mutants import Mutant, parsed

COMPARED = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE)
#: What is missing as soon as one of its parts is.
PASSING = (exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Cast, exp.Extract, exp.Paren, exp.Neg)


def is_proven(mutant: Mutant) -> bool:
    """Whether no data can give a mutant away: an outer join of which the extra rows are refused at once.

    An INNER JOIN made LEFT adds rows in which every column of its table is missing. They go again where WHERE, or a
    later inner join of the same SELECT, compares one of these columns: a comparison with nothing holds never.
    """
    if mutant.kind != "join changed":
        return False
    node = next(part for number, part in enumerate(parsed(mutant.body).walk()) if number == mutant.place)
    return isinstance(node, exp.Join) and not node.side and _is_refused_later(node)


def _is_refused_later(join: exp.Join) -> bool:
    select = join.parent
    if not isinstance(select, exp.Select):
        return False
    return any(_refuses(condition, join.alias_or_name) for condition in _after(select, join))


def _after(select: exp.Select, join: exp.Join) -> Iterator[exp.Expr]:
    """Conditions that a row must still meet: those of the inner joins that follow, and WHERE."""
    joins = select.args["joins"]
    for later in joins[joins.index(join) + 1 :]:
        if not later.side and later.args.get("on"):
            yield later.args["on"]
    if select.args.get("where"):
        yield select.args["where"].this


def _refuses(condition: exp.Expr, alias: str) -> bool:
    """Whether the condition never holds where all columns of a table are missing."""
    if isinstance(condition, exp.Paren):
        return _refuses(condition.this, alias)
    if isinstance(condition, exp.And):
        return _refuses(condition.left, alias) or _refuses(condition.right, alias)
    if isinstance(condition, exp.Or):
        return _refuses(condition.left, alias) and _refuses(condition.right, alias)
    if isinstance(condition, exp.Not):
        return isinstance(condition.this, exp.Is | exp.In | exp.Between) and _is_missing(condition.this.this, alias)
    if isinstance(condition, COMPARED):
        return _is_missing(condition.left, alias) or _is_missing(condition.right, alias)
    return isinstance(condition, exp.In | exp.Between) and _is_missing(condition.this, alias)


def _is_missing(value: exp.Expr, alias: str) -> bool:
    """Whether a value is missing where all columns of a table are."""
    if isinstance(value, exp.Column):
        return value.table == alias
    if not isinstance(value, PASSING):
        return False
    return any(isinstance(part, exp.Expr) and _is_missing(part, alias) for part in value.iter_expressions())

"""Holds every SQL file to the subset that DuckDB, Spark and PostgreSQL answer alike, and writes it in their dialects.

The subset was measured (`stack.md`, "the portable subset"): sqlglot transpiles constructs outside it without a
warning, some to silently wrong figures, so whatever is not on the lists below is refused. The check reads the parsed
statement, and the tokens where the parser forgets how something was written. Running the SQL is in
`pipelines.platform.engines`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sqlglot import Token, exp

Dialect = Literal["spark", "postgres"]


def _names(text: str) -> frozenset[str]:
    """Class names of sqlglot's, parted by spaces."""
    return frozenset(text.split())


#: Parts of a statement that mean the same on the three engines, by sqlglot's class name.
STRUCTURE = _names(
    "Alias CTE Column DataType From Group Having Identifier Interval Join Literal Null Order Ordered Paren Placeholder "
    "Select Star Subquery Table TableAlias Tuple Union Var Where With"
)
OPERATORS = _names("Add And Between Boolean DPipe Div EQ Exists GT GTE In Is LT LTE Like Mul NEQ Neg Not Or Sub")
FUNCTIONS = _names(
    "Abs Avg Case Cast Coalesce Count Distinct Extract Greatest If Least Length Lower Max Min Nullif Pad RowNumber "
    "Substring Sum Trim Upper Window"
)
ALLOWED = STRUCTURE | OPERATORS | FUNCTIONS

#: What an officer's engineer most often reaches for, and what to write instead.
ADVICE = {
    "Qualify": "QUALIFY: filter ROW_NUMBER in an outer query",
    "Filter": "FILTER: write CASE WHEN inside the aggregate",
    "DateDiff": "date_diff: compare with date + INTERVAL '12' MONTH",
    "TryCast": "TRY_CAST: the core tables are typed already",
    "GenerateSeries": "generate_series: read the periods view",
    "ArgMin": "arg_min: number the rows and keep the first",
    "ArgMax": "arg_max: number the rows and keep the first",
    "ArrayAgg": "list(): arrays are ordered differently on each engine",
    "DateFromParts": "make_date: read the periods view",
    "Mod": "%: results differ by engine",
    "IntDiv": "//: results differ by engine",
    "Limit": "LIMIT: number the rows and keep the first",
    "Values": "VALUES: write SELECT ... UNION ALL SELECT ...",
    "Round": "ROUND: figures are rounded once, in Python",
}
TYPES = frozenset({"INT", "BIGINT", "DOUBLE", "VARCHAR", "TEXT", "DATE", "BOOLEAN"})
UNITS = frozenset({"DAY", "MONTH", "YEAR"})
EXTRACTS = frozenset({"DAY", "MONTH", "YEAR"})
DATE_NAME = re.compile(r"^(?!.*hours).*(^date_|_date$|_start$|_end$|_until$|_on$|^posted_|^due$|planned_end$)")
TABLE_NAME = re.compile(r"[a-z_][a-z0-9_]*")


def breaches(sql: str) -> list[str]:
    """What in a statement lies outside the portable subset, one line each, in a fixed order without repeats.

    Args:
        sql: one DuckDB statement.

    Returns:
        Plain descriptions; empty when the statement is portable.
    """
    import sqlglot  # noqa: PLC0415 - takes a fifth of a second, and only checks need it

    try:
        statements = sqlglot.parse(sql, read="duckdb")
    except sqlglot.errors.SqlglotError:
        return ["the statement cannot be parsed as SQL"]
    if len(statements) != 1 or statements[0] is None:
        return ["one statement a file"]
    tokens = sqlglot.tokenize(sql, read="duckdb")
    found = [*_token_breaches(tokens), *_tree_breaches(statements[0])]
    return list(dict.fromkeys(found))


def transpiled(sql: str, dialect: Dialect) -> str:
    """The statement in another engine's dialect.

    Args:
        sql: one portable DuckDB statement.
        dialect: "spark" or "postgres".

    Returns:
        The statement for that engine.

    Raises:
        ValueError: the statement is outside the portable subset, so its answer could differ.
    """
    import sqlglot  # noqa: PLC0415 - as in breaches

    found = breaches(sql)
    if found:
        raise ValueError("not portable: " + "; ".join(found))
    text: str = sqlglot.transpile(sql, read="duckdb", write=dialect, unsupported_level=sqlglot.ErrorLevel.RAISE)[0]
    return text


def _tree_breaches(statement: exp.Expr) -> Iterator[str]:
    """Breaches of the parsed statement: unknown nodes first, then each rule on the nodes it knows."""
    if type(statement).__name__ not in {"Select", "Union"}:
        yield "only a query: SELECT, or WITH ... SELECT"
    for node in statement.walk():
        name = type(node).__name__
        if name not in ALLOWED:
            yield ADVICE.get(name, f"{_spoken(node)} is outside the portable subset")
            continue
        rule = RULES.get(name)
        if rule is not None:
            yield from rule(node)


def _spoken(node: exp.Expr) -> str:
    """A name for a refused node: the function as written where it is one."""
    name = node.name if type(node).__name__ == "Anonymous" else type(node).__name__
    return f"{name}()" if type(node).__name__ == "Anonymous" else name


# Rules on nodes that are allowed in one form only ------------------------------------------------------------------


def _select(node: exp.Expr) -> Iterator[str]:
    """DISTINCT ON is PostgreSQL's and DuckDB's only; an alias may not be read again in its own SELECT."""
    distinct = node.args.get("distinct")
    if distinct is not None and distinct.args.get("on"):
        yield "DISTINCT ON: number the rows and keep the first"
    renamed = [item for item in node.args["expressions"] if _renames(item)]
    made = {item.alias for item in renamed if not _reads_its_name(item)}
    group = node.args.get("group")
    bare = {id(item) for item in group.expressions} if group is not None else set()
    remade = {item.alias for item in renamed} - made
    for column in _own_columns(node):
        again = column.name in made or (column.name in remade and id(column) in bare)
        if not column.text("table") and again:
            yield f"alias {column.name} is read again in its own SELECT: qualify the column or use a CTE"


def _own_columns(select: exp.Expr) -> Iterator[exp.Expr]:
    """Columns that a SELECT reads itself, apart from its ORDER BY and from queries inside it."""
    parts = [
        *select.args["expressions"],
        select.args.get("where"),
        select.args.get("group"),
        select.args.get("having"),
    ]
    for part in parts:
        if part is not None:
            yield from _columns(part)


def _columns(part: exp.Expr) -> Iterator[exp.Expr]:
    """Columns of an expression, apart from those of queries inside it."""
    for node in part.walk(prune=lambda inner: type(inner).__name__ == "Select"):
        if type(node).__name__ == "Column":
            yield node


def _renames(item: exp.Expr) -> bool:
    """Whether a selected item makes a name mean something else than the column of that name."""
    return type(item).__name__ == "Alias" and not (
        type(item.this).__name__ == "Column" and item.this.name == item.alias
    )


def _reads_its_name(item: exp.Expr) -> bool:
    """Whether an item is made from a column of the name it takes (`COALESCE(x, 0) AS x`), so that the column exists."""
    return any(column.name == item.alias and not column.text("table") for column in _columns(item))


def _group(node: exp.Expr) -> Iterator[str]:
    """GROUP BY names its columns."""
    if any(node.args.get(word) for word in ("all", "rollup", "cube", "grouping_sets", "totals")):
        yield "GROUP BY ALL, ROLLUP, CUBE and sets: name the columns"
    if any(type(item).__name__ == "Literal" for item in node.expressions):
        yield "GROUP BY a number: name the columns"


def _star(node: exp.Expr) -> Iterator[str]:
    """A star stands alone: no EXCLUDE, REPLACE or RENAME."""
    if any(value for key, value in node.args.items() if key != "this"):
        yield "* EXCLUDE, REPLACE or RENAME: name the columns"


def _join(node: exp.Expr) -> Iterator[str]:
    """Plain joins: inner, left, right, full or CROSS, with their condition."""
    if node.args.get("method"):
        yield f"{node.args['method']} JOIN: write the condition in ON"
    kind = (node.args.get("kind") or "INNER").upper()
    if kind not in {"INNER", "OUTER", "CROSS"}:
        yield f"{kind} JOIN: use EXISTS or a plain join"
    if kind != "CROSS" and not (node.args.get("on") or node.args.get("using") or node.args.get("method")):
        yield "a join without a condition: write CROSS JOIN or ON"


def _division(node: exp.Expr) -> Iterator[str]:
    """A denominator that can be nought stops Spark and PostgreSQL, and not DuckDB."""
    below = node.args["expression"].unnest()
    literal = type(below).__name__ == "Literal" and not below.is_string and float(below.name) != 0
    if not literal and type(below).__name__ != "Nullif":
        yield "division: guard the denominator with NULLIF"


def _date_arithmetic(node: exp.Expr) -> Iterator[str]:
    """A date less a date is days on one engine and an interval on another; only intervals move a date."""
    left, right = node.args["this"], node.args["expression"]
    if _looks_like_date(left) and _looks_like_date(right):
        yield "date minus date: compare with date + INTERVAL"
    elif _looks_like_date(left) and type(right).__name__ != "Interval":
        yield "a date plus or minus a number: add INTERVAL '1' DAY"


def _looks_like_date(node: exp.Expr) -> bool:
    """Whether an operand is a date, by its name (the house's date columns) or by its CAST or interval."""
    inner = node.unnest()
    name = type(inner).__name__
    if name == "Cast":
        return str(inner.args["to"].this.value) == "DATE"
    if name == "Column":
        return DATE_NAME.search(inner.name) is not None
    return name in {"Add", "Sub"} and type(inner.args["expression"]).__name__ == "Interval"


def _multiplication(node: exp.Expr) -> Iterator[str]:
    """Intervals are constants."""
    if any(type(side).__name__ == "Interval" for side in (node.args["this"], node.args["expression"])):
        yield "an interval times a number: read the dates from the periods view"


def _cast(node: exp.Expr) -> Iterator[str]:
    """Types that every engine has."""
    if str(node.args["to"].this.value) not in TYPES:
        yield f"CAST to {node.args['to'].sql()}: use {', '.join(sorted(TYPES))}"


def _extract(node: exp.Expr) -> Iterator[str]:
    """EXTRACT of a year, month or day; weeks and quarters start differently."""
    if node.name.upper() not in EXTRACTS:
        yield f"EXTRACT({node.name}): only YEAR, MONTH or DAY"


def _variable(node: exp.Expr) -> Iterator[str]:
    """A bare word is a unit of time and nothing else (so not ORDER BY ALL)."""
    if type(node.parent).__name__ not in {"Interval", "Extract"}:
        yield f"{node.name} as a bare word: name the columns"


def _placeholder(node: exp.Expr) -> Iterator[str]:
    """Values come in by name."""
    if not TABLE_NAME.fullmatch(node.name):
        yield "parameters by name only, as $quarter_end"


def _table(node: exp.Expr) -> Iterator[str]:
    """A table is a view of the quarter: no file, function or other schema."""
    if type(node.args["this"]).__name__ != "Identifier":
        yield "a table function: read a view"
    elif node.args.get("db") or not TABLE_NAME.fullmatch(node.name):
        yield "a table outside the quarter's views"


def _window(node: exp.Expr) -> Iterator[str]:
    """Windows number rows, or total them without a frame."""
    if type(node.args["this"]).__name__ not in {"RowNumber", "Sum", "Count", "Min", "Max"}:
        yield "a window function other than ROW_NUMBER, SUM, COUNT, MIN, MAX"
    if type(node.args["this"].args.get("this")).__name__ == "Distinct":
        yield "COUNT(DISTINCT) OVER: use a grouped CTE"


def _row_number(node: exp.Expr) -> Iterator[str]:
    """Row numbers are reproducible only in a stated order."""
    window = node.parent
    if window is None or type(window).__name__ != "Window" or not window.args.get("order"):
        yield "ROW_NUMBER without ORDER BY: the order decides the figure"


def _with(node: exp.Expr) -> Iterator[str]:
    """No recursion."""
    if node.args.get("recursive"):
        yield "WITH RECURSIVE: read the periods view"


def _union(node: exp.Expr) -> Iterator[str]:
    """Columns are matched by place."""
    if node.args.get("by_name"):
        yield "UNION BY NAME: put the columns in one order"


RULES: dict[str, Callable[[exp.Expr], Iterator[str]]] = {
    "Select": _select,
    "Group": _group,
    "Star": _star,
    "Join": _join,
    "Div": _division,
    "Add": _date_arithmetic,
    "Sub": _date_arithmetic,
    "Mul": _multiplication,
    "Cast": _cast,
    "Extract": _extract,
    "Var": _variable,
    "Placeholder": _placeholder,
    "Table": _table,
    "Window": _window,
    "RowNumber": _row_number,
    "With": _with,
    "Union": _union,
}


# What only the tokens still know ---------------------------------------------------------------------------------


def _token_breaches(tokens: list[Token]) -> Iterator[str]:
    """Casts by `::`, and intervals that are not `INTERVAL 'n' UNIT`."""
    for place, token in enumerate(tokens):
        kind = token.token_type.name
        if kind == "DCOLON":
            yield ":: casts: write CAST(x AS TYPE)"
        if kind == "INTERVAL" and not _is_single_interval(tokens[place + 1 : place + 3]):
            yield "intervals as INTERVAL '12' MONTH: one quoted number, one unit"


def _is_single_interval(following: list[Token]) -> bool:
    """A quoted whole number, then DAY, MONTH or YEAR."""
    if len(following) != 2:  # noqa: PLR2004 - a number and its unit
        return False
    number, unit = following
    return number.token_type.name == "STRING" and number.text.isdigit() and unit.text.upper() in UNITS

"""Totals that a finance file states itself, held against the sum of their parts (T-17, T-34).

A row of totals is never counted; what it says is a check on the rows it sums. Which rows are totals is decided in
`assets.core.totals` and by the extracts' own rules.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from types import MappingProxyType

import pandas as pd

from assets.core.reading import TOTALS_ROW
from schemas.extract import Extract, Fault, Letters, Rule
from schemas.rules import rule
from schemas.shared_rules import TOTALS

UNEQUAL = "YJ-F-0042"
#: Extract -> its amounts that may be added up over rows; a forecast of each month may not.
ADDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"finance_budget": ("budget",), "finance_actual": ("actual",), "finance_savings": ("target", "achieved")}
)
STATED = ("extract", "file_sha256", "file_name", "sheet", "row", "column", "label", "stated", "parts")
#: Pounds by which a total may differ from its parts: pence are often left out of a total.
ROUNDING = 1.0
_LABELS = frozenset({"id", "text", "code"})
#: Rules by which an extract sets a row of totals aside itself.
_OWN = frozenset({"YJ-X-1601", "YJ-X-1701", "YJ-X-1801"})


def stated_totals(kept: pd.DataFrame, stopped: pd.DataFrame, extract: Extract) -> pd.DataFrame:
    """Each total that a file states, with what its parts come to.

    Args:
        kept: the core rows, which are the parts.
        stopped: rows set aside, with `stopped_by`.
        extract: what they are.

    Returns:
        One row per total and amount, columns `STATED`, in the order of the files; amounts in pounds. The parts are
        the rows that agree with whatever else the row of totals names (year, agency, stream), unless the rows
        directly above, back to the last row of totals, come to it.
    """
    columns = ADDED.get(extract.name, ())
    if not columns or "stopped_by" not in stopped:
        return pd.DataFrame(columns=list(STATED))
    totals = stopped[stopped["stopped_by"].isin({TOTALS_ROW, *_OWN})].sort_values(["file_sha256", "sheet", "row"])
    rows = [
        _stated(kept, totals, total, column, extract)
        for _, total in totals.iterrows()
        for column in columns
        if pd.notna(total[column])
    ]
    return pd.DataFrame(rows, columns=list(STATED))


def disagreeing(stated: pd.DataFrame) -> pd.DataFrame:
    """The totals that are not the sum of their parts, within a pound."""
    return stated[(stated["stated"] - stated["parts"]).abs() > ROUNDING] if len(stated) else stated


def totals_faults(kept: pd.DataFrame, stopped: pd.DataFrame, extract: Extract, letters: Letters) -> tuple[Fault, ...]:
    """One fault line for each total that is not the sum of its parts.

    Args:
        kept: the core rows.
        stopped: rows set aside, with `stopped_by`.
        extract: what they are.
        letters: column letters as Excel shows them, by file and sheet.
    """
    broken = rule(UNEQUAL)
    found = disagreeing(stated_totals(kept, stopped, extract))
    return tuple(_fault(line, broken, extract, letters) for line in found.to_dict("records"))


def _fault(line: Mapping[Hashable, object], broken: Rule, extract: Extract, letters: Letters) -> Fault:
    """The line of one total."""
    sha, column = str(line["file_sha256"]), str(line["column"])
    sheet = line["sheet"] if isinstance(line["sheet"], str) else ""
    return Fault(
        code=UNEQUAL,
        severity=broken.severity,
        table=extract.name,
        message=broken.message,
        expected=broken.expected,
        fix=broken.fix,
        file_name=str(line["file_name"]),
        file_sha256=sha,
        sheet=sheet,
        row=int(str(line["row"])),
        column=column,
        column_letter=letters.get((sha, sheet), {}).get(column, ""),
        measures=extract.measures,
    )


def _stated(
    kept: pd.DataFrame, totals: pd.DataFrame, total: pd.Series, column: str, extract: Extract
) -> tuple[object, ...]:
    named = _named(total, extract)
    above = _sum(_above(kept, totals, total), column)
    parts = above if abs(above - float(total[column])) <= ROUNDING else _sum(_like(kept, named), column)
    label = ", ".join(named.values()) or "the whole file"
    place = tuple(total[name] for name in ("file_sha256", "file_name", "sheet", "row"))
    return (extract.name, *place, column, label, float(total[column]), parts)


def _named(total: pd.Series, extract: Extract) -> dict[str, str]:
    """What the row of totals says of its parts: its labels that are no word for a total."""
    labels = [column.name for column in extract.columns if column.name in extract.key and column.field.kind in _LABELS]
    filled = {name: str(total[name]) for name in labels if pd.notna(total[name])}
    return {name: text for name, text in filled.items() if not re.search(TOTALS, text, re.IGNORECASE)}


def _like(kept: pd.DataFrame, named: Mapping[str, str]) -> pd.DataFrame:
    """The rows that agree with every label."""
    alike = pd.Series(True, index=kept.index)
    for name, text in named.items():
        alike &= kept[name].astype("object").eq(text)
    return kept[alike]


def _above(kept: pd.DataFrame, totals: pd.DataFrame, total: pd.Series) -> pd.DataFrame:
    """The rows of the same sheet between this row of totals and the one before it."""
    here = totals[_same_sheet(totals, total) & totals["row"].lt(total["row"])]
    since = int(here["row"].max()) if len(here) else 0
    return kept[_same_sheet(kept, total) & kept["row"].between(since, int(total["row"]), inclusive="neither")]


def _same_sheet(frame: pd.DataFrame, total: pd.Series) -> pd.Series[bool]:
    sheet = "" if pd.isna(total["sheet"]) else total["sheet"]
    return frame["file_sha256"].eq(total["file_sha256"]) & frame["sheet"].fillna("").eq(sheet)


def _sum(rows: pd.DataFrame, column: str) -> float:
    return float(rows[column].astype("float64").sum())

"""What the errors workbook of a quarter holds, gathered from register and lake: faults, what officers gave, proposals.

Of a record's cells only the shape leaves here, and references from which no cell can be read. How it is drawn is in
`assets.report.workbook.errors`, where it is kept in `assets.report.mending.errors_file`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from assets.core.cell_references import RawCells
from assets.core.mending import corrected
from assets.report.collect import rows_stopped_across
from assets.report.words import without_keys
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.mending import Correction, Explanation
from pipelines.platform.workplace import Workplace
from schemas.codelists import code_list
from schemas.errors_book import MOST_LINES, Count, ErrorLine, ErrorsBook, GivenLine, ProposalLine
from schemas.errors_rules import ERRORS_WORKBOOK
from schemas.extract import Extract
from schemas.masking import shape_of
from schemas.rules import rule

#: Table of pairs of records that an officer should look at.
PROPOSALS = "link_proposals"
SEVERITIES = ("stop-file", "stop-row", "query", "notice")
_MENDED_HERE = frozenset({"stop-row", "query"})
_OTHER_TITLES = {"": "Files of the inbox", ERRORS_WORKBOOK: "Errors workbook"}


def errors_book(place: Workplace, quarter: Quarter, extracts: Sequence[Extract]) -> ErrorsBook:
    """The errors workbook of a quarter as data; the same for the same faults and the same that officers gave.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        extracts: every extract.
    """
    known = {extract.name: extract for extract in extracts}
    faults = _in_order(place.register.faults(quarter.slug), known)
    listed = faults.head(MOST_LINES)
    said = place.register.mending.explanations(quarter.slug)
    lines = tuple(_lines(place, quarter, listed, known, said))
    return ErrorsBook(
        label=quarter.label,
        slug=quarter.slug,
        as_of=quarter.end,
        service=place.service.name,
        counts=tuple(_counts(place, quarter, faults, known)),
        lines=lines,
        left_off=len(faults) - len(listed),
        given=(*_corrections(place, quarter, known), *map(_explained, said)),
        proposals=tuple(_proposals(place, quarter)),
        lists={name: tuple(_choices(name)) for name in sorted({line.choices for line in lines} - {""})},
    )


def _in_order(faults: pd.DataFrame, known: Mapping[str, Extract]) -> pd.DataFrame:
    """The worst first; then by extract, rule and place, so that lines with one list of values stand together."""
    numbers = {name: extract.number for name, extract in known.items()}
    order = faults.assign(
        _severity=faults["severity"].map(SEVERITIES.index),
        _number=faults["table"].map(numbers).fillna(0),
        _row=faults["row"].fillna(0),
    )
    by = ["_severity", "_number", "code", "column", "file_name", "file_sha256", "sheet", "_row"]
    return order.sort_values(by, kind="stable", ignore_index=True)


def _lines(
    place: Workplace,
    quarter: Quarter,
    faults: pd.DataFrame,
    known: Mapping[str, Extract],
    said: Sequence[Explanation],
) -> list[ErrorLine]:
    """One line a fault, in their order."""
    cells = {name: _cells(place, quarter, known[name], faults) for name in sorted(set(faults["table"]) & set(known))}
    until = {(one.code, one.fact): one.until for one in said}
    return [
        _line(fault, known.get(str(fault["table"])), cells.get(str(fault["table"])), until)
        for fault in _records(faults)
    ]


def _records(faults: pd.DataFrame) -> list[dict[str, object]]:
    """The faults as plain values, None for what is missing."""
    plain = faults.astype("object").where(faults.notna(), None)
    return [{str(name): value for name, value in line.items()} for line in plain.to_dict("records")]


def _cells(place: Workplace, quarter: Quarter, extract: Extract, faults: pd.DataFrame) -> RawCells | None:
    """The raw rows that faults of an extract point at; None where no raw table was made."""
    if not place.lake.has(extract.raw_table, quarter):
        return None
    rows = faults.loc[faults["table"].eq(extract.name) & faults["row"].notna(), "row"]
    return RawCells(place.lake.read(extract.raw_table, quarter), extract, {int(row) for row in rows})


def _line(
    fault: Mapping[str, object],
    extract: Extract | None,
    cells: RawCells | None,
    until: Mapping[tuple[str, str], object],
) -> ErrorLine:
    """One fault as a line, with its references where it can be mended here."""
    text = {name: "" if value is None else str(value) for name, value in fault.items()}
    row = int(text["row"]) if text["row"] else None
    position = cells.at((text["file_sha256"], text["sheet"], row)) if cells and row is not None else None
    cell = _reference(cells, position, text) if cells and position is not None else ""
    day = until.get((text["code"], text["fact"])) if text["explained"] else None
    return ErrorLine(
        code=text["code"],
        severity=text["severity"],
        extract=text["table"],
        file_name=text["file_name"],
        sheet=text["sheet"],
        row=row,
        letter=text["column_letter"],
        column=text["column"],
        shown=text["shown"],
        message=without_keys(text["message"]),
        expected=text["expected"],
        fix=text["fix"],
        measures=text["measures"],
        owner=rule(text["code"]).owner,
        choices=_list_of(extract, text["column"]) if extract and cell else "",
        cell=cell,
        fact=text["fact"] if text["severity"] == "query" else "",
        explained=text["explained"],
        until=day,  # type: ignore[arg-type]
    )


def _reference(cells: RawCells, position: int, text: Mapping[str, str]) -> str:
    """Reference of the cell a fault points at, "" where it is not mended in the workbook."""
    if text["severity"] not in _MENDED_HERE or text["column"] not in cells.correctable(text["code"]):
        return ""
    return cells.reference(position, text["code"])


def _list_of(extract: Extract, column: str) -> str:
    """Name of the list of values a column may have, "" for none."""
    field = next((one.field for one in extract.columns if one.name == column), None)
    if field is None:
        return ""
    return field.code_list or ("yes_no" if field.kind == "yes_no" else "")


def _choices(name: str) -> list[str]:
    """The values of a list."""
    return list(code_list(name).codes)


def _counts(place: Workplace, quarter: Quarter, faults: pd.DataFrame, known: Mapping[str, Extract]) -> list[Count]:
    """One entry an extract that has any fault, in the order of the extracts."""
    explained = faults["explained"].ne("")
    kinds = faults["severity"].where(~(explained & faults["severity"].eq("query")), "explained")
    table = pd.crosstab(faults["table"], kinds)
    stopped = {one.table: one.rows_stopped for one in place.register.verdicts(quarter.slug)}
    across = rows_stopped_across(faults)
    order = sorted(table.index, key=lambda name: known[name].number if name in known else 0)
    return [
        Count(
            extract=known[name].title if name in known else _OTHER_TITLES.get(name, name),
            **{
                kind.replace("-", "_"): int(table[kind][name]) if kind in table else 0
                for kind in (*SEVERITIES, "explained")
            },
            rows_left_out=stopped.get(known[name].core_table, 0) + across.get(name, 0) if name in known else 0,
        )
        for name in order
    ]


def _corrections(place: Workplace, quarter: Quarter, known: Mapping[str, Extract]) -> list[GivenLine]:
    """The corrections in force, each told whether its cell still says the old value."""
    given = place.register.mending.corrections(quarter.slug)
    spent: set[int] = set()
    for name in sorted({one.extract for one in given} & set(known)):
        mine = [one for one in given if one.extract == name]
        if place.lake.has(known[name].raw_table, quarter):
            raw = place.lake.read(known[name].raw_table, quarter)
            spent |= {one.number for one in corrected(raw, known[name], mine).spent}
    return [_corrected(one, spent=one.number in spent) for one in given]


def _corrected(one: Correction, *, spent: bool) -> GivenLine:
    return GivenLine(
        number=f"C{one.number}",
        quarter=one.quarter_slug,
        extract=one.extract,
        column=one.column,
        code="",
        old=shape_of(one.old_value),
        new=shape_of(one.new_value),
        why=one.why,
        until=None,
        given_by=one.given_by,
        given_on=one.given_at.date(),
        spent=spent,
    )


def _explained(one: Explanation) -> GivenLine:
    return GivenLine(
        number=f"E{one.number}",
        quarter=one.quarter_slug,
        extract=one.extract,
        column="",
        code=one.code,
        old="",
        new="",
        why=one.explanation,
        until=one.until,
        given_by=one.given_by,
        given_on=one.given_at.date(),
    )


def _proposals(place: Workplace, quarter: Quarter) -> list[ProposalLine]:
    """Pairs of records that nobody has decided on."""
    if not place.lake.has(PROPOSALS, quarter):
        return []
    pairs = place.lake.read(PROPOSALS, quarter)
    pairs = pairs[pairs["status"].eq("open")]
    columns = zip(pairs["ypid"], pairs["alias_ypid"], pairs["method"], pairs["score"], pairs["agrees_on"], strict=True)
    return [
        ProposalLine(str(one), str(other), str(method), None if pd.isna(score) else float(score), str(agrees))
        for one, other, method, score, agrees in columns
    ]

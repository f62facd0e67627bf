"""What files to be filled in hold, as data: an extract's empty template, and the workbook for a quarter's Board papers.

The files themselves are drawn elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schemas.codelist import CodeList
from schemas.codelists import code_list
from schemas.extract import Column, Extract
from schemas.implied import cells_in_words

#: A cell of a workbook given out; "" for an empty one.
GivenCell = str | float | date


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column of a template.

    Attributes:
        header: what stands in the first row.
        description: what the column is.
        expects: what its cells may hold, in words.
        need: whether the column and its cells may be left out, in words.
        code_list: name of its list, "" where it has none.
    """

    header: str
    description: str
    expects: str
    need: str
    code_list: str


@dataclass(frozen=True, slots=True)
class Template:
    """One extract's template.

    Attributes:
        name: the extract's name.
        title: the extract in officers' words.
        grain: "one row per ...".
        columns: in the extract's order.
        code_lists: every list its columns use, once, in the order of first use.
    """

    name: str
    title: str
    grain: str
    columns: tuple[TemplateColumn, ...]
    code_lists: tuple[CodeList, ...]


@dataclass(frozen=True, slots=True)
class GivenSheet:
    """One sheet of a workbook given out.

    Attributes:
        name: name on the tab.
        extract: what it is received as.
        columns: its headers, in order.
        rows: what stands in it, each row as long as `columns`; "" for an empty cell.
    """

    name: str
    extract: Extract
    columns: tuple[str, ...]
    rows: tuple[tuple[GivenCell, ...], ...]


@dataclass(frozen=True, slots=True)
class GivenOut:
    """The whole workbook.

    Attributes:
        title: title of the document.
        how: how it is filled in, a sentence each.
        sheets: the sheets to be filled in.
    """

    title: str
    how: tuple[str, ...]
    sheets: tuple[GivenSheet, ...]


def template_of(extract: Extract) -> Template:
    """What the extract's template holds; columns that are never kept are left out, so that nobody fills them in."""
    columns = tuple(_template_column(column) for column in extract.columns if column.keep)
    used = dict.fromkeys(column.code_list for column in columns if column.code_list)
    lists = tuple(code_list(name) for name in used)
    return Template(extract.name, extract.title, extract.grain, columns, lists)


def _template_column(column: Column) -> TemplateColumn:
    field = column.field
    unit = f" Unit: {field.unit}." if field.unit else ""
    return TemplateColumn(
        header=column.name,
        description=column.description + unit,
        expects=cells_in_words(field),
        need=_need(column),
        code_list=field.code_list or "",
    )


def _need(column: Column) -> str:
    if not column.required:
        return "may be left out"
    return "needed; a cell may be empty" if column.nullable else "needed in every row"

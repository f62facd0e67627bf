"""What a template file of an extract holds, as data: headers, a description of each, and the code lists they use.

The file itself is drawn elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.codelist import CodeList
from schemas.codelists import code_list
from schemas.extract import Column, Extract
from schemas.implied import cells_in_words


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

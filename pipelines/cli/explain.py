"""`board-returns explain`: one code in full, and how often it stands in a quarter.

What is said of a code is in `schemas`; here it is found, laid out for the screen, and looked up in the register.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from assets.core.summary import place_of
from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace
from schemas.catalogue import EXTRACTS
from schemas.codelists import code_list
from schemas.effects import SEVERITIES, effect_of, measures_of
from schemas.examples import example_of
from schemas.extract import Column, Extract, Fault, Rule
from schemas.implied import cells_in_words
from schemas.rules import all_rules, in_place, rules_of
from schemas.troubles import TROUBLES, Trouble, trouble

if TYPE_CHECKING:
    import pandas as pd

    from pipelines.platform.quarters import Quarter

#: Places of a fault that are named.
PLACES = 5
#: A fault of no place, to be given one.
NOWHERE = Fault("", "notice", "", "", "", "")
#: Codes offered for one that is not known.
OFFERED = 3
WIDTH = 16


def explain_code(text: str, quarter: Quarter | None = None) -> int:
    """Say everything that is known of a code.

    Args:
        text: the code as typed, in any case.
        quarter: the quarter to look it up in, if any.

    Returns:
        0.

    Raises:
        BoardReturnsError: there is no such code; the nearest ones are named.
    """
    for line in explanation(text):
        typer.echo(line)
    if quarter is not None:
        for line in standing(Workplace(load_settings()), quarter, _plain(text)):
            typer.echo(line)
    return 0


def explanation(text: str) -> list[str]:
    """The lines that explain a code.

    Raises:
        BoardReturnsError: there is no such code; the nearest ones are named.
    """
    code = _plain(text)
    own = trouble(code)
    if own is not None:
        return list(_of_trouble(own))
    found = {one.code: one for one in all_rules()}.get(code)
    if found is None:
        raise _unknown(code)
    extract = next((one for one in EXTRACTS if code in {rule.code for rule in rules_of(one)}), None)
    return [*_of_rule(found, extract), *_of_columns(found, extract)]


def _plain(text: str) -> str:
    """A code as it stands in the catalogue: case, spaces and dashes do not matter."""
    known = {_bare(code): code for code in _every_code()}
    return known.get(_bare(text), text.strip().upper())


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text.upper())


def _every_code() -> list[str]:
    return [one.code for one in all_rules()] + [one.code for one in TROUBLES]


def _unknown(code: str) -> BoardReturnsError:
    near = difflib.get_close_matches(code, _every_code(), n=OFFERED, cutoff=0.6)
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    return BoardReturnsError(
        "YJ-P-0007",
        f"There is no such code.{meant}",
        "The codes are in docs/error-catalogue.md; each begins with YJ- or BR-.",
    )


def _line(name: str, words: str) -> str:
    return f"{name:<{WIDTH}}{words}"


def _of_trouble(one: Trouble) -> Iterator[str]:
    yield f"{one.code}: of the program and its surroundings"
    yield _line("What is wrong", one.message)
    yield _line("What to do", one.fix)
    yield _line("Who does it", one.owner)
    yield _line("Tried again", "by itself, a few times" if one.passes else "no; it stays until somebody mends it")


def _of_rule(rule: Rule, extract: Extract | None) -> Iterator[str]:
    yield f"{rule.code}: {rule.severity} ({SEVERITIES[rule.severity]})"
    if extract is not None:
        yield _line("Extract", f"{extract.number:02d} {extract.title} ({extract.name}): {extract.grain}")
    yield _line("What is wrong", rule.message)
    yield _line("Expected", in_place(rule.expected, extract))
    yield _line("For example", example_of(rule, extract))
    yield _line("What to do", in_place(rule.fix, extract))
    yield _line("Who mends it", rule.owner)
    yield _line("In the figures", effect_of(rule))
    yield _line("Measures", ", ".join(measures_of(rule, extract)) or "none")
    yield _line("Judged", f"at the stage {rule.stage}")


def _of_columns(rule: Rule, extract: Extract | None) -> Iterator[str]:
    for column in extract.columns if extract else ():
        if column.name in rule.columns:
            yield from _of_column(column)


def _of_column(column: Column) -> Iterator[str]:
    yield _line("Column", f"{column.name}: {column.description}")
    yield _line("  may hold", cells_in_words(column.field))
    yield _line("  other headers", ", ".join(column.synonyms) or "none")
    if column.field.code_list is not None:
        codes = code_list(column.field.code_list)
        yield _line("  its codes", f"the list {codes.name}, from {codes.source}")
        others: dict[str, list[str]] = {}
        for text, code in codes.synonyms.items():
            others.setdefault(code, []).append(text)
        for code, meaning in codes.codes.items():
            also = f" (also read: {', '.join(others[code])})" if code in others else ""
            yield _line("", f"{code}: {meaning}{also}")


def standing(place: Workplace, quarter: Quarter, code: str) -> list[str]:
    """How often a code stands in a quarter, where the first ones are, and where it could not be judged.

    Args:
        place: the service's workplace.
        quarter: which quarter.
        code: the code.
    """
    faults = place.register.faults(quarter.slug)
    mine = faults[faults["code"].eq(code)]
    not_run = place.register.quality.not_run(quarter.slug)
    times = {0: "nowhere", 1: "once"}.get(len(mine), f"{len(mine):,} times")
    explained = int(mine["explained"].fillna("").ne("").sum())
    said = f"{times}, {explained:,} of them explained" if explained else times
    lines = [_line(quarter.label, said), *(_line("", _place(row)) for row in _first(mine))]
    if len(mine) > PLACES:
        lines.append(_line("", f"and {len(mine) - PLACES:,} more, in the errors workbook of the quarter"))
    for step, why in not_run.loc[not_run["code"].eq(code), ["step", "why"]].itertuples(index=False):
        lines.append(_line("Could not run", f"in {step}: {why}"))
    return lines


def _first(faults: pd.DataFrame) -> list[dict[str, object]]:
    rows = faults.head(PLACES)
    return [{str(name): cell for name, cell in row.items()} for row in rows.astype(object).to_dict("records")]


def _place(row: dict[str, object]) -> str:
    """Where a fault is, and the shape of its cell."""
    number = row["row"]
    file, sheet, column, letter = (str(row[name]) for name in ("file_name", "sheet", "column", "column_letter"))
    found_in = replace(NOWHERE, file_name=file, sheet=sheet, column=column, column_letter=letter)
    at = replace(found_in, row=int(number) if isinstance(number, int) else None)
    return place_of(at) + (f", shown as {row['shown']}" if row["shown"] else "")

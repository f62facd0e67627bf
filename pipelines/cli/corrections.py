"""`board-returns corrections`: what officers gave with the errors workbook, and undoing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from assets.core.taking import undo_marks
from assets.report.mending.errors_book import errors_book
from pipelines.groups import book
from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.settings import load_settings
from pipelines.platform.workplace import Workplace

if TYPE_CHECKING:
    from pipelines.platform.quarters import Quarter
    from schemas.errors_book import GivenLine


def show_corrections(quarter: Quarter, undo: Sequence[str], name: str, *, undo_all: bool) -> int:
    """List what is in force for a quarter, or undo some or all of it.

    Args:
        quarter: which quarter.
        undo: marks to undo, as C12 or E3.
        name: who undoes.
        undo_all: undo everything in force.

    Returns:
        0.

    Raises:
        BoardReturnsError: a mark is not in force, or nobody says who undoes.
    """
    place = Workplace(load_settings())
    given = errors_book(place, quarter, book().extracts).given
    known = [one.number for one in given]
    wanted = known if undo_all else [mark.strip().upper() for mark in undo]
    if not wanted and not undo_all:
        return _list(quarter, given)
    _require(quarter, wanted, known, name)
    undone = undo_marks(place, [(mark, name.strip()) for mark in wanted])
    typer.echo(f'{undone} undone. Run the quarter again: board-returns run --quarter "{quarter.label}".')
    return 0


def _list(quarter: Quarter, given: Sequence[GivenLine]) -> int:
    """One line each; values are masked."""
    for one in given:
        what = f"{one.column}: {one.old} -> {one.new}" if one.column else f"{one.code} explained: {one.why}"
        state = " (no longer needed)" if one.spent else ""
        typer.echo(f"{one.number}  {one.quarter}  {one.extract}  {what}  by {one.given_by}, {one.given_on}{state}")
    typer.echo(f"{len(given)} corrections and explanations are in force for {quarter.label}.")
    return 0


def _require(quarter: Quarter, wanted: Sequence[str], known: Sequence[str], name: str) -> None:
    """Refuse an undoing of what is not there, or by nobody."""
    strange = sorted(set(wanted) - set(known))
    if strange:
        raise BoardReturnsError(
            "YJ-P-0010",
            f"Not in force for {quarter.label}: {', '.join(strange)}.",
            "List what is in force with board-returns corrections, without --undo.",
        )
    if not name.strip():
        raise BoardReturnsError(
            "YJ-P-0011", "Nobody says who undoes it.", "Add --name with your name; the register keeps it."
        )

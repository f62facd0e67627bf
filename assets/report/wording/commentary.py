"""What the owners of measures say of their figures: looked up by measure, and worded the same on every sheet.

Commentary is an input (the quarter's given-out workbook, dropped back); nothing of it is ever typed into a return.
Which measures need it is in `assets.report.sheets.exceptions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from assets.report.words import as_said

if TYPE_CHECKING:
    from assets.report.inputs import ReturnInputs

#: Columns of `ReturnInputs.commentary`, one row a measure.
COMMENTARY = ("measure_id", "comment", "cause", "action", "owner", "due", "status")
NO_COMMENT = "No comment was given."
NO_CAUSE = "No cause was given."
NO_ACTION = "No action was given."
NO_OWNER = "No owner was named."
NO_DATE = "No date was given."


@dataclass(frozen=True, slots=True)
class Comment:
    """What was said of one measure; "" where nothing was.

    Attributes:
        comment: the owner's words on the figure.
        cause: why it is as it is.
        action: what is being done.
        owner: post that answers for it.
        due: day the action is to be done by, None where none was given.
        status: how the action stands.
    """

    comment: str = ""
    cause: str = ""
    action: str = ""
    owner: str = ""
    due: date | None = None
    status: str = ""

    @property
    def says_anything(self) -> bool:
        """Whether any word was given: a row of the workbook may have been left as it was handed out."""
        return any((self.comment, self.cause, self.action))


def no_commentary() -> pd.DataFrame:
    """A commentary without a row."""
    return pd.DataFrame({name: pd.Series(dtype="object") for name in COMMENTARY})


def comment_of(inputs: ReturnInputs, measure_id: str) -> Comment | None:
    """What was said of a measure this quarter; None where nothing was.

    Args:
        inputs: the return's inputs.
        measure_id: the measure's key, e.g. "FTE-01".
    """
    rows = inputs.commentary[inputs.commentary["measure_id"].eq(measure_id)]
    found = _comment(rows.iloc[0]) if len(rows) else Comment()
    return found if found.says_anything else None


def comment_words(inputs: ReturnInputs, measure_id: str) -> str:
    """Comment, cause and action in one text, for a cell; a plain sentence where nothing was given."""
    found = comment_of(inputs, measure_id)
    if found is None:
        return NO_COMMENT
    by_when = f" by {_day(found.due)}" if found.due else ""
    owner = f" ({found.owner}{by_when})" if found.owner else by_when
    action = f"Action: {found.action.rstrip('.')}{owner}." if found.action else ""
    cause = f"Cause: {found.cause}" if found.cause else ""
    return "\n".join(words for words in (found.comment, cause, action) if words)


def _comment(row: pd.Series) -> Comment:
    said = {name: _words(row.get(name)) for name in COMMENTARY}
    return Comment(
        comment=said["comment"],
        cause=said["cause"],
        action=said["action"],
        owner=said["owner"],
        due=date.fromisoformat(said["due"][:10]) if said["due"] else None,
        status=said["status"],
    )


def _words(value: object) -> str:
    """A cell's words, "" where it is empty."""
    missing = value is None or value is pd.NA or value is pd.NaT or isinstance(value, float)
    return "" if missing else as_said(str(value).strip())


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

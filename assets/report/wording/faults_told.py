"""What was set aside of the Board's own papers, said on the page where it is missed.

The lines themselves are in the errors workbook; here stands a sentence for each reason, with its code.
"""

from __future__ import annotations

from assets.report.figures.lookup import number, records
from assets.report.inputs import ReturnInputs
from assets.report.words import without_keys


def set_aside(inputs: ReturnInputs, table: str, what: str, effect: str, but: frozenset[str] = frozenset()) -> list[str]:
    """One sentence for each reason why rows of a table were set aside.

    Args:
        inputs: the return's inputs.
        table: name of the extract, e.g. "risks".
        what: what the rows are of, e.g. "the risk register".
        effect: what that means on the page.
        but: codes that are not told, since nothing is missed.
    """
    return [
        f"{_rows(row, what)} set aside, {effect}: {without_keys(str(row['message']))} ({row['code']})"
        for row in records(inputs.faults)
        if row["table"] == table and row["severity"] == "stop-row" and row["code"] not in but
    ]


def _rows(row: dict[str, object], what: str) -> str:
    count = int(number(row["count"]) or 0)
    return f"1 row of {what} was" if count == 1 else f"{count:,} rows of {what} were"

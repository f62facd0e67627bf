"""The Board's own papers of the sample service: risk register and priorities, laid out as rows from `board.yaml`.

Only the laying out belongs here; the words and scores are in the file.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sample.case_rows import Row, Rows, text

PAPERS = Path(__file__).with_name("board.yaml")
_POINTS = ("impact", "likelihood", "score")


@cache
def _papers() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(PAPERS.read_text(encoding="utf-8"))
    return content


def risks() -> Rows:
    """One row per risk of the register."""
    return [_risk(number, risk) for number, risk in enumerate(_papers()["risks"], start=1)]


def _risk(number: int, risk: dict[str, Any]) -> Row:
    papers = _papers()
    cells = {
        "risk_id": f"R{number}",
        "register_version": papers["edition"],
        "scale": papers["scale"],
        **{name: risk[name] for name in ("description", "causes", "consequences")},
        "owner": papers["owner"],
        **dict(zip(_POINTS, risk["now"], strict=True)),
        **dict(zip((f"residual_{name}" for name in _POINTS), risk["residual"], strict=True)),
        **{name: risk[name] for name in ("controls", "actions")},
        "reviewed_date": papers["reviewed_date"],
        "review_due": papers["review_due"],
    }
    return {name: text(value) for name, value in cells.items()}


def priorities() -> Rows:
    """One row per priority and milestone."""
    return [_priority(priority) for priority in _papers()["priorities"]]


def _priority(priority: dict[str, Any]) -> Row:
    cells = {
        "priority_no": priority["number"],
        "fy": _papers()["fy"],
        "priority_text": priority["words"],
        **{name: priority[name] for name in ("owner", "milestone", "due", "status")},
        "narrative": "",
    }
    return {name: text(value) for name, value in cells.items()}

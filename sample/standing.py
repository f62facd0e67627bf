"""How the Board's own papers stood in each quarter: risks, priorities, savings, commentary.

Only laying over belongs here: what stood differently is in `standing.yaml`, all else is as in 2014-15 Q3.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sample.case_rows import Row, text
from sample.commentary import commentary
from sample.dirt import Tables

PAPERS = Path(__file__).with_name("standing.yaml")
_POINTS = ("impact", "likelihood", "score")


@cache
def _papers() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(PAPERS.read_text(encoding="utf-8"))
    return content


def standing(label: str, tables: Tables) -> Tables:
    """Risks, priorities, savings and commentary of a quarter.

    Args:
        label: the quarter; one that stands in the file.
        tables: the extracts, with those three as in 2014-15 Q3.
    """
    papers = _papers()[label]
    return {
        "risks": [_risk(row, papers) for row in tables["risks"]],
        "priorities": [_priority(row, papers["priorities"]) for row in tables["priorities"]],
        "finance_savings": [_saving(row, papers["savings"]) for row in tables["finance_savings"]],
        "commentary": commentary(label),
    }


def _risk(row: Row, papers: dict[str, Any]) -> Row:
    cells = {name: text(papers[name]) for name in ("reviewed_date", "review_due")}
    points = papers["risks"].get(row["risk_id"])
    if points:
        cells |= {name: text(number) for name, number in zip(_POINTS, points["now"], strict=True)}
        cells |= {f"residual_{name}": text(number) for name, number in zip(_POINTS, points["residual"], strict=True)}
    return row | cells


def _priority(row: Row, stood: dict[int, str]) -> Row:
    return row | {"status": stood.get(int(row["priority_no"]), row["status"])}


def _saving(row: Row, stood: dict[str, list[Any]]) -> Row:
    achieved, status = stood.get(row["fy"], (row["achieved"], row["status"]))
    return row | {"achieved": text(achieved), "status": status}

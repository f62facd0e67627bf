"""The harness's score, printed at the end of a run in which it took part."""

from __future__ import annotations

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Wrong statements judged, and the share that gave themselves away."""
    scores = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "sql_mutation" and getattr(report, "when", "") == "call"
    ]
    if scores:
        noticed, judged, excused = (sum(part) for part in zip(*scores, strict=True))
        share = 100 * noticed / max(judged, 1)
        terminalreporter.write_line(
            f"SQL mutation harness: {noticed} of {judged} wrong statements noticed ({share:.1f}%), {excused} equivalent"
        )

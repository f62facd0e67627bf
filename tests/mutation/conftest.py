"""The harness's score, printed at the end of a run in which it took part."""

from __future__ import annotations

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Kinds sought, lines found, files judged."""
    scores = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "mutation"
    ]
    if scores:
        kinds, lines, files = (sum(part) for part in zip(*scores, strict=True))
        terminalreporter.write_line(f"mutation harness: {kinds} kinds of fault, {lines} lines sought in {files} files")

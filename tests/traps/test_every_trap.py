"""Every trap of the measure book has a test that names it: `test_t_02_...` for T-02, wherever it stands."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
TRAPS = range(1, 39)
_NAME = re.compile(r"test_t_(\d\d)(?:_t_\d\d)*_\w+")


def named_by_trap() -> dict[int, list[str]]:
    """Trap -> names of its tests."""
    found: dict[int, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            named = _NAME.fullmatch(node.name) if isinstance(node, ast.FunctionDef) else None
            if named is not None:
                found.setdefault(int(named[1]), []).append(named[0])
    return found


def test_each_of_the_38_traps_has_a_test_that_names_it() -> None:
    assert [f"T-{trap:02d}" for trap in TRAPS if trap not in named_by_trap()] == []


def test_no_test_names_a_trap_that_there_is_not() -> None:
    assert sorted(set(named_by_trap()) - set(TRAPS)) == []

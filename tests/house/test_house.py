"""The house's habits, measured over the code: sizes, docstrings, types, imports, and what must never be committed."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
ROOMS = ("pipelines", "assets", "schemas", "sample", "benchmarks")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    return sorted(path for room in ROOMS for path in (PROJECT / room).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions() -> list[tuple[str, Function]]:
    return [
        (f"{name_of(path)}:{node.lineno} {node.name}", node)
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, Function)
    ]


def body_lines(node: Function) -> int:
    total = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        total -= (first.end_lineno or first.lineno) - first.lineno + 1
    return total


def test_no_function_is_over_fifty_lines() -> None:
    assert [where for where, node in functions() if body_lines(node) > 50] == []


def test_functions_are_small_on_the_whole() -> None:
    sizes = sorted(body_lines(node) for _, node in functions())
    assert statistics.median(sizes) <= 10
    assert sizes[int(0.9 * (len(sizes) - 1))] < 25


def test_no_file_is_over_four_hundred_lines() -> None:
    long = [name_of(path) for path in modules() if len(path.read_text(encoding="utf-8").splitlines()) >= 400]
    assert long == []


def test_every_module_opens_by_saying_what_belongs_in_it() -> None:
    silent = [
        name_of(p) for p in modules() if p.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree_of(p))
    ]
    assert silent == []


def test_every_public_function_has_a_docstring() -> None:
    silent = [where for where, node in functions() if not node.name.startswith("_") and not ast.get_docstring(node)]
    assert silent == []


def test_the_environment_is_read_in_settings_only() -> None:
    allowed = {
        "pipelines/platform/settings.py",
        # Commands hand Dagster its environment; they read none.
        "pipelines/cli/run.py",
        "pipelines/cli/ui.py",
    }
    readers = {name_of(p) for p in modules() if re.search(r"os\.(environ|getenv)", p.read_text(encoding="utf-8"))}
    assert {name for name in readers if not name.startswith("benchmarks/")} <= allowed


def test_nobody_reaches_into_dagsters_private_modules() -> None:
    # A storage of one's own is named in dagster.yaml, and nothing public to build it on: Dagster's version is pinned,
    # and `tests/graph/test_event_log.py` holds the two together.
    allowed = ["pipelines/platform/event_log.py"]
    assert [name_of(p) for p in modules() if re.search(r"dagster\._", p.read_text(encoding="utf-8"))] == allowed


def test_only_the_contract_calls_panderas_validate() -> None:
    imports_pandera = re.compile(r"^\s*(import|from) pandera", re.MULTILINE)
    users = {name_of(p) for p in modules() if imports_pandera.search(p.read_text(encoding="utf-8"))}
    # A benchmark sets a bare pandera beside ours.
    assert {name for name in users if not name.startswith("benchmarks/")} == {"schemas/contract.py"}


def test_no_folder_is_called_utils() -> None:
    assert [name_of(p) for p in modules() if "utils" in p.as_posix() or "helpers" in p.as_posix()] == []


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [PROJECT / line for line in listed.stdout.splitlines()]


def test_no_machine_path_and_no_registry_host_is_committed() -> None:
    forbidden = re.compile(r"https?://[^ \"]+/simple\b|(?<![\w.])/(work|farm)/(main|shared|\.library)|file:///")
    this = Path(__file__).resolve()
    found = []
    for path in tracked():
        if path.is_file() and path != this and path.suffix not in {".png", ".xlsx", ".ods", ".svg"}:
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [f"{name_of(path)}: {match.group()}" for match in forbidden.finditer(text)]
    assert found == []


def test_every_dependency_is_pinned_and_says_why() -> None:
    lines = (PROJECT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    pins = [index for index, line in enumerate(lines) if re.match(r'\s+"[\w\[\].-]+==', line)]
    assert pins
    for index in pins:
        above = next(line for line in reversed(lines[:index]) if not re.match(r'\s+"[\w\[\].-]+==', line))
        assert above.strip().startswith("#") or "include-group" in above, f"no reason above: {lines[index].strip()}"


def test_every_locked_package_has_a_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (PROJECT / name).read_text(encoding="utf-8")
        blocks = re.split(r"\n(?=[a-z0-9])", text)
        assert [block.splitlines()[0] for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def test_the_lock_holds_every_pinned_dependency() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    for pin in project["project"]["dependencies"]:
        assert f"\n{pin} " in f"\n{lock}", f"{pin} is not in requirements.lock: run make lock"


def test_imports_go_downward_only() -> None:
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout[-3000:]

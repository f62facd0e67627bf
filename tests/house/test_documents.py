"""The documents that are generated are the ones the code would write now, and the others name things that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipelines.cli.docs import generated
from pipelines.cli.main import app
from pipelines.platform.settings import PROJECT_ROOT
from schemas.rules import all_rules
from schemas.troubles import TROUBLES


@pytest.mark.parametrize("path", sorted(generated()), ids=lambda path: path.name)
def test_a_generated_document_is_fresh(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == generated()[path], "stale: run make docs"


def documents() -> list[Path]:
    return [PROJECT_ROOT / "README.md", PROJECT_ROOT / "CHANGELOG.md", *sorted((PROJECT_ROOT / "docs").rglob("*.md"))]


def test_every_link_in_the_documents_leads_somewhere() -> None:
    broken = [
        f"{document.name}: {target}"
        for document in documents()
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8"))
        if not target.startswith("http") and not (document.parent / target).exists()
    ]
    assert broken == []


def test_every_code_the_documents_quote_exists() -> None:
    known = {one.code for one in (*all_rules(), *TROUBLES)}
    quoted = {code for document in documents() for code in re.findall(r"YJ-[A-Z]-\d{4}", document.read_text("utf-8"))}
    assert quoted - known == set()


def test_every_command_the_documents_name_exists() -> None:
    known = {one.name or one.callback.__name__ for one in app.registered_commands if one.callback}
    known |= {group.name for group in app.registered_groups if group.name}
    named = {
        word for document in documents() for word in re.findall(r"`board-returns ([a-z]+)", document.read_text("utf-8"))
    }
    assert named <= known
    assert named


def test_every_make_target_the_documents_name_exists() -> None:
    makefile = (PROJECT_ROOT / "Makefile").read_text(encoding="utf-8")
    named = {
        word
        for document in documents()
        for word in re.findall(r"(?:`|^)make ([a-z]+)", document.read_text("utf-8"), re.MULTILINE)
    }
    assert [word for word in sorted(named) if not re.search(rf"^{word}:", makefile, re.MULTILINE)] == []

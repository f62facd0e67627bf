"""Fingerprints tell different things apart, and the code's own covers what figures depend on and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipelines.platform import provenance
from pipelines.platform.provenance import code_hash, code_version, fingerprint, sha256_of


def test_texts_that_run_together_are_told_apart() -> None:
    assert fingerprint(["ab", "c"]) != fingerprint(["a", "bc"])
    assert fingerprint(["a", "b"]) != fingerprint(["b", "a"])
    assert fingerprint([]) != fingerprint([""])


def test_a_files_checksum_is_the_usual_sha256(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    # The published test vector of SHA-256.
    assert sha256_of(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_version_of_the_code_names_its_hash() -> None:
    assert code_version().endswith("+" + code_hash()[:12])


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small copy of the project, hashed in place of it."""
    for name in ("pipelines/cli/main.py", "pipelines/jobs.py", "schemas/measure.py", "sql/indicators/fte/fte_01.sql"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(provenance.PROJECT / name, tmp_path / name)
    monkeypatch.setattr(provenance, "PROJECT", tmp_path)
    monkeypatch.setattr(provenance, "NO_FIGURES", tmp_path / "pipelines" / "cli")
    return tmp_path


def hashed() -> str:
    return code_hash.__wrapped__()


def test_a_change_of_a_statement_changes_the_hash_and_one_of_the_command_line_does_not(copied: Path) -> None:
    before = hashed()
    (copied / "pipelines" / "cli" / "main.py").write_text("# other words", encoding="utf-8")
    assert hashed() == before
    (copied / "sql" / "indicators" / "fte" / "fte_01.sql").write_text("SELECT 1", encoding="utf-8")
    assert hashed() != before


def test_line_endings_of_a_checkout_do_not_change_the_hash(copied: Path) -> None:
    before = hashed()
    path = copied / "pipelines" / "jobs.py"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert hashed() == before

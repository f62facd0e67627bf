"""What the audit is told of a drop, a check and a publication: codes, counts, hashes; never what a cell says."""

from __future__ import annotations

from pipelines.platform.register.audit import LONGEST, Journal
from pipelines.platform.register.records import ReceivedFile, ReturnVersion, Verdict


def note_drop(journal: Journal, file: ReceivedFile) -> None:
    """A file was dropped, or is judged otherwise than before; its name may hold a child's and is left out."""
    detail: dict[str, str | int] = {
        # One workbook may hold many extracts; the register's own row has them all.
        "extract": (file.extract or "")[:LONGEST],
        "status": file.status,
        "code": file.code or "",
        "bytes": file.size_bytes,
    }
    journal.note("drop", quarter_slug=file.quarter_slug, subject=file.sha256, detail=detail)


def note_check(journal: Journal, verdict: Verdict) -> None:
    """A table was checked, and how it came out."""
    detail: dict[str, str | int] = {
        "passed": int(verdict.passed),
        "code": verdict.code or "",
        "rows_received": verdict.rows_received,
        "rows_kept": verdict.rows_kept,
        "inputs": verdict.input_fingerprint,
    }
    journal.note("check", quarter_slug=verdict.quarter_slug, subject=verdict.table, detail=detail)


def note_published(journal: Journal, version: ReturnVersion) -> None:
    """An edition was published, by the hashes of its file and of its folder's manifest."""
    detail: dict[str, str | int] = {
        "edition": version.edition,
        "version": version.version,
        "sha256": version.sha256,
        "manifest": version.manifest_sha256,
    }
    subject = f"{version.edition} v{version.version}"
    journal.note("publish", quarter_slug=version.quarter_slug, subject=subject, detail=detail)

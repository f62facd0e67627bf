"""Handing out a file: the right one or none, with the right name, type, tag and range, and said in the audit first.

What belongs here: holding a published file against the register and making the answer. Who may ask is in `access`.
"""

from __future__ import annotations

from email.utils import format_datetime
from hashlib import sha256
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response

from pipelines.library.shelf import Shelf
from pipelines.platform.provenance import sha256_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReturnVersion

_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
_UNKNOWN = "application/octet-stream"
NOT_MODIFIED = 304


class UnfitError(Exception):
    """A published file is gone, or is not what was published."""


def published_file(shelf: Shelf, version: ReturnVersion) -> Path:
    """Where a registered file lies, held against the register's checksum just now.

    Args:
        shelf: what the library holds.
        version: the register's entry.

    Raises:
        UnfitError: it is gone, a link, or another one than was published.
    """
    path = shelf.file_of(version)
    plain = path.name == version.file_name and not path.is_symlink() and not path.parent.is_symlink()
    if not plain or not path.is_file() or sha256_of(path) != version.sha256:
        raise UnfitError
    return path


def answer_published(path: Path, version: ReturnVersion, headers: Headers) -> Response:
    """A published file, a part of it, or word that the reader has it already.

    Args:
        path: where it lies, as `published_file` says.
        version: the register's entry.
        headers: the request's headers.
    """
    told = {"ETag": f'"{version.sha256}"'}
    if version.published_at is not None:
        told["Last-Modified"] = format_datetime(version.published_at, usegmt=True)
    if has_already(headers, version.sha256):
        return Response(status_code=NOT_MODIFIED, headers=told)
    return FileResponse(path, headers=told, media_type=_type_of(path), filename=shown_name(version))


def answer_repair(path: Path, quarter: Quarter, headers: Headers) -> tuple[Response, str]:
    """The errors workbook as it is just now, and its SHA-256; a run may put another one in its place at any time.

    Args:
        path: where it lies.
        quarter: the quarter it is of.
        headers: the request's headers.
    """
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    told = {"ETag": f'"{digest}"', "Content-Disposition": f'attachment; filename="errors-{quarter.slug}.xlsx"'}
    if has_already(headers, digest):
        return Response(status_code=NOT_MODIFIED, headers={"ETag": told["ETag"]}), digest
    return Response(content, headers=told, media_type=_type_of(path)), digest


def has_already(headers: Headers, digest: str) -> bool:
    """Whether a reader says that they hold this very content."""
    tags = {tag.strip().removeprefix("W/") for tag in headers.get("if-none-match", "").split(",")}
    return bool(tags & {f'"{digest}"', "*"})


def shown_name(version: ReturnVersion) -> str:
    """The name a reader's copy is kept under: as published, with the version, so that two do not get mixed up."""
    stem, dot, ending = version.file_name.rpartition(".")
    return f"{stem}-v{version.version}{dot}{ending}" if dot else f"{version.file_name}-v{version.version}"


def _type_of(path: Path) -> str:
    return _TYPES.get(path.suffix, _UNKNOWN)

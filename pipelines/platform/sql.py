"""Finding and loading the SQL files: one statement a file, its header a YAML comment.

What belongs here: where the files lie and how a file falls into header and body. What a header must say is in
`schemas.measure`; whether the body is portable is checked by the tests over `sql/`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipelines.platform.errors import StatementUnfit
from pipelines.platform.settings import PROJECT_ROOT

_HEADED = re.compile(r"\s*/\*(?P<header>.*?)\*/(?P<body>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Statement:
    """One SQL file.

    Attributes:
        name: file name without ending.
        path: the file.
        header: its YAML header.
        body: the SQL after the header.
    """

    name: str
    path: Path
    header: dict[str, Any] = field(hash=False)
    body: str


def sql_root() -> Path:
    """The folder `sql/`."""
    return PROJECT_ROOT / "sql"


def measure_files(root: Path | None = None) -> list[Path]:
    """Every measure's file, `sql/indicators/<family>/<measure>.sql`, sorted."""
    return sorted(((root or sql_root()) / "indicators").glob("*/*.sql"), key=Path.as_posix)


def core_files(root: Path | None = None) -> list[Path]:
    """Every derived core table's file, `sql/core/*.sql`, sorted."""
    return sorted(((root or sql_root()) / "core").glob("*.sql"), key=Path.as_posix)


def load_statement(path: Path) -> Statement:
    """One SQL file as header and body.

    Raises:
        StatementUnfit: the file does not open with a YAML comment, or has no body.
    """
    match = _HEADED.fullmatch(path.read_text(encoding="utf-8"))
    if match is None:
        raise _unfit(path, "it does not open with a /* header */")
    body = match["body"].strip().removesuffix(";").rstrip()
    if not body:
        raise _unfit(path, "it has no statement after its header")
    return Statement(path.stem, path, _header(path, match["header"]), body)


def _header(path: Path, text: str) -> dict[str, Any]:
    import yaml  # noqa: PLC0415 (keeps the import of the definitions light)

    try:
        # The same safe loader, in C where it is built: there are some fifty headers to read at each start.
        header = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (both are safe)
    except yaml.YAMLError as error:
        raise _unfit(path, "its header is not valid YAML") from error
    if not isinstance(header, dict):
        raise _unfit(path, "its header is not a list of named settings")
    return header


def _unfit(path: Path, why: str) -> StatementUnfit:
    return StatementUnfit(
        "BR-301",
        f"The SQL file {path.parent.name}/{path.name} cannot be used: {why}.",
        "Open the file with a comment that holds its YAML header, followed by one statement.",
    )

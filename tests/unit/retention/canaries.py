"""Looking for a canary in every byte of a folder, packed or not, and in every text of a database."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
from sqlalchemy import create_engine, inspect, text


def places_of(canary: str, folder: Path) -> list[str]:
    """Files of a folder in which the canary stands, in UTF-8 or UTF-16, in a packed member, or in a Parquet table."""
    forms = [canary.encode(), canary.encode("utf-16-le")]
    found = []
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        named = canary in path.name
        if named or any(form in content for content in contents(path) for form in forms):
            found.append(path.relative_to(folder).as_posix())
    return found


def contents(path: Path) -> Iterator[bytes]:
    """A file's bytes, and those packed in it."""
    content = path.read_bytes()
    yield content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    if content[:4] == b"PAR1":
        with path.open("rb") as stream:
            yield repr(pq.ParquetFile(stream).read().to_pydict()).encode()


def texts_of(url: str) -> str:
    """Every cell of a database, as one text."""
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = [
            str(tuple(row))
            for table in sorted(inspect(engine).get_table_names())
            for row in connection.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - names of our own tables
        ]
    engine.dispose()
    return "\n".join(rows)

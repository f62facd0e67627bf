"""The lake: tables as Parquet, one file a table and quarter, written whole or not at all.

What belongs here: where a table lies, writing it so that a crash at any moment leaves the old file or the new
one, and reading it back as it was. What is in a table is not known here.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from pipelines.platform.errors import PassingFault, TableMissing, TableUnfit
from pipelines.platform.frames import to_arrow, to_pandas
from pipelines.platform.quarters import Quarter
from pipelines.platform.recall import Recall
from pipelines.platform.settling import sync_folder

if TYPE_CHECKING:
    import pyarrow as pa

#: Only the owner may look in: the lake holds children's records.
PRIVATE = 0o700
FILE = "part-0.parquet"
_TABLE = re.compile(r"[a-z][a-z0-9_]{0,99}")


class Lake:
    """The tables below one folder, `<table>/quarter=<slug>/part-0.parquet`.

    Attributes:
        root: the folder; made when the first table is written.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._recall = Recall()

    def path(self, table: str, quarter: Quarter) -> Path:
        """The table's file, whether it is there or not.

        Raises:
            TableUnfit: the name is not a plain snake_case name.
        """
        if _TABLE.fullmatch(table) is None:
            raise TableUnfit(
                "BR-103",
                "A table's name is made of small letters, digits and underscores.",
                "This is a fault of the program: report the code.",
            )
        return self.root / table / f"quarter={quarter.slug}" / FILE

    def has(self, table: str, quarter: Quarter) -> bool:
        """Whether the table was made for the quarter."""
        return self.path(table, quarter).is_file()

    def write(self, table: str, quarter: Quarter, frame: pd.DataFrame) -> Path:
        """Keep the frame as the quarter's table, in place of an earlier one; same frame, same bytes.

        Raises:
            TableUnfit: the frame holds a type that would lose something.
            PassingFault: another program holds the file (Windows).
        """
        path = self.path(table, quarter)
        content = to_arrow(frame)
        _make_private(self.root, path.parent)
        with _replacing(path) as temporary:
            _write_parquet(content, temporary)
        self._recall.keep(path, frame)
        return path

    def read(self, table: str, quarter: Quarter) -> pd.DataFrame:
        """The quarter's table as it was written.

        Raises:
            TableMissing: it was not made.
        """
        path = self.existing(table, quarter)
        known = self._recall.get(path)
        if known is None:
            known = _read_parquet(path)
            self._recall.keep(path, known)
        return known

    def existing(self, table: str, quarter: Quarter) -> Path:
        """The table's file, which must be there.

        Raises:
            TableMissing: it was not made.
        """
        path = self.path(table, quarter)
        if not path.is_file():
            raise TableMissing(
                "BR-101",
                f"The table {table} has not been made for {quarter.label}.",
                f'Run the whole quarter: board-returns run --quarter "{quarter.label}".',
            )
        return path

    def forget(self, table: str, quarter: Quarter) -> None:
        """Take the quarter's table away, if it is there.

        Raises:
            PassingFault: another program holds the file (Windows).
        """
        path = self.path(table, quarter)
        with _passing_when_locked(path):
            path.unlink(missing_ok=True)
        self._recall.forget(path)


def _make_private(root: Path, folder: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    for one in (root, folder.parent, folder):
        one.mkdir(exist_ok=True)
        # Set apart from making: the machine's own mask would else have a say.
        one.chmod(PRIVATE)


def _read_parquet(path: Path) -> pd.DataFrame:
    import pyarrow.parquet as pq  # noqa: PLC0415 (keeps the import of the definitions light)

    # Read as one file: given a path, Arrow would take the folder's name for a column of its own.
    with path.open("rb") as file:
        return to_pandas(pq.ParquetFile(file).read())


def _write_parquet(content: pa.Table, path: Path) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415 (as above)

    with path.open("wb") as file:
        # The Arrow schema is stored for the columns' types; it holds neither clock nor machine.
        pq.write_table(content, file, compression="zstd", version="2.6")
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A temporary path beside the file that takes its place when the block ends well, and else vanishes."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with _passing_when_locked(path):
            temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


@contextmanager
def _passing_when_locked(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise PassingFault(
            "BR-104",
            f"Another program holds {path.parent.parent.name}/{path.parent.name}/{path.name}.",
            "Close the program that shows it; the step tries again by itself.",
        ) from error

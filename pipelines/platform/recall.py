"""What this process wrote or read last, so that the next step need not read the same file again.

What belongs here: remembering frames within a bound, and telling whether a file is still the one remembered. The
files themselves belong to `pipelines.platform.lake`; forgetting everything here changes no result.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

#: Bytes of frames remembered in all, and of the largest of them.
MOST = 96 << 20
LARGEST = 12 << 20
#: Column types that come back from a file as they went in.
_FAITHFUL = frozenset({"str", "string", "Int64", "int64", "Float64", "float64", "boolean", "bool", "datetime64[us]"})


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A frame, the file it is the content of, and how many bytes it takes."""

    frame: pd.DataFrame
    mark: tuple[int, int, int]
    size: int


class Recall:
    """Frames by the file that holds them, the one unused longest dropped first."""

    def __init__(self) -> None:
        self._frames: OrderedDict[Path, _Remembered] = OrderedDict()
        self._size = 0

    def keep(self, path: Path, frame: pd.DataFrame) -> None:
        """Remember the frame as the content of the file, if it is small and would come back just as it is."""
        self.forget(path)
        size = int(frame.memory_usage(index=False).sum())
        if size > LARGEST or not {str(dtype) for dtype in frame.dtypes} <= _FAITHFUL:
            return
        self._frames[path] = _Remembered(frame.reset_index(drop=True), _mark(path), size)
        self._size += size
        while self._size > MOST:
            self.forget(next(iter(self._frames)))

    def get(self, path: Path) -> pd.DataFrame | None:
        """The file's content, if it is remembered and the file has not changed since; safe to change."""
        known = self._frames.get(path)
        if known is None or known.mark != _mark(path):
            return None
        self._frames.move_to_end(path)
        # Pandas copies what is written to, and only then, so a shallow copy is a frame of its own.
        return known.frame.copy(deep=False)

    def forget(self, path: Path) -> None:
        """Remember the file no longer."""
        known = self._frames.pop(path, None)
        self._size -= known.size if known else 0


def _mark(path: Path) -> tuple[int, int, int]:
    """What changes when another file takes the path."""
    about = path.stat()
    return about.st_ino, about.st_size, about.st_mtime_ns

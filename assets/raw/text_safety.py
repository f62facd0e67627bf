"""Is a text file safe to parse? Its size, its longest line, and how many cells it can have, before a cell is read.

Readers hold a line whole, and a file of separators alone asks for hundreds of times its size.
"""

from __future__ import annotations

from pathlib import Path

from assets.raw.limits import MEGABYTE, Limits
from assets.raw.refusal import OVERSIZED, RefusedError

_SEPARATORS = (b",", b";", b"\t", b"|")


def check_text(path: Path, limits: Limits) -> None:
    """Refuse a text file that asks for too much; holds one block of it at a time.

    Args:
        path: the file.
        limits: what it may ask for.

    Raises:
        RefusedError: too large, a line too long, or hardly anything but separators.
    """
    size = path.stat().st_size
    if size > limits.csv_bytes:
        raise RefusedError(OVERSIZED)
    if size <= limits.csv_line_bytes:
        return
    separators = dict.fromkeys(_SEPARATORS, 0)
    line = 0
    with path.open("rb") as file:
        while block := file.read(MEGABYTE):
            line = _longest(block, line, limits)
            if size > limits.csv_cells:  # else there is no room for so many
                for separator in _SEPARATORS:
                    separators[separator] += block.count(separator)
    if max(separators.values()) > limits.csv_cells + size // limits.csv_bytes_a_cell:
        raise RefusedError(OVERSIZED)


def _longest(block: bytes, begun: int, limits: Limits) -> int:
    """The length of the line that goes on after the block, when no line in it is too long.

    Args:
        block: bytes of the file, no longer than a line may be.
        begun: how long the line is that goes on at its beginning.
        limits: how long a line may be.
    """
    first, last = block.find(b"\n"), block.rfind(b"\n")
    length = begun + (len(block) if first < 0 else first)
    if length > limits.csv_line_bytes:
        raise RefusedError(OVERSIZED)
    return length if first < 0 else len(block) - last - 1

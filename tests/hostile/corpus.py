"""The hostile corpus: every file by name, how it is made, and the codes that may refuse it. Nothing here is a test.

The makers are in the modules beside this one; each writes its file at the path it is given. No file is kept in the
project: all are made when the tests run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Maker = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Hostile:
    """One file of the corpus.

    Attributes:
        name: the name it is dropped under.
        make: writes it.
        code: why it must be refused; None: it must be received, as it only looks hostile.
    """

    name: str
    make: Maker
    code: str | None


CORPUS: dict[str, Hostile] = {}


def hostile(suffix: str, code: str | None, *, name: str = "") -> Callable[[Maker], Maker]:
    """Enter a maker into the corpus, its file named after it unless another name is given."""

    def entered(make: Maker) -> Maker:
        file_name = name or f"{make.__name__}{suffix}"
        assert file_name not in CORPUS, file_name
        CORPUS[file_name] = Hostile(file_name, make, code)
        return make

    return entered


def enter(name: str, code: str | None, make: Maker) -> None:
    """Enter one of a family of files."""
    hostile("", code, name=name)(make)

"""What tells the made-up children apart: invented names and PNC numbers with their own check letter.

Only naming belongs here. Names are put together from syllables that make no name, and end in "-Test", so that none can
be a real child's; every copy of the world names its children anew, as ids differ from copy to copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from schemas.pnc import check_letter

if TYPE_CHECKING:
    from sample.case_rows import Row, Rows

_FIRST = (
    "bra",
    "dol",
    "fen",
    "gris",
    "hul",
    "jor",
    "kel",
    "mav",
    "nub",
    "pril",
    "quo",
    "rast",
    "sul",
    "tov",
    "vim",
    "wex",
    "zad",
)
_LAST = (
    "bon",
    "cus",
    "dril",
    "fane",
    "gop",
    "hask",
    "jin",
    "lum",
    "mord",
    "nesk",
    "pov",
    "rix",
    "sten",
    "tuft",
    "vag",
    "wib",
    "yul",
    "zent",
    "quim",
)
#: Serial numbers of one copy of the world lie below this.
_WORLD = 50_000
_SERIALS = 10_000_000


def surname_of(serial: int) -> str:
    """An invented family name."""
    first, second, third = (_drawn(f"{place} {serial}") for place in range(3))
    name = _FIRST[first % len(_FIRST)] + _LAST[second % len(_LAST)] + _FIRST[third % len(_FIRST)]
    return f"{name.capitalize()}-Test"


def forename_of(serial: int) -> str:
    """An invented given name."""
    last, first = (_drawn(f"{place} {serial}") for place in (3, 4))
    return (_LAST[last % len(_LAST)] + _FIRST[first % len(_FIRST)]).capitalize()


def _drawn(text: str) -> int:
    """A number that looks drawn, and is the same every time."""
    return crc32(text.encode())


def pnc_of(year: int, serial: int) -> str:
    """A PNC number of that year with its own check letter."""
    serial %= _SERIALS
    return f"{year % 100:02d}/{serial:07d}{check_letter(year, serial)}"


def other_people(rows: Rows, copy: int) -> Rows:
    """The persons of a further copy of the world: other names and other PNC numbers, all else the same."""
    return [_renamed(row, copy * _WORLD) for row in rows]


def _renamed(row: Row, further: int) -> Row:
    pnc = row["pnc_number"]
    year, serial = (int(part) for part in pnc[:-1].split("/")) if pnc else (0, 0)
    names = {name: f"{surname_of(further // _WORLD)[:-5]} {row[name]}" for name in ("surname", "forename")}
    return row | names | {"pnc_number": pnc_of(year, serial + further) if pnc else ""}

"""Coverage-guided fuzzing of every parser, by hand: `python -m tests.fuzz.parsers [seconds]`.

Needs atheris, which is no part of the locked environment (Linux only): `pip install atheris==3.0.0`. An input that
breaks a parser is left in a file beside it (`crash-...`); what is found goes into tests/properties/test_parsers.py.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

_CODES_TOO = 3
NEEDED = "Fuzzing needs atheris (Linux): pip install atheris==3.0.0, then run this again."


def one_input(data: bytes) -> None:
    """One input, given to the target that its first byte chooses."""
    from tests.fuzz import targets  # noqa: PLC0415 - loaded after atheris has begun to watch what is imported

    if not data:
        return
    choice, rest = data[0] % 16, data[1:]
    text = rest.decode("utf-8", errors="replace")
    if choice == 0:
        targets.any_label(text)
    elif choice == 1:
        targets.any_grid([line.split("\t") for line in text.split("\n")])
    elif choice == 2:
        targets.any_bytes(rest, Path(tempfile.gettempdir()) / "board-returns-fuzz.csv")
    else:
        targets.any_cell(text, targets.FIELDS if choice == _CODES_TOO else targets.GRAMMARS)


def main(seconds: int) -> None:
    """Fuzz for so many seconds, or say what is missing."""
    try:
        import atheris  # noqa: PLC0415 - no part of the locked environment
    except ImportError:
        sys.exit(NEEDED)
    with atheris.instrument_imports(include=["assets", "schemas", "pipelines.platform.quarters"]):
        from tests.fuzz import targets  # noqa: F401, PLC0415 - imported here so that atheris watches it
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=400", "-timeout=2"], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 120)

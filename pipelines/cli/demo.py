"""`board-returns demo`: a quarter of the made-up service, or all of them in turn, from its extracts to the workbook."""

from __future__ import annotations

import tempfile
from pathlib import Path

from pipelines.cli.run import make_return, plain_console
from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.provenance import sha256_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import load_settings, prepare_folders
from pipelines.platform.workplace import Workplace

DEMO_QUARTER = "2014-15 Q3"


def make_demo(label: str = DEMO_QUARTER) -> int:
    """Drop the made-up extracts in the inbox and run the quarter.

    Args:
        label: one of the sample's quarters.

    Returns:
        The exit code of the run.

    Raises:
        BoardReturnsError: real files lie in this home folder.
    """
    settings = load_settings()
    prepare_folders(settings)
    place, quarter = Workplace(settings), Quarter.from_label(label)
    console = plain_console()
    console.print(f"Made-up extracts of {place.service.name} for {quarter.label} go to {place.inbox(quarter)}")
    drop_sample(place, quarter)
    return make_return(quarter, settings)


def make_year() -> int:
    """Run every quarter of the sample in turn, the oldest first, as they would have come.

    Returns:
        The exit code of the first quarter that went wrong, after which no other is run; else 0.

    Raises:
        BoardReturnsError: real files lie in this home folder.
    """
    from sample.quarters import QUARTERS  # noqa: PLC0415 - only the demo needs the sample

    return next((code for code in map(make_demo, QUARTERS) if code), 0)


def drop_sample(place: Workplace, quarter: Quarter) -> None:
    """Write the sample's files to the quarter's inbox, unless other files have been received.

    Raises:
        BoardReturnsError: this home holds files that are not the sample's.
    """
    from sample.write import write_sample  # noqa: PLC0415 - only the demo needs the sample

    with tempfile.TemporaryDirectory() as folder:
        files = write_sample(Path(folder), quarter.label)
        content = {sha256_of(path) for path in files}
        strangers = [file for file in place.register.received(quarter.slug) if file.sha256 not in content]
        if strangers:
            raise BoardReturnsError(
                "YJ-P-0003",
                f"{len(strangers)} files received for {quarter.label} are not the demo's: they must not be mixed.",
                "Point BOARD_RETURNS_HOME at an empty folder and run the demo again.",
            )
        for path in files:
            (place.inbox(quarter) / path.name).write_bytes(path.read_bytes())

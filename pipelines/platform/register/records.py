"""What the register keeps, as plain values; importing this opens nothing and needs no database library."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

#: Status of a received file that goes on; every other status is a reason why it does not.
ACCEPTED = "accepted"

#: Status of a file that an officer took out of the folder again to settle which of two is right.
WITHDRAWN = "withdrawn"

#: Status of a file that retention has let go of: its content and its name are gone.
PURGED = "purged"

#: Columns of a published figure, in the order of `board-returns figures`.
FIGURE_COLUMNS = (
    "measure_id",
    "period_id",
    "period_start",
    "period_end",
    "area_code",
    "breakdown",
    "category",
    "numerator",
    "denominator",
    "value",
    "unit",
)


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """One file received for one quarter.

    Attributes:
        sha256: its content.
        quarter_slug: the quarter it was dropped for, e.g. "2014-15-Q3".
        file_name: name it was dropped under.
        size_bytes: its size.
        extract: name of the extract it was recognised as, if it was; several, parted by commas, for a workbook.
        status: `ACCEPTED`, or a word for why not.
        code: code of the message, where it was not accepted or something is to be noted.
        message: what is wrong and what to do, where it was not accepted; what is to be noted, where it was.
        sheet_count: sheets read (1 for csv).
        row_count: data rows read.
        batch: the receive pass it came in; files of one pass share it.
        sequence: number the register gave it, in order of arrival; 0 before it is registered.
        received_at: when it was first registered (UTC).
    """

    sha256: str
    quarter_slug: str
    file_name: str
    size_bytes: int
    extract: str | None = None
    status: str = ACCEPTED
    code: str | None = None
    message: str | None = None
    sheet_count: int = 0
    row_count: int = 0
    batch: int = 0
    sequence: int = field(default=0, compare=False)
    received_at: datetime | None = field(default=None, compare=False)

    @property
    def extracts(self) -> tuple[str, ...]:
        """Names of the extracts it holds."""
        return tuple(self.extract.split(",")) if self.extract else ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was judged of one table for one quarter, the last time it was made.

    Attributes:
        quarter_slug: the quarter.
        table: name of the table.
        passed: False when nothing was written.
        input_fingerprint: of everything the table was made of.
        rows_received: data rows that came in.
        rows_kept: rows that went on.
        rows_stopped: rows set aside.
        code: code of the most serious fault, if any.
        message: the headline; holds no value of any record.
    """

    quarter_slug: str
    table: str
    passed: bool
    input_fingerprint: str
    rows_received: int = 0
    rows_kept: int = 0
    rows_stopped: int = 0
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class ReturnVersion:
    """One published version of one edition of a quarter's return.

    Attributes:
        quarter_slug: the quarter.
        edition: whom it is for ("board").
        version: 1, 2, ...
        file_name: the workbook's name in its folder.
        sha256: the workbook's content.
        fingerprint: of everything it was made of.
        as_of: the day its inputs speak of.
        manifest_sha256: the content of its folder's manifest; "" for versions published before that was kept.
        published_at: when it was registered (UTC).
    """

    quarter_slug: str
    edition: str
    version: int
    file_name: str
    sha256: str
    fingerprint: str
    as_of: date
    manifest_sha256: str = ""
    published_at: datetime | None = field(default=None, compare=False)

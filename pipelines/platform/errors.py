"""What can go wrong, each as a type with a code, a sentence and what to do. Holds no data, ever.

What belongs here: the errors that leave a module of ours. Faults of single rows are lines
(`schemas.extract.Fault`), not errors. A permanent fault stays until a person does something; only a passing
fault is worth another try.
"""

from __future__ import annotations


class BoardReturnsError(Exception):
    """An error an officer may read: what is wrong and what to do, without any value from the data.

    Attributes:
        code: stable code an officer can quote, e.g. "BR-101".
        message: what is wrong, one sentence.
        fix: what to do about it, one sentence.
    """

    def __init__(self, code: str, message: str, fix: str) -> None:
        super().__init__(code, message, fix)
        self.code = code
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.code}: {self.message} {self.fix}"


class PermanentFault(BoardReturnsError):  # noqa: N818 (a fault is the house's word)
    """Will fail again until somebody mends it; never retried."""


class PassingFault(BoardReturnsError):  # noqa: N818 (as above)
    """May be over in a moment (a locked file, a lost connection); worth another try."""


class TableMissing(PermanentFault):
    """A table that a step reads was not made for this quarter."""


class TableUnfit(PermanentFault):
    """A frame cannot be kept as a table (name, or a type that would lose something)."""


class ReturnRefused(PermanentFault):
    """The return may not be made from what the register knows about this quarter."""


class StatementUnfit(PermanentFault):
    """A SQL file cannot be used (no header, header not readable, no body)."""


class QueryRefused(PermanentFault):
    """The engine refused a statement."""


class ServiceUnfit(PermanentFault):
    """The service's settings are missing or not readable."""


class RegisterUnfit(PermanentFault):
    """The register cannot be used as it stands (driver missing, made by a newer program)."""


class VersionTaken(PermanentFault):
    """Another run has already published this version of the return."""


class QuarterClosed(PermanentFault):
    """The quarter's files were let go of; it cannot be made again."""


class QuarterBusy(PermanentFault):
    """Another run works on the quarter; this one has changed nothing."""

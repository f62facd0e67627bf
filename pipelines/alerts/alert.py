"""One alert, and its words.

What belongs here: the kinds of alert and the texts made of them. An alert has typed fields of closed vocabularies only
(a kind, a quarter, names of our assets, codes of our catalogue, titles of our extracts, a date, an address of ours), so
that nothing of an exception, a file name or a record can get into a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipelines.platform.provenance import fingerprint
from pipelines.platform.quarters import Quarter
from schemas.catalogue import extract
from schemas.rules import rule
from schemas.troubles import trouble

#: Steps that are named; the run's page has them all.
NAMED = 5
UNNAMED = "a step"
_STEP = re.compile(r"[a-z][a-z0-9_]{0,99}")
_CODE = re.compile(r"((?:YJ-[A-Z]|BR)-\d{3,4}): ")


class Kind(StrEnum):
    """What is amiss; the value is how officers read it."""

    RUN_FAILED = "A run failed"
    FILES_MISSING = "Files have not come"
    RETURN_LATE = "No return has been made for the Board"
    DAEMON_SILENT = "Dagster's daemon does not run"
    UNSEEN = "The watch could not look"


#: Code of what a kind says, where nothing more exact is known.
_OWN_CODE = {
    Kind.RUN_FAILED: "BR-921",
    Kind.FILES_MISSING: "YJ-F-0009",
    Kind.RETURN_LATE: "BR-922",
    Kind.DAEMON_SILENT: "BR-923",
    Kind.UNSEEN: "BR-924",
}


@dataclass(frozen=True, order=True)
class Step:
    """A step of a run that failed, and the code it ended with ("" where it gave none)."""

    name: str
    code: str


@dataclass(frozen=True)
class Alert:
    """Something that people must know.

    Attributes:
        kind: what is amiss.
        quarter: of which quarter; None where it is of none.
        steps: failed steps, in order.
        extracts: names of the extracts that have not come.
        due: the day that matters: a Board meeting, say.
        link: an address of ours where more is to be seen.
    """

    kind: Kind
    quarter: Quarter | None = None
    steps: tuple[Step, ...] = ()
    extracts: tuple[str, ...] = ()
    due: date | None = None
    link: str = ""

    @property
    def code(self) -> str:
        """The code that people may quote: the first step's, or the kind's own."""
        return next((step.code for step in self.steps if step.code), _OWN_CODE[self.kind])

    @property
    def mark(self) -> str:
        """What tells one alert from another; the link, which names a run, is no part of it."""
        steps = [part for step in self.steps for part in (step.name, step.code)]
        return fingerprint([self.kind.name, self._label, *steps, "|", *self.extracts, "|", str(self.due)])

    @property
    def _label(self) -> str:
        return self.quarter.label if self.quarter else ""

    @property
    def subject(self) -> str:
        """The e-mail's subject."""
        return ": ".join(filter(None, ("Board Returns", self._label, f"{self.kind} ({self.code})")))

    @property
    def lines(self) -> list[str]:
        """What is said, one fact a line."""
        told = [f"{self.kind}." if not self.due else f"{self.kind}. It meets on {self.due:%d %B %Y}."]
        told += [f"Quarter: {self._label}"] if self.quarter else []
        told += [f"Where: {_steps(self.steps)}"] if self.steps else []
        told += [f"Missing: {', '.join(extract(name).title for name in self.extracts)}"] if self.extracts else []
        told += [f"Code: {self.code}", f"What to do: {next_step(self.code)}"]
        return [*told, f"See: {self.link}"] if self.link else told

    @property
    def body(self) -> str:
        """The e-mail's text."""
        return "\n".join([*self.lines, "", f"board-returns explain {self.code} says more.", ""])


def _steps(steps: tuple[Step, ...]) -> str:
    """The failed steps with their codes, the first few by name."""
    named = [f"{step.name} ({step.code})" if step.code else step.name for step in steps[:NAMED]]
    more = len(steps) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def step_named(name: str, message: str) -> Step:
    """A failed step by what Dagster says of it: only a name and a code of ours are taken over.

    Args:
        name: the step's key.
        message: the sentence it ended with, whose beginning may be a code; nothing else of it is looked at.
    """
    found = _CODE.match(message)
    code = found.group(1) if found and is_known(found.group(1)) else ""
    return Step(name if _STEP.fullmatch(name) else UNNAMED, code)


def is_known(code: str) -> bool:
    """Whether the catalogue has the code."""
    return bool(next_step(code))


def next_step(code: str) -> str:
    """What the catalogue says is to be done about a code; "" where it has no such code."""
    known = trouble(code)
    if known is not None:
        return known.fix
    try:
        return rule(code).fix
    except KeyError:
        return ""


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Steps by name, each once."""
    return tuple(sorted(set(steps)))

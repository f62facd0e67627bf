"""The financial quarter as a plain value: labels, keys, dates and neighbours.

What belongs here: turning what officers write, what Dagster keys and what a calendar says into one `Quarter`
and back.
What does not: Dagster's partitions (`partitions`), the periods shown beside a quarter (`periods`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

FIRST_YEAR = 2000
LAST_YEAR = 2100
QUARTERS_A_YEAR = 4
MONTHS_A_QUARTER = 3
MONTHS_A_YEAR = 12
#: The financial year begins in April.
APRIL = 4
#: Spelt out, because the calendar module's names follow the machine's locale.
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# Word turns the hyphen of "2014-15" into an en dash; some systems write an underscore before the quarter.
_LABEL = re.compile(r"\s*(\d{4})\s*[-/\u2013]\s*(\d{2}|\d{4})[\s_\-]*Q\s*([1-4])\s*", re.IGNORECASE | re.ASCII)
_KEY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def months_after(first: date, months: int) -> date:
    """The first of the month that lies `months` months after (or, below nought, before) a first of the month.

    Raises:
        ValueError: the day given is not the first of a month, so that the answer would not be certain.
    """
    if first.day != 1:
        raise ValueError(f"{first.isoformat()} is not the first day of a month.")
    years, month = divmod(first.month - 1 + months, MONTHS_A_YEAR)
    return date(first.year + years, month + 1, 1)


def months_between(start: date, until: date) -> str:
    """The whole months from `start` to before `until` in words, e.g. "April to December 2014".

    The year is said once where both ends share it, and twice where they do not.
    """
    last = until - timedelta(days=1)
    closing = f"{MONTH_NAMES[last.month - 1]} {last.year}"
    opening = MONTH_NAMES[start.month - 1]
    if start.year != last.year:
        return f"{opening} {start.year} to {closing}"
    return closing if start.month == last.month else f"{opening} to {closing}"


def fy_label(fy_start: int) -> str:
    """The financial year beginning in April of that year, e.g. 2014 -> "2014-15", 2099 -> "2099-00"."""
    return f"{fy_start}-{(fy_start + 1) % 100:02d}"


def fy_start_of(day: date) -> int:
    """The calendar year in which the financial year that holds the day began."""
    return day.year if day.month >= APRIL else day.year - 1


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """One quarter of a financial year; quarters compare in the order of time.

    Attributes:
        fy_start: calendar year in which the financial year begins, 2000 to 2100.
        number: 1 (April to June) to 4 (January to March).
    """

    fy_start: int
    number: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.fy_start <= LAST_YEAR:
            raise ValueError(f"Financial years begin in {FIRST_YEAR} to {LAST_YEAR} here, not in {self.fy_start}.")
        if not 1 <= self.number <= QUARTERS_A_YEAR:
            raise ValueError(f"A quarter is numbered 1 to 4, not {self.number}.")

    @classmethod
    def from_label(cls, text: str) -> Self:
        """The quarter an officer wrote: "2014-15 Q3", "2014-15-Q3", "2014/15 q3", "2014-15_Q3".

        Raises:
            ValueError: the text is no quarter, or its two years do not follow each other ("2014-16 Q3").
        """
        match = _LABEL.fullmatch(text)
        if match is None:
            raise ValueError('A quarter is written like "2014-15 Q3" (the financial year, then Q1 to Q4).')
        first, second, number = match.groups()
        if int(second) not in {int(first) + 1, (int(first) + 1) % 100}:
            raise ValueError(
                f"{first} and {second} are not one financial year; write for instance {fy_label(int(first))}."
            )
        return cls(int(first), int(number))

    @classmethod
    def from_key(cls, key: str) -> Self:
        """The quarter of a Dagster partition key, its first day: "2014-10-01".

        Raises:
            ValueError: the key is no date, or not the first day of a quarter.
        """
        if _KEY.fullmatch(key) is None:
            raise ValueError('A partition key is the first day of a quarter, like "2014-10-01".')
        quarter = cls.containing(date.fromisoformat(key))
        if quarter.key != key:
            raise ValueError(f"{key} is not the first day of a quarter; its quarter begins on {quarter.key}.")
        return quarter

    @classmethod
    def containing(cls, day: date) -> Self:
        """The quarter that holds the day.

        Raises:
            ValueError: the day lies outside the financial years 2000 to 2100.
        """
        return cls(fy_start_of(day), (day.month - APRIL) % MONTHS_A_YEAR // MONTHS_A_QUARTER + 1)

    @property
    def fy(self) -> str:
        """The financial year, e.g. "2014-15"."""
        return fy_label(self.fy_start)

    @property
    def label(self) -> str:
        """What officers see everywhere, e.g. "2014-15 Q3"."""
        return f"{self.fy} Q{self.number}"

    @property
    def slug(self) -> str:
        """The name in folders and the register, e.g. "2014-15-Q3"; sorts in the order of time."""
        return f"{self.fy}-Q{self.number}"

    @property
    def key(self) -> str:
        """Dagster's partition key, e.g. "2014-10-01"."""
        return self.start.isoformat()

    @property
    def start(self) -> date:
        """First day."""
        return months_after(date(self.fy_start, APRIL, 1), MONTHS_A_QUARTER * (self.number - 1))

    @property
    def until(self) -> date:
        """First day after the quarter (exclusive end)."""
        return months_after(self.start, MONTHS_A_QUARTER)

    @property
    def end(self) -> date:
        """Last day (inclusive end)."""
        return self.until - timedelta(days=1)

    @property
    def months(self) -> str:
        """The quarter in words, e.g. "October to December 2014"."""
        return months_between(self.start, self.until)

    def shift(self, count: int) -> Quarter:
        """The quarter that many quarters later, or earlier where the count is below nought.

        Raises:
            ValueError: that quarter lies outside the financial years 2000 to 2100.
        """
        years, index = divmod(self.number - 1 + count, QUARTERS_A_YEAR)
        return Quarter(self.fy_start + years, index + 1)

    @property
    def previous(self) -> Quarter:
        """The quarter before."""
        return self.shift(-1)

    @property
    def next(self) -> Quarter:
        """The quarter after."""
        return self.shift(1)

    @property
    def same_quarter_last_year(self) -> Quarter:
        """The quarter of the same number one financial year before."""
        return self.shift(-QUARTERS_A_YEAR)

"""On which day a quarter's return is due to be run, and its files to be asked for.

What belongs here: from a day and a service's settings to the quarter and the days. Nothing here looks at a clock: the
day is always given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

from pipelines.platform.quarters import Quarter
from pipelines.platform.working_days import working_day_after

if TYPE_CHECKING:
    from schemas.running import Running

#: Where the machine was off on the day itself, the run is made up for on the next working mornings, so many at most.
MADE_UP_FOR = 5


@dataclass(frozen=True)
class Due:
    """The days of one quarter.

    Attributes:
        quarter: the quarter.
        remind_on: the day on which it is told which files have not come.
        run_on: the day on which its return is run.
        run_by: the last day on which a run that was missed is made up for.
    """

    quarter: Quarter
    remind_on: date
    run_on: date
    run_by: date

    @classmethod
    def of(cls, quarter: Quarter, running: Running) -> Self:
        """The days of a quarter, counted in working days from its last day.

        Args:
            quarter: the quarter.
            running: the service's settings.
        """
        after = running.run_after_working_days
        return cls(
            quarter,
            remind_on=working_day_after(quarter.end, after - running.remind_before_working_days),
            run_on=working_day_after(quarter.end, after),
            run_by=working_day_after(quarter.end, after + MADE_UP_FOR),
        )


def newest_closed(day: date) -> Quarter:
    """The newest quarter that is over on a day."""
    return Quarter.containing(day).previous

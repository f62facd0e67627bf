"""When a service's quarters are run by themselves: days, hour, and whether at all.

What belongs here: the section `running` of `service.yaml`. Which day that is in a given quarter is in
`pipelines.platform.due`.
"""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Running(BaseModel):
    """When the machine works without being asked.

    Attributes:
        by_itself: False where nothing at all is to start unless somebody presses a button.
        run_after_working_days: the return is run on this working day after the quarter's last day.
        remind_before_working_days: so many working days before that, it is told which files have not come.
        hour: hour of the day, UK time, at which these begin.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    by_itself: bool = True
    run_after_working_days: int = Field(default=10, ge=1, le=60)
    remind_before_working_days: int = Field(default=3, ge=1)
    hour: int = Field(default=6, ge=0, le=23)

    @model_validator(mode="after")
    def _reminder_is_after_the_quarter(self) -> Self:
        """Refuse a reminder that would come before the quarter is over.

        Raises:
            ValueError: which two numbers do not go together.
        """
        if self.remind_before_working_days >= self.run_after_working_days:
            raise ValueError("running: remind_before_working_days must be less than run_after_working_days")
        return self

"""When a service is told that something is amiss: days, minutes, and how soon again.

What belongs here: the section `alerts` of `service.yaml`. Whom the e-mails go to is a setting of the installation
(`pipelines.platform.alert_settings`), for it holds a password.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class AlertTimes(BaseModel):
    """From when on something is amiss.

    Attributes:
        return_days_before: so many days before a Board meeting its quarter's return must have been made.
        daemon_minutes: after so many minutes without a heartbeat Dagster's daemon counts as stopped; it beats
            every half minute.
        again_after_hours: what still stands is said again after so many hours.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    return_days_before: int = Field(default=7, ge=0, le=60)
    daemon_minutes: int = Field(default=10, ge=2)
    again_after_hours: int = Field(default=24, ge=1)

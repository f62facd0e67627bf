"""Where e-mails about trouble go: the mail relay and the people, from the environment.

What belongs here: the `BOARD_RETURNS_ALERTS_*` variables. No e-mail is sent unless a relay is named. Writing and
sending is in `pipelines.alerts`.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class AlertSettings(BaseSettings):
    """The mail relay, and who is written to.

    Attributes:
        smtp_host: name of the relay; none: no e-mail is sent.
        smtp_port: its port.
        security: "starttls" where the relay is to be spoken to in secret, its certificate being checked.
        user: name to log in with; none where the relay asks for none.
        password: password to log in with; never shown.
        sender: address the e-mails come from.
        to: addresses they go to, parted by commas.
        seconds: how long the relay is waited for.
    """

    model_config = SettingsConfigDict(
        env_prefix="BOARD_RETURNS_ALERTS_", env_ignore_empty=True, extra="forbid", frozen=True
    )

    smtp_host: str | None = None
    smtp_port: int = Field(default=25, ge=1, le=65535)
    security: Literal["none", "starttls"] = "none"
    user: str | None = None
    password: SecretStr | None = None
    sender: str = ""
    to: str = ""
    seconds: int = Field(default=10, ge=1, le=120)

    @property
    def recipients(self) -> tuple[str, ...]:
        """The addresses, one by one."""
        return tuple(address for part in self.to.split(",") if (address := part.strip()))

    @property
    def wanted(self) -> bool:
        """Whether e-mails are sent at all."""
        return self.smtp_host is not None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        """Refuse a relay without addresses, and a login that would go over the wire in the open.

        Raises:
            ValueError: which variable is to be set.
        """
        if self.wanted and not (self.sender and self.recipients):
            raise ValueError("name BOARD_RETURNS_ALERTS_SENDER and BOARD_RETURNS_ALERTS_TO too, or no relay")
        if self.user is not None and self.security == "none":
            raise ValueError("a login needs BOARD_RETURNS_ALERTS_SECURITY=starttls, or its password can be read")
        return self

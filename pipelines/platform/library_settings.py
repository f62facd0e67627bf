"""Who may read the returns library and where it listens, from the environment.

What belongs here: the `BOARD_RETURNS_LIBRARY_*` variables. What they mean to a caller is in `pipelines.library.access`.
"""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class LibrarySettings(BaseSettings):
    """Where the library listens, and what the proxy in front of it says of a caller.

    Without `user_header` there is no proxy: only this machine is answered, as one officer.

    Attributes:
        host: address it listens on; loopback unless somebody decides otherwise.
        port: its port.
        user_header: header in which the proxy says the name of who is signed in.
        role_header: header in which it says their groups, parted by commas or semicolons.
        officers: groups whose members are data officers, parted by commas.
        managers: groups of managers.
        board: groups of Board members.
        trusted_proxies: addresses or networks of the proxies that are believed, parted by commas.
        secret_header: header in which the proxy says a secret that only it knows.
        secret: that secret; never shown.
    """

    model_config = SettingsConfigDict(
        env_prefix="BOARD_RETURNS_LIBRARY_", env_ignore_empty=True, extra="forbid", frozen=True
    )

    host: str = "127.0.0.1"
    port: int = Field(default=3001, ge=1, le=65535)
    user_header: str | None = None
    role_header: str | None = None
    officers: str = "board-returns-officers"
    managers: str = "board-returns-managers"
    board: str = "board-returns-board"
    trusted_proxies: str = "127.0.0.1,::1"
    secret_header: str | None = None
    secret: SecretStr | None = Field(default=None, repr=False)

    @property
    def proxies(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """The networks of the proxies that are believed."""
        return tuple(ip_network(one, strict=False) for one in listed(self.trusted_proxies))

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        """Refuse half a sign-on: it would let in nobody, or anybody.

        Raises:
            ValueError: which variable is to be set.
        """
        if (self.user_header is None) != (self.role_header is None):
            raise ValueError("set BOARD_RETURNS_LIBRARY_USER_HEADER and BOARD_RETURNS_LIBRARY_ROLE_HEADER, or neither")
        if (self.secret_header is None) != (self.secret is None):
            raise ValueError("set BOARD_RETURNS_LIBRARY_SECRET_HEADER and BOARD_RETURNS_LIBRARY_SECRET, or neither")
        if self.secret is not None and self.user_header is None:
            raise ValueError("a secret is of use with BOARD_RETURNS_LIBRARY_USER_HEADER only")
        if not self.proxies:
            raise ValueError("name at least one address in BOARD_RETURNS_LIBRARY_TRUSTED_PROXIES")
        return self


def listed(words: str) -> tuple[str, ...]:
    """The words of a list parted by commas or semicolons."""
    return tuple(word for part in words.replace(";", ",").split(",") if (word := part.strip()))

"""Who a caller is and what they may see: from the proxy's headers, or as the one user of this machine.

What belongs here: deciding, by plain values. Whoever is not known is refused. Anybody can send
a header, so headers are believed only from the proxies that the settings name.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from pipelines.platform.library_settings import LibrarySettings, listed

#: What the one user of a machine without a proxy is called in the audit.
LOCAL_USER = "local user of the library"
#: Headers by which a proxy shows itself.
_PROXY_MARKS = ("forwarded", "x-forwarded-for", "x-real-ip")
_OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


class Role(IntEnum):
    """What somebody is to the returns; a higher one may do all that a lower one may."""

    BOARD = 1
    MANAGER = 2
    OFFICER = 3


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who may read.

    Attributes:
        name: as the proxy says it.
        role: what they are.
    """

    name: str
    role: Role

    @property
    def sees_changes(self) -> bool:
        """Whether they see what changed between versions: managers and officers."""
        return self.role >= Role.MANAGER

    @property
    def sees_repairs(self) -> bool:
        """Whether they see errors workbooks, which say where in children's records something is wrong: officers."""
        return self.role >= Role.OFFICER


class RefusedError(Exception):
    """Somebody may not read.

    Attributes:
        reason: why, in a word or two for the audit.
        who: their name, where one was said by a proxy that is believed.
    """

    def __init__(self, reason: str, who: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.who = who


def visitor_of(address: str, headers: Headers, settings: LibrarySettings, library_url: str | None) -> Visitor:
    """Who calls.

    Args:
        address: where the connection comes from.
        headers: the request's headers.
        settings: the library's settings.
        library_url: address readers use, if it is set.

    Raises:
        RefusedError: they are nobody that the settings know.
    """
    if settings.user_header is None or settings.role_header is None:
        _require_this_machine(address, headers, settings, library_url)
        return Visitor(LOCAL_USER, Role.OFFICER)
    _require_proxy(address, headers, settings)
    name = _as_written(_one(headers, settings.user_header))
    if not name:
        raise RefusedError("no name")
    role = _role_of(_one(headers, settings.role_header), settings)
    if role is None:
        raise RefusedError("no role", name)
    return Visitor(name, role)


def _require_this_machine(address: str, headers: Headers, settings: LibrarySettings, library_url: str | None) -> None:
    """Refuse other machines, whatever comes through a proxy, and names that are not this machine's.

    A page elsewhere can make a browser here ask us under a name of its own; its host header then says that name.
    """
    found = _address(address)
    if found is None or not found.is_loopback:
        raise RefusedError("another machine")
    if any(mark in headers for mark in _PROXY_MARKS):
        raise RefusedError("a proxy that is not set")
    known = {*_OWN_NAMES, settings.host, _host_of(f"//{urlsplit(library_url or '').netloc}")}
    said = _host_of(f"//{_one(headers, 'host')}")
    if said is None or said not in known:
        raise RefusedError("another name")


def _require_proxy(address: str, headers: Headers, settings: LibrarySettings) -> None:
    """Refuse whoever is not a proxy that the settings name, or does not know its secret."""
    found = _address(address)
    if found is None or not any(found in network for network in settings.proxies):
        raise RefusedError("not from a trusted proxy")
    if settings.secret_header is not None and settings.secret is not None:
        said = _one(headers, settings.secret_header).encode()
        if not hmac.compare_digest(said, settings.secret.get_secret_value().encode()):
            raise RefusedError("no secret")


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text)
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found


def _host_of(url: str) -> str | None:
    """The name in an address, without port; None where there is none or it is no address."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _one(headers: Headers, name: str) -> str:
    """A header's value; "" where it is missing or said twice, for then one of them is not the proxy's."""
    said = headers.getlist(name)
    return said[0].strip() if len(said) == 1 else ""


def _as_written(name: str) -> str:
    """A name as it was written: headers come as Latin-1, and most proxies put UTF-8 into them."""
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name


def _role_of(groups: str, settings: LibrarySettings) -> Role | None:
    """The highest role among the groups; None where none is ours."""
    named = {Role.OFFICER: settings.officers, Role.MANAGER: settings.managers, Role.BOARD: settings.board}
    member_of = set(listed(groups))
    return next((role for role, ours in named.items() if member_of & set(listed(ours))), None)

"""Who is let into the library: nobody by default, and never by a header that anybody could send."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError
from starlette.datastructures import Headers

from pipelines.library.access import RefusedError, Role, Visitor, visitor_of
from pipelines.platform.library_settings import LibrarySettings

ALONE = LibrarySettings()
PROXY = LibrarySettings(user_header="X-User", role_header="X-Groups", trusted_proxies="127.0.0.1, 10.1.0.0/16")
SECRET = LibrarySettings(
    user_header="X-User",
    role_header="X-Groups",
    secret_header="X-Secret",  # noqa: S106 (made up)
    secret=SecretStr("open sesame"),
)
HOST = {"host": "127.0.0.1:3001"}


def visitor(address: str, headers: dict[str, str], settings: LibrarySettings, url: str | None = None) -> Visitor:
    return visitor_of(address, Headers(headers), settings, url)


def said(groups: str, name: str = "J Smith", **more: str) -> dict[str, str]:
    return {"X-User": name, "X-Groups": groups, **more}


@pytest.mark.parametrize("host", ["127.0.0.1:3001", "localhost", "LOCALHOST:3001", "[::1]:3001"])
@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "127.8.0.1", "::ffff:127.0.0.1"])
def test_without_a_proxy_this_machine_is_one_officer(address: str, host: str) -> None:
    assert visitor(address, {"host": host}, ALONE).role is Role.OFFICER


@pytest.mark.parametrize("address", ["10.0.0.7", "192.168.1.5", "::ffff:10.0.0.7", "2001:db8::1", "testclient", ""])
def test_without_a_proxy_no_other_machine_is_let_in(address: str) -> None:
    with pytest.raises(RefusedError, match="another machine"):
        visitor(address, HOST, ALONE)


@pytest.mark.parametrize("mark", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_a_proxy_that_is_not_set_makes_nobody_an_officer(mark: str) -> None:
    with pytest.raises(RefusedError, match="proxy"):
        visitor("127.0.0.1", {**HOST, mark: "10.0.0.7"}, ALONE)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:3001", "127.0.0.1.evil.example", "", "[", "a@b"])
def test_a_page_elsewhere_cannot_ask_us_under_a_name_of_its_own(host: str) -> None:
    with pytest.raises(RefusedError, match="another name"):
        visitor("127.0.0.1", {"host": host}, ALONE)


def test_the_librarys_own_address_is_one_of_this_machines_names() -> None:
    headers = {"host": "returns.council.example"}
    assert visitor("127.0.0.1", headers, ALONE, "https://returns.council.example/").role is Role.OFFICER


def test_headers_make_nobody_anything_where_no_proxy_is_set() -> None:
    with pytest.raises(RefusedError):
        visitor("10.0.0.7", {**HOST, **said("board-returns-officers")}, ALONE)


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("board-returns-officers", Role.OFFICER),
        ("staff, board-returns-managers", Role.MANAGER),
        ("board-returns-board;staff", Role.BOARD),
        ("board-returns-board,board-returns-officers", Role.OFFICER),
    ],
)
def test_the_proxys_groups_say_the_role_the_highest_counts(groups: str, role: Role) -> None:
    assert visitor("127.0.0.1", said(groups), PROXY) == Visitor("J Smith", role)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-User": "J Smith"},
        {"X-Groups": "board-returns-officers"},
        said("", "J Smith"),
        said("board-returns-officers", " "),
        said("Board-Returns-Officers"),
        said("board-returns-officers-not"),
        said("staff"),
    ],
)
def test_whoever_has_no_name_or_no_group_of_ours_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(RefusedError):
        visitor("127.0.0.1", headers, PROXY)


def test_a_header_said_twice_is_not_believed() -> None:
    raw = [(b"x-user", b"A"), (b"x-user", b"B"), (b"x-groups", b"board-returns-officers")]
    with pytest.raises(RefusedError, match="no name"):
        visitor_of("127.0.0.1", Headers(raw=raw), PROXY, None)


@pytest.mark.parametrize(("address", "known"), [("10.1.2.3", True), ("127.0.0.1", True), ("10.2.0.1", False)])
def test_headers_are_believed_from_the_named_proxies_only(address: str, known: bool) -> None:  # noqa: FBT001 (pytest's)
    headers = said("board-returns-officers")
    if known:
        assert visitor(address, headers, PROXY).role is Role.OFFICER
    else:
        with pytest.raises(RefusedError, match="trusted"):
            visitor(address, headers, PROXY)


@pytest.mark.parametrize("secret", ["", "open", "OPEN SESAME", "offen\xa0"])
def test_a_proxy_that_does_not_know_the_secret_is_not_believed(secret: str) -> None:
    with pytest.raises(RefusedError, match="secret"):
        visitor("127.0.0.1", said("board-returns-officers", **{"X-Secret": secret}), SECRET)


def test_a_proxy_that_knows_the_secret_is_believed() -> None:
    headers = said("board-returns-officers", **{"X-Secret": "open sesame"})
    assert visitor("127.0.0.1", headers, SECRET).role is Role.OFFICER


def test_the_secret_is_shown_nowhere() -> None:
    assert "sesame" not in repr(SECRET)


def test_a_name_beyond_english_is_kept_as_it_was_written() -> None:
    raw = [(b"x-user", "Siân Ó Néill".encode()), (b"x-groups", b"board-returns-board")]
    assert visitor_of("127.0.0.1", Headers(raw=raw), PROXY, None).name == "Siân Ó Néill"


@given(groups=st.text(alphabet=st.characters(max_codepoint=255), max_size=60))
def test_no_other_words_in_the_groups_let_anybody_in(groups: str) -> None:
    words = {word.strip() for part in groups.split(";") for word in part.split(",")}
    ours = {"board-returns-officers", "board-returns-managers", "board-returns-board"}
    raw = [(b"x-user", b"J"), (b"x-groups", groups.encode("latin-1"))]
    if not words & ours:
        with pytest.raises(RefusedError, match="no role"):
            visitor_of("127.0.0.1", Headers(raw=raw), PROXY, None)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"user_header": "X-User"}, "ROLE_HEADER"),
        ({"role_header": "X-Groups"}, "USER_HEADER"),
        ({"secret_header": "X-Secret"}, "SECRET"),
        ({"secret": "s", "secret_header": "X-S"}, "USER_HEADER"),
        ({"trusted_proxies": " , "}, "TRUSTED_PROXIES"),
    ],
)
def test_half_a_sign_on_is_refused_with_the_variable_to_set(values: dict[str, str], named: str) -> None:
    with pytest.raises(ValidationError, match=named):
        LibrarySettings.model_validate(values)


def test_a_proxys_address_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError):
        LibrarySettings(trusted_proxies="the proxy")

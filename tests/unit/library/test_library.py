"""The library hands out what was published, to those who may read it, and nothing else."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from pipelines.library.app import HEADERS, create_app
from pipelines.platform.errors import PassingFault
from pipelines.platform.library_settings import LibrarySettings
from pipelines.platform.register.audit import Audit
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from tests.fixtures.library import EARLIER, QUARTER, write_repair
from tests.unit.library.conftest import Asker, Reader

BOARD_FILE = f"/returns/{QUARTER}/v2/board"
EVERY_PAGE = ("/", "/returns", f"/returns/{QUARTER}", f"/returns/{QUARTER}/v2", "/about")
EVERY_PATH = (*EVERY_PAGE, BOARD_FILE, f"/repairs/{QUARTER}")


def content_of(place: Workplace, version: int = 2, slug: str = QUARTER) -> bytes:
    return (place.settings.returns / slug / f"v{version}" / f"board-return-{slug}.xlsx").read_bytes()


def told(place: Workplace) -> list[tuple[str, str, str, str]]:
    """Event, quarter, person and subject of what the library told the audit."""
    events = place.register.audit.events()
    return [(one.event, one.quarter_slug, one.who, one.subject) for one in events if one.event != "publish"]


def test_the_list_names_every_quarter_with_its_newest_version_and_theme(reader: Reader) -> None:
    page: Any = reader.get("/returns")
    assert page.status_code == 200
    assert page.text.index("2014-15 Q3") < page.text.index("2014-15 Q2")
    assert "Version 2," in page.text
    assert "October to December 2014" in page.text
    assert "Specialist services" in page.text
    assert page.text.count("No: newer files have come") == 1


def test_a_quarters_page_has_each_version_with_its_files_sizes_and_checksums(reader: Reader, place: Workplace) -> None:
    page: Any = reader.get(f"/returns/{QUARTER}")
    assert re.findall(r"<h2 id=\"v(\d)\"", page.text) == ["2", "1"]
    for version in (1, 2):
        assert sha256(content_of(place, version)).hexdigest() in page.text
    # 2,048 bytes and a few: 2 kB.
    assert page.text.count("2 kB") == 4
    assert "Newer files of outcomes have come." in page.text
    assert "16 January 2015" in page.text


def test_what_changed_is_counted_by_measure(reader: Reader) -> None:
    page: Any = reader.get(f"/returns/{QUARTER}/v2")
    # Of the four figures of version 2 the first says 2.0 instead of 1.0 and the fourth is new: two others.
    assert re.search(r"FTE-01</th><td>First-time entrants</td><td class=\"number\">2<", page.text)


def test_a_figure_that_is_gone_is_counted_too(place: Workplace) -> None:
    # Back from version 2 to 1: the first figure differs, the fourth is gone.
    assert place.register.publications.changed_figures(QUARTER, 2, 1, "board") == {"FTE-01": 2}
    assert place.register.publications.changed_figures(QUARTER, 1, 1, "board") == {}


def test_the_first_version_says_that_there_is_none_to_compare_with(reader: Reader) -> None:
    page: Any = reader.get(f"/returns/{QUARTER}/v1")
    assert "first version" in page.text


@pytest.mark.parametrize(
    ("role", "changes", "repair"), [("officer", 200, 200), ("manager", 200, 403), ("board", 403, 403)]
)
def test_each_role_sees_what_is_for_it(reader: Reader, role: str, changes: int, repair: int) -> None:
    answers: list[Any] = [
        reader.get(path, role) for path in (BOARD_FILE, f"/returns/{QUARTER}/v2", f"/repairs/{QUARTER}")
    ]
    assert [one.status_code for one in answers] == [200, changes, repair]
    page: Any = reader.get(f"/returns/{QUARTER}", role)
    assert ("What changed" in page.text) == (changes == 200)
    assert ("errors workbook" in page.text) == (repair == 200)
    assert ("Out of date" in page.text) == (changes == 200)


def test_a_quarter_with_a_repair_workbook_only_is_there_for_officers_only(reader: Reader, place: Workplace) -> None:
    write_repair(place, "2014-15-Q4")
    pages: dict[str, Any] = {role: reader.get("/returns", role) for role in ("officer", "board")}
    assert "2014-15 Q4" in pages["officer"].text
    assert "2014-15 Q4" not in pages["board"].text
    shown: list[Any] = [reader.get("/returns/2014-15-Q4", role) for role in ("officer", "board")]
    assert [one.status_code for one in shown] == [200, 404]


def test_a_file_comes_with_its_name_type_tag_and_date(reader: Reader, place: Workplace) -> None:
    answer: Any = reader.get(BOARD_FILE)
    content = content_of(place)
    published = place.register.versions(QUARTER, "board")[-1].published_at
    assert answer.content == content
    assert answer.headers["content-type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert answer.headers["content-disposition"] == f'attachment; filename="board-return-{QUARTER}-v2.xlsx"'
    assert answer.headers["etag"] == f'"{sha256(content).hexdigest()}"'
    assert answer.headers["content-length"] == str(len(content))
    assert published is not None
    assert answer.headers["last-modified"] == f"{published:%a, %d %b %Y %H:%M:%S} GMT"


def test_a_part_of_a_file_can_be_asked_for(reader: Reader, place: Workplace) -> None:
    content = content_of(place)
    part: Any = reader.get(BOARD_FILE, Range="bytes=10-19")
    assert (part.status_code, part.content) == (206, content[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(content)}"
    rest: Any = reader.get(BOARD_FILE, Range="bytes=-5")
    assert rest.content == content[-5:]
    beyond: Any = reader.get(BOARD_FILE, Range="bytes=99999-")
    assert beyond.status_code == 416
    other: Any = reader.get(BOARD_FILE, Range="bytes=0-3", **{"If-Range": '"another"'})
    assert (other.status_code, other.content) == (200, content)


def test_a_reader_who_has_the_file_is_not_sent_it_again(reader: Reader, place: Workplace) -> None:
    tag = f'"{sha256(content_of(place)).hexdigest()}"'
    again: Any = reader.get(BOARD_FILE, **{"If-None-Match": f'"x", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other: Any = reader.get(BOARD_FILE, **{"If-None-Match": '"x"'})
    assert other.status_code == 200
    assert [one[0] for one in told(place)] == ["download"]


def test_asking_for_the_head_only_is_no_download(reader: Reader, place: Workplace) -> None:
    answer = reader.client.head(BOARD_FILE, headers=reader.said("officer"))
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(content_of(place)))
    assert told(place) == []


def test_every_download_is_an_audit_event_with_name_edition_and_checksum(reader: Reader, place: Workplace) -> None:
    reader.get(BOARD_FILE, "board")
    reader.get(f"/repairs/{QUARTER}")
    assert told(place) == [
        ("download", QUARTER, "J Smith (board)", "board v2"),
        ("download", QUARTER, "J Smith (officer)", "errors workbook"),
    ]
    last = place.register.audit.events()[-2:]
    assert last[0].told == {"role": "board", "sha256": sha256(content_of(place)).hexdigest()}
    assert last[1].told == {"role": "officer", "sha256": sha256(b"repairs").hexdigest()}
    assert place.register.audit.breaks() == []


def test_reading_a_page_is_no_event(reader: Reader, place: Workplace) -> None:
    for path in EVERY_PAGE:
        reader.get(path)
    assert told(place) == []


def test_a_refusal_is_an_audit_event(ask: Asker, reader: Reader, place: Workplace) -> None:
    reader.get(f"/repairs/{QUARTER}", "board")
    assert ask().get(BOARD_FILE).status_code == 403
    assert ask("10.0.0.7").get(BOARD_FILE, headers=reader.said("officer")).status_code == 403
    assert told(place) == [
        ("refused", QUARTER, "J Smith (board)", "file"),
        ("refused", QUARTER, "not known", "file"),
        ("refused", QUARTER, "not known", "file"),
    ]


def test_nothing_is_handed_out_when_the_audit_cannot_be_told(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> int:
        raise PassingFault("BR-603", "busy", "wait")

    monkeypatch.setattr(Audit, "record", busy)
    answer: Any = reader.get(BOARD_FILE)
    assert answer.status_code == 503
    assert b"board of" not in answer.content


@pytest.mark.parametrize("path", EVERY_PATH)
def test_whoever_the_proxy_does_not_name_reads_nothing(ask: Asker, path: str) -> None:
    answer = ask().get(path)
    assert answer.status_code == 403
    assert "BR-722" in answer.text
    assert QUARTER not in answer.text


def test_without_a_proxy_this_machine_reads_everything_and_no_other_does(ask: Asker, place: Workplace) -> None:
    alone = Settings(home=place.settings.home, library=LibrarySettings())
    assert {ask("127.0.0.1", alone).get(path).status_code for path in EVERY_PATH} == {200}
    assert {ask("10.0.0.7", alone).get(path).status_code for path in EVERY_PATH} == {403}
    assert {ask("127.0.0.1", alone, "evil.example").get(path).status_code for path in EVERY_PATH} == {403}


@pytest.mark.parametrize("path", [*EVERY_PATH, "/nowhere", "/style.css"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_nothing_can_be_sent_to_the_library(reader: Reader, path: str, method: str) -> None:
    answer = reader.client.request(method, path, headers=reader.said("officer"))
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", [*EVERY_PATH, "/nowhere", "/style.css", f"/returns/{QUARTER}/v9/board"])
def test_every_answer_says_to_browsers_what_they_may_do_with_it(reader: Reader, path: str) -> None:
    answer: Any = reader.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == dict(HEADERS)


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_no_page_holds_a_script_a_style_of_its_own_or_an_address_elsewhere(reader: Reader, path: str) -> None:
    page: Any = reader.get(path)
    assert not re.search(r"<script|<style|style=|\son\w+=|https?://|<img|<form", page.text)


TRICKS = (
    f"/returns/{QUARTER}/v3/board",
    f"/returns/{QUARTER}/v0/board",
    f"/returns/{QUARTER}/v02/board",
    f"/returns/{QUARTER}/v2/",
    f"/returns/{QUARTER}/v2/manifest.json",
    f"/returns/{QUARTER}/v2/lead-member",
    f"/returns/{QUARTER}/V2/board",
    f"/returns/{QUARTER}/v\u0662/board",
    f"/returns/{QUARTER}/v99999999999999999999/board",
    f"/returns/{QUARTER}/v2-unregistered-1/board",
    f"/returns/{QUARTER}/.making-1/board",
    "/returns/2014-15-Q1",
    "/returns/2014-15 Q3",
    "/returns/2014-16-Q3",
    "/returns/2014-15-q3",
    "/returns/2014-15-Q3%00",
    "/returns/2014-15-Q3%0a",
    "/returns/..%2f..%2fregister.db",
    "/returns/%2e%2e/register.db",
    "/returns/..%5c..%5cregister.db",
    f"/returns/{QUARTER}/v2/..%2f..%2f..%2fregister.db",
    f"/returns/{QUARTER}/v2/board%2f..%2fmanifest.json",
    f"/repairs/{EARLIER}",
    "/repairs/..%2ferrors",
    f"/repairs/{QUARTER}.xlsx",
    "/register.db",
    "/static/style.css",
    "/received",
    "//etc/passwd",
    "/docs",
    "/openapi.json",
)


@pytest.mark.parametrize("path", TRICKS)
def test_path_tricks_and_unknown_addresses_find_nothing(reader: Reader, place: Workplace, path: str) -> None:
    answer: Any = reader.get(path)
    assert answer.status_code == 404
    assert "BR-721" in answer.text
    assert told(place) == []


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "returns",
                    "repairs",
                    QUARTER,
                    "v1",
                    "v2",
                    "board",
                    "..",
                    ".",
                    "%2e%2e",
                    "%2f",
                    "%5c",
                    "%00",
                    "manifest.json",
                    "received",
                    "register.db",
                    "",
                    "~",
                ]
            ),
            st.text(alphabet="abcv0123456789-._%~Q", max_size=12),
        ),
        max_size=6,
    )
)
def test_no_path_whatever_leads_to_anything_but_what_was_published(
    reader: Reader, place: Workplace, parts: list[str]
) -> None:
    answer: Any = reader.get("/" + "/".join(parts))
    assert answer.status_code in {200, 404}
    html = answer.headers["content-type"].startswith("text/")
    kept = {path.read_bytes() for path in place.settings.returns.rglob("*.xlsx")} | {b"repairs"}
    assert html or answer.content in kept


def test_a_version_without_its_register_row_is_not_there(reader: Reader, place: Workplace) -> None:
    ready = place.settings.returns / QUARTER / "v3"
    ready.mkdir()
    (ready / f"board-return-{QUARTER}.xlsx").write_bytes(b"half published")
    answer: Any = reader.get(f"/returns/{QUARTER}/v3/board")
    page: Any = reader.get(f"/returns/{QUARTER}")
    assert answer.status_code == 404
    assert "Version 3" not in page.text


@pytest.mark.parametrize("harm", ["altered", "missing", "a link", "a folder"])
def test_a_file_that_is_not_what_was_published_is_not_handed_out(
    reader: Reader, place: Workplace, caplog: pytest.LogCaptureFixture, harm: str
) -> None:
    path = place.settings.returns / QUARTER / "v2" / f"board-return-{QUARTER}.xlsx"
    content = path.read_bytes()
    path.unlink()
    if harm == "altered":
        path.write_bytes(content[:-1] + b"?")
    elif harm == "a link":
        aside = place.settings.home / "aside.xlsx"
        aside.write_bytes(content)
        path.symlink_to(aside)
    elif harm == "a folder":
        path.mkdir()
    answer: Any = reader.get(BOARD_FILE)
    assert answer.status_code == 409
    assert "BR-724" in answer.text
    assert "not what was published" in caplog.text
    assert told(place) == [("refused", QUARTER, "J Smith (officer)", "board v2")]


def test_what_a_proxy_says_is_shown_as_words_and_never_as_markup(ask: Asker) -> None:
    headers = {"X-User": "<script>alert(1)</script>", "X-Groups": "board-returns-officers"}
    page = ask().get("/returns", headers=headers)
    assert "<script" not in page.text
    assert "&lt;script&gt;" in page.text


def test_an_error_nobody_foresaw_is_a_page_without_its_words(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> list[object]:
        raise RuntimeError("Jane Doe")

    monkeypatch.setattr("pipelines.library.shelf.Shelf.quarters", broken)
    page: Any = reader.get("/returns")
    assert page.status_code == 500
    assert "Jane" not in page.text + caplog.text
    assert "RuntimeError" in caplog.text
    assert page.headers["x-frame-options"] == "DENY"


def test_below_a_path_of_the_proxy_every_link_begins_with_it(ask: Asker, reader: Reader, place: Workplace) -> None:
    address = "https://intranet.example/library/"
    below = Settings(home=place.settings.home, library=place.settings.library, library_url=address)
    page = ask("127.0.0.1", below).get(f"/returns/{QUARTER}", headers=reader.said("officer"))
    links = re.findall(r'href="([^"#]+)"', page.text)
    assert links
    assert {link.startswith("/library/") for link in links} == {True}


def test_every_link_in_every_page_leads_somewhere(reader: Reader) -> None:
    for path in EVERY_PAGE:
        page: Any = reader.get(path)
        for link in sorted(set(re.findall(r'href="(/[^"]*)"', page.text))):
            found: Any = reader.get(link)
            assert found.status_code == 200, link


def test_an_empty_library_says_so(reader: Reader, tmp_path_factory: pytest.TempPathFactory, place: Workplace) -> None:
    empty = Workplace(Settings(home=tmp_path_factory.mktemp("empty"), library=place.settings.library))
    client = TestClient(create_app(empty, {}, {}), client=("127.0.0.1", 1))
    page = client.get("/", headers=reader.said("board"))
    assert "No return has been published yet." in page.text
    empty.register.close()

"""The library in a real browser: nothing that breaks WCAG 2.2 AA, and every page and file reached by keyboard alone."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn

from pipelines.library.app import create_app
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from tests.fixtures.library import EARLIER, QUARTER, fill

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed; these tests look at the pages with it"),
    pytest.mark.skipif(find_spec("playwright") is None, reason="playwright is not installed (make test installs it)"),
]
#: The public rules that a council's pages must keep by law, up to WCAG 2.2 AA.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "/returns",
    f"/returns/{QUARTER}",
    f"/returns/{QUARTER}/v1",
    f"/returns/{QUARTER}/v2",
    f"/returns/{EARLIER}",
    "/about",
    "/nothing-here",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The library served on this machine, without a proxy."""
    place = Workplace(Settings(home=tmp_path_factory.mktemp("library")))
    fill(place)
    app = create_app(place, {"board": "Board pack"}, {"FTE-01": "First-time entrants"})
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", proxy_headers=False))
    sock = server.config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=30)
    place.register.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - skipped above where it is not installed

    with sync_playwright() as playwright:
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield opened
        opened.close()


def page_at(browser: Browser, url: str, **settings: Any) -> Page:
    # The pages' own rule forbids every script; axe is one.
    page = browser.new_context(bypass_csp=True, **settings).new_page()
    page.goto(url)
    return page


@pytest.mark.skipif(find_spec("axe_playwright_python") is None, reason="axe-core is not installed")
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_a_rule_of_accessibility(browser: Browser, address: str, path: str, width: int) -> None:
    import axe_playwright_python  # noqa: PLC0415 - skipped above where it is not installed

    script = Path(axe_playwright_python.__file__).parent / "axe.min.js"
    page = page_at(browser, address + path, viewport={"width": width, "height": 800})
    page.evaluate(script.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    told = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]
    page.context.close()
    assert len(found["passes"]) > 10
    assert told == []


def test_the_text_is_readable_where_the_window_is_narrow(browser: Browser, address: str) -> None:
    page = page_at(browser, f"{address}/returns/{QUARTER}", viewport={"width": 320, "height": 800})
    # WCAG 1.4.10: nothing but a table may need sideways scrolling at 320 points.
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


def test_the_stylesheet_is_loaded_and_nothing_else(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}/returns")
    colour = page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor")
    page.context.close()
    assert [one for one in asked if one != "/favicon.ico"] == ["/returns", "/style.css"]
    assert colour == "rgb(31, 42, 68)"


def test_a_return_is_found_and_downloaded_by_keyboard_alone(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{address}/returns")
    walk_to(page, "Skip to the content")
    walk_to(page, "2014-15 Q3")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/returns/{QUARTER}")
    walk_to(page, "Board pack, version 2")
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    name = coming.value.suggested_filename
    page.context.close()
    assert name == f"board-return-{QUARTER}-v2.xlsx"


def walk_to(page: Page, words: str) -> None:
    """Press Tab until the link with these words has the focus, which must be seen."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == words:
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
            return
    raise AssertionError(words)

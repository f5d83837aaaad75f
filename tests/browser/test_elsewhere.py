"""In a frame of another page, under a path of a site, and with no other host to be reached: all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, Request, expect

from tests.browser.conftest import running_app, warm

pytestmark = pytest.mark.browser

BELOW = "/explorer"


class Hospital(BaseHTTPRequestHandler):
    """A page of somebody else's, with a frame in it for the address behind its question mark."""

    def do_GET(self) -> None:
        frame = f'<h1>A hospital</h1><iframe title="app" width="1200" height="700" src="{self.path[2:]}">'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(frame.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(browser: Browser) -> Iterator[str]:
    """The app as Community Cloud serves it, which lets others show it in a frame; under a path."""
    with running_app(script="app.py", below=BELOW) as here:
        warm(browser, here)
        yield here


@pytest.fixture(scope="module")
def hospital() -> Iterator[str]:
    with ThreadingHTTPServer(("localhost", 0), Hospital) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def asked_of(page: Page) -> list[str]:
    """All that a page asks for from now on."""
    found: list[str] = []

    def note(request: Request) -> None:
        found.append(request.url)

    page.on("request", note)
    return found


def card(frame: FrameLocator, title: str) -> None:
    expect(frame.locator("#card-title")).to_have_text([title])


def test_in_a_frame_under_a_path_every_way_stays_there(browser: Browser, address: str, hospital: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    asked = asked_of(page)
    page.goto(f"{hospital}/?{address}/map?embed=true")
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name=re.compile("^Possible causes")).click()
    card(frame, "Possible causes")
    frame.get_by_role("link", name="The bones did not join").first.click()
    card(frame, "The bones did not join")
    inner = page.frames[1]
    assert urlsplit(inner.url).path == f"{BELOW}/map"
    for name, heading in (("Evidence", "Evidence"), ("Compare", "Compare")):
        menu = frame.get_by_role("navigation", name="Pages")
        menu.get_by_role("link", name=name, exact=True).click()
        expect(frame.get_by_role("heading", level=1)).to_have_text(re.compile(heading))
        parts = urlsplit(inner.url)
        assert parts.path == f"{BELOW}/{name.lower()}"
        assert "embed=true" in parts.query
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(address).netloc, urlsplit(hospital).netloc}
    own = [urlsplit(url).path for url in asked if urlsplit(url).netloc == urlsplit(address).netloc]
    assert [path for path in own if not path.startswith(f"{BELOW}/")] == []
    page.close()

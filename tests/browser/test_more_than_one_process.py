"""A reader whose process stops goes on reading, because all that is shown stands in the address."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.deployed import deployed, eventually
from tests.patience import MILLISECONDS

pytestmark = pytest.mark.browser

VIEW, CARD = "/map?box=box_causes&node=pseudarthrosis", "The bones did not join"


def the_map_as_a_file(page: Page) -> tuple[str, bytes]:
    """The address and content of the file that the button makes: its process makes it and keeps it."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Map as SVG").click()
    return download.value.url, Path(download.value.path()).read_bytes()


def process_of(page: Page) -> str:
    (cookie,) = [cookie for cookie in page.context.cookies() if cookie.get("name") == "process"]
    assert cookie.get("httpOnly") is True
    return cookie["value"]


def keeps(page: Page, port: int, path: str) -> bool:
    """Whether the process at this port has a file, asked past nginx."""
    return page.request.get(f"http://127.0.0.1:{port}{path}", timeout=MILLISECONDS).ok


def pages_drawn(page: Page) -> list[bytes]:
    """Gets longer when a connection that the page opens from now on brings a page to its end."""
    drawn: list[bytes] = []

    def note(frame: str | bytes) -> None:
        if isinstance(frame, bytes) and ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished":
            drawn.append(frame)

    page.on("websocket", lambda connection: connection.on("framereceived", note))
    return drawn


def test_a_reader_keeps_the_view_when_the_process_stops(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
    with deployed(2, tmp_path) as front:
        page = open_page(f"{front.address}{VIEW}")
        expect(page.locator("#card-title")).to_have_text([CARD])
        file, before = the_map_as_a_file(page)
        stopped = process_of(page)
        (other,) = set(front.ports) - {stopped}
        path = file.removeprefix(front.address)
        assert keeps(page, front.ports[stopped], path)
        assert not keeps(page, front.ports[other], path)

        drawn = pages_drawn(page)
        with page.expect_websocket():  # the page connects anew by itself
            front.kill(stopped)
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")
        assert process_of(page) == other
        expect(page.locator("#card-title")).to_have_text([CARD])
        eventually(lambda: page.title() and drawn, "the other process drew the page")
        assert the_map_as_a_file(page)[1] == before
        page.get_by_role("button", name=re.compile("^Deciding together")).click()
        expect(page.locator("#card-title")).to_have_text([re.compile("^Deciding together")])

"""A shared link opens in the right place on a server that nobody has visited yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import running_app

pytestmark = pytest.mark.browser

LINKS = {
    "/": "When pain stays after a spinal fusion",
    "/map": "The map",
    "/evidence": "Evidence",
    "/causes_and_tests": "Causes and tests",
    "/guides": "What guides say",
    "/compare": "Compare",
    "/take_home": "My page to take home",
    "/scorecard": "Scorecard",
    "/background": "Background",
    "/about": "About",
    "/warning_signs": "Warning signs",
    "/what_is_new": "What is new",
    "/mistake": "Report a mistake",
}


@pytest.mark.parametrize("path", LINKS)
def test_the_first_visit_to_a_fresh_server_finds_the_page_in_its_frame(
    path: str, open_page: Callable[..., Page]
) -> None:
    with running_app() as address:
        page = open_page(f"{address}{path}")
        expect(page.get_by_role("heading", level=1)).to_have_text(LINKS[path])
        expect(page.get_by_text("Call your emergency number at once for").first).to_be_visible()
        expect(page.get_by_text("General information, not advice about you").first).to_be_visible()
        expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)


def test_the_first_visit_to_a_node_opens_its_card(open_page: Callable[..., Page]) -> None:
    with running_app() as address:
        page = open_page(f"{address}/map?view=around&around=refusion&node=refusion&part=numbers")
        expect(page.get_by_role("heading", name="Fusing the same level again")).to_be_visible()
        expect(page.get_by_role("heading", name="Possible harms")).to_be_visible()

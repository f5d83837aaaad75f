"""A pathway opened from a zip stays in its window whatever is pressed, and goes when that is loaded anew."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.test_opened_pack import GOOD

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]
FILE = {"name": "mine.zip", "mimeType": "application/zip", "buffer": GOOD}


def said(page: Page) -> Locator:
    return page.locator(".st-key-which_pack", has_text="opened from mine.zip")


@pytest.fixture
def window(app: str, open_page: OpenPage) -> Page:
    """A window in which a zip was opened."""
    page = open_page(f"{app}/about")
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(FILE)
    expect(said(page)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("When thirst stays")
    return page


def test_links_in_text_menu_and_back_button_stay_with_it(window: Page) -> None:
    window.get_by_role("navigation", name="Pages").get_by_role("link", name="What guides say").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("What guides say")
    expect(said(window)).to_be_visible()
    in_text = window.locator("[data-testid=stHtml] a[href*='map?node=']").first
    place = (in_text.get_attribute("href") or "").partition("node=")[2]
    in_text.click()
    expect(window).to_have_url(re.compile(f"/map.*node={place}"))
    expect(window.get_by_role("heading", level=1)).to_have_text("The map")
    expect(said(window)).to_be_visible()
    window.go_back()
    expect(window.get_by_role("heading", level=1)).to_have_text("What guides say")
    expect(said(window)).to_be_visible()


def test_loading_the_page_again_leads_back_to_the_shipped_pathway(window: Page) -> None:
    window.reload()
    expect(window.get_by_text("Call your emergency number at once").first).to_be_visible()
    expect(said(window)).to_have_count(0)


def test_one_click_closes_it_and_links_load_as_ever(window: Page) -> None:
    window.get_by_role("button", name="Close it and go back").click()
    expect(window.get_by_text("Call your emergency number at once").first).to_be_visible()
    expect(said(window)).to_have_count(0)

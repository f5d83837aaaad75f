"""What only a browser can tell of the search: type, Enter, and the first match opens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

OPEN = Callable[..., Page]


def test_words_typed_into_the_menu_lead_to_the_first_match(app: str, open_page: OPEN) -> None:
    page = open_page(f"{app}/about")
    page.get_by_role("search").get_by_role("searchbox", name="Search everything").fill("removing screws")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Search")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="The best stands first.")).to_be_visible()
    field = page.get_by_role("searchbox", name="What do you look for?")
    expect(field).to_have_value("removing screws")
    expect(field).to_be_focused()
    assert "text=removing" in page.url
    first = page.locator(".search-rows a").first
    name = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=2, name=name)).to_be_visible()


def test_on_a_phone_a_link_leads_to_the_search_and_the_title_stays_near_the_top(
    app: str, open_page: OPEN
) -> None:
    page = open_page(f"{app}/evidence?embed=true", width=390, height=844)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Search").click()
    field = page.get_by_role("searchbox", name="What do you look for?")
    field.fill("leg pain")
    field.press("Enter")
    expect(page.locator(".search-rows a").first).to_be_visible()
    title = page.get_by_role("heading", level=1).bounding_box()
    assert title
    assert title["y"] <= 120
    assert "embed=true" in page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".search-rows a").first.click()
    expect(page.locator(".search-rows")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "embed=true" in page.url

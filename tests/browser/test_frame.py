"""What only a browser can tell of the frame: where the skip link lands, and what a phone shows first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from pages.shared.catalogue import MENU
from pathways.model import Pack

pytestmark = pytest.mark.browser

OPEN = Callable[..., Page]


def _drawn(page: Page) -> Page:
    expect(page.get_by_text("Data version").first).to_be_attached()
    expect(page.locator(".st-key-menu a")).to_have_count(len(MENU) + 1)  # and the search
    return page


def test_the_skip_link_is_first_and_lands_behind_the_menu(app: str, open_page: OPEN) -> None:
    page = _drawn(open_page(f"{app}/causes_and_tests"))
    first = page.get_by_role("radio", name="Possible causes")
    expect(first).to_be_visible()  # Streamlit fetches some controls after the rest of the page
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()


def test_the_menu_is_a_landmark_that_names_this_page_also_after_a_click(app: str, open_page: OPEN) -> None:
    page = _drawn(open_page(f"{app}/about"))
    menu = page.get_by_role("navigation", name="Pages")
    current = menu.locator('[aria-current="page"]')
    expect(current).to_have_text("About")
    menu.get_by_role("link", name="Compare", exact=True).click()
    expect(current).to_have_text("Compare")
    expect(current).to_have_count(1)


@pytest.mark.parametrize(
    "place", ["", "map", "compare?options=carry_on,refusion", "evidence", "warning_signs"]
)
def test_on_a_phone_the_title_stands_near_the_top(app: str, open_page: OPEN, place: str) -> None:
    page = _drawn(open_page(f"{app}/{place}", width=390, height=844))
    title = page.get_by_role("heading", level=1).bounding_box()
    line = page.locator(".st-key-warning_line").bounding_box()
    assert title
    assert line
    assert title["y"] <= 120
    assert line["height"] == pytest.approx(44, abs=0.5)


@pytest.mark.parametrize("width", [360, 390])
def test_on_a_phone_the_bar_names_signs_and_cuts_no_word_off(
    app: str, open_page: OPEN, width: int, real_pack: Pack
) -> None:
    page = _drawn(open_page(f"{app}/background", width=width, height=844))
    short = page.locator(".st-key-warning_line .short")
    expect(short).to_have_text(real_pack.info.warning_line_short)
    expect(page.locator(".st-key-warning_line .long")).to_be_hidden()
    is_whole, letters = short.evaluate(
        "p => [p.scrollHeight <= p.clientHeight + 1, parseFloat(getComputedStyle(p).fontSize)]"
    )
    assert is_whole
    assert letters >= 12
    page.set_viewport_size({"width": 1024, "height": 768})
    expect(page.locator(".st-key-warning_line .long")).to_be_visible()
    expect(short).to_be_hidden()


def test_on_a_phone_one_button_opens_the_menu_and_the_bar_leads_to_the_signs(
    app: str, open_page: OPEN
) -> None:
    page = _drawn(open_page(f"{app}/compare?options=carry_on,refusion&embed=true", width=390, height=844))
    evidence = page.locator(".st-key-menu").get_by_role("link", name="Evidence", exact=True)
    expect(evidence).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    evidence.click()
    expect(page.get_by_role("heading", level=1, name="Evidence")).to_be_visible()
    expect(evidence).to_be_hidden()
    page.locator(".st-key-warning_line").click()
    expect(page.get_by_role("heading", level=1, name="Warning signs")).to_be_visible()
    assert "embed=true" in page.evaluate("location.search")


def test_after_a_common_decision_by_keyboard_the_ring_is_on_the_step_one_is_at(
    app: str, open_page: OPEN
) -> None:
    page = _drawn(open_page(f"{app}/compare"))
    page.locator(".st-key-compare_presets button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator('.st-key-steps [aria-current="step"]')).to_have_text("3 Compare")
    expect(page.locator('.st-key-steps [aria-current="step"]')).to_be_focused()


@pytest.mark.parametrize(
    "place", ["compare?options=carry_on,refusion&step=matters", "take_home?options=carry_on,refusion"]
)
def test_on_a_phone_the_name_of_the_step_one_is_at_is_seen_whole(
    app: str, open_page: OPEN, place: str
) -> None:
    page = _drawn(open_page(f"{app}/{place}", width=390, height=844))
    here = page.locator('.st-key-steps [aria-current="step"]')
    expect(here).to_be_visible()
    ends = here.evaluate(
        "here => { const words = document.createRange(); words.selectNodeContents(here);"
        " return words.getBoundingClientRect().right; }"
    )
    assert ends <= 390

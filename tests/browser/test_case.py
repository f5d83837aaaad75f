"""A careless and a hostile reader of the page Case: no way leads past an emergency."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

OPEN = Callable[..., Page]
LINE = ".st-key-case_emergency_line"


def _signs(page: Page) -> Locator:
    return page.locator(".st-key-signs")


def _ready(page: Page) -> Page:
    """The signs are the control that comes first, and the small print the last of what is drawn."""
    expect(_signs(page).get_by_text("Fever or chills")).to_be_visible()
    expect(page.get_by_text("This is no medical device.")).to_be_attached()
    return page


def test_an_emergency_stays_in_sight_on_a_phone_wherever_one_reads(app: str, open_page: OPEN) -> None:
    page = _ready(open_page(f"{app}/case", width=390, height=844))
    _signs(page).get_by_text("Fever or chills").click()
    expect(page.locator(LINE)).to_be_in_viewport()
    page.get_by_text("This is no medical device.").scroll_into_view_if_needed()
    expect(page.locator(LINE)).to_be_in_viewport()
    expect(page.locator(f"{LINE} [role=alert]")).to_contain_text("Needs help now")
    expect(page.locator(f"{LINE} button, .case-emergencies button")).to_have_count(0)


def test_back_and_forward_show_just_what_the_address_says(app: str, open_page: OPEN) -> None:
    page = _ready(open_page(f"{app}/case"))
    _signs(page).get_by_text("Fever or chills").click()
    expect(page.locator(".case-emergencies")).to_be_visible()
    page.go_back()
    _ready(page)
    expect(page.locator(".case-emergencies")).to_have_count(0)
    page.go_forward()
    _ready(page)
    expect(page.locator(".case-emergencies")).to_be_visible()
    assert "fever:yes" in unquote(page.url)


def test_on_paper_emergencies_come_first_and_all_that_waits_is_opened(app: str, open_page: OPEN) -> None:
    page = _ready(open_page(f"{app}/case?case=fever:yes,metalwork:loose&show=cause"))
    expect(page.locator(".case-emergencies")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".case-emergencies")).to_be_visible()
    expect(page.locator(".st-key-case_questions")).to_be_hidden()
    assert page.locator(LINE).evaluate("line => getComputedStyle(line.parentElement).position") == "static"


def test_a_place_on_the_picture_opens_its_rows(app: str, open_page: OPEN) -> None:
    page = _ready(open_page(f"{app}/case?case=metalwork:loose&node=hardware_problem"))
    row = page.locator("#case-hardware_problem .case-row").first
    expect(row).to_be_visible()
    expect(row).to_contain_text("Rests on: Implant status on imaging")

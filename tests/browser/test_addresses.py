"""Addresses typed by hand or made to harm: one sentence, the page, and never somebody else's picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

MARKUP = "![picture](http://picture.invalid/x.png)<img src=http://picture.invalid/y.png>"
PARAMETERS = (
    "map?node=",
    "map?box=",
    "map?view=",
    "map?node=ct&part=",
    "map?view=route&from=",
    "background?topic=",
    "causes_and_tests?cause=",
    "causes_and_tests?show=",
    "compare?options=",
    "evidence?subject=",
    "evidence?finding=",
    "evidence?search=",
    "guides?verdict=",
    "take_home?options=",
)


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_markup_in_an_address_is_only_words(app: str, open_page: Open, parameter: str) -> None:
    page = open_page("about:blank")
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    page.goto(f"{app}/{parameter}{quote(MARKUP)}")
    expect(page.get_by_text("General information, not advice about you").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert hosts - {None} == {urlsplit(app).hostname}
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.locator(".failed")).to_have_count(0)


def test_a_map_works_below_the_sentence_about_an_unknown_place(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map?node=nowhere")
    expect(page.get_by_text('There is no place called "nowhere"')).to_be_visible()
    page.get_by_role("button", name=re.compile("^Carry on as now")).click()
    expect(page.locator("#card-title")).to_contain_text(["Carry on as now"])


def test_a_page_that_does_not_exist_says_so_over_the_start_page(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/nowhere")
    expect(page.get_by_text("Page not found")).to_be_visible()
    expect(page.get_by_text("General information, not advice about you").first).to_be_visible()


@pytest.mark.parametrize("path", ["map/refusion", "MAP/refusion/", "map)/refusion"])
def test_a_second_segment_leads_to_the_page_with_a_sentence(app: str, open_page: Open, path: str) -> None:
    page = open_page(f"{app}/{path}")
    expect(page.get_by_role("heading", level=1)).to_have_text("The map")
    expect(page.get_by_text('Nothing is found under "/refusion" in the address.')).to_be_visible()
    expect(page.get_by_text("Call your emergency number at once for").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_a_shared_link_shows_the_card_on_a_phone(app: str, open_page: Open, width: int) -> None:
    page = open_page(f"{app}/map?node=scs_implant", width=width, height=700)
    expect(page.get_by_role("heading", name="Having a spinal cord stimulator put in")).to_be_in_viewport()


def test_the_menu_leads_to_the_beginning_of_the_map(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map?node=scs_implant")
    expect(page.locator("#card-title")).to_have_text(["Having a spinal cord stimulator put in"])
    expect(page.get_by_text("Data version").first).to_be_attached()  # the foot comes last
    page.get_by_role("link", name="Map", exact=True).click()
    expect(page.locator("#card-title")).to_have_text(["Choose a box"])


@pytest.mark.parametrize("path", ["", "map", "component/none", "app/static/none.woff2", "_stcore/health"])
def test_no_other_site_may_show_an_answer_in_a_frame(app: str, open_page: Open, path: str) -> None:
    headers = open_page("about:blank").request.get(f"{app}/{path}").headers
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["referrer-policy"] == "same-origin"

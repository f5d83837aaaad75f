"""Stories about the map as people use it: by mouse, keyboard, address and touch, wide and narrow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import running_app, warm

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def map_app(browser: Browser) -> Iterator[str]:
    with running_app(script="tests/browser/map_app.py") as address:
        warm(browser, address)
        yield address


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^{re.escape(name)}, "))


def edges_of_choice(page: Page) -> Locator:
    return page.locator("svg .edge.near")


def test_a_click_chooses_a_box_and_writes_it_to_the_address(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app)
    box(page, "Choosing").click()
    expect(page.get_by_text("Chosen: box_choice")).to_be_visible()
    expect(page).to_have_url(re.compile("box=box_choice"))
    expect(box(page, "Choosing")).to_have_attribute("aria-pressed", "true")
    expect(edges_of_choice(page)).not_to_have_count(0)


def test_a_deep_link_lights_its_box(map_app: str, open_page: OpenPage) -> None:
    page = open_page(f"{map_app}/?view=route&node=tea")
    expect(box(page, "Tea")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", pressed=True)).to_have_count(1)


def test_the_back_button_brings_back_the_choice_before(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app)
    box(page, "Choosing").click()
    expect(page.get_by_text("Chosen: box_choice")).to_be_visible()
    box(page, "Rest or tea").click()
    expect(page.get_by_text("Chosen: box_care")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Chosen: box_choice")).to_be_visible()
    expect(box(page, "Choosing")).to_have_attribute("aria-pressed", "true")
    expect(box(page, "Rest or tea")).to_have_attribute("aria-pressed", "false")


def test_arrow_keys_walk_along_the_ways_and_enter_chooses(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app)
    box(page, "Finding the cause").focus()
    page.keyboard.press("ArrowRight")
    expect(box(page, "Choosing")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(box(page, "Finding the cause")).to_be_focused()
    page.keyboard.press("End")
    expect(box(page, "How it went")).to_be_focused()
    page.keyboard.press("Home")
    expect(box(page, "Thirst")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Chosen: box_start")).to_be_visible()


def test_up_and_down_go_to_the_next_box_in_that_direction(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app, width=390)
    box(page, "Choosing").focus()
    page.keyboard.press("ArrowDown")
    expect(box(page, "Rest or tea")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box(page, "Choosing")).to_be_focused()


def test_the_map_is_one_stop_for_the_tab_key(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app)
    expect(page.locator("svg .box[tabindex='0']")).to_have_count(1)
    box(page, "Thirst").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("svg .box[tabindex='0']")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Read the card")).to_be_focused()


def test_escape_clears_the_highlight_and_keeps_the_choice(map_app: str, open_page: OpenPage) -> None:
    page = open_page(f"{map_app}/?box=box_choice")
    box(page, "Choosing").focus()
    expect(edges_of_choice(page)).not_to_have_count(0)
    page.keyboard.press("Escape")
    expect(edges_of_choice(page)).to_have_count(0)
    expect(box(page, "Choosing")).to_have_attribute("aria-pressed", "true")


def test_zoom_and_drawing_survive_a_choice(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app)
    page.get_by_role("button", name="Zoom in").click()
    drawing = page.get_by_role("group", name=re.compile("^Overview"))
    width = drawing.get_attribute("width")
    drawing.evaluate("svg => svg.dataset.marked = 'yes'")
    box(page, "Choosing").click()
    expect(page.get_by_text("Chosen: box_choice")).to_be_visible()
    expect(drawing).to_have_attribute("data-marked", "yes")
    expect(drawing).to_have_attribute("width", str(width))


def test_a_group_opens_in_place_and_closes_when_it_is_chosen_again(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app)
    box(page, "Rest or tea").click()
    expect(box(page, "Rest or tea")).to_have_attribute("aria-expanded", "true")
    panel = page.get_by_role("group", name=re.compile("^Rest or tea: "))
    expect(panel.get_by_role("link")).to_have_count(3)
    box(page, "Rest or tea").click()
    expect(panel).to_be_hidden()
    expect(box(page, "Rest or tea")).to_have_attribute("aria-expanded", "false")


def test_the_keyboard_opens_a_group_walks_its_places_and_closes_it(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app)
    box(page, "Rest or tea").focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("group", name=re.compile("^Rest or tea: "))
    expect(panel).to_be_visible()
    expect(page.get_by_text("Chosen: box_care")).to_be_visible()
    box(page, "Rest or tea").focus()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button")).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(box(page, "Rest or tea")).to_be_focused()


def test_a_shared_link_opens_the_group(map_app: str, open_page: OpenPage) -> None:
    page = open_page(f"{map_app}/?box=box_care", width=390)
    expect(page.get_by_role("group", name=re.compile("^Rest or tea: "))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_wheel_changes_the_size_only_with_the_ctrl_key(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app)
    drawing = page.get_by_role("group", name=re.compile("^Overview"))
    expect(drawing).to_be_visible()
    before = drawing.get_attribute("width")
    box(page, "Choosing").hover()
    page.mouse.wheel(0, -50)
    expect(drawing).to_have_attribute("width", str(before))
    page.keyboard.down("Control")
    page.mouse.wheel(0, -50)
    page.keyboard.up("Control")
    expect(drawing).not_to_have_attribute("width", str(before))


def test_the_keys_plus_and_nought_change_the_size(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app)
    drawing = page.get_by_role("group", name=re.compile("^Overview"))
    box(page, "Choosing").focus()
    before = drawing.get_attribute("width")
    page.keyboard.press("+")
    expect(drawing).not_to_have_attribute("width", str(before))
    page.keyboard.press("0")
    expect(drawing).to_have_attribute("width", str(before))


def test_names_too_small_to_read_are_left_out_and_said_when_pointed_at(
    map_app: str, open_page: OpenPage
) -> None:
    page = open_page(f"{map_app}/?view=whole")
    words = page.locator(".sheet .box text:not(.small)").first
    expect(words).to_be_visible()
    for _ in range(3):
        page.get_by_role("button", name="Zoom out").click()
    expect(words).to_be_hidden()
    box(page, "Tea").focus()
    expect(page.locator(".tip")).to_contain_text("Tea")
    page.get_by_role("button", name="Make the names large enough to read").click()
    expect(words).to_be_visible()


def test_reset_undoes_the_zoom(map_app: str, open_page: OpenPage) -> None:
    page = open_page(map_app)
    drawing = page.get_by_role("group", name=re.compile("^Overview"))
    expect(drawing).to_be_visible()
    before = drawing.get_attribute("width")
    page.get_by_role("button", name="Zoom out").click()
    expect(drawing).not_to_have_attribute("width", str(before))
    page.get_by_role("button", name="Back to the first size").click()
    expect(drawing).to_have_attribute("width", str(before))


def test_a_link_on_the_card_chooses_without_leaving_the_page(map_app: str, open_page: OpenPage) -> None:
    page = open_page(f"{map_app}/?view=route")
    expect(box(page, "Tea")).to_be_visible()
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Tea, from the card").click()
    expect(page.get_by_text("Chosen: tea")).to_be_visible()
    expect(box(page, "Tea")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("window.stayed")


def test_a_link_outside_the_explorer_is_left_alone(map_app: str, open_page: OpenPage) -> None:
    page = open_page(f"{map_app}/?view=route")
    expect(box(page, "Tea")).to_be_visible()
    page.get_by_role("link", name="Rest, from elsewhere").click()
    expect(page).to_have_url(re.compile("#elsewhere$"))
    expect(page.get_by_role("button", pressed=True)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("view", ["net", "route", "whole"])
def test_on_a_phone_the_boxes_stand_in_one_column_within_the_screen(
    map_app: str, open_page: OpenPage, view: str, width: int
) -> None:
    page = open_page(f"{map_app}/?view={view}", width=width)
    boxes = page.locator(".sheet .outline")
    expect(boxes.first).to_be_visible()
    places = [outline.bounding_box() for outline in boxes.all()]
    assert len({round(place["x"] + place["width"] / 2) for place in places if place}) == 1
    assert all(place and place["x"] >= 0 and place["x"] + place["width"] <= width for place in places)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1440])
def test_every_box_is_high_enough_for_a_finger(map_app: str, open_page: OpenPage, width: int) -> None:
    page = open_page(f"{map_app}/?view=whole", width=width)
    areas = page.locator(".sheet .hit")
    expect(areas.first).to_be_attached()
    places = [area.bounding_box() for area in areas.all()]
    assert min(place["height"] for place in places if place) >= 43.9


def test_markup_in_a_label_is_shown_as_text(map_app: str, open_page: OpenPage) -> None:
    page = open_page(f"{map_app}/?view=hostile")
    expect(page.get_by_text("<b id=bold>Tea</b>").first).to_be_attached()
    expect(page.locator("#bold")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", ["net", "route", "whole"])
def test_axe_finds_no_barrier_in_the_map(map_app: str, open_page: OpenPage, view: str, theme: str) -> None:
    parameter = "box=box_choice" if view == "net" else "node=tea"
    page = open_page(f"{map_app}/?view={view}&{parameter}", theme=theme)
    expect(page.get_by_role("button", pressed=True)).to_have_count(1)
    page.get_by_text("What the shapes and lines mean").click()
    found = Axe().run(page, context=".st-key-explorer")
    assert found.violations_count == 0, found.generate_report()

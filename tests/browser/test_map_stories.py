"""The main stories of the map: by mouse, by keyboard alone, on small screens, by the back button."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def box(page: Page, label: str) -> Locator:
    """A box of the map by its visible label, with which its accessible name begins."""
    return page.get_by_role("button", name=re.compile(f"^{re.escape(label)}"))


def card(page: Page) -> Locator:
    """The title of the card, held to a list of one: two stand there for a moment when it changes."""
    return page.locator("#card-title")


def focused_role(page: Page) -> str | None:
    """The role of what has the focus inside the map, if the focus is there."""
    return page.evaluate("document.activeElement?.shadowRoot?.activeElement?.getAttribute('role') ?? null")


def test_the_first_picture_is_there_without_a_click(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map")
    expect(box(page, "Deciding together")).to_be_visible()
    expect(box(page, "Carry on as now")).to_be_visible()


def test_a_click_on_a_box_opens_its_card_and_the_map_does_not_move(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map")
    expect(card(page)).to_have_text(["Choose a box"])
    before = box(page, "Possible causes").bounding_box()
    box(page, "Possible causes").click()
    expect(card(page)).to_have_text(["Possible causes"])
    assert box(page, "Possible causes").bounding_box() == before
    page.get_by_role("link", name="The bones did not join").first.click()
    expect(card(page)).to_have_text(["The bones did not join"])
    expect(page).to_have_url(re.compile(r"/map\?.*node=pseudarthrosis"))
    expect(page).to_have_url(re.compile("box=box_causes"))


def test_back_and_forward_lead_through_what_was_chosen(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map")
    box(page, "Possible causes").click()
    expect(card(page)).to_have_text(["Possible causes"])
    page.get_by_role("link", name="The bones did not join").first.click()
    expect(card(page)).to_have_text(["The bones did not join"])
    page.go_back()
    expect(card(page)).to_have_text(["Possible causes"])
    page.go_back()
    expect(card(page)).to_have_text(["Choose a box"])
    page.go_forward()
    expect(card(page)).to_have_text(["Possible causes"])


def test_the_keyboard_alone_reaches_and_chooses_a_node(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map?view=around&around=team_decision")
    expect(card(page)).to_have_text(["Deciding together what fits"])
    expect(box(page, "Deciding together").first).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        if focused_role(page) == "button":
            break
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(card(page)).not_to_have_text(["Deciding together what fits"])
    expect(page).to_have_url(re.compile("node="))


@pytest.mark.parametrize(("width", "height", "most"), [(1440, 900, 200), (390, 844, 300)])
def test_the_map_begins_near_the_top(app: str, open_page: Open, width: int, height: int, most: int) -> None:
    page = open_page(f"{app}/map", width=width, height=height)
    expect(box(page, "Deciding together")).to_be_visible()
    assert page.locator(".sheet").first.evaluate("sheet => sheet.getBoundingClientRect().top") <= most


@pytest.mark.parametrize("place", ["cauda_equina", "refusion", "improved"])
def test_a_shared_link_brings_its_box_to_the_middle_of_the_window(
    app: str, open_page: Open, place: str
) -> None:
    page = open_page(f"{app}/map?view=whole&node={place}")
    chosen = page.locator(".box.chosen .outline")
    expect(chosen).to_be_visible()
    expect(chosen).to_be_in_viewport(ratio=1)
    expect(page.locator(".st-key-close_card")).to_be_visible()


def test_the_whole_map_fits_the_width_and_its_names_can_be_read(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map?view=whole")
    sheet = page.locator(".sheet")
    expect(sheet).to_be_visible()
    expect(page.get_by_role("heading", name="Choose a box")).to_be_attached()
    expect(sheet).not_to_have_class(re.compile("tiny"))
    assert sheet.evaluate("sheet => sheet.scrollWidth <= sheet.clientWidth + 1")
    drawing = sheet.locator("svg").first
    width = drawing.evaluate("svg => svg.getBoundingClientRect().width")
    scale = width / drawing.evaluate("svg => svg.viewBox.baseVal.width")
    assert scale * 13 >= 11.95


def test_the_page_alone_scrolls_and_the_parts_of_a_card_stay_in_sight(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map?view=whole&node=refusion")
    expect(page.get_by_role("radio", name="Benefits and harms")).to_be_visible()
    expect(page.get_by_role("heading", name="Sources")).to_be_attached()
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 1200)")
    expect(page.get_by_role("radio", name="Benefits and harms")).to_be_in_viewport(ratio=1)
    expect(page.locator(".box.chosen .outline")).to_be_in_viewport(ratio=1)
    card = page.locator(".st-key-card")
    assert card.evaluate("card => card.scrollHeight <= card.clientHeight + 1")


def test_what_is_shown_on_the_map_is_in_the_address_and_leads_to_its_rows(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map?view=whole&node=pseudarthrosis&marks=often")
    expect(box(page, "The bones did not join")).to_have_accessible_name(
        re.compile("How often: about 17 in 100")
    )
    expect(page.get_by_text("On the map.")).to_be_visible()
    page.get_by_role("link", name="All rows behind it").click()
    expect(page).to_have_url(re.compile("evidence.*node=pseudarthrosis"))


def test_a_place_is_found_by_an_everyday_name(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map")
    finder = page.get_by_label("Find a place by any name")
    finder.click()
    finder.fill("non-union")
    page.keyboard.press("Enter")
    expect(card(page)).to_have_text(["The bones did not join"])


def test_a_part_of_a_card_has_its_own_address(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map?node=scs_implant")
    page.get_by_role("radio", name="Benefits and harms").click()
    expect(page.get_by_role("heading", name="Possible harms")).to_be_visible()
    expect(page).to_have_url(re.compile("part=numbers"))


@pytest.mark.parametrize("width", [390, 1024])
def test_the_way_to_an_option_stands_in_the_address_and_begins_at_its_first_step(
    app: str, open_page: Open, width: int
) -> None:
    page = open_page(f"{app}/map?node=refusion", width=width)
    page.get_by_role("link", name="The way here").click()
    expect(page).to_have_url(re.compile(r"/map\?view=route&from=persistent_pain&to=refusion$"))
    place = page.locator('.route-steps a[data-node="persistent_pain"]').first
    first = place if width < 641 else box(page, "Pain that stays").first
    expect(first).to_be_in_viewport()


def test_two_goals_are_drawn_over_the_whole_width_and_a_card_beside_them_can_be_closed(
    app: str, open_page: Open
) -> None:
    address = f"{app}/map?view=route&from=persistent_pain&to=refusion,scs_trial"
    page = open_page(address, width=1024)
    expect(card(page)).to_have_text(["Choose a box"])
    expect(page.locator(".sheet svg").first).to_be_visible()
    box(page, "Your story").first.click()
    expect(card(page)).to_have_text(["Your story and an examination"])
    expect(page.locator(".sheet svg").first).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(card(page)).to_have_text(["Choose a box"])


@pytest.mark.parametrize("path", ["/", "/map"])
@pytest.mark.parametrize("group", ["Finding the cause", "Another operation"])
def test_what_a_tap_on_a_telephone_opens_comes_into_view(
    app: str, open_page: Open, path: str, group: str
) -> None:
    page = open_page(f"{app}{path}", width=390, height=844)
    box(page, group).click()
    expect(page).to_have_url(re.compile("/map.*box="))
    expect(page.locator(".panel strong")).to_have_text(group)
    expect(page.locator(".panel strong")).to_be_in_viewport()


def test_the_first_place_chosen_low_on_a_route_shows_the_title_of_its_card(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map?view=route&from=persistent_pain&to=scs_trial", width=1024)
    box(page, "Trying the stimulator").click()
    expect(page).to_have_url(re.compile("node=scs_trial"))
    expect(card(page)).to_be_in_viewport(ratio=1)


def test_another_part_of_a_card_begins_beneath_the_names_of_the_parts(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map?node=refusion", width=1024)
    expect(page.get_by_role("heading", name="Sources")).to_be_attached()
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 1600)")
    page.get_by_role("radio", name="Living with it").click()
    first = page.get_by_role("heading", name="Body", exact=True)
    expect(first).to_be_in_viewport(ratio=1)
    names = page.locator(".st-key-parts").evaluate("names => names.getBoundingClientRect().bottom")
    assert first.evaluate("first => first.getBoundingClientRect().top") >= names - 1


@pytest.mark.parametrize("width", [320, 390, 768, 1024])
def test_the_page_never_scrolls_sideways(app: str, open_page: Open, width: int) -> None:
    page = open_page(f"{app}/map?node=pseudarthrosis", width=width)
    expect(card(page)).to_be_visible()
    expect(box(page, "Deciding together").first).to_be_attached()
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_the_map_downloads_as_svg_and_as_png(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/map?view=route&from=pseudarthrosis&to=refusion")
    for name, beginning in (("Map as SVG", b"<"), ("Map as PNG", b"\x89PNG")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert download.value.path().read_bytes().startswith(beginning)


def test_nothing_is_asked_of_a_third_party(app: str, open_page: Open) -> None:
    page = open_page(f"{app}/about")
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    for path in ("/", "/map?node=ct", "/evidence", "/background", "/about", "/warning_signs"):
        page.goto(f"{app}{path}")
        expect(page.get_by_text("General information, not advice about you")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert hosts - {None} == {urlsplit(app).hostname}  # None: data and blob addresses

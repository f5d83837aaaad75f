"""Pictures of numbers as people meet them: their size, on a phone, by keyboard, in forced colours, saved."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from pathways.theme import DARK, LIGHT, Colours

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

SHARES = "/evidence?subject=how_often&show=pictures"
WIDE = ".st-key-picture_wide_evidence-shares-1"
NARROW = ".st-key-picture_narrow_evidence-shares-1"


def drawn(page: Page, picture: str) -> Locator:
    """A picture as soon as it is drawn and seen: what draws it is fetched after the rest of the page."""
    expect(page.locator(".data-table summary").first).to_be_attached()
    expect(page.locator(f"{picture} .main-svg .annotation-text").first).to_be_visible()
    return page.locator(picture)


def as_browser_writes(colour: str) -> str:
    """A colour as a style has it once a browser has read it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def test_20_shares_take_at_most_1100_pixels(app: str, open_page: Open) -> None:
    page = open_page(f"{app}{SHARES}", width=1440)
    drawn(page, WIDE)
    expect(page.locator(f"{NARROW} .annotation-text").first).to_be_hidden()
    page.wait_for_function(
        """() => {
            const picture = document.querySelector("[class*='st-key-fitting_']");
            const height = picture.getBoundingClientRect().height;
            return height > 900 && height <= 1100;
        }"""
    )
    expect(page.locator(".data-table tbody tr")).to_have_count(20)


def test_on_a_phone_the_label_stands_above_its_line(app: str, open_page: Open) -> None:
    page = open_page(f"{app}{SHARES}", width=390, height=844)
    picture = drawn(page, NARROW)
    expect(page.locator(f"{WIDE} .annotation-text").first).to_be_hidden()
    beside_words = picture.evaluate(
        """picture => {
            const box = element => element.getBoundingClientRect();
            const boxes = [...picture.querySelectorAll(".annotation-text")].map(box);
            const marks = [...picture.querySelectorAll(".points path")].map(box);
            return marks.filter(mark => mark.height && boxes.some(
                words => words.top < mark.bottom && mark.top < words.bottom)).length;
        }"""
    )
    assert picture.locator(".points path").count() >= 20
    assert beside_words == 0


@pytest.mark.parametrize(("width", "picture"), [(1440, WIDE), (390, NARROW)])
def test_no_letter_of_a_picture_is_smaller_than_12_pixels(
    app: str, open_page: Open, width: int, picture: str
) -> None:
    page = open_page(f"{app}{SHARES}", width=width)
    sizes = drawn(page, picture).evaluate(
        """picture => [...picture.querySelectorAll("text, tspan")]
            .map(letters => parseFloat(getComputedStyle(letters).fontSize))"""
    )
    assert len(sizes) > 50
    assert min(sizes) >= 12


def test_the_table_of_a_picture_is_reached_and_opened_by_keyboard(app: str, open_page: Open) -> None:
    page = open_page(f"{app}{SHARES}")
    drawn(page, WIDE)
    page.get_by_role("radio", name="PNG, for slides").focus()
    table = page.locator(".data-table summary").first
    expect(table).to_be_attached()
    for _ in range(8):
        page.keyboard.press("Tab")
        if table.evaluate("summary => summary === document.activeElement"):
            break
    expect(table).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".data-table table").first).to_be_visible()
    assert page.locator(".data-table tbody tr").count() == 20


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_forced_colours_keep_marks_ranges_and_words(app: str, open_page: Open, theme: str) -> None:
    page = open_page(f"{app}{SHARES}", theme=theme)
    page.emulate_media(forced_colors="active", color_scheme=theme)
    used = drawn(page, WIDE).evaluate(
        """picture => {
            const system = name => {
                const probe = document.body.appendChild(document.createElement("i"));
                probe.style.color = name;
                const said = getComputedStyle(probe).color;
                probe.remove();
                return said;
            };
            const mark = getComputedStyle(picture.querySelector(".points path[style*='fill']"));
            const range = getComputedStyle(picture.querySelector(".lines path[style*='stroke-width: 2.5']"));
            const words = getComputedStyle(picture.querySelector(".annotation-text tspan"));
            return [system("CanvasText"), mark.stroke, range.stroke, words.fill];
        }"""
    )
    assert set(used) == {used[0]}


def said_in(svg: str, palette: Colours) -> set[str]:
    """The colours of a theme that a picture has for words and marks."""
    colours = (palette.ink, palette.accent, palette.quiet)
    return {colour for colour in colours if as_browser_writes(colour) in svg}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_saved_picture_is_light_on_white_and_has_a_foot(app: str, open_page: Open, theme: str) -> None:
    page = open_page(f"{app}{SHARES}", theme=theme)
    drawn(page, WIDE)
    with page.expect_download() as download:
        page.locator(f"{WIDE} .modebar-btn").first.click()
    svg = Path(download.value.path()).read_text(encoding="utf-8")
    paper = re.search(
        r'<rect x="0" y="0" width="\d+" height="\d+" style="fill: ([^;]+); fill-opacity: 1;"', svg
    )
    assert paper
    assert paper[1] == as_browser_writes(LIGHT.paper)
    assert said_in(svg, LIGHT) == {LIGHT.ink, LIGHT.accent, LIGHT.quiet}
    assert not said_in(svg, DARK)
    for words in ("How often: shares of people.", "Sources: ", "data version", "CC BY 4.0.", "http://"):
        assert words in svg.replace("\N{NO-BREAK SPACE}", " ")

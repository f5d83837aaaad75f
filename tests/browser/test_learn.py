"""What only a browser can tell of Learn: the keyboard stays with the card, and the back button leads back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

OPEN = Callable[..., Page]
STEP = "/learn?show=walk&case=two_loose_screws&trail=red_flag_check,history_and_exam&number=3"


def test_a_figure_is_guessed_with_the_keyboard_alone(app: str, open_page: OPEN) -> None:
    page = open_page(f"{app}/learn")
    mark = page.get_by_role("slider").first
    expect(mark).to_be_visible()
    mark.focus()
    page.keyboard.press("ArrowRight")
    see = page.get_by_role("button", name="Show the figure")
    expect(see).to_be_visible()
    expect(page.get_by_test_id("stSliderThumbValue").first).to_have_text("51")
    see.focus()
    page.keyboard.press("Enter")
    told = page.get_by_role("heading", name="You said 51.")
    expect(told).to_be_visible()
    expect(told).to_be_focused()
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Figure 2 of 10")).to_be_visible()
    expect(page.locator("#asked")).to_be_focused()


@pytest.mark.parametrize("width", [390, 768])
def test_a_walk_keeps_to_the_width_and_the_back_button_leads_to_the_choice(
    app: str, open_page: OPEN, width: int
) -> None:
    page = open_page(f"{app}{STEP}", width=width)
    page.get_by_role("button", name="X-rays, standing and bending").click()
    told = page.get_by_role("heading", name="The case goes another way")
    expect(told).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.get_by_role("navigation", name="The way so far")).to_contain_text("You chose: X-rays")
    page.go_back()
    expect(page.get_by_text("Which way now?")).to_be_visible()
    expect(page.get_by_role("heading", name="Your story and an examination")).to_be_visible()


def test_a_case_that_is_opened_and_a_route_that_is_chosen_bring_the_keyboard_to_their_heading(
    app: str, open_page: OPEN
) -> None:
    page = open_page(f"{app}/learn?show=walk")
    page.get_by_role("link", name="Case 1:").click()
    expect(page.get_by_text("step 1 of")).to_be_visible()
    expect(page.locator("#asked")).to_be_focused()
    page = open_page(f"{app}/learn?show=walk")
    expect(page.get_by_text("Data version").first).to_be_attached()  # words typed before the end are lost
    goal = page.get_by_role("combobox", name="To")
    expect(goal).to_be_visible()
    goal.fill("X-rays")
    page.get_by_role("option", name="X-rays").first.click()
    expect(page.get_by_text("step 1 of")).to_be_visible()
    expect(page.locator("#asked")).to_be_focused()


def test_the_middle_of_the_line_of_guesses_is_said_in_its_middle(app: str, open_page: OPEN) -> None:
    page = open_page(f"{app}/learn")
    mark = page.get_by_role("slider").first
    expect(mark).to_be_visible()
    mark.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_test_id("stSliderThumbValue").first).to_have_text("51")
    page.get_by_role("button", name="Show the figure").click()
    middle = page.locator(".learn-line .scale span", has_text="50")
    expect(middle).to_be_visible()
    told = middle.evaluate(
        "one => { const it = one.getBoundingClientRect(), all = one.parentElement.getBoundingClientRect();"
        " return Math.abs((it.left + it.right) / 2 - (all.left + all.right) / 2); }"
    )
    assert told < 3

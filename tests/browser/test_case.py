"""A careless and a hostile reader of the page Case: no way leads past an emergency."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from pathways.loading import load_pack
from tests.conftest import REAL_PACK

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


def test_a_filled_case_takes_six_sheets_with_what_was_entered_and_met_before_the_rest(
    app: str, open_page: OPEN
) -> None:
    case = load_pack(REAL_PACK).cases[-1]
    facts = ",".join(f"{name}:{value}" for name, value in case.facts.items())
    page = _ready(open_page(f"{app}/case?case={facts}"))
    expect(page.locator(".case-paper-rest")).to_be_attached()
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    words = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    parts = ["What was entered", "Published conditions that are met", "Not met", "Unknown: facts for these"]
    assert [words.index(part) for part in parts] == sorted(words.index(part) for part in parts)
    assert len(sheets) <= 6


def test_on_paper_an_emergency_stands_above_what_was_entered(app: str, open_page: OPEN) -> None:
    page = _ready(open_page(f"{app}/case?case=fever:yes"))
    page.emulate_media(media="print")
    expect(page.locator(".case-paper-rest")).to_be_visible()
    top, facts = (page.locator(name).first.bounding_box() for name in (".case-emergencies", ".case-paper"))
    assert top
    assert facts
    assert top["y"] < facts["y"]
    assert facts["x"] > 20
    expect(page.get_by_text("Warning signs not asked yet:")).to_be_visible()


def test_a_narrow_page_folds_the_picture_and_keeps_the_counts_in_sight(app: str, open_page: OPEN) -> None:
    page = _ready(open_page(f"{app}/case?case=metalwork:loose", width=390, height=844))
    picture = page.locator(".st-key-case_map")
    expect(picture).not_to_be_in_viewport()
    counts = page.locator(".case-counts")
    expect(counts).to_be_in_viewport()
    expect(counts).to_contain_text("met")
    counts.get_by_role("link").click()
    expect(page.locator("#case-results")).to_be_in_viewport()
    expect(counts).to_be_in_viewport()
    page.get_by_text("The case on the map").click()
    expect(picture.locator("svg").first).to_be_visible()


def test_a_wide_page_shows_the_picture_and_no_counts(app: str, open_page: OPEN) -> None:
    page = _ready(open_page(f"{app}/case?case=metalwork:loose"))
    expect(page.locator(".st-key-case_map svg").first).to_be_visible()
    expect(page.locator(".case-counts")).to_be_hidden()
    expect(page.locator(".case-paper").first).to_be_hidden()


def test_a_place_on_the_picture_opens_its_rows(app: str, open_page: OPEN) -> None:
    page = _ready(open_page(f"{app}/case?case=metalwork:loose&node=hardware_problem"))
    row = page.locator("#case-hardware_problem .case-row").first
    expect(row).to_be_visible()
    expect(row).to_contain_text("Rests on: Implant status on imaging: Loose")

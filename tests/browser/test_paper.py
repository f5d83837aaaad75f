"""Every page on paper: light whatever the theme, opened, without buttons; it says which rows it lacks."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser


def _printed(page: Page) -> PdfReader:
    expect(page.get_by_text("Data version").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    return PdfReader(BytesIO(page.pdf(format="A4", print_background=True)))


def test_a_dark_page_prints_dark_words_on_white(app: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{app}/about", theme="dark")
    expect(page.get_by_text("Data version").first).to_be_attached()
    page.emulate_media(media="print")
    colours = page.evaluate(
        "() => [getComputedStyle(document.querySelector('.stApp')).backgroundColor,"
        " getComputedStyle(document.querySelector('.st-key-reading p')).color]"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(23, 38, 43)"]


def test_paper_opens_what_is_folded_and_leaves_out_what_is_pressed(
    app: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{app}/map?view=net&node=ct")
    words = "\n".join(sheet.extract_text() for sheet in _printed(page).pages)
    assert "Ways back" in words
    assert "Copy link" not in words
    assert "Map as SVG" not in words
    assert page.locator("details[open]").count() == 0


def test_a_table_that_scrolls_says_on_paper_how_many_rows_it_has(
    app: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{app}/evidence?show=table&subject=tests")
    expect(page.get_by_test_id("stDataFrame").first.locator("[aria-rowcount]")).to_be_attached()
    words = " ".join(sheet.extract_text() for sheet in _printed(page).pages)
    assert "Save the table to have them all" in words.replace("\n", " ")

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


def test_a_map_is_printed_whole_on_one_sheet_and_beneath_its_title(
    app: str, open_page: Callable[..., Page]
) -> None:
    route = "view=route&from=persistent_pain&to=refusion"
    for address, most in (("view=whole", 2), (route, 9)):
        page = open_page(f"{app}/map?{address}", width=1024)
        expect(page.locator(".sheet svg").first).to_be_visible()
        sheets = [sheet.extract_text() for sheet in _printed(page).pages]
        assert len(sheets) <= most
        first, last = (box.split(",")[0].split()[0] for box in _first_and_last_box(page))
        assert "The map" in sheets[0]
        assert first in sheets[0]
        assert last in sheets[0]
        assert "The same map in words" not in " ".join(sheets)
        expect(page.locator(".sheet")).to_have_attribute(
            "data-mode", "narrow" if address == route else "wide"
        )


def _first_and_last_box(page: Page) -> tuple[str, str]:
    names = page.locator(".sheet .box").evaluate_all("boxes => boxes.map(box => box.textContent)")
    return names[0], names[-1]


def test_a_comparison_prints_what_the_reader_opened_and_leads_to_the_sheet(
    app: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{app}/compare?options=carry_on,refusion,scs_implant")
    row = page.get_by_text("All of it").first
    expect(row).to_be_visible()
    closed = _printed(page)
    assert len(closed.pages) <= 4
    words = " ".join(sheet.extract_text() for sheet in closed.pages).replace("\n", " ")
    assert "take the sheet of two pages" in words
    assert "All of it" not in words
    row.click()
    opened = _printed(page)
    assert len(opened.pages) > len(closed.pages)
    assert "All of it" in " ".join(sheet.extract_text() for sheet in opened.pages)


def test_a_wide_table_lies_across_the_sheet_and_keeps_within_it(
    app: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{app}/evidence")
    expect(page.locator(".matrix")).to_be_visible()
    across = [sheet for sheet in _printed(page).pages if sheet.mediabox.width > sheet.mediabox.height]
    assert "Recovery and cost" in across[0].extract_text().replace("\n", " ")
    page.emulate_media(media="print")
    assert page.locator(".matrix").evaluate(
        "table => table.getBoundingClientRect().width <= 27.7 / 2.54 * 96"
        " && [...table.querySelectorAll('th, td')].every((cell) => cell.scrollWidth <= cell.clientWidth + 1)"
        " && [...table.querySelectorAll('*')]"
        ".every((one) => parseFloat(getComputedStyle(one).fontSize) >= 9.3)"
    )

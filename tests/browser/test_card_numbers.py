"""The numbers of a card on a screen: both sides at first sight, and each line opens what it leads to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

CARD = "map?node=scs_implant&part=numbers"


def test_benefits_and_harms_fit_one_small_screen(app: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{app}/{CARD}", width=1024)
    page.set_viewport_size({"width": 1024, "height": 768})
    answers = page.locator(".answers.beside")
    expect(answers).to_be_visible()
    page.locator("#card-title").evaluate("title => title.scrollIntoView({ block: 'start' })")
    expect(answers).to_be_in_viewport(ratio=1)


def test_a_line_opens_its_figures(app: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{app}/{CARD}")
    fold = page.locator("#numbers-harm-infection")
    expect(fold.get_by_role("table")).to_be_hidden()
    page.locator('.answers a[href="#numbers-harm-infection"]').click()
    expect(fold.get_by_role("table")).to_be_visible()
    expect(fold).to_be_in_viewport()


def test_an_address_that_names_a_fold_opens_it(app: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{app}/{CARD}#numbers-harm-infection")
    fold = page.locator("#numbers-harm-infection")
    expect(fold.get_by_role("table")).to_be_visible()
    expect(fold).to_be_in_viewport()

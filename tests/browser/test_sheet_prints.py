"""The page to take home as HTML: a browser prints it on one sheet of A4, as the PDF is one."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from pathways import sheet
from pathways.model import Pack
from pathways.sheet import Person

pytestmark = pytest.mark.browser

PERSON = Person(
    matters=(("pain", "a_lot"), ("sleep", "some")), questions=("May I drive?", "Who will call me?")
)


def test_the_html_of_every_common_decision_prints_on_one_paper(browser: Browser, real_pack: Pack) -> None:
    page = browser.new_page()
    for preset in real_pack.compare.presets:
        made = sheet.one_sheet(
            real_pack, preset.options, PERSON, made=dt.date(2026, 11, 21), about=preset.label
        )
        page.set_content(sheet.html(made))
        printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
        assert len(printed.pages) <= 2, preset.id
        assert tuple(round(float(side)) for side in printed.pages[0].mediabox[2:]) == (595, 842)
    page.close()

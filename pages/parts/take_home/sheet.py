"""The sheet on screen as it will print, and its three ways home: PDF, HTML and plain text."""

from __future__ import annotations

import streamlit as st

from pages.parts.take_home.url import TakeHomeUrl
from pages.shared.downloads import show_file
from pages.shared.summary_sheet import summary_sheet
from pages.shared.templates import rendered
from pathways import sheet
from pathways.model import Pack
from pathways.sheet import Person, Sheet

MOST_LETTERS_NAMED = 20
"""How many letters that the PDF cannot print are named one by one."""


def show_sheet(pack: Pack, url: TakeHomeUrl, person: Person) -> None:
    """Draw the downloads and the sheet itself."""
    made = summary_sheet(pack, url.options, url.preset, url.shared, person)
    st.header("The sheet", anchor=False)
    _show_downloads(pack, made)
    with st.container(key="take_home_paper", border=True):
        st.html(sheet.body(made))
    with st.expander("The same as plain text, to copy into a record"):
        st.code(sheet.text(made), language=None, wrap_lines=True)


def _show_downloads(pack: Pack, made: Sheet) -> None:
    name = f"my-page-to-take-home-{pack.info.version}"
    with st.container(key="take_home_downloads", horizontal=True):
        show_file(pack, "sheet.pdf", lambda: made, name)
        show_file(pack, "sheet-large.pdf", lambda: made, f"{name}-large")
        show_file(pack, "sheet.html", lambda: made, name)
        show_file(pack, "sheet.txt", lambda: made, name)
    if letters := sheet.letters_not_in_pdf(made):
        st.html(rendered("take_home/letters.html", letters=letters, most=MOST_LETTERS_NAMED))

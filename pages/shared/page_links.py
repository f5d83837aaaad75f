"""Links from page to page as Streamlit draws them; a comparison that was begun travels along."""

from __future__ import annotations

import streamlit as st

from pages.shared.catalogue import PAGES
from pages.shared.url import taken_along


def show_link(name: str, label: str = "", *, icon: str | None = None, **params: str | None) -> None:
    """A link to a page of the catalogue.

    Args:
        label: what it says, if not the page's name in the menu.
        params: parts of the address beside those that the page opens with; None leaves one out.
    """
    page = PAGES[name]
    asked = {**page.opens_with, **taken_along(), **params}
    parts = {name: words for name, words in asked.items() if words is not None}
    st.page_link(page.file, label=label or page.menu, icon=icon, query_params=parts or None)

"""The ways to other pages: a row of links on wide screens, one button on a phone, a landmark on both.

Streamlit draws the links, so that a page opens without loading the app anew. What it cannot be told is set by
a script: the landmark, the link of this page, and where the skip link lands
(docs/decisions/0018-frame-and-start.md).
"""

from __future__ import annotations

import streamlit as st

from pages.shared.catalogue import MENU
from pages.shared.page_links import show_link
from pages.shared.templates import fixed


def show_menu(here: str | None) -> None:
    """Links to the pages of the menu; ``here`` is the name of the page that is drawn, None for none."""
    with st.container(key="menu", horizontal=True, gap="small"):
        st.html(fixed("frame/menu_button.html"), width="content")
        for listed in MENU:
            show_link(listed.name)
    st.html(fixed("frame/script.html", place=place_in_menu(here)), unsafe_allow_javascript=True)


def place_in_menu(here: str | None) -> int:
    """Which of the links leads to the page that is drawn; -1 if none does.

    >>> place_in_menu(""), place_in_menu("compare"), place_in_menu("warning_signs")
    (0, 2, -1)
    """
    return next((place for place, listed in enumerate(MENU) if listed.name == here), -1)

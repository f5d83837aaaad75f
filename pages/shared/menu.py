"""The ways to other pages: a row of links on wide screens, one button on a phone, a landmark on both.

Streamlit draws the links, so that a page opens without loading the app anew. What it cannot be told is set by
a script: the landmark, the link of this page, and where the skip link lands
(docs/decisions/0018-frame-and-start.md).
"""

from __future__ import annotations

import streamlit as st

from pages.shared.catalogue import MENU, PAGES
from pages.shared.page_links import show_link
from pages.shared.templates import fixed
from pages.shared.url import taken_along

SEARCH = "search"
"""The page of the one search, which the menu leads to by a field or, where there is no room, by a link."""

SENT = "search_was_sent"
"""Where a search that was sent from the menu is noted, so that its page goes on in its own field."""

_LINKS = (*(listed.name for listed in MENU), SEARCH)


def show_menu(here: str | None) -> None:
    """Links to the pages of the menu; ``here`` is the name of the page that is drawn, None for none."""
    with st.container(key="menu", horizontal=True, gap="small"):
        st.html(fixed("frame/menu_button.html"), width="content")
        for listed in MENU:
            show_link(listed.name)
        with st.container(key="to_search", width="content"):
            show_link(SEARCH, "Search", icon=":material/search:")
        # The page of the search has a field of its own; where a page failed, a second frame has none.
        if here not in (None, SEARCH):
            _show_field()
    st.html(fixed("frame/script.html", place=place_in_menu(here)), unsafe_allow_javascript=True)


def place_in_menu(here: str | None) -> int:
    """Which of the links leads to the page that is drawn; -1 if none does.

    >>> place_in_menu(""), place_in_menu("compare"), place_in_menu("warning_signs")
    (0, 2, -1)
    """
    return next((place for place, name in enumerate(_LINKS) if name == here), -1)


def _show_field() -> None:
    """A field for words to look for in everything; Enter leads to the page of the search."""
    with st.form("search_form", border=False, width="content"), st.container(horizontal=True, gap=None):
        words = st.text_input(
            "Search everything", label_visibility="collapsed", placeholder="Search everything", type="search"
        )
        is_sent = st.form_submit_button("Search")
    if is_sent:
        st.session_state[SENT] = True
        st.switch_page(
            PAGES[SEARCH].file, query_params={**taken_along(), **({"text": words} if words else {})}
        )

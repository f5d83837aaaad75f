"""The steps of deciding, which run over three pages: facts, the comparison, and the page to take home."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

import streamlit as st

from pages.shared.page_links import show_link
from pages.shared.url import href

FACTS = "1 Facts"
COMPARING = {"options": "2 Options", "compare": "3 Compare", "matters": "4 What matters", "check": "5 Check"}
"""The steps that the compare page shows, with their names."""
TAKE_HOME = "6 Page to take home"


def show_ways(params: Mapping[str, str], here: str) -> None:
    """All steps, as links that keep the options in their addresses; ``here`` is the one the reader is at."""
    with st.container(key="steps", horizontal=True, gap="small", vertical_alignment="center"):
        _show_way(FACTS, "background", params, here)
        for step, name in COMPARING.items():
            _show_way(name, "compare", {**params, "step": step}, here)
        _show_way(TAKE_HOME, "take_home", params, here)


def _show_way(name: str, page: str, params: Mapping[str, str], here: str) -> None:
    if name == here:
        st.markdown(f"**{name}**", width="content")
    else:
        show_link(page, name, **params)


def here_without_matters(params: Mapping[str, str]) -> str:
    """Where the same options stand side by side, as an address to type; blank if the app's is not known.

    What matters to the person is left out: the paper may lie about, and the link would tell it again.
    """
    parts = {name: words for name, words in params.items() if name != "matters"}
    return urljoin(st.context.url, href("compare", **parts)) if st.context.url else ""

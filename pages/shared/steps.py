"""The steps of deciding, which run over three pages: facts, the comparison, and the page to take home."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

FACTS = "1 Facts"
COMPARING = {"options": "2 Options", "compare": "3 Compare", "matters": "4 What matters", "check": "5 Check"}
"""The steps that the compare page shows, with their names."""
TAKE_HOME = "6 Page to take home"
FACTS_PAGE = "pages/background.py"
COMPARE_PAGE = "pages/compare.py"
TAKE_HOME_PAGE = "pages/take_home.py"


def show_ways_back(parameters: Mapping[str, str]) -> None:
    """All steps on the last of their pages: the ways back, with the options in their addresses."""
    with st.container(key="steps", horizontal=True, gap="small", vertical_alignment="center"):
        st.page_link(FACTS_PAGE, label=FACTS)
        for step, name in COMPARING.items():
            st.page_link(COMPARE_PAGE, label=name, query_params={**parameters, "step": step})
        st.markdown(f"**{TAKE_HOME}**", width="content")

"""The steps of deciding, and the moves between those that the compare page shows."""

from __future__ import annotations

import streamlit as st

from pages.parts.compare.url import CompareUrl
from pages.shared.decision_steps import COMPARING, show_ways
from pages.shared.page_links import show_link
from pages.shared.templates import fixed
from pages.shared.url import change_url

_ARRIVED = "compare_arrived"


def show_steps(url: CompareUrl) -> None:
    """The six steps: one is the background, four are on this page, the last is the page to take home."""
    show_ways(url.shared, COMPARING[url.step], go=go_to, can_compare=len(url.options) > 1)


def show_take_home(url: CompareUrl, label: str) -> None:
    """The way to the sheet with these options, once there is something beside the first one."""
    if len(url.options) > 1:
        show_link("take_home", label, **url.shared)
    else:
        st.markdown(f"{label}: choose what to compare first", width="content")


def show_onward(step: str, label: str, key: str | None = None) -> None:
    """The button that leads to the next step; ``key`` tells two of them on one page apart."""
    icon = ":material/arrow_forward:"
    st.button(label, key=key, icon=icon, icon_position="right", on_click=lambda: go_to(step))


def go_to(step: str, row: str | None = None) -> None:
    """Show a step from its top, or from one of its rows."""
    change_url(step=step, row=row)
    st.session_state[_ARRIVED] = st.session_state.get(_ARRIVED, 0) + 1


def arrive(url: CompareUrl) -> None:
    """Bring the reader to what was asked for: the browser keeps its place when only the content changes."""
    count = st.session_state.get(_ARRIVED, 0)
    target = ""
    if url.row and url.step == "compare":
        target = f"#row-{url.row}"
    elif count:
        target = ".st-key-steps"
    html = fixed("compare/arrive.html", target=target, count=count)
    st.html(html, unsafe_allow_javascript=True)

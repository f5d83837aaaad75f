"""The choices at the top of the page Causes and tests: which view, and which cause or test."""

from __future__ import annotations

import streamlit as st

from pages.parts.causes_and_tests.url import VIEWS, CausesUrl
from pages.shared.url import change_url
from pages.shared.widgets import show_buttons
from pathways.evidence import causes
from pathways.model import Node, NodeKind, Pack

ALL = {"cause": "All possible causes", "test": "All tests"}
"""What the list of a kind offers first: to choose none of them."""


def show_choices(pack: Pack, url: CausesUrl) -> None:
    """Draw the choice of a view and, where a view has something to choose, the list of it."""
    views, finder = st.columns([6, 5], vertical_alignment="bottom")
    with views:
        show_buttons("Show", "show", VIEWS, url.show, resets=["cause", "test", "counted", "share"])
    with finder:
        if url.show == "causes":
            _show_list(pack, "cause", url.cause)
        elif url.show == "tests":
            _show_list(pack, "test", url.test)


def _show_list(pack: Pack, kind: NodeKind, chosen: Node | None) -> None:
    key = f"chosen_{kind}"
    st.session_state[key] = chosen.id if chosen else ""

    def change() -> None:
        # The other kind goes with it: a test opened for one cause is not the next test for that cause.
        change_url(**{"cause": None, "test": None, "share": None, kind: st.session_state[key] or None})

    st.selectbox(
        kind.capitalize(),
        ["", *(node.id for node in causes.nodes_of_kind(pack, kind))],
        format_func=lambda node_id: pack.node[node_id].plain_label if node_id else ALL[kind],
        key=key,
        on_change=change,
    )

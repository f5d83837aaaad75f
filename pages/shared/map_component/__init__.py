"""The map as a Streamlit component: an inline SVG that answers to mouse, touch and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from pathways.theme import css_variables

_FOLDER = Path(__file__).parent


@cache
def _component() -> ComponentRenderer:
    """The component, registered once for the whole server."""
    return st.components.v2.component(
        "pathway_map",
        css=css_variables(":host") + (_FOLDER / "map.css").read_text(encoding="utf-8"),
        js=(_FOLDER / "map.js").read_text(encoding="utf-8"),
    )


def pathway_map_component(payload: bytes, *, key: str, on_choose: Callable[[], None]) -> str | None:
    """Show a map, and return the id of what was chosen just now, if anything was.

    Args:
        payload: what :func:`pathways.map.views.payload` returns. Pass the same bytes on every run:
            the browser then keeps its drawing, zoom and place.
        key: names this map on its page; the choice stands in ``st.session_state[key].chosen`` during the
            run that it causes.
        on_choose: called before that run. It should write the choice to the address, from which the map
            reads what to highlight: ``?node=`` for nodes, ``?box=`` for the boxes of the Net.
    """
    result = _component()(key=key, data=payload, on_chosen_change=on_choose)
    chosen = result.chosen
    return str(chosen) if chosen is not None else None

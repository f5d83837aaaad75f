"""Widgets for one part of the address: they are set from it on every run, and a change is written to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.shared.plain import plain
from pages.shared.url import Name, change_url

ANY = ""
"""The choice of none: it takes its part out of the address."""


def for_example(lead: str, words: str) -> str:
    """What an empty box for typing says: an example of the pack, or nothing without one.

    >>> for_example("Type, for example: ", "kettle"), for_example("Type, for example: ", "")
    ('Type, for example: kettle', '')
    """
    return f"{lead}{words}" if words else ""


def show_buttons(
    label: str, part: str, names: Mapping[Name, str], chosen: Name, *, resets: Sequence[str] = ()
) -> None:
    """A row of buttons of which one is always chosen.

    Args:
        part: the part of the address, which is also the key of the widget.
        names: what can be chosen, with the words for it.
        resets: other parts of the address that a change takes away.
    """
    st.session_state[part] = chosen
    st.segmented_control(
        label,
        list(names),
        format_func=lambda name: plain(names[name]),
        key=part,
        required=True,
        wrap=True,
        on_change=lambda: _write(part, resets),
    )


def show_list(
    label: str, part: str, names: Mapping[str, str], chosen: str, *, resets: Sequence[str] = ()
) -> None:
    """A list of names to filter by, with "All" first; the arguments are those of :func:`show_buttons`."""
    offered = {ANY: "All", **names}
    st.session_state[part] = chosen
    st.selectbox(
        label,
        list(offered),
        format_func=offered.__getitem__,
        key=part,
        on_change=lambda: _write(part, resets),
    )


def _write(part: str, resets: Sequence[str]) -> None:
    change_url(**{**dict.fromkeys(resets), part: st.session_state[part] or None})

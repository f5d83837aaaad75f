"""The steps of deciding, which run over three pages: facts, the comparison, and the page to take home."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urljoin

import streamlit as st
from markupsafe import Markup

from pages.shared.opened import opened
from pages.shared.page_links import show_link
from pages.shared.templates import fixed
from pages.shared.url import PACK, href, pack_asked

FACTS = "1 Facts"
COMPARING = {"options": "2 Options", "compare": "3 Compare", "matters": "4 What matters", "check": "5 Check"}
"""The steps that the compare page shows, with their names."""
TAKE_HOME = "6 Page to take home"


def show_ways(
    params: Mapping[str, str],
    here: str,
    *,
    go: Callable[[str], None] | None = None,
    can_compare: bool = True,
) -> None:
    """All steps, as links that keep the options in their addresses; ``here`` is the one the reader is at.

    Args:
        go: moves between the steps of the page that is open, whose address a link to itself would not change.
        can_compare: if not, the steps that need two options are named and lead nowhere yet.
    """
    later = set() if can_compare else {*COMPARING.values(), TAKE_HOME} - {COMPARING["options"]}
    with st.container(key="steps", horizontal=True, gap=None, vertical_alignment="center"):
        for name, page, own in _STEPS:
            if name == here or name in later:
                st.html(_step_html(name, is_here=name == here), width="content")
            elif go and (step := own.get("step")):
                st.button(numbered(name), key=f"to_{step}", type="tertiary", on_click=go, args=(step,))
            else:
                show_link(page, numbered(name), **{**params, **own})


_STEPS: tuple[tuple[str, str, dict[str, str]], ...] = (
    (FACTS, "background", {}),
    *((name, "compare", {"step": step}) for step, name in COMPARING.items()),
    (TAKE_HOME, "take_home", {}),
)
"""Each step with its page and the parts of the address that are its own."""


def numbered(name: str) -> str:
    """The name of a step as Markdown, its number in a ring (base.css).

    >>> numbered("4 What matters")
    '**4** What matters'
    """
    number, _, words = name.partition(" ")
    return f"**{number}** {words}"


def _step_html(name: str, *, is_here: bool) -> Markup:
    number, _, words = name.partition(" ")
    return fixed("frame/step.html", number=number, words=words, is_here=is_here)


def here_without_matters(params: Mapping[str, str]) -> str:
    """Where the same options stand side by side, as an address to type; blank if none is known.

    What matters to the person is left out: the paper may lie about, and the link would tell it again.
    """
    if opened() or not st.context.url:
        return ""
    parts = {**params, PACK: pack_asked() or None, "matters": None}
    return urljoin(st.context.url, href("compare", **parts))

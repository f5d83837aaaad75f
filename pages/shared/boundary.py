"""What a failure may take away: the part of the page in which it happens, and nothing around it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.shared.templates import rendered

LOG = logging.getLogger("pages.failures")
"""Where the terminal is told why a part could not be shown; the reader is told only that it could not."""


@contextmanager
def boundary(what: str) -> Iterator[None]:
    """Draw a part of a page; if that fails, one sentence stands in its place.

    Streamlit's own stops and reruns are no failures: they pass.

    Args:
        what: what is drawn, as the sentence begins: "The map".
    """
    try:
        yield
    # Whatever goes wrong below, known or not, must not take the warning line or the rest of the page away.
    except Exception as error:  # noqa: BLE001
        tell_failure(what, error)


def tell_failure(what: str, error: Exception) -> None:
    """Tell the terminal why something could not be shown, and the reader how to go on."""
    LOG.error("%s could not be shown in full.", what, exc_info=error)
    st.html(rendered("frame/failed.html", what=what))

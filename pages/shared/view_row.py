"""A quiet row at the end of every view: copy its link, its QR code, cite it, save it.

The row is a fragment, and what it shows is made when it is opened: a choice on the map changes the address
without drawing the page anew.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, urljoin

import streamlit as st
from markupsafe import Markup

from pages.shared import url
from pages.shared.templates import fixed, rendered
from pathways import qr
from pathways.model import Pack

LEFT_OUT = "matters"
"""What a person said matters to them: it stays out of what is printed, cited or shown to a camera."""


@st.fragment
def show_view_row(pack: Pack, here: str, name: str) -> None:
    """The row for the view that is called ``name`` on the page ``here``."""
    with st.container(key="view_row", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(fixed("frame/copy_link.html"), width="content")
        with st.popover("QR code", type="tertiary", key="view_qr", on_change="rerun") as code:
            # The card is placed before it is filled, so an empty code keeps the room of a full one.
            st.html(_code_html(address_of(here)) if code.open else fixed("frame/qr.html", **_NO_CODE))
        with st.popover("Cite", type="tertiary", key="view_cite", on_change="rerun") as cite:
            if cite.open:
                st.code(citation(pack, name, address_of(here), date.today()), language=None, wrap_lines=True)
        with st.popover("Save or print", type="tertiary", key="view_save", on_change="rerun") as save:
            if save.open:
                st.html(fixed("frame/save.html"))


def address_of(here: str) -> str:
    """The whole address of the view, without what matters to the reader; blank if the app's is not known."""
    parts = {name: words for name, words in url.params().items() if name != LEFT_OUT}
    return urljoin(st.context.url, url.href(here, **parts) or ".") if st.context.url else ""


def citation(pack: Pack, name: str, address: str, today: date) -> str:
    """How to cite a view: its name, the data with version and day, the address, and the day it was seen."""
    info = pack.info
    data = f"{info.title}, data version {info.version} of {info.date:%-d %B %Y}"
    seen = f"{address} (seen {today:%-d %B %Y})" if address else f"Seen {today:%-d %B %Y}"
    return f"{name}. Pathway explorer: {data}. {seen}."


_NO_CODE = {"drawing": "", "is_unknown": False, "is_partial": False}


def _code_html(address: str) -> Markup:
    code = {"drawing": quote(qr.svg(address))} if address else {"is_unknown": True}
    return rendered("frame/qr.html", **{**_NO_CODE, **code, "is_partial": LEFT_OUT in url.params()})

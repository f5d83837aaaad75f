"""A quiet row at the end of every view: copy its link, its QR code, cite it, save it.

The row is a fragment, and what it shows is made when it is opened: a choice on the map changes the address
without drawing the page anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from pages.shared import url
from pages.shared.opened import opened
from pages.shared.templates import fixed, rendered
from pathways import qr
from pathways.model import Pack, Source

REFERENCE_FORMATS = ("bibtex", "ris", "csl-json")
"""The files in which the view and its sources can be kept."""

TABLE_FORMATS = ("csv", "xlsx")
"""The files in which the sources can be taken with all figures that stand here of them."""


@st.fragment
def show_view_row(pack: Pack, here: str, name: str, source_ids: Callable[[], tuple[str, ...]]) -> None:
    """The row for the view that is called ``name`` on the page ``here``, and that rests on some sources."""
    with st.container(key="view_row", horizontal=True, gap="small", vertical_alignment="center"):
        if not opened():
            _show_address(here)
        with st.popover("Cite", type="tertiary", key="view_cite", on_change="rerun") as cite:
            if cite.open:
                _show_citation(pack, name, url.address_of(here), [pack.source[one] for one in source_ids()])
        with st.popover("Save or print", type="tertiary", key="view_save", on_change="rerun") as save:
            if save.open:
                st.html(fixed("frame/save.html"))


def _show_address(here: str) -> None:
    """The link of the view, and its code; a pack that stands in this window alone has neither."""
    st.html(fixed("frame/copy_link.html"), width="content")
    with st.popover("QR code", type="tertiary", key="view_qr", on_change="rerun") as code:
        # The card is placed before it is filled, so an empty code keeps the room of a full one.
        st.html(_code_html(url.address_of(here)) if code.open else fixed("frame/qr.html", **_NO_CODE))


def _show_citation(pack: Pack, name: str, address: str, sources: Sequence[Source]) -> None:
    """The view cited in words; and with the sources behind it, as files for programs that keep references."""
    from pages.shared.downloads import file_name, links_here, show_file  # what writes files is slow to load
    from pathways.exports import Bibliography, Records, View

    view = View(name, address, date.today())
    st.code(citation(pack, name, address, view.seen), language=None, wrap_lines=True)
    unknown = sum(bool(source.incomplete) for source in sources)
    st.html(rendered("frame/references.html", count=len(sources), unknown=unknown))
    bibliography = Bibliography(tuple(sources), links_here(), view)
    with st.container(horizontal=True, key="references"):
        for format_name in REFERENCE_FORMATS:
            show_file(pack, format_name, lambda: bibliography, file_name(pack, "sources", view.name))
    if sources:
        records = Records(bibliography.links, tuple(source.source_id for source in sources))
        st.html(fixed("frame/tables.html"))
        with st.container(horizontal=True, key="tables_of_sources"):
            for format_name in TABLE_FORMATS:
                show_file(pack, format_name, lambda: records, file_name(pack, "figures", view.name))


def citation(pack: Pack, name: str, address: str, today: date) -> str:
    """How to cite a view: its name, the data with version and day, the address, and the day it was seen."""
    info = pack.info
    data = f"{info.title}, data version {info.version} of {info.date:%-d %B %Y}"
    seen = f"{address} (seen {today:%-d %B %Y})" if address else f"Seen {today:%-d %B %Y}"
    return f"{name}. Pathway explorer: {data}. {seen}."


_NO_CODE = {"drawing": "", "is_unknown": False, "is_partial": False}


def _code_html(address: str) -> Markup:
    code = {"drawing": quote(qr.svg(address))} if address else {"is_unknown": True}
    return rendered("frame/qr.html", **{**_NO_CODE, **code, "is_partial": url.LEFT_OUT in url.params()})

"""Warning signs: which they are, what to do, how urgent. Linked from the first line of every page."""

import streamlit as st

from pages.parts.warning_signs.signs import signs_html
from pages.shared.page import no_params, page
from pages.shared.plain import plain
from pathways.evidence.causes import nodes_of_kind

with page(
    "warning_signs",
    "Warning signs",
    lambda pack: (
        f"Signs that cannot wait, for anyone with {pack.info.subject}. "
        "If one fits you, get help now; read later."
    ),
    no_params,
) as (pack, _):
    told = signs_html(pack)
    st.html(told.first)
    for sign, html in zip(nodes_of_kind(pack, "emergency"), told.each, strict=True):
        with st.container(border=True, key=f"sign_{sign.id}"):
            st.header(plain(sign.plain_label), anchor=sign.id)
            st.html(html)
    if told.sources:
        st.html(told.sources)

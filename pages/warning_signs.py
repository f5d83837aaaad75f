"""Warning signs: which they are, what to do, how urgent. Linked from the first line of every page."""

import streamlit as st

from pages.shared.page import no_params, page
from pages.shared.plain import plain
from pages.shared.prose_html import (
    Citations,
    emergency_html,
    list_html,
    node_link,
    prose_html,
    sources_html,
)
from pages.shared.templates import rendered

with page(
    "warning_signs",
    "Warning signs",
    lambda pack: (
        f"Signs that cannot wait, for anyone with {pack.info.subject}. "
        "If one fits you, get help now; read later."
    ),
    no_params,
) as (pack, _):
    citations = Citations(pack)
    signs = [node for node in pack.nodes if node.kind == "emergency"]
    if pack.info.emergency:
        st.html(emergency_html(pack, pack.info.emergency, citations, level=2))
    st.html(rendered("warning_signs/list.html", signs=signs))
    for node in signs:
        with st.container(border=True, key=f"sign_{node.id}"):
            st.header(plain(node.plain_label), anchor=node.id)
            action, urgency = st.columns(2, gap="large")
            action.markdown("**What to do**")
            action.html(list_html(pack, node.what_to_do, citations))
            urgency.markdown("**How urgent it is**")
            urgency.html(prose_html(pack, node.how_urgent, citations))
            st.html(node_link(pack, node.id, "All about this on the map"))
    st.header("Sources", anchor=False)
    st.html(sources_html(pack, citations))

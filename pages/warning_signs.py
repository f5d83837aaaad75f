"""Warning signs: which they are, how urgent, and what to do. Linked from the first line of every page."""

import streamlit as st

from pages.shared import frame
from pages.shared.words import Citations, list_html, node_link, prose_html, sources_html

with frame.page(
    "Warning signs",
    "Signs that cannot wait, for anyone with pain after a fusion. If one fits you, get help now; read later.",
) as pack:
    citations = Citations(pack)
    for node in pack.nodes:
        if node.kind != "emergency":
            continue
        with st.container(border=True):
            st.header(node.plain_label, anchor=False)
            urgency, action = st.columns(2, gap="large")
            urgency.markdown("**How urgent it is**")
            urgency.html(prose_html(pack, node.how_urgent, citations))
            action.markdown("**What to do**")
            action.html(list_html(pack, node.what_to_do, citations))
            st.html(node_link(pack, node.id, "All about this on the map"))
    st.header("Sources", anchor=False)
    st.html(sources_html(pack, citations))

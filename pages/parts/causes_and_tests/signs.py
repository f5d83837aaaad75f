"""The warning signs: each with how urgent it is, and the way to what to do."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.shared.kept import kept_html
from pages.shared.page_links import show_link
from pages.shared.prose_html import Citations, node_link, prose_html, sources_html
from pages.shared.templates import in_blocks, rendered
from pathways.evidence import causes
from pathways.model import Node, Pack
from pathways.text import markup


def show_signs(pack: Pack) -> None:
    """Draw each warning sign with its urgency, and the link to the page Warning signs."""
    show_link("warning_signs", "What to do for each warning sign", icon=":material/arrow_forward:")
    st.html(_signs_html(pack))


@kept_html
def _signs_html(pack: Pack) -> Markup:
    citations = Citations(pack)
    rows = [_row(pack, sign, citations) for sign in causes.nodes_of_kind(pack, "emergency")]
    listed = rendered("causes_and_tests/signs.html", rows=rows)
    return in_blocks([listed, sources_html(pack, citations)] if citations.numbers else [listed])


def _row(pack: Pack, sign: Node, citations: Citations) -> dict[str, object]:
    """The first sentence says how urgent it is; what follows in the paragraph says when it is more so."""
    lead, _, more = markup.citing_quotes(sign.how_urgent[0]).partition(". ")
    return {
        "link": node_link(pack, sign.id),
        "clinical": sign.clinical_label,
        "lead": prose_html(pack, [f"{lead.rstrip('.')}."], citations),
        "more": prose_html(pack, [more], citations),
    }

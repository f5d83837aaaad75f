"""What guides say: what public guides tell patients, and what the evidence says of each claim."""

from __future__ import annotations

import streamlit as st

from pages.parts.guides.claims import show_claims
from pages.parts.guides.filters import show_filters
from pages.parts.guides.url import guides_url
from pages.shared.page import page
from pages.shared.templates import paragraph
from pathways.search import claims

with page(
    "guides",
    "What guides say",
    lambda pack: (
        f"What public guides tell patients about {pack.info.subject}, claim by claim, "
        "held against the evidence."
    ),
    guides_url,
) as (pack, url):
    if pack.claims:
        show_filters(pack, url)
        show_claims(pack, claims.matching(pack, url.wanted), url.shown)
    else:
        st.html(paragraph("No guides have been held against the evidence of this pathway yet."))

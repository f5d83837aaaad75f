"""Guides, checked: what public guides tell patients, and what the evidence says of each claim."""

import streamlit as st

from pages.parts.guides.address import guides_address
from pages.parts.guides.claims import show_claims
from pages.parts.guides.filters import show_filters
from pages.shared import frame
from pages.shared.address import AddressError
from pathways import claims

with frame.page(
    "Guides, checked",
    "What public guides tell patients about pain after a fusion, claim by claim, held against the evidence.",
) as pack:
    try:
        address = guides_address(pack, st.query_params)
    except AddressError as error:
        frame.unknown(str(error))
    else:
        show_filters(pack, address)
        show_claims(pack, claims.matching(pack, address.wanted), address.shown)

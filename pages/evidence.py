"""Evidence: every figure with group, time, range, design and source; what disagrees; what is not known."""

import streamlit as st

from pages.shared import evidence_view, frame
from pages.shared.evidence_address import evidence_address

with frame.page(
    "Evidence",
    "Every figure behind the map, with whom it is about, how sure it is and where it comes from. "
    "For anyone who asks how we know.",
) as pack:
    evidence_view.show(pack, evidence_address(pack, st.query_params))

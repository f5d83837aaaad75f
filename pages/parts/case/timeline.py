"""When criteria look: a line for each clock, its marks, and where the case is on it."""

from __future__ import annotations

import streamlit as st

from pages.shared.boundary import boundary
from pages.shared.templates import rendered
from pathways.criteria import CaseReading
from pathways.criteria.clocks import clocks
from pathways.model.vocabulary import CASE_STATE_LABELS


def show_clocks(reading: CaseReading) -> None:
    """What usually comes when; a pack whose criteria name no time shows nothing."""
    with boundary("What usually comes when"):
        found = clocks(reading)
        if found:
            st.html(rendered("case/clocks.html", clocks=found, states=CASE_STATE_LABELS, pack=reading.pack))

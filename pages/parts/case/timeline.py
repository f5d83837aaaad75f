"""When criteria look: a line for each clock, its marks, and where the case is on it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.shared.boundary import boundary
from pages.shared.kept import kept_html
from pages.shared.templates import Html, rendered
from pathways.criteria import CaseReading
from pathways.criteria.clocks import Clock, clocks
from pathways.model import Pack
from pathways.model.vocabulary import CASE_STATE_LABELS

HEADING = "What usually comes when"
NO_WAIT = "The times are those of the criteria. None of them is a wait for a warning sign."
_ALL = Markup('<section class="case-clocks"><h2>{}</h2>{}<p class="facts">{}</p></section>')


def show_clocks(reading: CaseReading) -> None:
    """What usually comes when; a pack whose criteria name no time shows nothing."""
    with boundary(HEADING):
        found = clocks(reading)
        if found:
            drawn = Markup("").join(clock_html(reading.pack, clock) for clock in found)
            st.html(Html(_ALL.format(HEADING, drawn, NO_WAIT)))


@kept_html
def clock_html(pack: Pack, clock: Clock) -> Markup:
    """One clock with its marks, and what stands at each."""
    return rendered("case/clock.html", clock=clock, states=CASE_STATE_LABELS, pack=pack)

"""What cannot wait: lit emergencies above all, then an answer that is missing, then what is not asked."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.shared.boundary import boundary
from pages.shared.prose_html import Citations, list_html, node_link, prose_html
from pages.shared.templates import rendered
from pathways.criteria import CaseReading, CriterionReading
from pathways.criteria.reading import EmergencyReading
from pathways.model import Pack


def show_first(reading: CaseReading) -> None:
    """Nothing here can be closed, and nothing else stands above it."""
    if reading.emergencies:
        with st.container(key="case_emergency_line"):
            st.html(rendered("case/emergency_line.html", lit=reading.emergencies, node=reading.pack.node))
        with st.container(key="case_emergencies"):
            st.html(emergencies_html(reading))
    with boundary("What is missing and what does not go together"):
        st.html(rendered("case/first.html", **_first(reading)))


def emergencies_html(reading: CaseReading) -> Markup:
    """Each place that needs help now: its signs, what to do, how urgent it is, and its card."""
    pack = reading.pack
    citations = Citations(pack)
    return rendered(
        "case/emergencies.html",
        call=prose_html(pack, [pack.info.emergency.call], citations) if pack.info.emergency else "",
        lit=[_told(reading, one, citations) for one in reading.emergencies],
    )


def _told(reading: CaseReading, lit: EmergencyReading, citations: Citations) -> dict[str, object]:
    pack = reading.pack
    node = pack.node[lit.node_id]
    return {
        "node": node,
        "signs": [row.criterion.clinical for row in lit.rows],
        "do": list_html(pack, node.what_to_do, citations),
        "urgency": prose_html(pack, node.how_urgent, citations),
        "link": node_link(pack, node.id, "All about this on the map"),
    }


def _first(reading: CaseReading) -> dict[str, object]:
    pack = reading.pack
    words = pack.info.case
    is_worse = bool(words and reading.is_met(words.worse))
    return {
        "missing": [(row.criterion, facts_in_words(pack, row)) for row in reading.one_missing],
        "not_asked": [fact.clinical_label for fact in reading.not_asked],
        "is_complete": not reading.not_asked and not reading.emergencies,
        "contradictions": [one.plain for one in reading.contradictions],
        "refused": reading.answers.refused,
        "worse": words.worse_words if words and is_worse else "",
        "worse_to": node_link(pack, words.worse_to) if words and is_worse else "",
    }


def facts_in_words(pack: Pack, row: CriterionReading) -> str:
    """The facts that would have to be known."""
    return "; ".join(pack.fact[name].clinical_label for name in row.outcome.missing)

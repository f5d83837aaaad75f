"""What cannot wait: lit emergencies above all, then an answer that is missing, then what is not asked."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.case.entered import filled, with_places
from pages.shared.boundary import boundary
from pages.shared.kept import kept_html
from pages.shared.page import show_notes
from pages.shared.prose_html import Citations, list_html, node_link, prose_html, sources_html
from pages.shared.templates import rendered
from pages.shared.url import notes as notes_of_the_address
from pathways.criteria import CaseReading, CriterionReading
from pathways.criteria.reading import EmergencyReading
from pathways.model import Contradiction, Fact, Pack

OTHER_PARTS = "Some of this address was not understood, or stands in it twice. It is left out."
"""Said of all that the frame does not understand: nothing of it is repeated on this page."""


def show_first(reading: CaseReading, notes: Sequence[str]) -> None:
    """Nothing here can be closed, and nothing else stands above it; notes about the address come last."""
    pack = reading.pack
    if reading.emergencies:
        with st.container(key="case_emergency_line"):
            st.html(line_html(pack, tuple(one.node_id for one in reading.emergencies)))
        with st.container(key="case_emergencies"):
            st.html(filled(emergencies_html(pack, reading.emergencies), pack, reading.answers))
    if reading.unread:
        st.html(unread_html(pack, _ids(reading.unread)))
    with boundary("What is missing and what does not go together"):
        words = pack.info.case
        is_worse = words is not None and reading.is_met(words.worse)
        is_done = not (reading.emergencies or reading.not_asked or reading.one_missing or reading.unread)
        st.html(open_html(pack, reading.one_missing, _ids(reading.not_asked), is_done))
        if is_worse or reading.contradictions:
            st.html(odd_html(pack, reading.contradictions, is_worse))
    with boundary("What was not understood of the address"):
        others = (OTHER_PARTS,) if notes_of_the_address() else ()
        show_notes([*notes, *others])


def _ids(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    return tuple(fact.fact_id for fact in facts)


@kept_html
def line_html(pack: Pack, lit: tuple[str, ...]) -> Markup:
    """All that needs help now in one line, which stays at the top of the window."""
    return rendered("case/emergency_line.html", lit=[pack.node[node_id] for node_id in lit])


@kept_html
def emergencies_html(pack: Pack, emergencies: tuple[EmergencyReading, ...]) -> Markup:
    """Each place that needs help now: its signs, what to do, how urgent it is, and its card."""
    citations = Citations(pack)
    return rendered(
        "case/emergencies.html",
        call=prose_html(pack, [pack.info.emergency.call], citations) if pack.info.emergency else "",
        lit=[_told(pack, one, citations) for one in emergencies],
        sources=sources_html(pack, citations) if citations.numbers else "",
    )


def _told(pack: Pack, lit: EmergencyReading, citations: Citations) -> dict[str, object]:
    node = pack.node[lit.node_id]
    return {
        "node": node,
        "entered": with_places(
            pack, dict.fromkeys(name for row in lit.rows for name in row.outcome.rests_on)
        ),
        "signs": [row.criterion.clinical for row in lit.rows],
        "do": list_html(pack, node.what_to_do, citations),
        "urgency": prose_html(pack, node.how_urgent, citations),
        "link": node_link(pack, node.id, "All about this on the map"),
    }


@kept_html
def open_html(
    pack: Pack, one_missing: tuple[CriterionReading, ...], not_asked: tuple[str, ...], is_done: bool
) -> Markup:
    """Which answer a warning lacks, and which warning signs were not asked for yet."""
    return rendered(
        "case/open.html",
        missing=[(row.criterion, _labels(pack, row.outcome.missing)) for row in one_missing],
        not_asked=[pack.fact[name].clinical_label for name in not_asked],
        is_complete=is_done,
    )


@kept_html
def odd_html(pack: Pack, contradictions: tuple[Contradiction, ...], is_worse: bool) -> Markup:
    """What does not go together, and where pain leads that gets worse."""
    words = pack.info.case
    return rendered(
        "case/odd.html",
        contradictions=[one.plain for one in contradictions],
        worse=words.worse_words if words and is_worse else "",
        worse_to=node_link(pack, words.worse_to) if words else "",
    )


@kept_html
def unread_html(pack: Pack, names: tuple[str, ...]) -> Markup:
    """Which questions on warning signs were given an answer that could not be read."""
    return rendered("case/unread.html", labels=_labels(pack, names))


def _labels(pack: Pack, names: tuple[str, ...]) -> list[str]:
    return [pack.fact[name].clinical_label for name in names]

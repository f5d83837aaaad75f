"""Background: what a fusion is, why it is done, symptoms, prevention, and the words used."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pages.shared import frame
from pages.shared.address import AddressError, change_address, known
from pages.shared.steps import FACTS, show_ways
from pages.shared.words import GLOSSARY, Citations, prose_html, sources_html
from pathways.model import Pack, Topic

WORDS_USED = "words"
CARRIED = ("options", "matters", "decision")


def show_topic(pack: Pack, topic: Topic) -> None:
    citations = Citations(pack)
    html = Markup("<h2>{}</h2>").format(topic.title) + prose_html(pack, [topic.summary], citations)
    for section in topic.sections:
        html += Markup("<h3>{}</h3>").format(section.heading) + prose_html(pack, section.text, citations)
    if citations.numbers:
        html += Markup("<h3>Sources</h3>") + sources_html(pack, citations)
    st.html(html)


def show_glossary() -> None:
    heading, _, words = GLOSSARY.read_text(encoding="utf-8").partition("\n")
    st.header(heading.removeprefix("# "), anchor=False)
    st.markdown(words)


with frame.page(
    "Background",
    "What helps to know before looking at the map. For anyone new to the subject.",
) as pack:
    # Who came from a comparison finds the way back to it, with the choices of its address.
    from_comparison = {name: st.query_params[name] for name in CARRIED if name in st.query_params}
    if "options" in from_comparison:
        show_ways(from_comparison, FACTS)
    titles = {**{topic.id: topic.title for topic in pack.topics}, WORDS_USED: "Words used"}
    try:
        asked = known(st.query_params, "topic", titles, "background topic") or next(iter(titles))
    except AddressError as error:
        frame.unknown(str(error))
    else:
        st.session_state["topic"] = asked
        st.segmented_control(
            "Topic",
            list(titles),
            format_func=titles.__getitem__,
            key="topic",
            required=True,
            on_change=lambda: change_address(topic=st.session_state["topic"]),
        )
        with st.container(key="reading"):
            if asked == WORDS_USED:
                show_glossary()
            else:
                show_topic(pack, pack.topic[asked])

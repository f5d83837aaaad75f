"""Background: what is no place on the map, topic by topic, and the words used."""

from __future__ import annotations

import streamlit as st

from pages.parts.background.topic import topic_html
from pages.parts.background.url import GLOSSARY, background_url
from pages.shared.decision_steps import FACTS, show_ways
from pages.shared.page import page
from pages.shared.plain import plain
from pages.shared.templates import paragraph
from pages.shared.url import begun
from pages.shared.widgets import show_buttons
from pathways.model import Pack
from pathways.text.readability import WORDS_USED


def show_glossary(pack: Pack) -> None:
    st.header(WORDS_USED, anchor=False)
    rows = (f"| {plain(', '.join(one.words))} | {plain(one.meaning)} |" for one in pack.glossary)
    st.markdown("\n".join(["| word | what it means here |", "| --- | --- |", *rows]))


with page(
    "background",
    "Background",
    "What helps to know before looking at the map. For anyone new to the subject.",
    background_url,
) as (pack, url):
    # Who came from a comparison finds the way back to it, with the choices of its address.
    if "options" in (comparison := begun()):
        show_ways(comparison, FACTS)
    if url.titles:
        show_buttons("Topic", "topic", url.titles, url.topic)
    with st.container(key="reading"):
        if not url.titles:
            st.html(paragraph("This pathway has no background yet."))
        elif url.topic == GLOSSARY:
            show_glossary(pack)
        else:
            st.html(topic_html(pack, pack.topic[url.topic]))

"""The start page: what the condition is, the decision, warning signs, and three doors."""

import streamlit as st
from starlette.middleware import Middleware

from pages.shared.page import last_resort, no_params, page
from pages.shared.page_links import show_link
from pages.shared.paths import OnePage
from pages.shared.prose_html import Citations, prose_html, sources_html
from pages.shared.templates import paragraph

DOORS = (
    (
        "Together, in a visit",
        "For a person and a clinician. Lay the choices side by side, say what matters, take a page home.",
        "compare",
        "Compare the choices",
    ),
    (
        "To explore",
        "For students and curious readers. Walk the map of causes, tests and choices, box by box.",
        "map",
        "Open the map",
    ),
    (
        "To check the numbers",
        "For anyone who asks how we know. Every figure with its group, time, range and source.",
        "evidence",
        "Open the evidence",
    ),
)


def show_start() -> None:
    """Draw the start page."""
    with page(
        "",
        lambda pack: pack.info.start_title,
        "See the ways that care can take, what is known about each, and what is not.",
        no_params,
    ) as (pack, _):
        citations = Citations(pack)
        with st.container(key="reading"):
            st.html(prose_html(pack, pack.info.condition, citations))
            st.html(paragraph(pack.info.decision, lead="The decision."))
        doors = [door for door in DOORS if door[2] != "compare" or not pack.compare.is_empty]
        for column, (heading, text, target, label) in zip(st.columns(len(doors)), doors, strict=True):
            with column, st.container(border=True, height="stretch"):
                st.header(heading, anchor=False)
                st.markdown(text)
                show_link(target, label, icon=":material/arrow_forward:")
        how_many, trust = st.columns(2, gap="large")
        with how_many:
            if pack.info.how_many:
                st.header("How many people have it", anchor=False)
                st.html(prose_html(pack, pack.info.how_many, citations))
        with trust:
            st.header("Whom this is for", anchor=False)
            st.html(prose_html(pack, pack.info.audience, citations))
            st.header("How far to trust it", anchor=False)
            st.html(prose_html(pack, pack.info.status, citations))
        if citations.numbers:
            st.header("Sources", anchor=False)
            st.html(sources_html(pack, citations))


# Streamlit imports this file as a server, and runs it as the script of the start page.
if __name__ == "__main__":
    show_start()
else:
    app = st.App(__file__, middleware=[Middleware(OnePage)], on_script_error=last_resort)

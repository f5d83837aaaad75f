"""The start page: the decision, a door for each reader, the overview, and how many have the condition."""

import streamlit as st
from starlette.middleware import Middleware

from pages.parts.start.first_screen import show_first_screen
from pages.parts.start.reading import start_html
from pages.shared.page import last_resort, no_params, page
from pages.shared.paths import OnePage


def show_start() -> None:
    """Draw the start page."""
    with page(
        "",
        lambda pack: pack.info.start_title,
        "See the ways that care can take, what is known about each, and what is not.",
        no_params,
    ) as (pack, _):
        told = start_html(pack)
        show_first_screen(pack)
        with st.container(key="reading"):
            st.header("What it is", anchor=False)
            st.html(told.condition)
        how_many, trust = st.columns(2, gap="large")
        with how_many:
            if told.how_many:
                st.header("How many people have it", anchor=False)
                st.html(told.how_many)
        with trust:
            st.header("Who this is for", anchor=False)
            st.html(told.audience)
            st.header("How far to trust it", anchor=False)
            st.html(told.status)
        if told.sources:
            st.header("Sources", anchor=False)
            st.html(told.sources)


# Streamlit imports this file as a server, and runs it as the script of the start page.
if __name__ == "__main__":
    show_start()
else:
    app = st.App(__file__, middleware=[Middleware(OnePage)], on_script_error=last_resort)

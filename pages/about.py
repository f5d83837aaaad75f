"""About: how the explorer was made, how far to trust it, privacy and licences."""

import streamlit as st

from pages.parts.about.pathways import show_pathways
from pages.parts.about.reading import method, status_html
from pages.shared.downloads import show_other_programs
from pages.shared.page import no_params, page
from pages.shared.page_links import show_link

with (
    page(
        "about",
        "About",
        "How this was made, who paid, what is not known, and how to report a mistake.",
        no_params,
    ) as (pack, _),
    st.container(key="reading"),
):
    show_link("scorecard", "Our own score against published criteria")
    show_link("what_is_new", "What is new in the data")
    st.html(status_html(pack))
    st.markdown(method())
    st.header("Files for other programs", anchor="files")
    show_other_programs(pack)
    show_pathways()

"""About: how the explorer was made, how far to trust it, privacy and licences."""

from pathlib import Path

import streamlit as st

from pages.shared import frame

METHOD = Path(__file__).parents[1] / "docs" / "method.md"

with (
    frame.page(
        "About",
        "How this was made, who paid, what is not known, and how to report a mistake.",
    ) as pack,
    st.container(key="reading"),
):
    st.page_link("pages/scorecard.py", label="Our own score against published criteria")
    for paragraph in pack.info.status:
        st.markdown(paragraph)
    _, _, method = METHOD.read_text(encoding="utf-8").partition("\n")
    st.markdown(method)

"""About: how the explorer was made, how far to trust it, privacy and licences."""

from pathlib import Path

import streamlit as st

from pages.shared import frame
from pages.shared.address import begun
from pages.shared.words import Citations, prose_html

METHOD = Path(__file__).parents[1] / "docs" / "method.md"

with (
    frame.page(
        "about",
        "About",
        "How this was made, who paid, what is not known, and how to report a mistake.",
        frame.no_parts,
    ) as (pack, _),
    st.container(key="reading"),
):
    st.page_link(
        "pages/scorecard.py", label="Our own score against published criteria", query_params=begun() or None
    )
    st.html(prose_html(pack, pack.info.status, Citations(pack)))
    method = METHOD.read_text(encoding="utf-8").partition("\n")[2]
    st.markdown(method)

"""About: how the explorer was made, how far to trust it, privacy and licences."""

from pathlib import Path

import streamlit as st

from pages.shared.downloads import ABOUT_PACK_FILES, show_pack_files
from pages.shared.page import no_params, page
from pages.shared.page_links import show_link
from pages.shared.prose_html import Citations, prose_html

METHOD = Path(__file__).parents[1] / "docs" / "method.md"

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
    st.html(prose_html(pack, pack.info.status, Citations(pack)))
    method = METHOD.read_text(encoding="utf-8").partition("\n")[2]
    st.markdown(method)
    st.header("Files for other programs", anchor="files")
    st.markdown(ABOUT_PACK_FILES)
    show_pack_files(pack)

"""The pathways of this app, and one of a reader's own that is opened from a file."""

from __future__ import annotations

import streamlit as st

from pages.shared.opened import MOST_OPENED, has_room, open_pack
from pages.shared.page import show_problems
from pages.shared.templates import fixed, paragraph
from pages.shared.which_pack import show_other_packs
from pathways.loading import load_zip
from pathways.loading.zipped import MOST_BYTES_OF_ZIP
from pathways.problems import PackError

MEGABYTES = MOST_BYTES_OF_ZIP // 1_000_000


def show_pathways() -> None:
    """Which pathways there are, and the box to open another."""
    st.header("Pathways", anchor="pathways")
    show_other_packs()
    st.html(fixed("about/open.html", megabytes=MEGABYTES))
    # A file as Streamlit holds it is in memory, and of this window.
    with st.container(key="pathways"):
        file = st.file_uploader(
            "Open a pathway from a zip file", type="zip", max_upload_size=MEGABYTES, key="zip"
        )
        st.html(fixed("about/zone.html"), unsafe_allow_javascript=True)
    if file is not None:
        _open(file.getvalue(), file.name)


def _open(content: bytes, name: str) -> None:
    """Show the pack from its start page on, or say what is wrong with it."""
    if not has_room():
        wait = f"{MOST_OPENED} people have a pathway of their own open right now. Please try again later."
        st.html(paragraph(wait))
        return
    try:
        pack = load_zip(content, name)
    except PackError as error:
        show_problems(error, "open the zip again")
        return
    open_pack(pack, name)
    st.switch_page("app.py", query_params={})

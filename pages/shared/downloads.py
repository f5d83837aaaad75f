"""Files to take away: buttons that make a file only when they are pressed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st
from markupsafe import Markup

from pages.shared.opened import opened
from pages.shared.url import app_address, pack_asked
from pathways.exports import FORMATS, OF_A_PACK, Links, whole
from pathways.model import Pack

if TYPE_CHECKING:
    import pandas as pd


ABOUT_PACK_FILES = (
    "The whole pathway, whatever is chosen here. Each file says which data it is of, and its links lead back."
)
"""What is so of every file of a whole pack."""


def file_name(pack: Pack, holds: str, words: str) -> str:
    """What a file is called, without its end: the pack, what it holds, of which view, and the data version.

    >>> from pathways.loading import load_pack
    >>> file_name(load_pack(), "sources", "Tests · Evidence").split("-")[1:4]
    ['sources', 'tests', 'evidence']
    """
    view = "-".join(re.findall(r"[a-z0-9]+", words.casefold()))[:60].strip("-")
    return "-".join(filter(None, (pack.info.id, holds, view, pack.info.version)))


def show_file(pack: Pack, format_name: str, make: Callable[[], object], name: str, label: str = "") -> None:
    """A button for a file in one of :data:`pathways.exports.FORMATS`.

    Args:
        make: gives what is written, such as a map; it is asked when the button is pressed.
        name: the name of the file, without the suffix.
        label: what the button says, if not what the format is called.
    """
    chosen = FORMATS[format_name]
    st.download_button(
        label or chosen.label,
        lambda: chosen.write(make(), pack),
        file_name=f"{name}.{chosen.suffix}",
        mime=chosen.mime,
        on_click="ignore",
    )


def links_here() -> Links:
    """Links back to the pack that is shown; to one that stands in this window alone, no address leads."""
    return Links() if opened() else Links(app_address(), pack_asked())


def _show_pack_files(pack: Pack) -> None:
    """The whole pack in each format that a pack alone gives, with who opens it."""
    with st.container(key="pack_files", gap="xsmall"):
        for name, chosen in OF_A_PACK.items():
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                _show_whole(pack, name)
                # As Streamlit writes it: a popover lies outside of where the style sheet knows the theme.
                st.caption(f"For {chosen.read_by}", width="content")


def show_other_programs(pack: Pack) -> None:
    """The same behind one button, made when it is opened."""
    with st.popover(
        "The whole pathway for other programs", key="other_programs", on_change="rerun"
    ) as others:
        if others.open:
            st.html(Markup("<p>{}</p>").format(ABOUT_PACK_FILES))
            _show_pack_files(pack)


def _show_whole(pack: Pack, format_name: str) -> None:
    """A button for the whole pack in one format; its links lead back to this app."""
    chosen, links = OF_A_PACK[format_name], links_here()
    st.download_button(
        chosen.label,
        lambda: whole(pack, format_name, links),
        file_name=chosen.file_name(pack),
        mime=chosen.mime,
        key=f"whole {format_name}",
        on_click="ignore",
    )


def show_csv(pack: Pack, label: str, name: str, table: Callable[[], pd.DataFrame]) -> None:
    """A button for a table as a CSV file that is named after its subject and the date of the data."""
    show_file(pack, "table.csv", table, f"{name}-{pack.info.date:%Y-%m-%d}", label)

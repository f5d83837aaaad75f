"""A picture of numbers with its two twins: the words for a reader who does not see it, and a table."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages.shared.address import change_address
from pages.shared.causes_address import FORMATS
from pages.shared.templates import rendered
from pathways.figures import chart_style
from pathways.figures.chart_style import Palette


def palette() -> Palette:
    """The colours for the theme that the reader sees."""
    return Palette.dark() if st.context.theme.type == "dark" else Palette.light()


def show_picture(name: str, picture: Any, alt: str, table: pd.DataFrame, save_as: str) -> None:
    """Draw a plotly picture with its words and its table; ``name`` is that of the file it is saved as."""
    config = {**chart_style.download(name, kind=save_as), "displayModeBar": True}
    st.plotly_chart(picture, theme=None, config=config, alt=alt, key=f"picture_{name}")
    rows = table.to_numpy().tolist()
    st.html(rendered("causes_table.html", columns=list(table.columns), rows=rows))


def show_formats(save_as: str) -> None:
    """The choice of the kind of file that the button on each picture saves."""
    st.session_state["save"] = save_as
    st.segmented_control(
        "Save pictures as",
        list(FORMATS),
        format_func=FORMATS.__getitem__,
        key="save",
        required=True,
        wrap=True,
        on_change=lambda: change_address(save=st.session_state["save"]),
    )

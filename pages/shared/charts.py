"""A picture of numbers with its two twins: the words for a reader who does not see it, and a table.

Import it only where a picture is shown: plotly takes long to load.
"""

from __future__ import annotations

from typing import Literal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.shared.templates import rendered
from pathways.charts import style
from pathways.theme import DARK, LIGHT, Colours


def palette() -> Colours:
    """The colours that suit the reader's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def show_chart_and_table(name: str, figure: go.Figure, words: str, table: pd.DataFrame, save_as: str) -> None:
    """Draw a picture with its words and its table; ``name`` is that of the file it is saved as."""
    show_chart(name, figure, words, save_as)
    show_data_table(table)


def show_chart(
    name: str,
    figure: go.Figure,
    words: str,
    save_as: str,
    *,
    width: int | Literal["stretch"] = "stretch",
) -> None:
    """Draw a picture with its words and a button that saves it, without its table."""
    colours = palette()
    button = {"bgcolor": "rgba(0,0,0,0)", "color": colours.quiet, "activecolor": colours.ink}
    with st.container(key=f"picture_{name}", width=width):
        st.plotly_chart(
            figure.update_layout(modebar=button),
            theme=None,
            key=f"chart_{name}",
            config={**style.download(name, kind=save_as), "displayModeBar": True},
            alt=words,
        )


def show_wide_and_narrow(name: str, wide: go.Figure, narrow: go.Figure, words: str, save_as: str) -> None:
    """One picture drawn for two widths; the page shows the one that fits the room it has.

    The other keeps its width, so that it is right as soon as it is shown, but no height, and is left out
    for the keyboard and for screen readers: the words are heard once.
    """
    with st.container(key=f"fitting_{name}"):
        show_chart(f"{name}", wide, words, save_as)
        show_chart(f"{name}-narrow", narrow, words, save_as)


def show_data_table(table: pd.DataFrame) -> None:
    """The numbers of a picture as a table that opens on demand."""
    st.html(rendered("data_table.html", columns=list(table.columns), rows=table.to_numpy().tolist()))

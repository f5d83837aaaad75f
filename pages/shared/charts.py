"""A picture of numbers with its two twins: the words for a reader who does not see it, and a table.

Import it only where a picture is shown: plotly takes long to load.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.shared.templates import rendered
from pathways.charts import style
from pathways.model import Pack
from pathways.theme import LIGHT

LICENCE = "CC BY 4.0"
"""The licence of what is drawn here; LICENSE says which part of the project it covers."""
LETTERS_OF_FOOT, LETTERS_OF_WIDE_FOOT = 46, 105
"""So many small letters fit on a line of the narrowest picture, and of the narrowest wide one."""


@dataclass(frozen=True)
class Picture:
    """A picture with what a reader needs where it stands alone: a title and the sources, and in words.

    ``name`` is that of its file. ``wide`` is the same drawn for a wide screen, if there is one.
    """

    name: str
    title: str
    figure: go.Figure
    words: str
    sources: Sequence[str]
    wide: go.Figure | None = None


def foot(pack: Pack, title: str, sources: Sequence[str]) -> tuple[str, ...]:
    """What stands under a saved or printed picture: title, sources, data, version, day and licence."""
    info = pack.info
    named = list(dict.fromkeys(source for source in sources if source))
    said = [f"{'Source' if len(named) == 1 else 'Sources'}: {'; '.join(named)}."] if named else []
    data = f"Pathway explorer: {info.title}, data version {info.version} of {info.date:%-d %B %Y}. {LICENCE}."
    return (f"{title}.", *said, data)


def show_picture_and_table(pack: Pack, picture: Picture, table: pd.DataFrame, save_as: str) -> None:
    """Draw a picture, for the room there is, with a button that saves it, and with its table."""
    show_picture(pack, picture, save_as)
    show_data_table(table)


def show_picture(
    pack: Pack, picture: Picture, save_as: str, *, width: int | Literal["stretch"] = "stretch"
) -> None:
    """Draw a picture with its words and a button that saves it, without its table.

    Where it is drawn for two widths, the page shows the one that fits the room it has. The other keeps its
    width, so that it is right as soon as it is shown, but no height, and is left out for the keyboard and for
    screen readers: the words are heard once.
    """
    if picture.wide is None:
        _show(pack, picture, picture.figure, picture.name, save_as, width)
        return
    with st.container(key=f"fitting_{picture.name}"):
        _show(pack, picture, picture.wide, f"wide_{picture.name}", save_as, width, LETTERS_OF_WIDE_FOOT)
        _show(pack, picture, picture.figure, f"narrow_{picture.name}", save_as, width)


def _show(
    pack: Pack,
    picture: Picture,
    figure: go.Figure,
    name: str,
    save_as: str,
    width: int | Literal["stretch"],
    letters: int = LETTERS_OF_FOOT,
) -> None:
    """One figure in a box that ends above its foot: the page says that already, a file does not."""
    height = style.with_foot(figure, foot(pack, picture.title, picture.sources), letters, LIGHT)
    button = {"bgcolor": LIGHT.paper, "color": LIGHT.quiet, "activecolor": LIGHT.ink}
    with st.container(key=f"picture_{name}", width=width, height=height, border=False):
        st.plotly_chart(
            figure.update_layout(modebar=button),
            theme=None,
            key=f"chart_{name}",
            config={**style.download(name, kind=save_as), "displayModeBar": True},
            alt=picture.words,
        )


def show_data_table(table: pd.DataFrame) -> None:
    """The numbers of a picture as a table that opens on demand."""
    st.html(rendered("data_table.html", columns=list(table.columns), rows=table.to_numpy().tolist()))

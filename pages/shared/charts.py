"""A picture of numbers with its two twins: the words for a reader who does not see it, and a table.

Import it only where a picture is shown: plotly takes long to load.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.shared import url
from pages.shared.downloads import file_name
from pages.shared.kept import Kept, store_for
from pages.shared.templates import Html, rendered
from pathways.charts import style
from pathways.exports.format import licence
from pathways.model import Pack
from pathways.theme import LIGHT

PICTURES = Kept(60, lambda _: 1)
"""The pictures that were drawn last, as they are sent: they have the same colours for every reader."""
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


def foot(pack: Pack, title: str, sources: Sequence[str], address: str = "") -> tuple[str, ...]:
    """What stands under a saved or printed picture: title, sources, version, day, licence and address."""
    info = pack.info
    named = list(dict.fromkeys(source for source in sources if source))
    said = [f"{'Source' if len(named) == 1 else 'Sources'}: {'; '.join(named)}."] if named else []
    data = f"Pathway explorer: {info.title}, data version {info.version} of {info.date:%-d %B %Y}."
    return (f"{title}.", *said, f"{data} {licence(pack)}", *filter(None, (address,)))


class Panel(NamedTuple):
    """A figure as it is sent: its name on the page, the height of it that is shown, and its file's name."""

    name: str
    figure: go.Figure
    height: int
    file: str


class Drawn(NamedTuple):
    """A picture with all that is sent with it: for a narrow screen, for a wide one, in words, as a table."""

    name: str
    narrow: Panel
    wide: Panel | None
    words: str
    table: Html | None


def show_drawn(
    pack: Pack,
    name: str,
    draw: Callable[[], tuple[Picture, pd.DataFrame | None]],
    save_as: str,
    *,
    width: int | Literal["stretch"] = "stretch",
) -> None:
    """Draw a picture, for the room there is, with a button that saves it, and with its table if it has one.

    What is drawn is kept by the address and by its name, which must tell it from all others of the view.

    Args:
        draw: makes the picture and its table; it is asked once for everybody.
    """
    address = url.address_of(url.asked()[0])
    key = (pack.identity, url.asked(), address, name)
    drawn = cast("Drawn", store_for(PICTURES, pack).get(key, lambda: _drawn(pack, *draw(), address)))
    _show_picture(drawn, save_as, width)
    if drawn.table is not None:
        st.html(drawn.table)


def _drawn(pack: Pack, picture: Picture, table: pd.DataFrame | None, address: str) -> Drawn:
    name = picture.name
    own = f"narrow_{name}" if picture.wide else name
    said = foot(pack, picture.title, picture.sources, address)
    file = file_name(pack, "chart", picture.title)
    narrow = _panel(said, picture.figure, own, LETTERS_OF_FOOT, file)
    wide = picture.wide and _panel(said, picture.wide, f"wide_{name}", LETTERS_OF_WIDE_FOOT, file)
    return Drawn(name, narrow, wide or None, picture.words, None if table is None else data_table_html(table))


def _panel(said: Sequence[str], figure: go.Figure, name: str, letters: int, file: str) -> Panel:
    """A figure in a box that ends above its foot: the page says that already, a file does not."""
    finished = go.Figure(figure)  # a copy: what was given may be drawn elsewhere too
    height = style.with_foot(finished, said, letters, LIGHT)
    button = {"bgcolor": LIGHT.paper, "color": LIGHT.quiet, "activecolor": LIGHT.ink}
    return Panel(name, finished.update_layout(modebar=button), height, file)


def _show_picture(drawn: Drawn, save_as: str, width: int | Literal["stretch"]) -> None:
    """Draw a picture with its words and a button that saves it.

    Where it is drawn for two widths, the page shows the one that fits the room it has. The other keeps its
    width, so that it is right as soon as it is shown, but no height, and is left out for the keyboard and for
    screen readers: the words are heard once.
    """
    if drawn.wide is None:
        _show(drawn.narrow, drawn.words, save_as, width)
        return
    with st.container(key=f"fitting_{drawn.name}"):
        _show(drawn.wide, drawn.words, save_as, width)
        _show(drawn.narrow, drawn.words, save_as, width)


def _show(panel: Panel, words: str, save_as: str, width: int | Literal["stretch"]) -> None:
    with st.container(key=f"picture_{panel.name}", width=width, height=panel.height, border=False):
        st.plotly_chart(
            panel.figure,
            theme=None,
            key=f"chart_{panel.name}",
            config={**style.download(panel.file, kind=save_as), "displayModeBar": True},
            alt=words,
        )


def data_table_html(table: pd.DataFrame) -> Html:
    """The numbers of a picture as a table that opens on demand."""
    return rendered("data_table.html", columns=list(table.columns), rows=table.to_numpy().tolist())

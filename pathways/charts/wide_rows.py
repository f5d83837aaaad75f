"""Rows for a wide screen: label on the left, one axis on the right over the rest of the width.

The frame of :mod:`pathways.charts.style` sets words over their marks, for a telephone. Here they stand beside
them, so that 20 rows fit on one screen and a bit. The vertical axis counts pixels, as there.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic

import plotly.graph_objects as go

from pathways.charts import style
from pathways.charts.style import Row, Rows, Scale
from pathways.theme import Colours

LABEL_WIDTH = 428
"""Room for the labels left of the axis, in pixels."""
LABEL_SIZE = 14
FACTS_SIZE = 13
"""Height of the letters of a label and of the grey line under it, in pixels."""
LABEL_LETTERS = 52
FACTS_LETTERS = 62
NOTE_LETTERS = 115
"""So many letters fit on a line of a label, of the grey line under it, and of a note across the width."""
ROW_HEIGHT, TALL_ROW = 48, 56
"""Height of a row whose label takes one line, or two, in pixels."""
HEADING_HEIGHT, HEADING_LINE = 40, 22
"""Height of a heading of one line, and of each more, in pixels."""
HEADING_LETTERS = 70
"""So many letters of a heading fit on a line across the least width."""
AXIS_HEIGHT = 28
"""Room for the numbers of the axis, at the top and again at the foot, in pixels."""
CUT = " …"
LEAST_AXIS = 248
"""Width of the axis where a page changes to this picture, in pixels: words at a mark have to fit there."""
ABOVE = 5
"""How far a number over its mark stands from the middle of the mark, in pixels: it touches no line."""
LETTER_WIDTH = 7.5
"""Width of a bold letter or digit at a mark, in pixels."""
LEFT_OF_AXIS, RIGHT_OF_AXIS = -4, 2
"""Parts of the axis' width beyond either edge of every picture, from where a rule is drawn to where."""


@dataclass(frozen=True)
class WideRow(Generic[Row]):
    """A row to be placed: its name, one line of facts, and both in full for the pointer; or a heading."""

    name: str
    facts: str = ""
    full: str = ""
    row: Row | None = None
    tracks: int = 1
    height: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "height", self.height or self._least_height)

    @property
    def is_heading(self) -> bool:
        return self.row is None

    @property
    def name_lines(self) -> list[str]:
        letters = HEADING_LETTERS if self.is_heading else LABEL_LETTERS
        return textwrap.wrap(self.name, letters, break_on_hyphens=False)

    @property
    def _least_height(self) -> int:
        if self.is_heading:
            return HEADING_HEIGHT + HEADING_LINE * (len(self.name_lines) - 1)
        return TALL_ROW if len(self.name_lines) > 1 else ROW_HEIGHT


def shortened(words: str, letters: int) -> str:
    """Whole words as far as they go; what is left out is marked, and stands in full elsewhere.

    >>> shortened("Adults who saw their doctor for the first time", 30)
    'Adults who saw their doctor …'
    >>> shortened("Adults", 30)
    'Adults'
    """
    return textwrap.shorten(words, letters, placeholder=CUT, break_on_hyphens=False)


def group_and_time(group: str, time: str) -> str:
    """A group on one line with its time; only the group is shortened, so that "when" is never lost.

    >>> group_and_time("Adults who saw their doctor for the first time, four clinics in two towns", "1 year")
    'Adults who saw their doctor for the first time, … · 1 year'
    """
    if not group:
        return time
    end = f" · {time}" if time else ""
    return f"{shortened(group, FACTS_LETTERS - len(end))}{end}"


def rows_beside_scale(
    notes: Sequence[str], rows: Sequence[WideRow[Row]], scale: Scale, palette: Colours
) -> Rows[Row]:
    """A picture with notes, labels, rules and the axis at top and foot; the marks are not drawn yet."""
    lines = [line for note in notes for line in style.lines_of(note, letters=NOTE_LETTERS)]
    top = style.height_of(lines) + AXIS_HEIGHT + style.GAP / 2
    tops = [top]
    for row in rows:
        tops.append(tops[-1] + row.height)
    figure = style.frame(tops[-1] + AXIS_HEIGHT, palette)
    figure.update_layout(margin_l=LABEL_WIDTH, margin_r=28, shapes=[_rules(tops, palette)])
    _draw_grid(figure, scale, _stretches(rows, tops), palette)
    figure.update_layout(annotations=[*_notes(lines, palette), *_axes(scale, top, tops[-1], palette)])
    # All at once: plotly copies every annotation again for each one that is added.
    labels = [_label(row, at, palette) for row, at in zip(rows, tops, strict=False)]
    figure.update_layout(annotations=[*figure.layout.annotations, *labels])
    return Rows(figure, tuple(_placed(rows, tops)))


def _placed(rows: Sequence[WideRow[Row]], tops: Sequence[float]) -> Iterator[tuple[Row, tuple[float, ...]]]:
    for row, top in zip(rows, tops, strict=False):
        if row.row is not None:
            share = row.height / row.tracks
            yield row.row, tuple(top + share * (track + 0.5) for track in range(row.tracks))


def _rules(tops: Sequence[float], palette: Colours) -> dict[str, Any]:
    """All thin lines between rows as one shape, from edge to edge."""
    path = " ".join(f"M{LEFT_OF_AXIS},{top:g} L{RIGHT_OF_AXIS},{top:g}" for top in tops)
    line = {"color": palette.rule, "width": 1}
    return {"type": "path", "path": path, "xref": "paper", "yref": "y", "line": line, "layer": "below"}


def _stretches(rows: Sequence[WideRow[Row]], tops: Sequence[float]) -> Iterator[tuple[float, float]]:
    """From where to where the grid is drawn: behind every row, and behind no heading."""
    for row, top in zip(rows, tops, strict=False):
        if not row.is_heading:
            yield top, top + row.height


def _draw_grid(
    figure: go.Figure, scale: Scale, stretches: Iterator[tuple[float, float]], palette: Colours
) -> None:
    xs, ys = style.segments([(tick, top, tick, foot) for top, foot in stretches for tick in scale.ticks])
    line = {"color": palette.rule, "width": 1}
    figure.add_scatter(x=xs, y=ys, name="scale", mode="lines", line=line, cliponaxis=False, hoverinfo="skip")
    figure.update_xaxes(range=list(scale.ends))


def _notes(lines: Sequence[style.Line], palette: Colours) -> list[dict[str, Any]]:
    words = "<br>".join(style.escaped(line.words) for line in lines)
    return [_on_left(_quiet(words, style.TEXT_SIZE, palette), 0, "top")] if lines else []


def _axes(scale: Scale, top: float, foot: float, palette: Colours) -> Iterator[dict[str, Any]]:
    """The numbers of the axis, above the first row and below the last, each with what they count."""
    for height in (top - AXIS_HEIGHT / 2, foot + AXIS_HEIGHT / 2):
        yield _on_left(_quiet(style.escaped(scale.title), FACTS_SIZE, palette), height, "middle")
        for tick, label in zip(scale.ticks, scale.labels, strict=True):
            place = {"x": tick, "y": height, "xanchor": "center", "yanchor": "middle"}
            yield {"text": label, "showarrow": False, "borderpad": 0, **place}


def _label(row: WideRow[Row], top: float, palette: Colours) -> dict[str, Any]:
    middle = top + row.height / 2
    name = "<br>".join(style.escaped(line) for line in row.name_lines)
    if row.is_heading:
        return _on_left(
            f'<b><span style="font-size:{style.HEADING_SIZE}px">{name}</span></b>', middle, "middle"
        )
    facts = _quiet(style.escaped(shortened(row.facts, FACTS_LETTERS)), FACTS_SIZE, palette)
    words = f"<b>{name}</b><br>{facts}" if row.facts else f"<b>{name}</b>"
    return {**_on_left(words, middle, "middle"), "hovertext": for_the_pointer(row.full)}


def for_the_pointer(words: str) -> str:
    """Words in lines for the box that opens under the pointer."""
    return "<br>".join(style.escaped(line.words) for line in style.lines_of(words, letters=60))


def _quiet(words: str, size: int, palette: Colours) -> str:
    return f'<span style="color:{palette.quiet};font-size:{size}px">{words}</span>'


def _on_left(words: str, height: float, anchor: str) -> dict[str, Any]:
    """Words at the left edge of the picture, with their top or their middle at ``height``."""
    place = {"x": 0, "y": height, "xref": "paper", "yref": "y", "xanchor": "left", "yanchor": anchor}
    look = {"align": "left", "showarrow": False, "borderpad": 0, "xshift": 8 - LABEL_WIDTH}
    return {"text": words, **place, **look}


@dataclass(frozen=True)
class Number:
    """A number in words at a place on the axis; ``anchor`` is plotly's word for which side it stands on.

    ``full`` is what the pointer tells.
    """

    finding_id: str
    words: str
    at: float
    height: float
    anchor: str
    full: str


def beside_mark(low: float, high: float, end: float, words: str) -> tuple[float, str]:
    """Where the number of a mark stands: right of it if there is room, else left of it, else above it.

    >>> beside_mark(4, 6, 100, "5"), beside_mark(94, 96, 100, "95"), beside_mark(10, 90, 100, "50")
    ((6, 'middle right'), (94, 'middle left'), (50.0, 'top center'))
    """
    room = (len(words) * LETTER_WIDTH + style.MARK) / LEAST_AXIS * end
    if high + room <= end:
        return high, "middle right"
    if low >= room:
        return low, "middle left"
    return (low + high) / 2, "top center"


def draw_numbers(figure: go.Figure, numbers: Sequence[Number], name: str, colour: str) -> None:
    """Numbers in words as one trace."""
    figure.add_scatter(
        x=[number.at for number in numbers],
        y=[number.height - (ABOVE if number.anchor == "top center" else 0) for number in numbers],
        text=[_spaced(number.words, number.anchor) for number in numbers],
        textposition=[number.anchor for number in numbers],
        customdata=[number.finding_id for number in numbers],
        hovertext=[for_the_pointer(number.full) for number in numbers],
        hoverinfo="text",
        name=name,
        mode="text",
        textfont={"size": LABEL_SIZE, "color": colour},
        cliponaxis=False,
    )


def _spaced(words: str, anchor: str) -> str:
    """Words kept off the mark that they stand beside."""
    gap = "\N{NO-BREAK SPACE}" * 3
    said = f"<b>{style.escaped(words)}</b>"
    match anchor:
        case "middle right":
            return f"{gap}{said}"
        case "middle left":
            return f"{said}{gap}"
        case _:
            return said

"""The look that every picture of numbers shares: lettering, and a frame measured in pixels.

A picture is stacked from the top: lines of words over the marks that they speak of, so that nothing
needs a wide left margin and everything stays legible on a telephone. The vertical axis counts pixels.
Shape, filling and dash carry the meaning; colour only supports it.
"""

from __future__ import annotations

import html
import math
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import plotly.graph_objects as go

from pathways.model import Finding
from pathways.theme import FONTS, Colours

TEXT_SIZE = 14
"""Height of the letters in pixels."""
HEADING_SIZE = 17
LINE_HEIGHT = TEXT_SIZE * 1.3
"""Distance from one line of words to the next in pixels, as plotly sets them."""
LETTERS_A_LINE = 42
"""So many letters, even bold ones, fit beside each other on a screen of 320 pixels."""
AXIS_HEIGHT = 58
"""Room below the lowest row for the numbers and the title of the axis, in pixels."""
STEP = 22
"""Room for one scale with its marks, in pixels."""
GAP = 16
"""Room between blocks, in pixels."""
ROWS_OF_A_SCREEN = 6
"""With more blocks than this, the scale at the foot is too far away."""
TICK = 12
"""Length of a tick on the thin scale of a row, in pixels."""
MARK = 11
"""Width of a mark in pixels."""
FOOT_SIZE, FOOT_LINE = 12, 16
"""Height of the letters under a picture that stands alone, and of their lines, in pixels."""


Row = TypeVar("Row")


@dataclass(frozen=True)
class Excluded:
    """A finding that a picture does not draw, and why not, as a sentence."""

    finding: Finding
    reason: str


@dataclass(frozen=True)
class Line:
    """A line of words: a heading, or bold if it names a row, or quiet if it adds to it."""

    words: str
    strong: bool = False
    quiet: bool = False
    heading: bool = False


def lines_of(
    words: str,
    *,
    strong: bool = False,
    quiet: bool = False,
    heading: bool = False,
    letters: int = LETTERS_A_LINE,
) -> tuple[Line, ...]:
    """Words broken into lines that fit on a telephone; nothing is cut off.

    >>> [line.words for line in lines_of("Nobody knows how this would go for people who never had it")]
    ['Nobody knows how this would go for people', 'who never had it']
    """
    broken = textwrap.wrap(words, letters, break_on_hyphens=False)
    return tuple(Line(part, strong, quiet, heading) for part in broken)


def key(marks: Iterable[str]) -> str:
    """What the marks mean, on one line as far as it goes; a mark is never parted from its words."""
    return "   ".join(mark.replace(" ", "\N{NO-BREAK SPACE}") for mark in marks)


def height_of(lines: Sequence[Line]) -> float:
    """Height of a block of lines in pixels."""
    return len(lines) * LINE_HEIGHT


@dataclass(frozen=True)
class Block(Generic[Row]):
    """Words and, below them, room for the marks of one row; ``top`` is its upper edge in pixels.

    ``tracks`` is how many scales its marks need, one below another; ``below`` is room for more, in pixels.
    """

    lines: tuple[Line, ...]
    row: Row | None = None
    tracks: int = 0
    below: float = 0
    top: float = 0

    @property
    def heights(self) -> tuple[float, ...]:
        """Where the marks of each track stand."""
        first = self.top + height_of(self.lines) + STEP / 2
        return tuple(first + STEP * track for track in range(self.tracks))

    @property
    def bottom(self) -> float:
        return self.top + height_of(self.lines) + STEP * self.tracks + self.below


def stacked(blocks: Iterable[Block[Row]]) -> tuple[Block[Row], ...]:
    """Blocks set one under another."""
    placed: list[Block[Row]] = []
    for block in blocks:
        placed.append(replace(block, top=placed[-1].bottom + GAP if placed else GAP / 2))
    return tuple(placed)


def rows_on_scale(
    blocks: Iterable[Block[Row]], scale: Scale, palette: Colours, *, lines: bool = True
) -> Rows[Row]:
    """A picture of rows under one another, all words and the scale drawn, the marks not yet.

    The first block is the key. A tall picture repeats the numbers of the scale below it. Without ``lines``
    a row has only the ticks of the scale, so that none runs through a number beside a mark.
    """
    key, *others = blocks
    tall = len(others) > ROWS_OF_A_SCREEN
    placed = stacked([replace(key, below=LINE_HEIGHT if tall else 0), *others])
    bottom = placed[-1].bottom + GAP
    figure = frame(bottom + AXIS_HEIGHT, palette)
    tracks = [height for block in placed for height in block.heights]
    _draw_scale(figure, scale, tracks, palette, lines=lines)
    words = [_words(block.lines, block.top, palette) for block in placed if block.lines]
    words += _tick_words(scale, placed[0].bottom - LINE_HEIGHT + GAP / 2) if tall else []
    words += _tick_words(scale, bottom + 3)
    words.append(_words(lines_of(scale.title, quiet=True), bottom + 4 + LINE_HEIGHT, palette))
    # All at once: plotly copies every annotation again for each one that is added.
    figure.update_layout(annotations=words)
    return Rows(figure, tuple((block.row, block.heights) for block in placed if block.row is not None))


@dataclass(frozen=True)
class Rows(Generic[Row]):
    """A picture with the rows that still want their marks, each with the heights of its tracks."""

    figure: go.Figure
    placed: tuple[tuple[Row, tuple[float, ...]], ...]


def frame(height: float, palette: Colours) -> go.Figure:
    """An empty picture whose vertical axis counts pixels from the top (0) to ``height``."""
    figure = go.Figure(layout=go.Layout(template=go.layout.Template()))
    figure.update_layout(
        height=round(height),
        margin={"l": 8, "r": 14, "t": 0, "b": 0},
        font={"family": FONTS, "size": TEXT_SIZE, "color": palette.ink},
        paper_bgcolor=palette.paper,
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        dragmode=False,
        hoverlabel={
            "font": {"family": FONTS, "size": TEXT_SIZE, "color": palette.ink},
            "bgcolor": palette.paper,
            "bordercolor": palette.ink,
            "align": "left",
        },
    )
    figure.update_yaxes(range=[height, 0], visible=False, fixedrange=True)
    figure.update_xaxes(visible=False, fixedrange=True)
    return figure


def with_foot(figure: go.Figure, words: Sequence[str], letters: int, palette: Colours) -> int:
    """Set small words under a finished picture, for where it stands alone; returns the height without them.

    Args:
        words: sentences, each on lines of its own.
        letters: how many fit on a line.
    """
    height: int = round(figure.layout.height)
    lines = [line for said in words for line in lines_of(said, letters=letters)]
    whole = height + round(len(lines) * FOOT_LINE) + GAP
    said = "<br>".join(escaped(line.words) for line in lines)
    place = {"x": 0, "xref": "paper", "y": height, "yref": "y", "xanchor": "left", "yanchor": "top"}
    indent = 8 - (figure.layout.margin.l or 0)
    foot = {"text": said, **place, "align": "left", "showarrow": False, "borderpad": 0, "xshift": indent}
    font = {"size": FOOT_SIZE, "color": palette.quiet}
    figure.add_annotation(font=font, **foot)
    figure.update_layout(height=whole)
    figure.update_yaxes(range=[whole, 0])
    return height


def write(
    figure: go.Figure, lines: Sequence[Line], top: float, palette: Colours, *, indent: float = 0
) -> None:
    """Set a block of lines with its upper edge at ``top``, ``indent`` pixels from the left edge."""
    if lines:
        figure.add_annotation(_words(lines, top, palette, indent))


def _words(lines: Sequence[Line], top: float, palette: Colours, indent: float = 0) -> dict[str, Any]:
    return {
        "text": "<br>".join(_marked(line, palette) for line in lines),
        "x": 0,
        "y": top,
        "xref": "paper",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "xshift": indent - 1,
    }


def _marked(line: Line, palette: Colours) -> str:
    words = escaped(line.words)
    if line.heading:
        return f'<b><span style="font-size:{HEADING_SIZE}px">{words}</span></b>'
    if line.strong:
        return f"<b>{words}</b>"
    return f'<span style="color:{palette.quiet}">{words}</span>' if line.quiet else words


def escaped(words: str) -> str:
    """Words in which plotly finds no markup.

    >>> escaped("p<.05 & more")
    'p&lt;.05 &amp; more'
    """
    return html.escape(words, quote=False)


@dataclass(frozen=True)
class Scale:
    """The horizontal axis that all rows of a picture share.

    ``ends`` and ``ticks`` are numbers as drawn; ``labels`` are the words of the ticks. A logarithmic
    scale has only positive numbers. ``origin`` is where nothing differs, if there is such a number.
    """

    ends: tuple[float, float]
    ticks: tuple[float, ...]
    labels: tuple[str, ...]
    title: str
    log: bool = False
    origin: float | None = None


def _draw_scale(
    figure: go.Figure, scale: Scale, tracks: Sequence[float], palette: Colours, *, lines: bool
) -> None:
    """On each height of ``tracks`` a thin copy of the scale, which the marks sit on."""
    drawn = [line for height in tracks for line in _track(scale, height, lines=lines)]
    _draw_lines(figure, drawn, "scale", {"color": palette.rule, "width": 1})
    if scale.origin is not None:
        origin = scale.origin
        uprights = [(origin, height - TICK, origin, height + TICK) for height in tracks]
        _draw_lines(figure, uprights, "no difference", {"color": palette.quiet, "width": 2})
    ends = [_on_axis(scale, end) for end in scale.ends]
    figure.update_xaxes(range=ends, type="log" if scale.log else "linear")


def _draw_lines(figure: go.Figure, lines: Sequence[Segment], name: str, line: dict[str, Any]) -> None:
    xs, ys = segments(lines)
    figure.add_scatter(x=xs, y=ys, name=name, mode="lines", line=line, cliponaxis=False, hoverinfo="skip")


def _track(scale: Scale, height: float, *, lines: bool) -> Iterator[Segment]:
    if lines:
        yield scale.ends[0], height, scale.ends[1], height
    yield from ((tick, height - TICK / 2, tick, height + TICK / 2) for tick in scale.ticks)


def _tick_words(scale: Scale, top: float) -> list[dict[str, Any]]:
    """Words at the outer ends of the scale are set inwards, so that the picture does not cut them."""
    anchors = {scale.ends[0]: "left", scale.ends[1]: "right"}
    return [
        {
            "text": label,
            "x": _on_axis(scale, tick),
            "y": top,
            "xanchor": anchors.get(tick, "center"),
            "yanchor": "top",
            "showarrow": False,
            "borderpad": 0,
        }
        for tick, label in zip(scale.ticks, scale.labels, strict=True)
    ]


def _on_axis(scale: Scale, number: float) -> float:
    """Annotations and ranges give a number on a logarithmic axis as a power of ten."""
    return math.log10(number) if scale.log else number


Segment = tuple[float, float, float, float]
"""A straight line: x and y of its start, x and y of its end."""


def segments(lines: Iterable[Segment]) -> tuple[list[float | None], list[float | None]]:
    """Straight lines as the x and y of one trace, with a gap after each.

    >>> segments([(1.0, 30.0, 2.0, 30.0)])
    ([1.0, 2.0, None], [30.0, 30.0, None])
    """
    xs: list[float | None] = []
    ys: list[float | None] = []
    for x0, y0, x1, y1 in lines:
        xs += [x0, x1, None]
        ys += [y0, y1, None]
    return xs, ys


def mark(symbol: str, fill: str, edge: str) -> dict[str, Any]:
    """The ``marker`` of points: filled with the paper's colour, a mark is hollow."""
    return {"symbol": symbol, "size": MARK, "color": fill, "line": {"color": edge, "width": 2}}


def draw_points(
    figure: go.Figure, points: Sequence[tuple[str, float, float]], name: str, marker: dict[str, Any]
) -> None:
    """Marks of one kind as one trace, each (finding id, number, height); it is there even if empty."""
    figure.add_scatter(
        x=[x for _, x, _ in points],
        y=[y for _, _, y in points],
        customdata=[finding_id for finding_id, _, _ in points],
        name=name,
        mode="markers",
        marker=marker,
        cliponaxis=False,
        hoverinfo="skip",
    )


def draw_ranges(figure: go.Figure, spans: Sequence[tuple[float, float, float]], palette: Colours) -> None:
    """Lines with an upright at either end as one trace, each (low, high, height)."""
    xs, ys = segments([(low, height, high, height) for low, high, height in spans])
    figure.add_scatter(
        x=xs,
        y=ys,
        name="range",
        mode="lines+markers",
        line={"color": palette.ink, "width": 2.5},
        marker={"symbol": "line-ns", "size": MARK, "line": {"color": palette.ink, "width": 2.5}},
        cliponaxis=False,
        hoverinfo="skip",
    )


def download(name: str, *, kind: str = "svg") -> dict[str, Any]:
    """The ``config`` of a chart with one button only, which saves the picture as SVG or PNG."""
    return {
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": kind, "filename": name, "scale": 2},
    }

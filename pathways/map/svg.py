"""A map as a picture: one SVG that stands alone, for downloads, print and the summary sheet.

It is drawn from the same positions and shapes as the map in the page. All of its looks are plain SVG 1.1
attributes, so that every viewer and rasteriser draws it alike. Kinds differ in shape and dashes, so it
works in grey.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from html import escape

from pathways.errors import UnknownIdError, near
from pathways.layout import PlacedEdge, Rect
from pathways.map.lettering import (
    HEADING_LINE_HEIGHT,
    HEADING_SIZE,
    LABEL_LINE_HEIGHT,
    LABEL_SIZE,
    LINE_HEIGHT,
    TEXT_SIZE,
    baselines,
    text_width,
    wrapped,
)
from pathways.map.model import (
    Aside,
    Heading,
    MapBox,
    MapEdge,
    MarkShape,
    PathwayMap,
    PlacedAside,
    Weight,
)
from pathways.map.shapes import (
    BOXES,
    LINES,
    Arrow,
    arrow,
    mark_filling,
    mark_path,
    number,
    sample_arrow,
    sample_box,
)
from pathways.map.words_in_boxes import Line, box_words
from pathways.model import EdgeKind, NodeKind
from pathways.model.vocabulary import EDGE_KINDS, NODE_KINDS
from pathways.theme import FONTS, KINDS, LIGHT

_BORDER = 16
"""Blank paper on all sides, in pixels."""
TRUNK_STROKE = 3.4
"""Width in pixels of the main line of a route."""
_LEGEND_ROW = 28
_LEGEND_COLUMN = 290
_LEAST_WIDTH = 620
"""A narrower map gets blank paper at its right, so that caption and legend keep their shape."""


def svg(map_: PathwayMap, *, selected: str | None = None, caption: str = "") -> str:
    """The wide map as an SVG document: with its title, legend, and a caption beneath.

    Args:
        map_: what is drawn.
        selected: id of a box that is drawn with a heavier outline; ``UnknownIdError`` if the map lacks it.
        caption: version, date and source of what is shown. A line break in it stays one.
    """
    if selected is not None and selected not in map_.wide.boxes:
        raise UnknownIdError("box", selected, near(selected, map_.wide.boxes))
    width = max(_LEAST_WIDTH, map_.wide.size.width) + 2 * _BORDER
    note, note_height = _note(map_.note, _BORDER + 34, width)
    top = _BORDER + 26 + note_height
    below = top + map_.wide.size.height + 12
    legend, legend_height = _legend(map_, below, width)
    words, words_height = _caption(_said(map_, caption), below + legend_height + 14, width)
    height = below + legend_height + words_height + 14 + _BORDER
    parts = (
        _text([map_.title], _BORDER, _BORDER + 12, 0, size=15, weight="bold"),
        note,
        f'<g transform="translate({_BORDER} {number(top)})">{"".join(_drawing(map_, selected))}</g>',
        legend,
        words,
    )
    return _document(map_, width, height, "".join(parts))


def _said(map_: PathwayMap, caption: str) -> str:
    """The caption, after what is shown on the boxes and how it must not be read."""
    marks = map_.marks
    shown = [f"On the boxes: {marks.title}. {marks.note}".strip()] if marks else []
    return "\n".join([*shown, *([caption] if caption else [])])


def _document(map_: PathwayMap, width: float, height: float, content: str) -> str:
    size = f'width="{number(width)}" height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title description">'
        f'<title id="title">{escape(map_.title)}</title>'
        f'<desc id="description">{escape(map_.description)}</desc>'
        f'<rect width="100%" height="100%" fill="{LIGHT.paper}"/>'
        f'<g font-family="{escape(FONTS)}" fill="{LIGHT.ink}">{content}</g></svg>'
    )


def _drawing(map_: PathwayMap, selected: str | None) -> Iterable[str]:
    paths = map_.wide_view.paths
    for heading in map_.wide_view.headings:
        yield _heading(heading)
    waits = map_.is_dense
    faint = [e for e in map_.edges if waits and not e.weight and selected not in (e.start, e.end)]
    painted = [edge for edge in reversed(map_.edges) if edge not in faint]
    for edge in (*faint, *painted):
        yield _edge(edge, paths[edge.start, edge.end], is_faint=edge in faint)
    for aside, placed in zip(map_.asides, map_.wide_view.asides, strict=True):
        yield _aside(aside, placed)
    for box in map_.boxes:
        yield _box(box, map_.wide.boxes[box.id], is_selected=box.id == selected)


def _heading(heading: Heading) -> str:
    return _text(heading.lines, heading.x, heading.y, HEADING_LINE_HEIGHT, size=HEADING_SIZE, weight="bold")


def _edge(edge: MapEdge, placed: PlacedEdge, *, is_faint: bool) -> str:
    drawn = arrow(placed.path, edge.kind)
    if is_faint:
        return f'<path d="{drawn.line}" fill="none" stroke="{LIGHT.rule}" stroke-width="1"/>'
    words = _words(edge.lines, placed.label, edge.kind) if placed.label else ""
    return _arrow(drawn, edge.kind, edge.weight) + words


def _aside(aside: Aside, placed: PlacedAside) -> str:
    arrows = (_arrow(arrow(path, aside.kind), aside.kind, aside.weight) for path in placed.paths)
    return "".join(arrows) + _words(placed.lines, placed.label, aside.kind)


def _arrow(drawn: Arrow, kind: EdgeKind, weight: Weight = "") -> str:
    style = LINES[kind]
    by_weight = {"trunk": LIGHT.ink, "own": LIGHT.accent, "shared": LIGHT.edge}
    colour = LIGHT.warning if EDGE_KINDS[kind].is_urgent else by_weight.get(weight, LIGHT.quiet)
    width = TRUNK_STROKE if weight in by_weight else style.stroke
    faint = ' stroke-opacity="0.55"' if weight == "light" else ""
    dash = f' stroke-dasharray="{style.dash}"' if style.dash else ""
    fill = {"line": colour, "paper": LIGHT.paper, "open": "none"}[style.head_filling]
    return (
        f'<path d="{drawn.line}" fill="none" stroke="{colour}" stroke-width="{width}"{dash}{faint}/>'
        f'<path d="{drawn.head}" fill="{fill}" stroke="{colour}" stroke-width="1.2" stroke-linejoin="round"/>'
    )


def _words(lines: Sequence[str], label: Rect, kind: EdgeKind) -> str:
    first = baselines(len(lines), label.y + label.height / 2, LABEL_LINE_HEIGHT)[0]
    is_urgent = EDGE_KINDS[kind].is_urgent
    weight, colour = ("bold", LIGHT.warning) if is_urgent else ("normal", LIGHT.quiet)
    return _text(lines, label.x, first, LABEL_LINE_HEIGHT, size=LABEL_SIZE, weight=weight, colour=colour)


def _box(box: MapBox, rect: Rect, *, is_selected: bool) -> str:
    words = box_words(box, rect, is_narrow=False)
    outline = _outline(box.kind, BOXES[box.kind].outline(rect), more=1.8 if is_selected else 0)
    label = _lines(words.label, TEXT_SIZE) + _lines(words.small, LABEL_SIZE)
    shape = _mark(box.mark.shape, words.shape.x, words.shape.y) if box.mark and words.shape else ""
    told = f"{box.label}. {box.mark.full}" if box.mark else box.label
    return f"<g><title>{escape(told)}</title>{outline}{label}{shape}</g>"


def _lines(lines: Sequence[Line], size: float) -> str:
    if not lines:
        return ""
    words, first = [line.words for line in lines], lines[0]
    height = LINE_HEIGHT if size == TEXT_SIZE else LABEL_LINE_HEIGHT
    return _text(words, first.x, first.y, height, size=size, anchor="middle")


def _mark(shape: MarkShape, x: float, y: float) -> str:
    dash = ' stroke-dasharray="2 2"' if shape == "missing" else ""
    filling = mark_filling(shape, x, y)
    inside = f'<path d="{filling}" fill="{LIGHT.ink}"/>' if filling else ""
    line = f'<path d="{mark_path(shape, x, y)}" fill="none" stroke="{LIGHT.ink}" stroke-width="1.3"{dash}/>'
    return inside + line


def _outline(kind: NodeKind, path: str, more: float = 0) -> str:
    fill, stroke = KINDS[kind].fill, KINDS[kind].outline
    width = number(BOXES[kind].stroke + more)
    return (
        f'<path d="{path}" fill="{fill}" stroke="{stroke}" stroke-width="{width}" stroke-linejoin="round"/>'
    )


def _legend(map_: PathwayMap, top: float, width: float) -> tuple[str, float]:
    """Samples with their words in columns under a rule, and how high they are."""
    boxes, lines = (
        {box.kind for box in map_.boxes},
        {edge.kind for edge in map_.edges} | {aside.kind for aside in map_.asides},
    )
    samples = [(_outline(kind, sample_box(kind)), NODE_KINDS[kind].legend) for kind in BOXES if kind in boxes]
    samples += [
        (_arrow(sample_arrow(kind), kind), EDGE_KINDS[kind].legend) for kind in LINES if kind in lines
    ]
    if map_.marks:
        samples += [(_mark(shape, 19, 12), words) for shape, words in map_.marks.entries]
    across = max(1, int((width - 2 * _BORDER) // _LEGEND_COLUMN))
    rule = f'<path d="M{_BORDER} {number(top)}H{number(width - _BORDER)}" stroke="{LIGHT.rule}" fill="none"/>'
    entries = "".join(
        f'<g transform="translate({_BORDER + _LEGEND_COLUMN * (i % across)} '
        f'{number(top + 8 + _LEGEND_ROW * (i // across))})">{sample}'
        f"{_text([words], 50, 16, 0, size=TEXT_SIZE)}</g>"
        for i, (sample, words) in enumerate(samples)
    )
    return rule + entries, 8 + _LEGEND_ROW * -(-len(samples) // across)


def _note(note: str, top: float, width: float) -> tuple[str, float]:
    """What is so of every place, in lines as wide as the picture under its title, and how high they are."""
    lines = wrapped(note, width - 2 * _BORDER, most=3, size=TEXT_SIZE) if note else ()
    words = _text(lines, _BORDER, top, LINE_HEIGHT, size=TEXT_SIZE, weight="bold", colour=LIGHT.warning)
    return words, LINE_HEIGHT * len(lines) + (6 if lines else 0)


def _caption(caption: str, top: float, width: float) -> tuple[str, float]:
    """The caption in lines as wide as the picture, and how high it is."""
    room = width - 2 * _BORDER
    lines = [line for part in caption.splitlines() for line in _part_of_caption(part, room)]
    return _text(lines, _BORDER, top, LABEL_LINE_HEIGHT, size=LABEL_SIZE, colour=LIGHT.quiet), (
        LABEL_LINE_HEIGHT * len(lines)
    )


def _part_of_caption(words: str, room: float) -> Sequence[str]:
    """One part of the caption in lines; an address is broken without a hyphen, which would be part of it."""
    width = text_width(words, LABEL_SIZE)
    if "://" in words.partition(" ")[0]:
        letters = int(len(words) * room / width) - 2 if width > room else len(words)
        return textwrap.wrap(words, max(1, letters), break_on_hyphens=False)
    return wrapped(words, room, most=max(1, int(width // room) + 2), size=LABEL_SIZE)


def _text(
    lines: Sequence[str],
    x: float,
    y: float,
    height: float,
    *,
    size: float,
    weight: str = "normal",
    anchor: str = "start",
    colour: str = LIGHT.ink,
) -> str:
    """Lines of text, the first with its baseline at ``y``, the others ``height`` pixels apart."""
    parts = "".join(
        f'<tspan x="{number(x)}" y="{number(y + height * i)}">{escape(line)}</tspan>'
        for i, line in enumerate(lines)
    )
    look = f'font-size="{number(size)}" font-weight="{weight}" text-anchor="{anchor}" fill="{colour}"'
    return f"<text {look}>{parts}</text>" if lines else ""

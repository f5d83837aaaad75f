"""The shapes of the map: an outline for each kind of node, a line and arrow for each kind of edge.

Shapes tell kinds apart without colour. They are SVG path data, so that the page, the downloaded
picture and the legend draw the very same ones.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from pathways.layout import Point, Rect
from pathways.map.model import MarkShape
from pathways.model import EdgeKind, NodeKind


@dataclass(frozen=True)
class BoxStyle:
    """How a kind of node is drawn: ``inset`` is the room, in pixels, that its text leaves at each side."""

    inset: float
    stroke: float
    outline: Callable[[Rect], str]


@dataclass(frozen=True)
class LineStyle:
    """How a kind of edge is drawn: a dash pattern and stroke in pixels, and an arrow of its own.

    The line ends ``head_length`` pixels before its tip. An open head lets what is below it show through.
    """

    dash: str
    stroke: float
    head: Callable[[Point, float, float], str]
    head_length: float
    head_filling: Literal["line", "paper", "open"]


@dataclass(frozen=True)
class Arrow:
    """The two paths of an edge, as SVG path data: its line, cut short where its head begins."""

    line: str
    head: str


def number(value: float) -> str:
    """A length for path data: one decimal, and none where it is zero.

    >>> number(12.04), number(3.25), number(-0.01)
    ('12', '3.2', '0')
    """
    return f"{round(value, 1) + 0.0:g}" if abs(value) < 1e5 else f"{value:.0f}"


def points(*corners: tuple[float, float]) -> str:
    """Path data of an open line through corners."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners)


def rounded(rect: Rect, radius: float) -> str:
    """Path data of a rectangle with rounded corners."""
    r = min(radius, rect.width / 2, rect.height / 2)
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    arc = f"A{number(r)} {number(r)} 0 0 1 "
    corners = ((right, y + r), (right - r, bottom), (x, bottom - r), (x + r, y))
    sides = ((right - r, y), (right, bottom - r), (x + r, bottom), (x, y + r))
    turns = "".join(
        f"L{number(side[0])} {number(side[1])}{arc}{number(turn[0])} {number(turn[1])}"
        for side, turn in zip(sides, corners, strict=True)
    )
    return f"M{number(x + r)} {number(y)}{turns}Z"


_POINT = 9.0
_FOLD = 9.0
_SLANT = 8.0
_CUT = 10.0
_RADIUS: Mapping[NodeKind, float] = MappingProxyType({"step": 2, "option": 22, "outcome": 12})
"""Radius of the corners of the kinds that have round ones."""


def _hexagon(rect: Rect) -> str:
    middle, right, bottom = rect.y + rect.height / 2, rect.right, rect.bottom
    return (
        points(
            (rect.x, middle),
            (rect.x + _POINT, rect.y),
            (right - _POINT, rect.y),
            (right, middle),
            (right - _POINT, bottom),
            (rect.x + _POINT, bottom),
        )
        + "Z"
    )


def _rectangle(rect: Rect) -> str:
    return rounded(rect, _RADIUS["step"])


def _clipped(rect: Rect) -> str:
    """A sheet with its upper right corner folded, and the fold itself."""
    right, bottom, fold = rect.right, rect.bottom, _FOLD
    upper, lower = (right - fold, rect.y), (right, rect.y + fold)
    sheet = points((rect.x, rect.y), upper, lower, (right, bottom), (rect.x, bottom))
    return f"{sheet}Z{points(upper, (right - fold, rect.y + fold), lower)}"


def _parallelogram(rect: Rect) -> str:
    right, bottom, slant = rect.right, rect.bottom, _SLANT
    return f"{points((rect.x + slant, rect.y), (right, rect.y), (right - slant, bottom), (rect.x, bottom))}Z"


def _pill(rect: Rect) -> str:
    return rounded(rect, _RADIUS["option"])


def _double(rect: Rect) -> str:
    inner = Rect(rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 6)
    return rounded(rect, _RADIUS["outcome"]) + rounded(inner, _RADIUS["outcome"] - 3)


def _octagon(rect: Rect) -> str:
    x, y, right, bottom, cut = rect.x, rect.y, rect.right, rect.bottom, _CUT
    corners = ((x + cut, y), (right - cut, y), (right, y + cut), (right, bottom - cut))
    return f"{points(*corners, (right - cut, bottom), (x + cut, bottom), (x, bottom - cut), (x, y + cut))}Z"


BOXES: Mapping[NodeKind, BoxStyle] = MappingProxyType(
    {
        "question": BoxStyle(11, 1.5, _hexagon),
        "test": BoxStyle(9, 1.5, _clipped),
        "cause": BoxStyle(10, 1.5, _parallelogram),
        "option": BoxStyle(10, 1.5, _pill),
        "step": BoxStyle(7, 1.5, _rectangle),
        "outcome": BoxStyle(10, 1.2, _double),
        "emergency": BoxStyle(9, 2.6, _octagon),
    }
)
"""Shapes by kind of node, in the order of the vocabulary."""


def recess(kind: NodeKind, rect: Rect, y: float) -> tuple[float, float]:
    """How far the outline lies inside the left and the right side of its box, at a height, in pixels.

    >>> recess("question", Rect(0, 0, 100, 40), 0), recess("question", Rect(0, 0, 100, 40), 20)
    ((9.0, 9.0), (0.0, 0.0))
    """
    below, above = y - rect.y, rect.bottom - y
    corner = min(below, above)
    if kind == "question":
        both = _POINT * abs(below - above) / rect.height
    elif kind == "cause":
        return _SLANT * above / rect.height, _SLANT * below / rect.height
    elif kind == "test":
        return 0.0, max(0.0, _FOLD - below)
    elif kind == "emergency":
        both = max(0.0, _CUT - corner)
    else:
        both = _recess_of_arc(corner, min(_RADIUS[kind], rect.height / 2))
    return both, both


def _recess_of_arc(corner: float, radius: float) -> float:
    return radius - math.sqrt(radius**2 - (radius - corner) ** 2) if 0 <= corner < radius else 0.0


def _triangle(tip: Point, along: float, across: float, *, length: float = 8, half: float = 4) -> str:
    """A triangle with its tip at ``tip`` that points the way of the unit vector (along, across)."""
    back = (tip.x - along * length, tip.y - across * length)
    left = (back[0] - across * half, back[1] + along * half)
    right = (back[0] + across * half, back[1] - along * half)
    return f"{points((tip.x, tip.y), left, right)}Z"


def _large_triangle(tip: Point, along: float, across: float) -> str:
    bar = Point(tip.x - along * 10, tip.y - across * 10)
    ends = (bar.x - across * 6, bar.y + along * 6), (bar.x + across * 6, bar.y - along * 6)
    return _triangle(tip, along, across, length=10, half=6) + points(*ends)


def _ring(tip: Point, along: float, across: float) -> str:
    radius = 3.5
    start = f"M{number(tip.x - along * 2 * radius)} {number(tip.y - across * 2 * radius)}"
    arc = f"A{number(radius)} {number(radius)} 0 1 1 "
    back = f"{number(tip.x - along * 2 * radius)} {number(tip.y - across * 2 * radius)}"
    return f"{start}{arc}{number(tip.x)} {number(tip.y)}{arc}{back}Z"


def _chevron(tip: Point, along: float, across: float) -> str:
    back = (tip.x - along * 6, tip.y - across * 6)
    left = (back[0] - across * 4.5, back[1] + along * 4.5)
    right = (back[0] + across * 4.5, back[1] - along * 4.5)
    return points(left, (tip.x, tip.y), right)


LINES: Mapping[EdgeKind, LineStyle] = MappingProxyType(
    {
        "urgent": LineStyle("", 2.8, _large_triangle, 10, "line"),
        "onward": LineStyle("", 1.4, _triangle, 7, "line"),
        "step_up": LineStyle("9 4", 1.4, _triangle, 8, "paper"),
        "approach": LineStyle("2 4", 1.6, _ring, 7, "paper"),
        "return": LineStyle("5 3", 1.2, _chevron, 0, "open"),
    }
)
"""Lines by kind of edge, in the order of the vocabulary."""


_MARK_RADIUS = 4.5


def mark_path(shape: MarkShape, x: float, y: float) -> str:
    """Path data of the small shape of a mark, centred on a point."""
    r = _MARK_RADIUS
    if shape == "triangle":
        return f"{points((x, y - r), (x + r, y + r), (x - r, y + r))}Z"
    if shape == "square":
        return f"{points((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r))}Z"
    circle = _circle(x, y, r)
    if shape == "half":
        return f"{circle}{points((x, y - r), (x, y + r))}"
    return circle


def mark_filling(shape: MarkShape, x: float, y: float) -> str:
    """Path data of what is filled of a mark's shape; "" for rings, which are empty."""
    r = number(_MARK_RADIUS)
    if shape in ("ring", "missing"):
        return ""
    if shape == "half":
        top = f"M{number(x)} {number(y - _MARK_RADIUS)}"
        return f"{top}A{r} {r} 0 0 0 {number(x)} {number(y + _MARK_RADIUS)}Z"
    return mark_path(shape, x, y)


def _circle(x: float, y: float, radius: float) -> str:
    r, left, right = number(radius), number(x - radius), number(x + radius)
    return f"M{left} {number(y)}A{r} {r} 0 1 1 {right} {number(y)}A{r} {r} 0 1 1 {left} {number(y)}Z"


def arrow(path: tuple[Point, ...], kind: EdgeKind) -> Arrow:
    """Line and head of an edge along ``path``, a chain of cubic curves that shares its end points.

    >>> arrow((Point(0, 0), Point(10, 0), Point(20, 0), Point(30, 0)), "onward").line
    'M0 0C10 0 13 0 23 0'
    """
    *before, last, tip = path
    along, across = _direction(path)
    cut = LINES[kind].head_length
    shifted = (Point(p.x - along * cut, p.y - across * cut) for p in (last, tip))
    return Arrow(curve((*before, *shifted)), LINES[kind].head(tip, along, across))


def sample_box(kind: NodeKind) -> str:
    """Outline of a small box for the legend: 34 by 20 pixels, with room for its border."""
    return BOXES[kind].outline(Rect(2, 2, 34, 20))


def sample_arrow(kind: EdgeKind) -> Arrow:
    """A short arrow for the legend, as wide and high as a sample box."""
    return arrow(tuple(Point(x, 12) for x in (1, 12, 24, 37)), kind)


def curve(path: tuple[Point, ...]) -> str:
    """Path data of a chain of cubic curves: its first point, then three points a curve."""
    written = [f"{number(p.x)} {number(p.y)}" for p in path]
    return f"M{written[0]}" + "".join(f"C{' '.join(written[i : i + 3])}" for i in range(1, len(written), 3))


def _direction(path: tuple[Point, ...]) -> tuple[float, float]:
    """Unit vector of the way in which a path arrives."""
    tip = path[-1]
    for point in reversed(path[:-1]):
        length = math.hypot(tip.x - point.x, tip.y - point.y)
        if length > 0.5:
            return (tip.x - point.x) / length, (tip.y - point.y) / length
    return 1.0, 0.0

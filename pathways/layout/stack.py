"""The stacked layout: one column of boxes, for narrow screens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from pathways.layout.geometry import (
    DEFAULT_SPACING,
    Layout,
    PlacedEdge,
    Point,
    Rect,
    Size,
    Spacing,
    bracket_path,
    straight,
)
from pathways.layout.sides import ARROW, Lead, bracket_lead, lane_by_end, spread
from pathways.layout.slots import Edge

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The lines on one side of the stack: the depth of each end's lane, and the y of each port.

    A port belongs to a box and the end that its line leads to.
    """

    edges: tuple[Edge, ...]
    depth: Mapping[str, float]
    port: Mapping[tuple[str, str], float]

    @property
    def width(self) -> float:
        return max(self.depth.values(), default=0.0)


def stacked(
    sizes: Mapping[str, Size],
    edges: Sequence[Edge],
    order: Sequence[str],
    *,
    spacing: Spacing = DEFAULT_SPACING,
) -> Layout:
    """Set nodes in one column in the given order, one below the other.

    An edge to the next box runs straight down. Other edges downwards run through the left gutter, edges
    upwards through the right one; edges to the same end share their lane. Neither gutter is wider than
    ``spacing.gutter``, so boxes of 210 fit a screen of 320. An edge given twice is drawn once. Raises
    ``KeyError`` if an end of an edge is not in ``order``, or a node of it has no size.

    >>> box = Size(210, 40)
    >>> layout = stacked({"a": box, "b": box}, [("a", "b")], ["a", "b"])
    >>> [(rect.y, rect.bottom) for rect in layout.boxes.values()]
    [(0.0, 40.0), (74.0, 114.0)]
    """
    column = _column(sizes, order, spacing)
    place = {node: i for i, node in enumerate(order)}
    unique = tuple(dict.fromkeys(edges))
    left = _gutter((e for e in unique if place[e[1]] > place[e[0]] + 1), column, spacing)
    right = _gutter((e for e in unique if place[e[1]] <= place[e[0]]), column, spacing)
    boxes = {node: Rect(left.width, box.y, box.width, box.height) for node, box in column.items()}
    paths = _paths(left, boxes, "left") | _paths(right, boxes, "right")
    placed = tuple(PlacedEdge(*edge, paths.get(edge) or _down(boxes, edge), None) for edge in unique)
    return Layout(boxes, placed, _extent(boxes, right), _crossings(left) + _crossings(right))


def _column(sizes: Mapping[str, Size], order: Sequence[str], spacing: Spacing) -> dict[str, Rect]:
    tops = accumulate((sizes[node].height + spacing.rank for node in order), initial=0.0)
    return {
        node: Rect(0, top, sizes[node].width, sizes[node].height)
        for node, top in zip(order, tops, strict=False)
    }


def _extent(boxes: Mapping[str, Rect], right: _Gutter) -> Size:
    width = max((box.right for box in boxes.values()), default=0.0)
    return Size(width + right.width, max((box.bottom for box in boxes.values()), default=0.0))


def _gutter(edges: Iterable[Edge], boxes: Mapping[str, Rect], spacing: Spacing) -> _Gutter:
    listed = tuple(edges)
    middle = {node: box.y + box.height / 2 for node, box in boxes.items()}
    lane = lane_by_end(listed, middle)
    room = max(spacing.gutter - ARROW, 0) / max(max(lane.values(), default=0), 1)
    depth = {end: ARROW + n * min(spacing.edge, room) for end, n in lane.items()}
    port: dict[tuple[str, str], float] = {}
    for node, leads in _leads(listed, middle, lane).items():
        ports = spread(leads, middle[node], boxes[node].height, spacing.edge)
        port |= {(node, end): y for end, y in ports.items()}
    return _Gutter(listed, depth, port)


def _leads(
    edges: Iterable[Edge], middle: Mapping[str, float], lane: Mapping[str, int]
) -> dict[str, dict[str, Lead]]:
    """For each box, where the line to each end leads from it."""
    sources: dict[str, list[float]] = {}
    leads: dict[str, dict[str, Lead]] = {}
    for start, end in edges:
        sources.setdefault(end, []).append(middle[start])
        leads.setdefault(start, {})[end] = bracket_lead(middle[start], [middle[end]], lane[end])
    for end, starts in sources.items():
        leads.setdefault(end, {})[end] = bracket_lead(middle[end], starts, lane[end])
    return leads


def _paths(gutter: _Gutter, boxes: Mapping[str, Rect], side: Side) -> dict[Edge, tuple[Point, ...]]:
    column = max((box.right for box in boxes.values()), default=0.0)
    paths: dict[Edge, tuple[Point, ...]] = {}
    for start, end in gutter.edges:
        ports = (gutter.port[start, end], gutter.port[end, end])
        if side == "left":
            sides, lane = (boxes[start].x, boxes[end].x), boxes[end].x - gutter.depth[end]
        else:
            sides, lane = (boxes[start].right, boxes[end].right), column + gutter.depth[end]
        leave, enter = map(Point, sides, ports)
        paths[start, end] = bracket_path(leave, enter, lane)
    return paths


def _down(boxes: Mapping[str, Rect], edge: Edge) -> tuple[Point, ...]:
    upper, lower = boxes[edge[0]], boxes[edge[1]]
    x = upper.x + min(upper.width, lower.width) / 2
    start = Point(x, upper.bottom)
    return (start, *straight(start, Point(x, lower.y)))


def _crossings(gutter: _Gutter) -> int:
    """How often a line on its way to an outer lane meets an inner one."""
    spans: dict[str, list[float]] = {}
    for (_, end), y in gutter.port.items():
        spans.setdefault(end, []).append(y)
    return sum(
        gutter.depth[inner] < gutter.depth[outer] and min(span) < y < max(span)
        for (_, outer), y in gutter.port.items()
        for inner, span in spans.items()
    )

"""Small changes to a finished layout: shift it, draw short ways straight, lead ways back beneath it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pathways.layout import Layout, PlacedEdge, Point, Rect, Size
from pathways.layout.geometry import bracket_path, straight
from pathways.map.shapes import recess
from pathways.model import NodeKind

_CHANNEL = 16
"""Distance between ways back beneath a map, in pixels."""
_SHORT_WAY = 60
"""Boxes of one column that are at most so many pixels apart are joined by a straight line."""


def moved(layout: Layout, right: float, down: float, size: Size) -> Layout:
    """The layout shifted on a sheet of another size.

    >>> box = Rect(0, 0, 10, 10)
    >>> moved(Layout({"a": box}, (), Size(10, 10), 0), 4, 5, Size(20, 20)).boxes["a"]
    Rect(x=4, y=5, width=10, height=10)
    """
    boxes = {node: _moved_rect(box, right, down) for node, box in layout.boxes.items()}
    edges = tuple(_moved_edge(edge, right, down) for edge in layout.edges)
    return Layout(boxes, edges, size, layout.crossings)


def _moved_rect(rect: Rect, right: float, down: float) -> Rect:
    return Rect(rect.x + right, rect.y + down, rect.width, rect.height)


def _moved_edge(edge: PlacedEdge, right: float, down: float) -> PlacedEdge:
    path = tuple(Point(point.x + right, point.y + down) for point in edge.path)
    return replace(edge, path=path, label=_moved_rect(edge.label, right, down) if edge.label else None)


def straightened(layout: Layout) -> Layout:
    """The layout with a straight line between boxes that stand close one above the other."""
    return replace(layout, edges=tuple(_straightened(edge, layout) for edge in layout.edges))


def _straightened(edge: PlacedEdge, layout: Layout) -> PlacedEdge:
    start, end = layout.boxes[edge.start], layout.boxes[edge.end]
    upper, lower = sorted((start, end), key=lambda box: box.y)
    between = Rect(upper.x, upper.bottom, upper.width, lower.y - upper.bottom)
    if start.x != end.x or between.height > _SHORT_WAY or edge.label:
        return edge
    middle = start.x + start.width / 2
    ends = (start.bottom, end.y) if start is upper else (start.y, end.bottom)
    first, last = (Point(middle, y) for y in ends)
    return replace(edge, path=(first, *straight(first, last)))


def on_grid(layout: Layout, step: float = 8) -> Layout:
    """The layout with the top of each box at a multiple of ``step`` pixels, so that rows stand in line.

    The ends of the edges go along with their boxes. Boxes must be more than ``step`` pixels apart.
    """
    shift = {node: round(box.y / step) * step - box.y for node, box in layout.boxes.items()}
    boxes = {node: _moved_rect(box, 0, shift[node]) for node, box in layout.boxes.items()}
    edges = tuple(_with_ends_moved(edge, shift[edge.start], shift[edge.end]) for edge in layout.edges)
    return replace(layout, boxes=boxes, edges=edges)


def _with_ends_moved(edge: PlacedEdge, start: float, end: float) -> PlacedEdge:
    shift = {edge.path[0].y: start, edge.path[-1].y: end}
    return replace(edge, path=tuple(Point(point.x, point.y + shift.get(point.y, 0)) for point in edge.path))


def is_lowest(layout: Layout, node: str) -> bool:
    """Whether no box stands below this one."""
    box = layout.boxes[node]
    return not any(
        other.y >= box.bottom and other.x < box.right and box.x < other.right
        for other in layout.boxes.values()
    )


def with_ways_back(layout: Layout, pairs: Sequence[tuple[str, str]]) -> Layout:
    """The layout with further edges that leave their box downwards, run beneath the map and come up again.

    The shortest runs nearest to the map. Nothing must stand below the boxes that the edges join.
    """
    ordered = sorted(pairs, key=lambda pair: abs(layout.boxes[pair[0]].x - layout.boxes[pair[1]].x))
    placed = {pair: _beneath(layout, pair, n) for n, pair in enumerate(ordered)}
    height = layout.size.height + _CHANNEL * len(pairs)
    edges = (*layout.edges, *(placed[pair] for pair in pairs))
    return replace(layout, edges=edges, size=Size(layout.size.width, height))


def _beneath(layout: Layout, pair: tuple[str, str], lane: int) -> PlacedEdge:
    start, end = (layout.boxes[node] for node in pair)
    x = start.x + start.width / 2 + 9 * lane
    depth = layout.size.height + _CHANNEL * (lane + 1)
    ends = Point(start.bottom, x), Point(end.bottom, end.x + end.width / 2)
    path = bracket_path(*ends, depth)
    return PlacedEdge(*pair, tuple(point.turned() for point in path), None)


def touching(layout: Layout, kinds: Mapping[str, NodeKind]) -> Layout:
    """The layout with edges drawn up to the outlines of their boxes, which may recede from a box's sides."""
    return replace(layout, edges=tuple(_touching(edge, layout, kinds) for edge in layout.edges))


def _touching(edge: PlacedEdge, layout: Layout, kinds: Mapping[str, NodeKind]) -> PlacedEdge:
    path = edge.path
    for node in (edge.start, edge.end):
        path = _touching_first(path, kinds[node], layout.boxes[node])[::-1]
    return replace(edge, path=path)


def _touching_first(path: tuple[Point, ...], kind: NodeKind, box: Rect) -> tuple[Point, ...]:
    """The path with its first point, and the control point after it, moved on to the outline."""
    first, control, *rest = path
    left, right = recess(kind, box, first.y)
    by = left if first.x == box.x else -right if first.x == box.right else 0
    return (Point(first.x + by, first.y), Point(control.x + by, control.y), *rest)

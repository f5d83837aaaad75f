"""Where everything stands in the diagram: our own layout, with room for every condition."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pathways.exports.bpmn.xml import (
    BOUNDS,
    DIAGRAM,
    FIRST_WAY,
    LINES,
    NOTE,
    POOL,
    START,
    add,
    lane_id,
    place_id,
    way_id,
)
from pathways.exports.pathway import plain
from pathways.layout import Layout, PlacedEdge, Point, Rect, Size, Spacing, layered
from pathways.map.lettering import wrapped
from pathways.map.views import note
from pathways.model import Lane, Pack

HEAD = 30
"""The height in pixels of the name of the process over its lanes, and of the name of a lane."""
CIRCLE = 36
"""The width of the circle at which the process starts."""
ROOM = 24
"""Room around the boxes of the lanes, and around the circle."""
NOTE_HEIGHT = 60
BOX, LABEL = 150, 130
"""Widths of a task, and of the condition at a flow."""
LINE = 15
MOST_LINES = 12
SPACING = Spacing(rank=50, box=14, edge=4)


@dataclass(frozen=True)
class Placed:
    """The layout, moved to where the lanes begin, and the place of each lane that holds any."""

    boxes: Mapping[str, Rect]
    ways: tuple[PlacedEdge, ...]
    lanes: Mapping[str, Rect]

    @property
    def pool(self) -> Rect:
        """The whole, with its head above the lanes."""
        first, *_, last = self.lanes.values()
        return Rect(first.x, first.y - HEAD, last.right - first.x, first.height + HEAD)


def add_diagram(definitions: ET.Element, pack: Pack) -> None:
    """The diagram of the process."""
    placed = _placed(pack)
    diagram = add(definitions, "BPMNDiagram", namespace=DIAGRAM, id="diagram")
    plane = add(diagram, "BPMNPlane", namespace=DIAGRAM, id="plane", bpmnElement="collaboration")
    _add_shape(plane, POOL, placed.pool, isHorizontal="false")
    for lane, column in placed.lanes.items():
        _add_shape(plane, lane_id(lane), column, isHorizontal="false")
    _add_start(plane, placed.boxes[pack.info.start])
    for node, box in placed.boxes.items():
        _add_shape(plane, place_id(node), box)
    for way in placed.ways:
        _add_line(plane, way_id(way.start, way.end), corners(way.path), way.label)
    if note(pack):
        pool = placed.pool
        _add_shape(plane, NOTE, Rect(pool.x, pool.bottom + ROOM, pool.width, NOTE_HEIGHT))


def _placed(pack: Pack) -> Placed:
    lanes = [lane for lane in pack.info.lanes if any(node.lane == lane.id for node in pack.nodes)]
    layout = _layout(pack, lanes)
    right, down = CIRCLE + 2 * ROOM, 2 * HEAD + ROOM
    boxes = {node: _moved(box, right, down) for node, box in layout.boxes.items()}
    ways = tuple(
        PlacedEdge(
            way.start,
            way.end,
            tuple(Point(point.x + right, point.y + down) for point in way.path),
            _moved(way.label, right, down) if way.label else None,
        )
        for way in layout.edges
    )
    height = layout.size.height + HEAD + 2 * ROOM
    return Placed(boxes, ways, _columns(pack, lanes, boxes, height))


def _layout(pack: Pack, lanes: Sequence[Lane]) -> Layout:
    rank = {lane.id: place for place, lane in enumerate(lanes)}
    return layered(
        {node.id: _size(plain(node.plain_label), BOX, 20) for node in pack.nodes},
        [(edge.start, edge.end) for edge in pack.edges],
        {node.id: rank[node.lane] for node in pack.nodes},
        labels={(edge.start, edge.end): _size(plain(edge.condition), LABEL, 0) for edge in pack.edges},
        spacing=SPACING,
    )


def _size(words: str, width: int, around: int) -> Size:
    """Room for words in lines of 11 or 12 pixels, as modellers write them."""
    lines = wrapped(words, width - 2 * around, most=MOST_LINES)
    return Size(width, len(lines) * LINE + max(around, 6))


def _moved(box: Rect, right: float, down: float) -> Rect:
    return Rect(box.x + right, box.y + down, box.width, box.height)


def _columns(pack: Pack, lanes: Sequence[Lane], boxes: Mapping[str, Rect], height: float) -> dict[str, Rect]:
    """The place of each lane: its boxes, and the conditions of the ways between it and the next."""
    ends = [_ends([boxes[node.id] for node in pack.nodes if node.lane == lane.id]) for lane in lanes]
    sides = [0.0, *(left - ROOM for left, _ in ends[1:]), ends[-1][1] + LABEL + 2 * SPACING.rank]
    return {
        lane.id: Rect(left, HEAD, right - left, height)
        for lane, (left, right) in zip(lanes, pairwise(sides), strict=True)
    }


def _ends(boxes: Sequence[Rect]) -> tuple[float, float]:
    return min(box.x for box in boxes), max(box.right for box in boxes)


def _add_start(plane: ET.Element, first: Rect) -> None:
    """The circle left of the place at which the pathway starts, and the line between them."""
    middle = first.y + first.height / 2
    circle = Rect(first.x - ROOM - CIRCLE, middle - CIRCLE / 2, CIRCLE, CIRCLE)
    _add_shape(plane, START, circle)
    _add_line(plane, FIRST_WAY, [Point(circle.right, middle), Point(first.x, middle)])


def corners(path: Sequence[Point]) -> list[Point]:
    """A path of curves as a line: where its pieces meet, without what lies straight between two others.

    >>> corners([Point(0, 0), Point(1, 0), Point(4, 4), Point(5, 4), Point(7, 4), Point(8, 4), Point(9, 4)])
    [Point(x=0, y=0), Point(x=5, y=4), Point(x=9, y=4)]
    """
    kept: list[Point] = []
    for point in path[::3]:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _is_straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _is_straight(first: Point, middle: Point, last: Point) -> bool:
    return first.x == middle.x == last.x or first.y == middle.y == last.y


def _add_shape(plane: ET.Element, id_: str, box: Rect, **attributes: str) -> None:
    shape = add(plane, "BPMNShape", namespace=DIAGRAM, id=f"{id_}_shape", bpmnElement=id_, **attributes)
    _add_bounds(shape, box)


def _add_bounds(parent: ET.Element, box: Rect) -> None:
    sizes = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    add(parent, "Bounds", namespace=BOUNDS, **{name: f"{size:.1f}" for name, size in sizes.items()})


def _add_line(plane: ET.Element, id_: str, points: Iterable[Point], label: Rect | None = None) -> None:
    line = add(plane, "BPMNEdge", namespace=DIAGRAM, id=f"{id_}_line", bpmnElement=id_)
    for point in points:
        add(line, "waypoint", namespace=LINES, x=f"{point.x:.1f}", y=f"{point.y:.1f}")
    if label:
        _add_bounds(add(line, "BPMNLabel", namespace=DIAGRAM), label)

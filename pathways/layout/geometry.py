"""The nouns of a layout, and the pieces that paths are made of. Lengths are CSS pixels, y grows downwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

CORNER = 10.0
"""The largest radius of a rounded corner."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height."""

    width: float
    height: float

    def turned(self) -> Size:
        """With width and height exchanged."""
        return Size(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the sheet."""

    x: float
    y: float

    def turned(self) -> Point:
        """Mirrored in the diagonal."""
        return Point(self.y, self.x)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; ``x`` and ``y`` are its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    def turned(self) -> Rect:
        """Mirrored in the diagonal."""
        return Rect(self.y, self.x, self.height, self.width)


@dataclass(frozen=True, slots=True)
class PlacedEdge:
    """An edge with its path, and the place of its label if it has one.

    ``path`` is a polybezier: a first point, then groups of three (control, control, end).
    """

    start: str
    end: str
    path: tuple[Point, ...]
    label: Rect | None

    def turned(self) -> PlacedEdge:
        """Mirrored in the diagonal."""
        label = self.label.turned() if self.label else None
        return PlacedEdge(self.start, self.end, tuple(point.turned() for point in self.path), label)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything goes. The sheet begins at (0, 0) and ends at ``size``.

    ``crossings`` counts crossing lines; edges that run together into their common end are one line.
    """

    boxes: Mapping[str, Rect]
    edges: tuple[PlacedEdge, ...]
    size: Size
    crossings: int

    def turned(self) -> Layout:
        """Mirrored in the diagonal: columns become rows."""
        boxes = {node: box.turned() for node, box in self.boxes.items()}
        return Layout(boxes, tuple(edge.turned() for edge in self.edges), self.size.turned(), self.crossings)


@dataclass(frozen=True, slots=True)
class Spacing:
    """Room to leave free.

    ``rank`` lies between ranks (the boxes of a stack count as ranks), ``box`` between the boxes or
    labels of one rank, ``edge`` between a line and the next line or box. ``gutter`` is the most that a
    stack may use for lines on either side.
    """

    rank: float = 34
    box: float = 9
    edge: float = 6
    gutter: float = 52


DEFAULT_SPACING = Spacing()


def smooth_path(stations: Sequence[Point]) -> tuple[Point, ...]:
    """A polybezier through stations from left to right, level at each of them.

    >>> smooth_path([Point(0, 0), Point(10, 4)])
    (Point(x=0, y=0), Point(x=5.0, y=0), Point(x=5.0, y=4), Point(x=10, y=4))
    """
    path = [stations[0]]
    for start, end in pairwise(stations):
        if start != end:
            middle = (start.x + end.x) / 2
            path += Point(middle, start.y), Point(middle, end.y), end
    return tuple(path)


def bracket_path(start: Point, end: Point, lane: float) -> tuple[Point, ...]:
    """A polybezier with rounded corners from start sideways to x = ``lane``, along it, and back to end."""
    radius = min(CORNER, abs(end.y - start.y) / 2, abs(lane - start.x), abs(lane - end.x))
    down = 1 if end.y >= start.y else -1
    out = 1 if lane >= start.x else -1
    before, after = Point(lane, start.y + down * radius), Point(lane, end.y - down * radius)
    return (
        start,
        *straight(start, Point(lane - out * radius, start.y)),
        *_corner(Point(lane, start.y), before),
        *straight(before, after),
        *_corner(Point(lane, end.y), Point(lane - out * radius, end.y)),
        *straight(Point(lane - out * radius, end.y), end),
    )


def straight(start: Point, end: Point) -> tuple[Point, Point, Point]:
    """A straight piece, written as a bezier without its first point."""
    return start, end, end


def _corner(corner: Point, end: Point) -> tuple[Point, Point, Point]:
    return corner, corner, end

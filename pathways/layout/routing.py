"""From places across the ranks to the finished sheet: columns, ports, paths, labels.

A line crosses a layer straight, at the anchor of its slot, and bends only in the free gaps between
layers. So it cannot meet a box or a label that is not its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pathways.layout.geometry import (
    Layout,
    PlacedEdge,
    Point,
    Rect,
    Size,
    Spacing,
    bracket_path,
    smooth_path,
)
from pathways.layout.sides import ARROW, Lead, bracket_lead, lane_by_end, spread
from pathways.layout.slots import CLEARANCE, Edge, Layers

NOSE = 3.0
"""Half the height of the turn that a line takes at the label of an edge within a rank."""


_Line = tuple[int, int]
"""What tells a line from others at a box: the next slot on it, and the box where it ends."""


@dataclass(frozen=True, slots=True)
class _Band:
    """Where a layer starts and ends along the ranks, and on which side of it lanes run, how far apart."""

    start: float
    end: float
    side: int
    pitch: float

    def lane(self, number: int) -> float:
        depth = ARROW + number * self.pitch
        return self.start - depth if self.side < 0 else self.end + depth


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All places that paths are made from. ``at`` is across the ranks, ``bands`` (by layer) along them.

    ``lane`` is known for each end of brackets, ``ports`` for each box and line that starts or ends there.
    """

    layers: Layers
    at: Sequence[float]
    bands: Mapping[int, _Band]
    lane: Mapping[str, int]
    ports: Mapping[tuple[int, _Line], float]

    def band(self, slot: int) -> _Band:
        return self.bands[self.layers.slots[slot].layer]

    def rect(self, number: int) -> Rect:
        """The whole room of a slot."""
        slot = self.layers.slots[number]
        top = self.at[number] - slot.before
        return Rect(self.band(number).start, top, slot.depth, slot.before + slot.after)


def routed(
    layers: Layers, order: Sequence[Sequence[int]], at: Sequence[float], spacing: Spacing, crossings: int
) -> Layout:
    """The layout for slots that have their order and their places across the ranks."""
    middle = {node: at[slot] for node, slot in layers.box.items()}
    lane = lane_by_end((edge for edge in layers.chains if layers.is_bracket(edge)), middle)
    bands = _bands(layers, order, lane, spacing)
    sheet = _Sheet(layers, at, bands, lane, _ports(layers, at, lane, spacing))
    boxes = {node: sheet.rect(slot) for node, slot in layers.box.items()}
    edges = tuple(PlacedEdge(*edge, _path(sheet, edge), _label(sheet, edge)) for edge in layers.chains)
    return Layout(boxes, edges, _extent(sheet, edges), crossings)


def _bands(
    layers: Layers, order: Sequence[Sequence[int]], lane: Mapping[str, int], spacing: Spacing
) -> dict[int, _Band]:
    """The layers one after the other, each gap wide enough for its lanes."""
    beside = _lanes_beside(layers, lane)
    bands: dict[int, _Band] = {}
    free = 0.0
    for members in order:
        layer = layers.slots[members[0]].layer
        side, count = beside.get(layer, (1, 0))
        pitch = min(spacing.edge, spacing.rank / max(count, 1))
        room = ARROW + (count - 1) * pitch if count else 0.0
        start = free + (room if side < 0 else 0)
        end = start + max(layers.slots[slot].depth for slot in members)
        bands[layer] = _Band(start, end, side, pitch)
        free = end + spacing.rank + (room if side > 0 else 0)
    return bands


def _lanes_beside(layers: Layers, lane: Mapping[str, int]) -> dict[int, tuple[int, int]]:
    """For each rank with brackets: on which side they run, and in how many lanes."""
    beside: dict[int, tuple[int, int]] = {}
    for edge in filter(layers.is_bracket, layers.chains):
        start, bend, _ = (layers.slots[slot].layer for slot in layers.chains[edge])
        _, count = beside.get(start, (1, 0))
        beside[start] = (bend - start, max(count, lane[edge[1]] + 1))
    return beside


def _ports(
    layers: Layers, at: Sequence[float], lane: Mapping[str, int], spacing: Spacing
) -> dict[tuple[int, _Line], float]:
    """Spread the lines at each side of each box, in the order in which they lead away."""
    sides: dict[tuple[int, bool], dict[_Line, Lead]] = {}
    for box, line, lead in _leads(layers, at, lane):
        is_left = layers.slots[line[0]].layer < layers.slots[box].layer
        sides.setdefault((box, is_left), {})[line] = lead
    ports: dict[tuple[int, _Line], float] = {}
    for (box, _), leads in sides.items():
        placed = spread(leads, at[box], 2 * layers.slots[box].before, spacing.edge)
        ports |= {(box, line): port for line, port in placed.items()}
    return ports


def _leads(layers: Layers, at: Sequence[float], lane: Mapping[str, int]) -> Iterator[tuple[int, _Line, Lead]]:
    """For every end of a line: the box, the line, and where it leads."""
    sources: dict[int, list[float]] = {}
    for edge, chain in layers.chains.items():
        start, end = chain[0], chain[-1]
        if layers.is_bracket(edge):
            line = chain[1], end
            sources.setdefault(end, []).append(at[start])
            yield start, line, bracket_lead(at[start], [at[end]], lane[edge[1]])
            yield end, line, bracket_lead(at[end], sources[end], lane[edge[1]])
        else:
            drawn = layers.drawn(edge)
            yield start, (drawn[1], end), (0, at[drawn[1]])
            yield end, (drawn[-2], end), (0, at[drawn[-2]])


def _path(sheet: _Sheet, edge: Edge) -> tuple[Point, ...]:
    drawn = sheet.layers.drawn(edge)
    start, end = drawn[0], drawn[-1]
    if sheet.layers.is_bracket(edge):
        lane = sheet.band(start).lane(sheet.lane[edge[1]])
        line = sheet.layers.chains[edge][1], end
        return bracket_path(_port(sheet, start, line), _port(sheet, end, line), lane)
    if sheet.layers.is_within(edge):
        return _path_by_label(sheet, drawn)
    if sheet.layers.slots[start].layer < sheet.layers.slots[end].layer:
        return smooth_path(_stations(sheet, drawn, end))
    return smooth_path(_stations(sheet, drawn[::-1], end))[::-1]


def _stations(sheet: _Sheet, rightwards: Sequence[int], end: int) -> list[Point]:
    """Where a line leaves its left box, enters and leaves each layer, and enters its right box."""
    first, *between, last = rightwards
    stations = _right_port(sheet, first, (rightwards[1], end))
    for number in between:
        band, y = sheet.band(number), sheet.at[number]
        stations += Point(band.start, y), Point(band.end, y)
    return [*stations, _port(sheet, last, (rightwards[-2], end))]


def _port(sheet: _Sheet, box: int, line: _Line) -> Point:
    """Where a line leaves a box or enters it."""
    is_left = sheet.layers.slots[line[0]].layer < sheet.layers.slots[box].layer
    rect = sheet.rect(box)
    return Point(rect.x if is_left else rect.right, sheet.ports[box, line])


def _right_port(sheet: _Sheet, box: int, line: _Line) -> list[Point]:
    """Where a line leaves a box to the right, and where it leaves the box's rank."""
    port = _port(sheet, box, line)
    return [port, Point(sheet.band(box).end, port.y)]


def _path_by_label(sheet: _Sheet, drawn: Sequence[int]) -> tuple[Point, ...]:
    """From a box out to the near side of its label, a narrow turn there, and back to the other box."""
    start, label, end = drawn
    tip, y = sheet.band(label).start, sheet.at[label]
    leave, enter = (_right_port(sheet, box, (label, end)) for box in (start, end))
    nose = min(NOSE, sheet.layers.slots[label].before)
    half = nose if enter[0].y >= leave[0].y else -nose
    before, after = Point(tip - nose, y - half), Point(tip - nose, y + half)
    out, back = smooth_path([*leave, before]), smooth_path([*enter, after])[::-1]
    return (*out, Point(tip, before.y), Point(tip, after.y), *back)


def _label(sheet: _Sheet, edge: Edge) -> Rect | None:
    """The room of an edge's label, without the clearance to its line."""
    number = sheet.layers.chains[edge][1]
    slot = sheet.layers.slots[number]
    if slot.kind != "label":
        return None
    room = sheet.rect(number)
    if sheet.layers.is_within(edge):
        return Rect(room.x + CLEARANCE, room.y, room.width - CLEARANCE, room.height)
    below_line = CLEARANCE if slot.after else 0.0
    return Rect(room.x, room.y + below_line, room.width, room.height - CLEARANCE)


def _extent(sheet: _Sheet, edges: Sequence[PlacedEdge]) -> Size:
    slots = sheet.layers.slots
    lows = (at + slot.after for at, slot in zip(sheet.at, slots, strict=True) if slot.kind != "bend")
    ends = [band.end for band in sheet.bands.values()]
    points = [point.x for edge in edges for point in edge.path]
    return Size(max(ends + points, default=0.0), max(lows, default=0.0))

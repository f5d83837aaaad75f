"""The maps of a pathway: what is drawn, and where.

:func:`overview_map` is the overview, :func:`route_map` some ways with their conditions, :func:`whole_map`
everything. Each has a wide and a narrow geometry. :func:`payload` writes a map for the browser, and
:func:`pathways.map.svg.svg` draws it as a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from pathways.errors import UnknownIdError, near
from pathways.layout import Layout, Size, Spacing, layered, longest_path_ranks, stacked
from pathways.map.accessible_names import in_order, named, places
from pathways.map.adjustments import (
    is_lowest,
    moved,
    on_grid,
    straightened,
    touching,
    with_ways_back,
)
from pathways.map.lettering import (
    HEADING_LINE_HEIGHT,
    LABEL_LINE_HEIGHT,
    LABEL_SIZE,
    LINE_HEIGHT,
    text_width,
    wrapped,
)
from pathways.map.marks import Marking, MarkName, legend_of, mark_of, mark_of_group
from pathways.map.model import Heading, MapBox, MapEdge, Mark, Member, PathwayMap, View, Weight
from pathways.map.overview import box_kind, count_words, overview_edges, trunk
from pathways.map.payload import payload
from pathways.map.shapes import BOXES
from pathways.model import Edge, Lane, Node, NodeKind, OverviewBox, Pack
from pathways.model.vocabulary import EDGE_KINDS, EdgeTerms

__all__ = [
    "Heading",
    "MapBox",
    "MapEdge",
    "PathwayMap",
    "note",
    "overview_map",
    "payload",
    "route_map",
    "whole_map",
]

PAGE_WIDTH = 900
"""Width in pixels that a map should fit into without being made smaller."""
NARROW_BOX = 184
"""Width in pixels of a box on a phone: with lines at both sides it fits a screen of 320 pixels."""
MARGIN = 6
"""Room around a map, so that thick borders and the focus ring are not cut off."""
MOST_LINES = 3
FROM_EVERYWHERE = "At once, from every place:"
"""How what is not drawn from each place begins, in the picture as beside it."""

_MOST_LINES_OF_ALL = 5
"""Lines of a label where the boxes are as narrow as on the whole map."""
_NET_BOX = range(72, 141, 4)
_MARKED_NET_BOX = range(88, 141, 4)
_NODE_BOX = range(132, 181, 4)
_WHOLE_BOX = 116
"""Width of a box on the whole map: ten lanes fit a screen of 1440 pixels with letters of 12 pixels."""
_HEADING_PART = 0.66
"""The part of its lane that the name of a lane may fill: it keeps its size where the map is made smaller."""
_HEADING_LINES = 4
_SHAPE_ROOM = 16
"""What the shape of a mark takes of its line."""
_LABEL = 128
_LEAST_HEIGHT = 44
_NET_GRID = 8
_ROUTE_SPACING = Spacing(rank=30, box=18, edge=10)
_WHOLE_SPACING = Spacing(rank=20, box=8, edge=0.5)
_NARROW_SPACING = Spacing(rank=20)
Ranks = Mapping[str, int]


def overview_map(
    pack: Pack, marks: Marking | None = None, lit: Collection[tuple[str, str]] = ()
) -> PathwayMap:
    """The Net: the boxes of the overview in their columns, and the few ways between them.

    Each says how many places it stands for, and holds them, so that a chosen one can open in place. Ways
    between ``lit`` pairs of boxes, as (start, end), are drawn strongly.
    """
    net = pack.info.net
    edges = tuple(
        replace(edge, weight="own") if (edge.start, edge.end) in lit else edge
        for edge in overview_edges(pack)
    )
    column = {box.id: box.column for box in net}
    widths = _MARKED_NET_BOX if marks else _NET_BOX
    width = {box.id: _narrowest(widths, [b.label for b in net if b.column == box.column]) for box in net}
    boxes = [_overview_box(pack, box, width[box.id], marks) for box in net]
    remarks = {box.id: f"stands for {places(len(box.nodes))}" for box in net}
    return PathwayMap(
        title=f"Overview: {pack.info.title}",
        description=f"{len(boxes)} boxes from left to right. {in_order(boxes)}",
        parameter="box",
        boxes=named(boxes, edges, remarks),
        edges=edges,
        lanes=(),
        wide_view=_view(_net_layout(boxes, width, edges, column), boxes),
        narrow_view=_narrow_view(boxes, edges, column, ()),
        note=note(pack),
        marks=legend_of(pack, marks),
    )


def _overview_box(pack: Pack, box: OverviewBox, width: float, marks: Marking | None) -> MapBox:
    drawn = _map_box(
        box.id,
        box.label,
        box_kind(pack, box),
        pack.node[box.nodes[0]].lane,
        width,
        mark_of_group(pack, box, marks),
    )
    nodes = [pack.node[node] for node in box.nodes]
    members = tuple(Member(node.id, node.plain_label, mark_of(pack, node, marks)) for node in nodes)
    return replace(drawn, members=members, count=count_words(nodes))


def route_map(
    pack: Pack,
    nodes: Iterable[str],
    edges: Iterable[tuple[str, str]],
    weights: Mapping[tuple[str, str], Weight] = MappingProxyType({}),
    marks: MarkName | None = None,
) -> PathwayMap:
    """A route: these nodes and no others, and these edges, as (start, end), with their conditions.

    ``weights`` says which edges are drawn otherwise than usual.

    Raises ``UnknownIdError`` if a node or an edge is not in the pack.
    """
    chosen = set(nodes)
    shown = [node for node in pack.nodes if node.id in chosen]
    if missing := chosen - {node.id for node in shown}:
        raise UnknownIdError("node", min(missing), near(min(missing), pack.node))
    drawn = tuple(
        replace(edge, weight=weights.get((edge.start, edge.end), "")) for edge in _route_edges(pack, edges)
    )
    width = _narrowest(_NODE_BOX, [node.plain_label for node in shown])
    boxes = _node_boxes(pack, shown, width, marks)
    ranks = _route_ranks([node.id for node in shown], drawn)
    return PathwayMap(
        title=f"Route: {pack.info.title}",
        description=f"{len(boxes)} places and the ways between them. {in_order(boxes)}",
        parameter="node",
        boxes=named(boxes, drawn, {}),
        edges=drawn,
        lanes=_lanes_of(pack, shown),
        wide_view=_view(_route_layout(_sizes(boxes, width), drawn, ranks), boxes),
        narrow_view=_narrow_view(boxes, drawn, ranks, ()),
        note=note(pack),
        marks=legend_of(pack, marks),
    )


def whole_map(pack: Pack, marks: MarkName | None = None) -> PathwayMap:
    """Every node and every way of the pack, in a column for each lane, without conditions."""
    main = trunk(pack)
    edges = tuple(
        MapEdge(
            edge.start,
            edge.end,
            edge.kind,
            edge.condition,
            weight="trunk" if (edge.start, edge.end) in main else "",
        )
        for edge in _sorted(pack.edges)
    )
    nodes = pack.nodes
    width = _WHOLE_BOX
    boxes = _node_boxes(pack, nodes, width, marks)
    lanes = _lanes_of(pack, nodes)
    places = {lane.id: place for place, lane in enumerate(lanes)}
    ranks = {box.id: places[box.lane] for box in boxes}
    pairs = [(edge.start, edge.end) for edge in edges]
    layout = layered(_sizes(boxes, width), pairs, ranks, spacing=_WHOLE_SPACING)
    return PathwayMap(
        title=f"Whole map: {pack.info.title}",
        description=f"All {len(boxes)} places. The lanes are: {'; '.join(lane.label for lane in lanes)}.",
        parameter="node",
        boxes=named(boxes, edges, {}),
        edges=edges,
        lanes=lanes,
        wide_view=_under_headings(layout, boxes, lanes),
        narrow_view=_narrow_view(boxes, edges, ranks, lanes),
        note=note(pack),
        marks=legend_of(pack, marks),
    )


def note(pack: Pack) -> str:
    """What leads to one place from every other, in one sentence; "" if nothing does."""
    said = pack.info.everywhere
    if said is None:
        return ""
    return f"{FROM_EVERYWHERE} “{pack.node[said.to].plain_label}” When: {said.condition}."


def _net_layout(
    boxes: Sequence[MapBox], width: Mapping[str, float], edges: Sequence[MapEdge], column: Ranks
) -> Layout:
    """All boxes equally high and on a grid; ways back run beneath them where nothing stands in between."""
    height = max(_height(box) for box in boxes)
    sizes = {box.id: Size(width[box.id], height) for box in boxes}
    spacing = Spacing(rank=17, box=16 + -height % _NET_GRID, edge=10)
    onward = [(edge.start, edge.end) for edge in edges if not edge.terms.is_return]
    back = [(edge.start, edge.end) for edge in edges if edge.terms.is_return]
    layout = layered(sizes, onward, column, spacing=spacing)
    if among := [pair for pair in back if not all(is_lowest(layout, node) for node in pair)]:
        layout = layered(sizes, onward + among, column, spacing=spacing)
    beneath = [pair for pair in back if pair not in among]
    return with_ways_back(straightened(on_grid(layout, _NET_GRID)), beneath)


def _map_box(id_: str, label: str, kind: NodeKind, lane: str, width: float, mark: Mark | None) -> MapBox:
    """A box without its name and its neighbours."""
    lines = _lines(label, kind, width)
    box = MapBox(id_, label, lines, _lines(label, kind, NARROW_BOX), kind, lane, label, (), ())
    if mark is None:
        return box
    return replace(
        box,
        mark=mark,
        mark_lines=_mark_lines(mark, kind, width),
        narrow_mark_lines=_mark_lines(mark, kind, NARROW_BOX),
    )


def _node_boxes(pack: Pack, nodes: Sequence[Node], width: float, marks: MarkName | None) -> list[MapBox]:
    return [
        _map_box(node.id, node.plain_label, node.kind, node.lane, width, mark_of(pack, node, marks))
        for node in nodes
    ]


def _lines(label: str, kind: NodeKind, width: float) -> tuple[str, ...]:
    return wrapped(label, width - 2 * BOXES[kind].inset, most=_MOST_LINES_OF_ALL)


def _mark_lines(mark: Mark, kind: NodeKind, width: float) -> tuple[str, ...]:
    room = width - 2 * BOXES[kind].inset - _SHAPE_ROOM
    return wrapped(mark.words, room, most=MOST_LINES, size=LABEL_SIZE)


def _height(box: MapBox, *, is_narrow: bool = False) -> float:
    lines, marks = box.words_on(is_narrow=is_narrow)
    beneath = len(marks) + (1 if box.count else 0)
    return max(_LEAST_HEIGHT, len(lines) * LINE_HEIGHT + beneath * LABEL_LINE_HEIGHT + 12)


def _sizes(boxes: Sequence[MapBox], width: float) -> dict[str, Size]:
    return {box.id: Size(width, _height(box)) for box in boxes}


def _narrowest(widths: Sequence[int], labels: Sequence[str]) -> int:
    """The least of some widths in which the labels stay whole, or the greatest if they never do."""
    inset = 2 * max(style.inset for style in BOXES.values())
    return next((w for w in widths if all(_is_whole(label, w - inset) for label in labels)), widths[-1])


def _is_whole(label: str, width: float) -> bool:
    return " ".join(wrapped(label, width, most=MOST_LINES)) == " ".join(label.split())


def _route_edges(pack: Pack, pairs: Iterable[tuple[str, str]]) -> tuple[MapEdge, ...]:
    known = {(edge.start, edge.end): edge for edge in (*pack.everywhere.values(), *pack.edges)}
    wanted = dict.fromkeys(pairs)
    if missing := wanted.keys() - known.keys():
        raise UnknownIdError("edge", min(missing))
    return tuple(
        MapEdge(edge.start, edge.end, edge.kind, edge.condition, _condition_lines(edge))
        for edge in _sorted(known[pair] for pair in wanted)
    )


def _condition_lines(edge: Edge) -> tuple[str, ...]:
    return wrapped(edge.condition, _LABEL, most=5, size=LABEL_SIZE)


def _sorted(edges: Iterable[Edge]) -> list[Edge]:
    """In the order of their kinds, otherwise in that of the pack."""
    order = list(EDGE_KINDS)
    return sorted(edges, key=lambda edge: order.index(edge.kind))


def _route_ranks(nodes: Sequence[str], edges: Sequence[MapEdge]) -> dict[str, int]:
    """How far each node lies along the route. Ways back and ways to help in between do not count."""
    counting: tuple[Callable[[EdgeTerms], bool], ...] = (
        lambda terms: not terms.is_return,
        lambda terms: terms.is_forward,
        lambda terms: terms.is_forward and not terms.is_escalation,
    )
    for counts in counting:
        pairs = [(edge.start, edge.end) for edge in edges if counts(edge.terms)]
        try:
            return longest_path_ranks(nodes, pairs)
        except ValueError:
            continue
    return {node: i for i, node in enumerate(nodes)}


def _route_layout(sizes: Mapping[str, Size], edges: Sequence[MapEdge], ranks: Ranks) -> Layout:
    """From left to right if the page is wide enough for it, otherwise downwards if that is narrower."""
    pairs = [(edge.start, edge.end) for edge in edges]
    labels = {(edge.start, edge.end): _label_size(edge.lines) for edge in edges}
    right = layered(sizes, pairs, ranks, labels=labels, direction="right", spacing=_ROUTE_SPACING)
    if right.size.width <= PAGE_WIDTH:
        return right
    down = layered(sizes, pairs, ranks, labels=labels, direction="down", spacing=_ROUTE_SPACING)
    return min(right, down, key=lambda layout: layout.size.width)


def _label_size(lines: Sequence[str]) -> Size:
    width = max(text_width(line, LABEL_SIZE) for line in lines)
    return Size(width + 4, len(lines) * LABEL_LINE_HEIGHT + 4)


def _view(layout: Layout, boxes: Sequence[MapBox], *, head: float = MARGIN) -> View:
    """The layout with room around it, and as much as ``head`` above it."""
    size = Size(layout.size.width + 2 * MARGIN, layout.size.height + head + MARGIN)
    return View(moved(touching(layout, {box.id: box.kind for box in boxes}), MARGIN, head, size))


def _under_headings(layout: Layout, boxes: Sequence[MapBox], lanes: Sequence[Lane]) -> View:
    """The layout with the name of each lane over its column."""
    column = {box.lane: layout.boxes[box.id] for box in boxes}
    lines = {
        lane.id: wrapped(lane.label, column[lane.id].width * _HEADING_PART, most=_HEADING_LINES)
        for lane in lanes
    }
    head = HEADING_LINE_HEIGHT * max(len(line) for line in lines.values()) / _HEADING_PART + 14
    headings = tuple(
        Heading(lines[lane.id], column[lane.id].x + MARGIN, HEADING_LINE_HEIGHT, column[lane.id].width)
        for lane in lanes
    )
    return replace(_view(layout, boxes, head=head), headings=headings)


def _narrow_view(
    boxes: Sequence[MapBox], edges: Sequence[MapEdge], ranks: Ranks, lanes: Sequence[Lane]
) -> View:
    """One box under another: by lane, each under its name, and within a lane by rank."""
    place = {lane.id: i for i, lane in enumerate(lanes)}
    ordered = sorted(boxes, key=lambda box: (place.get(box.lane, 0), ranks[box.id]))
    sizes = {box.id: Size(NARROW_BOX, _height(box, is_narrow=True)) for box in boxes}
    names = {_heading_id(lane): lane.label for lane in lanes}
    sizes |= {heading: Size(NARROW_BOX, HEADING_LINE_HEIGHT) for heading in names}
    order = [box.id for box in ordered]
    for lane in lanes:
        first = next(box.id for box in ordered if box.lane == lane.id)
        order.insert(order.index(first), _heading_id(lane))
    pairs = [(edge.start, edge.end) for edge in edges]
    return _with_names(stacked(sizes, pairs, order, spacing=_NARROW_SPACING), boxes, names)


def _heading_id(lane: Lane) -> str:
    """An id for the name of a lane, which takes a place in the stack like a box. No node can have it."""
    return f"lane:{lane.id}"


def _with_names(layout: Layout, boxes: Sequence[MapBox], names: Mapping[str, str]) -> View:
    """The stack with the places of the lanes' names turned into headings, close over their first box."""
    left_out = {box.id: layout.boxes[box.id] for box in boxes}
    view = _view(replace(layout, boxes=left_out), boxes)
    headings = tuple(
        Heading((name,), rect.x + MARGIN, rect.bottom + MARGIN + 6, rect.width)
        for heading, name in names.items()
        for rect in [layout.boxes[heading]]
    )
    return replace(view, headings=headings)


def _lanes_of(pack: Pack, nodes: Iterable[Node]) -> tuple[Lane, ...]:
    used = {node.lane for node in nodes}
    return tuple(lane for lane in pack.info.lanes if lane.id in used)

"""A route drawn as one trunk: its stations under one another, joined by one straight, strong line.

Each condition stands at the line between two stations. To the right of a station short red exits leave
the line; to its left stand, lighter, the other ways there and the ways back. On a narrow sheet all words
stand between the stations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pathways.graph.trunk import Trunk, Way
from pathways.layout import Layout, PlacedEdge, Point, Rect, Size
from pathways.layout.geometry import bracket_path, straight
from pathways.map.accessible_names import NAMED_NEIGHBOURS, in_order, named
from pathways.map.lettering import LABEL_LINE_HEIGHT, LABEL_SIZE, LINE_HEIGHT, text_width, wrapped
from pathways.map.model import Aside, MapBox, MapEdge, PathwayMap, PlacedAside, View, Weight
from pathways.map.shapes import BOXES, recess
from pathways.map.views import MARGIN, MOST_LINES, NARROW_BOX, note
from pathways.model import Edge, Pack
from pathways.model.vocabulary import URGENT

NAMED_PLACES = 2
"""How many places of a branch are named on the drawing before the rest is counted."""
NAMED_EXITS = 2
"""How many exits of a station are told with their conditions; more are counted."""
LEAVE = "leave here"
_MOST_LINES = 9
_LEAST_HEIGHT = 44
_AIR = 12.0
"""Room above and below the words at the line, in pixels."""
_TICK = 30.0
_SHORT_TICK = 22.0
"""Length of an exit, and of one on a narrow sheet."""
_BOLD = 1.1
"""How much wider bold letters are: exits are told in them."""


@dataclass(frozen=True)
class Sheet:
    """The measures of one geometry, in pixels.

    ``box`` is the width of a station, ``line`` where the main line leaves it, ``words`` the width of what
    stands at the line. ``left`` and ``right`` are the widths of the columns beside the stations; without
    them all words stand at the line. ``lanes`` is the room for the lines of other ways.
    """

    box: float
    line: float
    words: float
    left: float
    right: float
    lanes: float

    @property
    def is_narrow(self) -> bool:
        return not self.right


WIDE = Sheet(box=216, line=34, words=196, left=176, right=236, lanes=66)
NARROW = Sheet(box=NARROW_BOX, line=20, words=222, left=0, right=0, lanes=44)


class Words(NamedTuple):
    """Words beside a station, and the line that they belong to: an edge, or an aside by its number."""

    text: str
    way: Way | int


@dataclass
class Beside:
    """What stands beside one station, in the order in which it is read."""

    exits: list[Words] = field(default_factory=list)
    others: list[Words] = field(default_factory=list)
    boxes: list[Way] = field(default_factory=list)


def trunk_map(pack: Pack, trunk: Trunk) -> PathwayMap:
    """The map of a route. A place beside the line is drawn once, where the line first passes a way to it."""
    known = {(edge.start, edge.end): edge for edge in (*pack.everywhere.values(), *pack.edges)}
    beside = tuple({end: (start, end) for start, end in reversed(trunk.beside)}.values())
    edges = _edges(trunk, beside, known)
    asides = _asides(pack, trunk, known)
    shown = [pack.node[node] for node in (*trunk.line, *(end for _, end in beside))]
    boxes = [
        MapBox(
            node.id,
            node.plain_label,
            _box_lines(node.plain_label, node.kind, WIDE.box),
            _box_lines(node.plain_label, node.kind, NARROW.box),
            *(node.kind, node.lane, node.plain_label, (), ()),
        )
        for node in shown
    ]
    told = _with_asides(named(boxes, edges, {}), asides)
    lanes = {node.lane for node in shown}
    return PathwayMap(
        title=f"Route: {pack.info.title}",
        description=f"One line with {len(trunk.line)} stations. {in_order(boxes)}",
        parameter="node",
        boxes=told,
        edges=tuple(_with_wide_words(pack, edge) for edge in edges),
        lanes=tuple(lane for lane in pack.info.lanes if lane.id in lanes),
        wide_view=_Drawing(pack, trunk, boxes, edges, asides, beside, WIDE).view(),
        narrow_view=_Drawing(pack, trunk, boxes, edges, asides, beside, NARROW).view(),
        note=note(pack),
        asides=tuple(aside.drawn for aside in asides),
    )


class _Aside(NamedTuple):
    """An aside with where its line comes back to the main line, if it does."""

    drawn: Aside
    rejoins: tuple[str, ...]
    short: str


def _edges(trunk: Trunk, beside: Sequence[Way], known: Mapping[Way, Edge]) -> tuple[MapEdge, ...]:
    weights: dict[Way, Weight] = dict.fromkeys((*trunk.shortcuts, *trunk.returns, *beside), "light")
    weights |= dict.fromkeys(trunk.steps, "trunk")
    return tuple(
        MapEdge(*way, known[way].kind, known[way].condition, (), weight) for way, weight in weights.items()
    )


def _with_wide_words(pack: Pack, edge: MapEdge) -> MapEdge:
    width = WIDE.words if edge.weight == "trunk" else WIDE.left
    return replace(edge, lines=_lines(_edge_words(pack, edge), width))


def _edge_words(pack: Pack, edge: MapEdge) -> str:
    """What stands at the line of an edge: its condition, and where it leads if one cannot see that."""
    if edge.weight == "trunk":
        return edge.condition
    if edge.terms.is_return:
        return f"back to “{pack.node[edge.end].plain_label}”: {edge.condition}"
    return f"or: {edge.condition}"


def _asides(pack: Pack, trunk: Trunk, known: Mapping[Way, Edge]) -> list[_Aside]:
    found: list[_Aside] = []
    for station in trunk.line:
        found += _exit(known, station, [way for way in trunk.exits if way[0] == station])
    for station in trunk.line:
        branches = [branch for branch in trunk.branches if branch.leaves == station]
        labels = [f"“{pack.node[place].plain_label}”" for branch in branches for place in branch.places]
        rejoins = tuple(branch.rejoins for branch in branches)
        if labels:
            kind = known[trunk.steps[0]].kind
            all_ = Aside(station, kind, f"Or by {_some(labels, NAMED_NEIGHBOURS)}.", "light")
            found.append(_Aside(all_, rejoins, f"or by {_some(labels)}"))
    if trunk.further:
        goal = trunk.to_goal[-1]
        labels = [f"“{pack.node[end].plain_label}”" for _, end in trunk.further]
        all_ = Aside(
            goal,
            known[trunk.further[0]].kind,
            f"If this is not enough: {_some(labels, NAMED_NEIGHBOURS)}.",
            "light",
        )
        found.append(_Aside(all_, (), f"if this is not enough: {_some(labels)}"))
    return found


def _exit(known: Mapping[Way, Edge], station: str, ways: Sequence[Way]) -> list[_Aside]:
    if not ways:
        return []
    conditions = list(dict.fromkeys(known[way].condition for way in ways))
    words = f"If {'; or if '.join(conditions)}: {LEAVE}."
    if len(conditions) > NAMED_EXITS:
        words = f"If one of {len(ways)} warning signs fits: {LEAVE}."
    return [_Aside(Aside(station, URGENT, words, "trunk"), (), words)]


def _some(labels: Sequence[str], most: int = NAMED_PLACES) -> str:
    """The first few labels, and how many more there are.

    >>> _some(["Tea", "Rest", "Milk", "Toast"])
    'Tea; Rest; and 2 more'
    """
    rest = len(labels) - most
    return "; ".join([*labels[:most], *([f"and {rest} more"] if rest > 0 else [])])


def _with_asides(boxes: Sequence[MapBox], asides: Sequence[_Aside]) -> tuple[MapBox, ...]:
    """The boxes with their asides told to a screen reader as well."""
    words = {box.id: [one.drawn.words for one in asides if one.drawn.start == box.id] for box in boxes}
    return tuple(replace(box, name=" ".join([box.name, *words[box.id]])) for box in boxes)


def _box_lines(label: str, kind: str, width: float) -> tuple[str, ...]:
    inset = next(style.inset for name, style in BOXES.items() if name == kind)
    return wrapped(label, width - 2 * inset, most=MOST_LINES)


def _lines(words: str, width: float) -> tuple[str, ...]:
    return wrapped(words, width, most=_MOST_LINES, size=LABEL_SIZE)


def _text_height(lines: Sequence[str]) -> float:
    return len(lines) * LABEL_LINE_HEIGHT


class _Drawing:
    """Places everything of one geometry, from the first station down."""

    def __init__(
        self,
        pack: Pack,
        trunk: Trunk,
        boxes: Sequence[MapBox],
        edges: Sequence[MapEdge],
        asides: Sequence[_Aside],
        beside: Sequence[Way],
        sheet: Sheet,
    ) -> None:
        self.pack, self.trunk, self.edges, self.asides, self.sheet = pack, trunk, edges, asides, sheet
        self.beside = beside
        self.box = {box.id: box for box in boxes}
        self.x = MARGIN + sheet.left + sheet.lanes
        self.rects: dict[str, Rect] = {}
        self.labels: dict[Way | int, Rect] = {}
        self.words: dict[Way | int, tuple[str, ...]] = {}
        self.lanes = self._lanes()

    def view(self) -> View:
        bottom = self._place_all()
        paths = tuple(
            PlacedEdge(*way, self._path(edge), self.labels.get(way))
            for edge in self.edges
            for way in [(edge.start, edge.end)]
        )
        right = max(rect.right for rect in (*self.rects.values(), *self.labels.values()))
        size = Size(right + MARGIN, bottom + MARGIN)
        asides = tuple(
            PlacedAside(self._aside_paths(i, aside), self.words[i], self.labels[i])
            for i, aside in enumerate(self.asides)
        )
        words = {way: lines for way, lines in self.words.items() if isinstance(way, tuple)}
        return View(Layout(self.rects, paths, size, 0), (), asides, words)

    # --- from station to station -----------------------------------------------------------------

    def _place_all(self) -> float:
        y = float(MARGIN)
        for station in self.trunk.line:
            y = self._place_station(station, y)
        return y

    def _place_station(self, station: str, y: float) -> float:
        """Place a station with all that stands beside and under it; returns where the next one begins."""
        rect = self._rect(station, self.x, y)
        self.rects[station] = rect
        step = next((way for way in self.trunk.steps if way[0] == station), None)
        foot = rect.bottom + _AIR
        if self.sheet.is_narrow:
            for words in self._exits_of(station):
                x = self._at_line + _SHORT_TICK + 6
                foot = self._set(words, x, foot, self.sheet.words - _SHORT_TICK + 8, bold=_BOLD) + _AIR / 2
            for words in self._others_of(station):
                indent = _SHORT_TICK + 6 if self._is_pointed_at(words.way) else 14
                foot = (
                    self._set(words, self._at_line + indent, foot, self.sheet.words - indent + 14) + _AIR / 2
                )
            foot = self._place_beside(station, self._at_line + 30, foot)
        else:
            left = right = rect.y
            for words in self._others_of(station):
                left = self._set(words, MARGIN, left, self.sheet.left) + _AIR / 2
            for words in self._exits_of(station):
                right = (
                    self._set(words, rect.right + _TICK + 8, right, self.sheet.right, bold=_BOLD) + _AIR / 2
                )
            right = self._place_beside(station, rect.right + 2 * _TICK, right)
            lowest = max(left, right)
        if step:
            middle = foot
            foot = self._set(Words(self._words_of(step), step), self._at_line + 14, foot, self.sheet.words)
            foot += _AIR
            if not self.sheet.is_narrow and lowest + _AIR > foot:
                self._lower(step, (lowest + _AIR - foot) / 2)
                foot = lowest + _AIR
            return max(foot, middle)
        return max(rect.bottom, foot - _AIR if self.sheet.is_narrow else lowest)

    def _rect(self, node: str, x: float, y: float) -> Rect:
        lines = self.box[node].narrow_lines if self.sheet.is_narrow else self.box[node].lines
        return Rect(x, y, self.sheet.box, max(_LEAST_HEIGHT, len(lines) * LINE_HEIGHT + 12))

    def _place_beside(self, station: str, x: float, y: float) -> float:
        for way in self.beside:
            if way[0] == station:
                self.rects[way[1]] = self._rect(way[1], x, y)
                foot = self.rects[way[1]].bottom + 4
                width = self.sheet.box if self.sheet.is_narrow else self.sheet.right - _TICK
                y = self._set(Words(self._words_of(way), way), x + 8, foot, width) + _AIR
        return y

    def _set(self, words: Words, x: float, y: float, width: float, bold: float = 1) -> float:
        """Set words at a place; returns where they end."""
        lines = _lines(words.text, width / bold)
        longest = bold * max(text_width(line, LABEL_SIZE) for line in lines)
        self.words[words.way] = lines
        self.labels[words.way] = Rect(x, y, longest, _text_height(lines))
        return y + _text_height(lines)

    def _lower(self, way: Way, by: float) -> None:
        label = self.labels[way]
        self.labels[way] = Rect(label.x, label.y + by, label.width, label.height)

    # --- what stands beside a station --------------------------------------------------------------

    def _exits_of(self, station: str) -> Iterable[Words]:
        for i, aside in enumerate(self.asides):
            if aside.drawn.start == station and aside.drawn.kind == URGENT:
                yield Words(aside.short, i)

    def _others_of(self, station: str) -> Iterable[Words]:
        for edge in self.edges:
            if edge.start == station and edge.weight == "light" and edge.end in self.trunk.line:
                yield Words(_edge_words(self.pack, edge), (edge.start, edge.end))
        for i, aside in enumerate(self.asides):
            if aside.drawn.start == station and aside.drawn.kind != URGENT:
                yield Words(aside.short, i)

    def _is_pointed_at(self, way: Way | int) -> bool:
        """Whether an arrow ends before these words: it does where a way leads to no station of the line."""
        return isinstance(way, int) and not self.asides[way].rejoins

    def _words_of(self, way: Way) -> str:
        edge = next(edge for edge in self.edges if (edge.start, edge.end) == way)
        return _edge_words(self.pack, edge)

    # --- lines -------------------------------------------------------------------------------------

    @property
    def _at_line(self) -> float:
        return self.x + self.sheet.line

    def _path(self, edge: MapEdge) -> tuple[Point, ...]:
        way = (edge.start, edge.end)
        if edge.weight == "trunk":
            start = Point(self._at_line, self.rects[edge.start].bottom)
            return (start, *straight(start, Point(self._at_line, self.rects[edge.end].y)))
        if way in self.beside:
            return self._path_beside(way)
        return self._bracket(edge.start, edge.end, self.lanes[way])

    def _path_beside(self, way: Way) -> tuple[Point, ...]:
        start, end = (self.rects[node] for node in way)
        middle = end.y + end.height / 2
        edge_of_box = Point(end.x + recess(self.box[way[1]].kind, end, middle)[0], middle)
        if self.sheet.is_narrow:
            turn = Point(self._at_line, middle)
            return (turn, *straight(turn, edge_of_box))
        away = min(middle, start.bottom - 8)
        first = Point(start.right - recess(self.box[way[0]].kind, start, away)[1], away)
        bend = (first.x + edge_of_box.x) / 2
        return (first, Point(bend, away), Point(bend, middle), edge_of_box)

    def _aside_paths(self, number: int, aside: _Aside) -> tuple[tuple[Point, ...], ...]:
        if aside.rejoins:
            lane = self.lanes[number]
            return tuple(self._bracket(aside.drawn.start, end, lane) for end in aside.rejoins)
        label = self.labels[number]
        middle = label.y + min(label.height, LABEL_LINE_HEIGHT) / 2
        station = self.rects[aside.drawn.start]
        if self.sheet.is_narrow:
            start, end = Point(self._at_line, middle), Point(self._at_line + _SHORT_TICK, middle)
        elif aside.drawn.kind == URGENT:
            middle = station.y + min(station.height / 2, max(label.height / 2, 8))
            inset = recess(self.box[aside.drawn.start].kind, station, middle)[1]
            start, end = Point(station.right - inset, middle), Point(station.right + _TICK, middle)
        else:
            inset = recess(self.box[aside.drawn.start].kind, station, station.bottom - 10)[0]
            start = Point(station.x + inset, station.bottom - 10)
            end = Point(station.x - 16, station.bottom - 10)
        return ((start, *straight(start, end)),)

    def _bracket(self, start: str, end: str, lane: int) -> tuple[Point, ...]:
        """A line that leaves a station to the left, runs along its lane, and comes back to another one."""
        goes_down = self.rects[start].y < self.rects[end].y
        leave, enter = (0.6, 0.3) if goes_down else (0.8, 0.75)
        room = (self.sheet.lanes - 12) / max(1, *(n + 1 for n in self.lanes.values()))
        x = self.x - 10 - min(11.0, room) * lane
        return bracket_path(self._port(start, leave), self._port(end, enter), x)

    def _port(self, station: str, part: float) -> Point:
        rect = self.rects[station]
        y = rect.y + rect.height * part
        return Point(rect.x + recess(self.box[station].kind, rect, y)[0], y)

    def _lanes(self) -> dict[Way | int, int]:
        """A lane for each line at the left, so that none lies on another; short ones stand nearest."""
        place = {station: i for i, station in enumerate(self.trunk.line)}
        spans: dict[Way | int, tuple[int, int]] = {
            (edge.start, edge.end): _span(place[edge.start], place[edge.end])
            for edge in self.edges
            if edge.weight == "light" and edge.end in place
        }
        for i, aside in enumerate(self.asides):
            if aside.rejoins:
                spans[i] = _span(place[aside.drawn.start], *(place[end] for end in aside.rejoins))
        return _packed(spans)


def _span(*places: int) -> tuple[int, int]:
    return min(places), max(places)


def _packed(spans: Mapping[Way | int, tuple[int, int]]) -> dict[Way | int, int]:
    """The first lane for each span in which it overlaps no other; the shorter spans choose first."""
    lanes: dict[Way | int, int] = {}
    for key, (first, last) in sorted(spans.items(), key=lambda item: item[1][1] - item[1][0]):
        taken = {lanes[other] for other in lanes if first < spans[other][1] and spans[other][0] < last}
        lanes[key] = next(lane for lane in range(len(spans)) if lane not in taken)
    return lanes

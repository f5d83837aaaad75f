"""What the map page shows, as its URL says it; nothing is stored beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages.shared.node_card import PARTS, parts_of
from pages.shared.url import Reader
from pathways.evidence import cited
from pathways.map.marks import MARKS, MarkName
from pathways.model import Node, OverviewBox, Pack

VIEWS = {"net": "Overview", "route": "Route", "around": "Around one place", "whole": "Whole map"}
"""The views of the map with their names."""

ANYWHERE = "anywhere"
"""What an address says of a route that may begin at every place: ``from=anywhere``."""


@dataclass(frozen=True)
class MapUrl:
    """A view of the map, what is chosen on it, which part of the card is open, and what made no sense.

    ``also`` is a second goal of a route. A route to a goal with no ``start`` begins anywhere.
    """

    view: str
    node: Node | None
    box: OverviewBox | None
    start: Node | None
    goal: Node | None
    around: Node | None
    part: str
    marks: MarkName | None = None
    also: Node | None = None
    notes: tuple[str, ...] = ()

    @property
    def view_name(self) -> str:
        """The place whose card is open, the two ends of a route, or the view; blank for the overview."""
        if self.node:
            return self.node.plain_label
        if self.view == "route" and self.goal:
            goals = " or ".join(goal.plain_label for goal in (self.goal, self.also) if goal)
            return f"From {self.start.plain_label} to {goals}" if self.start else f"To {goals}"
        if self.view == "around" and self.around:
            return f"Around {self.around.plain_label}"
        return VIEWS[self.view] if self.view != "net" else ""

    def source_ids(self, pack: Pack) -> tuple[str, ...]:
        """The sources of the open card; without one, those of the ways of the whole pathway."""
        if self.node:
            return cited.of_place(pack, self.node)
        return cited.of_ways(pack, [(edge.start, edge.end) for edge in pack.edges])


def map_url(pack: Pack, params: Mapping[str, str]) -> MapUrl:
    """Read the address; what is not understood is left out and noted."""
    reader = Reader(params)
    node = _node(pack, reader, "node")
    goal, also = _goals(pack, reader)
    return MapUrl(
        view=reader.name("view", VIEWS, "view", f". The views are: {', '.join(VIEWS)}.") or "net",
        node=node,
        box=_box(pack, reader),
        start=_start(pack, reader, goal),
        goal=goal,
        also=also,
        around=_node(pack, reader, "around"),
        part=_part(pack, reader, node),
        marks=reader.name("marks", MARKS, "mark", f" on the map. The marks are: {', '.join(MARKS)}."),
        notes=tuple(reader.notes),
    )


def _node(pack: Pack, reader: Reader, part: str) -> Node | None:
    node_id = reader.name(part, pack.node, "place called", " on the map.")
    return pack.node[node_id] if node_id else None


def _start(pack: Pack, reader: Reader, goal: Node | None) -> Node | None:
    """Where a route begins; with a goal, at the start of the pathway unless the address says otherwise."""
    said = reader.name("from", [*pack.node, ANYWHERE], "place called", " on the map.")
    if said is None and goal:
        return pack.node[pack.info.start]
    return pack.node.get(said) if said else None


def _goals(pack: Pack, reader: Reader) -> tuple[Node | None, Node | None]:
    """The one or two goals of a route, such as ``to=kettle,pot``."""
    asked = reader.words("to")
    for word in asked:
        if word not in pack.node:
            reader.leave_out("place called", word, " on the map.")
    goals = [pack.node[word] for word in asked if word in pack.node]
    if left := [f"“{node.plain_label}”" for node in goals[2:]]:
        reader.notes.append(f"A route has at most two goals. Left out: {' and '.join(left)}.")
    return goals[0] if goals else None, goals[1] if len(goals) > 1 else None


def _box(pack: Pack, reader: Reader) -> OverviewBox | None:
    boxes = {box.id: box for box in pack.info.net}
    box_id = reader.name("box", boxes, "box called", " in the overview.")
    return boxes[box_id] if box_id else None


def _part(pack: Pack, reader: Reader, node: Node | None) -> str:
    """The part of the card that is open; what the card of this node does not have opens as its first."""
    part = reader.name("part", PARTS, "part", f" on a card. The parts are: {', '.join(PARTS)}.")
    return part if part and node and part in parts_of(pack, node) else "about"

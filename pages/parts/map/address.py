"""What the map page shows, as its URL says it; nothing is stored beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pages.shared.address import asked_for, known, no_such
from pages.shared.card import PARTS, parts_of
from pathways.model import NetBox, Node, Pack

VIEWS = {"net": "Overview", "route": "Route", "around": "Around one place", "whole": "Whole map"}
"""The views of the map with their names."""


@dataclass(frozen=True)
class MapAddress:
    """A view of the map, what is chosen on it, and which part of the card is open."""

    view: str
    node: Node | None
    box: NetBox | None
    start: Node | None
    goal: Node | None
    around: Node | None
    part: str


def map_address(pack: Pack, parameters: Mapping[str, str]) -> MapAddress:
    """Read the address.

    Raises:
        AddressError: with one sentence that names what is unknown.
    """
    node = _node(pack, parameters, "node")
    return MapAddress(
        view=known(parameters, "view", VIEWS, "view", f". The views are: {', '.join(VIEWS)}.") or "net",
        node=node,
        box=_box(pack, asked_for(parameters, "box")),
        start=_node(pack, parameters, "from"),
        goal=_node(pack, parameters, "to"),
        around=_node(pack, parameters, "around"),
        part=_part(pack, parameters, node),
    )


def _node(pack: Pack, parameters: Mapping[str, str], name: str) -> Node | None:
    node_id = known(parameters, name, pack.node, "place called", " on the map.")
    return pack.node[node_id] if node_id else None


def _box(pack: Pack, box_id: str | None) -> NetBox | None:
    if box_id is None:
        return None
    for box in pack.info.net:
        if box.id == box_id:
            return box
    raise no_such("box called", box_id, " in the overview.")


def _part(pack: Pack, parameters: Mapping[str, str], node: Node | None) -> str:
    """The part of the card that is open; what the card of this node does not have opens as its first."""
    if node is None:
        return "about"
    part = known(parameters, "part", PARTS, "part", f" on a card. The parts are: {', '.join(PARTS)}.")
    return part if part in parts_of(pack, node) else "about"

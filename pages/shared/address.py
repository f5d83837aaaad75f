"""What the map page shows, as its URL says it: the one place that reads and writes the address.

Nothing is stored beside it, so a link, a reload and the browser's back button all lead to the same view.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from pages.shared.card import PARTS, parts_of
from pathways.model import NetBox, Node, Pack

VIEWS = {"net": "Overview", "route": "Route", "around": "Around one place", "whole": "Whole map"}
"""The views of the map with their names."""


class AddressError(ValueError):
    """The address names something that is not there; the message is for the reader."""


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
    view = asked_for(parameters, "view") or "net"
    if view not in VIEWS:
        raise AddressError(f'There is no view "{shown(view)}". The views are: {", ".join(VIEWS)}.')
    node = _node(pack, asked_for(parameters, "node"))
    return MapAddress(
        view=view,
        node=node,
        box=_box(pack, asked_for(parameters, "box")),
        start=_node(pack, asked_for(parameters, "from")),
        goal=_node(pack, asked_for(parameters, "to")),
        around=_node(pack, asked_for(parameters, "around")),
        part=_part(pack, node, asked_for(parameters, "part")),
    )


def asked_for(parameters: Mapping[str, str], name: str) -> str | None:
    """A part of an address as it is meant: capitals and blanks around it do not count, and empty is absent."""
    return parameters.get(name, "").strip().lower() or None


def shown(words: str, most: int = 40) -> str:
    """Words of an address as a sentence may repeat them: not endlessly.

    >>> shown("abcdef", most=3)
    'abc…'
    """
    return words if len(words) <= most else f"{words[:most]}…"


def change_address(**changes: str | None) -> None:
    """Change the named parts of the address and leave the rest; None takes a part away."""
    merged = {**st.query_params.to_dict(), **changes}
    st.query_params.from_dict({key: value for key, value in merged.items() if value is not None})


def _node(pack: Pack, node_id: str | None) -> Node | None:
    if node_id is None:
        return None
    if node_id not in pack.node:
        raise AddressError(f'There is no place called "{shown(node_id)}" on the map.')
    return pack.node[node_id]


def _box(pack: Pack, box_id: str | None) -> NetBox | None:
    if box_id is None:
        return None
    for box in pack.info.net:
        if box.id == box_id:
            return box
    raise AddressError(f'There is no box called "{shown(box_id)}" in the overview.')


def _part(pack: Pack, node: Node | None, part: str | None) -> str:
    if part is None or node is None:
        return "about"
    if part not in PARTS:
        raise AddressError(f'There is no part "{shown(part)}" on a card. The parts are: {", ".join(PARTS)}.')
    return part if part in parts_of(pack, node) else "about"

"""The map with its card beside it: the part of the map page that answers to choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import networkx as nx
import streamlit as st
from markupsafe import Markup

from pages.parts.map import routes
from pages.parts.map.url import ANYWHERE, VIEWS, MapUrl, map_url
from pages.shared.boundary import boundary
from pages.shared.downloads import file_name, show_file, show_other_programs
from pages.shared.kept import kept_html
from pages.shared.map_component import pathway_map_component
from pages.shared.node_card import heading_html, part_words, parts_of, show_card
from pages.shared.packs import cached_by_pack
from pages.shared.page import name_page, view_title
from pages.shared.prose_html import node_link
from pages.shared.templates import fixed, rendered
from pages.shared.url import address_of, change_url, params
from pages.shared.ways_to_choices import show_ways_to_choices
from pages.shared.widgets import for_example, show_buttons
from pathways.graph import care_graph, subgraphs
from pathways.graph.paths import Subgraph
from pathways.map.marks import MARKS, MarkName, mark_of
from pathways.map.views import (
    FROM_EVERYWHERE,
    PathwayMap,
    overview_map,
    payload,
    route_map,
    whole_map,
)
from pathways.model import Node, OverviewBox, Pack
from pathways.model.vocabulary import COUNTING_ROLES, EDGE_KINDS
from pathways.search import names

TITLE = "The map"

STEPS_DRAWN = 2
"""How far a route with an open end is followed: further steps would draw nearly the whole map."""
NOTHING = ""


def show(pack: Pack, url: MapUrl) -> None:
    """Draw the choices, the map, the card and the map in words for an address."""
    with st.container(key="choices"):
        _show_choices(pack, url)
    with st.container(key="explorer"):
        _show_map_and_card(pack)


def _show_choices(pack: Pack, url: MapUrl) -> None:
    widths = [9, 5, 5, 5] if url.view == "around" else [9, 5, 5]
    views, *around, marks, finder = st.columns(widths, vertical_alignment="bottom")
    with views:
        show_buttons("Show", "view", VIEWS, url.view, is_labelled=False)
    for place in around:
        with place:
            _show_place(pack, "Around", "around", _centre(pack, url))
    if url.view != "route":
        with marks:
            _show_marks(url)
    with finder:
        _show_finder(pack)
    _show_ends(pack, url)


def _show_marks(url: MapUrl) -> None:
    """What stands on the boxes beside their names."""
    st.session_state["marks"] = url.marks or NOTHING

    def change() -> None:
        change_url(marks=st.session_state["marks"] or None)

    st.selectbox(
        "Show on the map",
        [NOTHING, *MARKS],
        format_func=lambda name: MARKS[name] if name else "Nothing",
        key="marks",
        on_change=change,
    )


def _show_finder(pack: Pack) -> None:
    """A box to find a place by any of its names; what is found opens as a card."""
    offered = names.names(pack)

    def open_found() -> None:
        if found := st.session_state["find"]:
            change_url(node=offered[found], box=None, part=None)
            st.session_state["find"] = None

    st.selectbox(
        "Find a place by any name",
        list(offered),
        index=None,
        placeholder=for_example("Type, for example: ", pack.info.examples.place),
        key="find",
        on_change=open_found,
    )


def _show_ends(pack: Pack, url: MapUrl) -> None:
    """The places that a route runs between."""
    if url.view == "route":
        start, goals = st.columns([1, 2])
        begins = _route_start(pack, url)
        with start:
            _show_place(pack, "From", "from", begins, can_be_open=url.goal is not None)
        with goals:
            routes.show_goals(pack, url, begins)


def _show_place(
    pack: Pack, label: str, parameter: str, chosen: Node | None, *, can_be_open: bool = False
) -> None:
    key = f"place_{parameter}"
    options = [ANYWHERE] if can_be_open else []
    options += list(dict.fromkeys(names.names(pack).values()))
    st.session_state[key] = chosen.id if chosen else ANYWHERE

    def change() -> None:
        change_url(**{parameter: st.session_state[key]})

    st.selectbox(
        label,
        options,
        format_func=lambda node_id: names.label(pack.node[node_id]) if node_id in pack.node else "Anywhere",
        key=key,
        on_change=change,
    )


def _route_start(pack: Pack, url: MapUrl) -> Node | None:
    """A route begins where the reader says; with no end given, at the chosen place or the first one."""
    if url.start or url.goal:
        return url.start
    return url.node or pack.node[pack.info.start]


def _centre(pack: Pack, url: MapUrl) -> Node:
    return url.around or url.node or pack.node[pack.info.start]


@st.fragment
def _show_map_and_card(pack: Pack) -> None:
    with boundary("The map"):
        _draw_map_and_card(pack)


def _draw_map_and_card(pack: Pack) -> None:
    url = map_url(pack, params())
    name_page(view_title(url, TITLE))  # a click in the map draws this part alone
    drawing = _drawn(pack, url.view, *_drawn_ends(pack, url), url.marks)
    drawn = drawing.map
    words = _words(pack, url.view, *_drawn_ends(pack, url), url.marks)
    map_side, card_side = st.columns([9, 5], gap="medium")
    with map_side, st.container(key=f"map_side_{url.view}"):
        st.html(routes.about(pack, url) + Markup('<div id="map-top"></div>') + words.steps)
        if drawn.boxes:
            pathway_map_component(drawing.payload, key="map", on_choose=lambda: _choose(pack))
            st.html(words.everywhere)
            _show_downloads(pack, drawn)
            st.html(words.instead)
    with card_side, st.container(key="card"):
        if url.node or url.box:
            _show_close()
        if url.box and not url.node:
            st.html(_box_html(pack, url.box))
        elif node := url.node or _subject(pack, url):
            _show_node(pack, node, url)
        else:
            st.html(fixed("map/nothing_chosen.html"))


def _show_close() -> None:
    """The way from a card back to the whole width of the map."""
    with st.container(key="close_card"):
        st.button("Close", key="close", on_click=lambda: change_url(node=None, box=None, part=None))


def _subject(pack: Pack, url: MapUrl) -> Node | None:
    """The place that a map is about: its card is shown until another one is chosen.

    A route is about where it leads to, and two routes are about no one place.
    """
    if url.view == "around":
        return _centre(pack, url)
    if url.view != "route" or url.also:
        return None
    return url.goal or _route_start(pack, url)


def _choose(pack: Pack) -> None:
    """A box of the overview opens in place, or its only place does; a node opens its card; "" closes it.

    A group stays open while its places are looked at one after another.
    What the map is about is written down too, so that a choice never draws another map.
    """
    chosen = st.session_state["map"].chosen
    url = map_url(pack, params())
    boxes = {box.id: box for box in pack.info.net}
    if not chosen:
        change_url(node=None, box=None, part=None)
    elif chosen not in boxes:
        box = url.box.id if url.box and chosen in url.box.nodes else None
        change_url(node=chosen, box=box, part=None, **_pinned_ends(pack, url))
    elif len(boxes[chosen].nodes) == 1:
        change_url(node=boxes[chosen].nodes[0], box=None, part=None)
    else:
        change_url(box=chosen, node=None, part=None)


def _pinned_ends(pack: Pack, url: MapUrl) -> dict[str, str | None]:
    start, goal = _drawn_ends(pack, url)
    ends = {"around": {"around": start}, "route": {"from": start or ANYWHERE, "to": goal}}
    return ends.get(url.view, {})


def _drawn_ends(pack: Pack, url: MapUrl) -> tuple[str | None, str | None]:
    """The ids of the start and the goal of what is drawn; around one place, the place is both."""
    if url.view == "around":
        centre = _centre(pack, url).id
        return centre, centre
    if url.view == "route":
        start = _route_start(pack, url)
        return start.id if start else None, routes.goals_of(url)
    return None, None


@dataclass(frozen=True)
class Drawing:
    """A map, and the bytes that the browser gets of it: the same on every run, as nothing is chosen in it."""

    map: PathwayMap
    payload: bytes


@cached_by_pack(500)
def _drawn(
    pack: Pack, view: str, start: str | None, goal: str | None, marks: MarkName | None = None
) -> Drawing:
    """The map of a view; drawn and encoded once for everybody."""
    drawn = _map(pack, view, start, goal, marks)
    return Drawing(drawn, payload(drawn))


def _map(pack: Pack, view: str, start: str | None, goal: str | None, marks: MarkName | None) -> PathwayMap:
    if view == "net":
        return overview_map(pack, marks)
    if view == "whole":
        return whole_map(pack, marks)
    if start and goal and start not in (goals := goal.split(",")):
        return routes.drawn(pack, start, goals)
    route = _excerpt(pack.once(care_graph), start, goal)
    return route_map(pack, route.nodes, route.edges, marks=None if view == "route" else marks)


def _excerpt(graph: nx.DiGraph[str], start: str | None, goal: str | None) -> Subgraph:
    """What stands around one place, follows from it, or leads to it."""
    if start and goal:
        return subgraphs.ego_graph(graph, start)
    if start:
        return subgraphs.descendants_within(graph, start, STEPS_DRAWN)
    first = goal.split(",")[0] if goal else ""
    return subgraphs.ancestors_within(graph, first, STEPS_DRAWN)


CARD = ("node", "part")
"""Parts of the address of the map that are of the card beside it, and not of what is drawn."""


def _show_downloads(pack: Pack, drawn: PathwayMap) -> None:
    from pathways.exports import MapPicture  # what writes files is slow to load

    address = address_of("map", without=CARD)
    name = file_name(pack, "map", drawn.title)
    with st.container(horizontal=True, key="downloads"):
        for format_name in ("map.svg", "map.png"):
            show_file(pack, format_name, lambda: MapPicture(drawn, address), name)
        show_other_programs(pack)


class Words(NamedTuple):
    """What stands around a map: the steps of a route, the way from everywhere, and the map in words."""

    steps: Markup
    everywhere: Markup
    instead: Markup


@kept_html
def _words(pack: Pack, view: str, start: str | None, goal: str | None, marks: MarkName | None) -> Words:
    """Like the map, the same whatever is chosen on it."""
    drawn = _drawn(pack, view, start, goal, marks).map
    steps = routes.steps_html(pack, view, start, goal)
    return Words(
        steps,
        _everywhere(pack) or Markup("<div></div>"),
        _in_words(pack, drawn, steps, routes.number_of_ways(pack, view, start, goal))
        if drawn.boxes
        else Markup(""),
    )


def _in_words(pack: Pack, drawn: PathwayMap, steps: Markup, ways: str) -> Markup:
    """The list twin of a map: what is so of every box, then every box with the ways that lead on from it.

    Of a route it is the list of its steps, after the number of ways there are.
    """
    labels = {box.id: box.label for box in drawn.boxes}
    return rendered(
        "map/in_words.html",
        drawn=drawn,
        labels=labels,
        kinds=EDGE_KINDS,
        everywhere=_everywhere(pack),
        steps=steps,
        ways=ways,
    )


def _everywhere(pack: Pack) -> Markup:
    """What leads to one place from every other, with its link: said once, and drawn from none."""
    said = pack.info.everywhere
    if said is None:
        return Markup("")
    return rendered(
        "map/everywhere.html",
        begins=FROM_EVERYWHERE,
        place=node_link(pack, said.to),
        condition=said.condition,
    )


def _show_node(pack: Pack, node: Node, url: MapUrl) -> None:
    part = url.part
    st.html(_head_html(pack, node, url.marks))
    show_ways_to_choices(pack, node)
    names = {one: part_words(node, one) for one in parts_of(pack, node)}
    with st.container(key="parts"):
        show_buttons("Part of the card", "part", names, part, is_labelled=False)
    show_card(pack, node, part)


@kept_html
def _head_html(pack: Pack, node: Node, marks: MarkName | None) -> Markup:
    return heading_html(pack, node) + _mark_html(pack, node, marks)


def _mark_html(pack: Pack, node: Node, name: MarkName | None) -> Markup:
    """What the map shows of this place in full, with the way to its rows."""
    mark = mark_of(pack, node, name)
    if mark is None or name is None:
        return Markup("")
    roles = ",".join(COUNTING_ROLES) if name == "often" else None
    part = "unknown" if name == "unknown" else "numbers"
    return rendered("map/mark.html", mark=mark, node=node, part=part, roles=roles, name=name)


@kept_html
def _box_html(pack: Pack, box: OverviewBox) -> Markup:
    places = [(node_link(pack, node_id), pack.node[node_id].clinical_label) for node_id in box.nodes]
    return rendered("map/box.html", box=box, places=places)

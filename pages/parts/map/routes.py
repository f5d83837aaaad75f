"""Routes on the map: one trunk, or two that part, with their steps in words and the choice of their goals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st
from markupsafe import Markup

from pages.parts.map.url import ANYWHERE, MapUrl
from pages.shared.kept import kept_html
from pages.shared.prose_html import node_link
from pages.shared.templates import paragraph, rendered
from pages.shared.url import change_url
from pathways.graph import care_graph
from pathways.graph.elective import nearest
from pathways.graph.paths import count_paths
from pathways.graph.subgraphs import without_escalation
from pathways.graph.trunk import Trunk, Way, forks, trunk
from pathways.map.model import Weight
from pathways.map.trunk import trunk_map
from pathways.map.views import PathwayMap, route_map
from pathways.model import Edge, Node, Pack
from pathways.search import names

NOWHERE = ""
MOST_OPTIONS_AHEAD = 9


@dataclass(frozen=True)
class Step:
    """One station of a route in words, with what leaves it and the condition of the way on."""

    node: Node
    condition: str
    exits: tuple[Edge, ...]
    beside: tuple[Edge, ...]
    others: tuple[tuple[str, tuple[str, ...], str], ...]


def goals_of(url: MapUrl) -> str | None:
    """The goals of a route as the address holds them, such as ``kettle,pot``."""
    return ",".join(node.id for node in (url.goal, url.also) if node) or None


def trunks(pack: Pack, start: str, goals: Sequence[str]) -> tuple[Trunk, ...]:
    """The route to each goal that a way leads to; two goals go by the same cause if it is named for both."""
    graph = pack.once(care_graph)
    causes = [causes_for(pack, goal) for goal in goals]
    shared = [cause for cause in causes[0] if all(cause in others for others in causes)]
    found = [
        trunk(graph, start, goal, (*shared, *own), pack.compare.first)
        for goal, own in zip(goals, causes, strict=True)
    ]
    return tuple(one for one in found if one)


def causes_for(pack: Pack, goal: str) -> tuple[str, ...]:
    """The causes for which the pack names this goal among the choices, where it stands first before others.

    A place that is no choice goes by the cause for which the only choices that it leads to are named.
    """
    if pack.node[goal].kind == "option":
        return _causes_of_option(pack, goal)
    ahead = nearest(pack.once(care_graph), goal, "option", MOST_OPTIONS_AHEAD, pack.compare.first)
    causes = {cause for option in ahead for cause in _causes_of_option(pack, option)}
    return tuple(causes) if len(causes) == 1 else ()


def _causes_of_option(pack: Pack, option: str) -> tuple[str, ...]:
    named = [preset for preset in pack.compare.presets if preset.cause and option in preset.options]
    return tuple(preset.cause for preset in sorted(named, key=lambda one: one.options.index(option)))


def drawn(pack: Pack, start: str, goals: Sequence[str]) -> PathwayMap:
    """The map of a route, or of two: what both share is grey, and each goes on in its own strong line."""
    found = trunks(pack, start, goals)
    if len(found) == 1:
        return trunk_map(pack, found[0])
    ways = [set(one.steps[: len(one.to_goal) - 1]) for one in found]
    both = set.intersection(*ways) if ways else set()
    edges = set().union(*ways)
    nodes = {node for one in found for node in one.to_goal}
    weights: dict[Way, Weight] = {way: "shared" if way in both else "own" for way in edges}
    return route_map(pack, nodes, [way for way in _known(pack) if way in edges], weights)


@kept_html
def about(pack: Pack, url: MapUrl) -> Markup:
    """What the drawing shows: that one way is drawn, or where two ways part, and on what condition."""
    if url.view != "route" or not url.start or not url.goal:
        return Markup("")
    if url.also and url.start not in (url.goal, url.also):
        return _about_two(pack, url.start, url.goal, url.also)
    return paragraph(_about_one(pack, url.start, url.goal))


def _about_one(pack: Pack, start: Node, goal: Node) -> str:
    if start == goal:
        return "Both ends are the same place. What stands around it is drawn."
    ends = f"from “{start.plain_label}” to “{goal.plain_label}”"
    count = _count(pack, start.id, goal.id)
    if not count and trunks(pack, start.id, [goal.id]):
        return f"No way leads forward {ends}. The way that a warning sign opens is drawn."
    if not count:
        return f"No way leads forward {ends} on this map. Choose other ends, or turn them round."
    if count == 1:
        return f"One way leads {ends}. It is drawn."
    return "One way is drawn as the main line; other ways branch off from it."


def number_of_ways(pack: Pack, view: str, start: str | None, goal: str | None) -> str:
    """How many ways lead from one place to another, if it is more than one: a sentence beside the steps."""
    if view != "route" or not start or not goal or "," in goal or (count := _count(pack, start, goal)) < 2:
        return ""
    ends = f"from “{pack.node[start].plain_label}” to “{pack.node[goal].plain_label}”"
    return f"Counted over the whole map, {count:,} ways lead {ends}. Many differ in one step only."


def _count(pack: Pack, start: str, goal: str) -> int:
    """The ways between two places that can be chosen: those through an emergency are none of them."""
    return count_paths(without_escalation(pack.once(care_graph), start, goal), start, goal)


def _about_two(pack: Pack, start: Node, goal: Node, also: Node) -> Markup:
    found = trunks(pack, start.id, [goal.id, also.id])
    if len(found) < 2:
        reached = {one.to_goal[-1] for one in found}
        (lost, *_) = (node for node in (goal, also) if node.id not in reached)
        return paragraph(f"No way leads forward from “{start.plain_label}” to “{lost.plain_label}”.")
    known = _known(pack)
    parted = [
        (
            pack.node[ways[0][0]],
            [(end, known[way], pack.node[way[1]]) for end, way in zip((goal, also), ways, strict=True)],
        )
        for ways in forks(*found)
    ]
    return rendered("map/fork.html", parted=parted, place=partial(node_link, pack))


def steps_html(pack: Pack, view: str, start: str | None, goals: str | None) -> Markup:
    """A route as numbered steps with the conditions between them; blank where no trunk is drawn."""
    if view != "route" or not start or not goals or start in goals.split(","):
        return Markup("")
    found = trunks(pack, start, goals.split(","))
    if len(found) == 1:
        return _rendered_steps(pack, [("", 1, _steps(pack, found[0], found[0].line))], "one")
    return _rendered_steps(pack, _parts(pack, found), "two") if found else Markup("")


def _rendered_steps(pack: Pack, parts: Sequence[tuple[str, int, list[Step]]], goals: str) -> Markup:
    return rendered("map/steps.html", parts=parts, goals=goals, place=partial(node_link, pack))


def _parts(pack: Pack, found: Sequence[Trunk]) -> list[tuple[str, int, list[Step]]]:
    """The steps that two ways share from the start, then those of each."""
    one, other = (trunk_.to_goal for trunk_ in found)
    shared = next(
        (i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    parts = [("Both ways begin alike", 1, _steps(pack, found[0], one[:shared]))]
    for trunk_ in found:
        goal = pack.node[trunk_.to_goal[-1]].plain_label
        if own := trunk_.to_goal[shared:]:
            parts.append((f"Then, to “{goal}”", shared + 1, _steps(pack, trunk_, own)))
    return parts


def _steps(pack: Pack, route: Trunk, stations: Sequence[str]) -> list[Step]:
    known, onward = _known(pack), dict(route.steps)

    def edges(ways: Iterable[Way], station: str) -> tuple[Edge, ...]:
        return tuple(known[way] for way in ways if way[0] == station)

    return [
        Step(
            pack.node[station],
            known[station, onward[station]].condition if onward.get(station) in stations else "",
            edges(route.exits, station),
            edges(route.beside, station),
            tuple(_others(route, known, station)),
        )
        for station in stations
    ]


def _others(
    route: Trunk, known: Mapping[Way, Edge], station: str
) -> Iterable[tuple[str, tuple[str, ...], str]]:
    """The other ways from a station: what they are, the places they lead to or pass, and their condition."""
    for branch in route.branches:
        if branch.leaves == station:
            yield "Or by", branch.places, ""
    for words, ways in (
        ("Or straight to", route.shortcuts),
        ("If this is not enough:", route.further),
        ("Back to", route.returns),
    ):
        for way in ways:
            if way[0] == station:
                yield words, (way[1],), known[way].condition


def _known(pack: Pack) -> Mapping[Way, Edge]:
    return pack.once(_edges_by_ends)


def _edges_by_ends(pack: Pack) -> Mapping[Way, Edge]:
    return {(edge.start, edge.end): edge for edge in (*pack.everywhere.values(), *pack.edges)}


def show_goals(pack: Pack, url: MapUrl, begins: Node | None) -> None:
    """Lists to choose the goal of a route, and a second one to set beside it.

    A choice writes down where the route ``begins``, so that it never draws one from another place.
    """

    def write(goals: tuple[str, str]) -> None:
        to = ",".join(dict.fromkeys(node for node in goals if node)) or None
        start = begins.id if begins else ANYWHERE if to else None
        change_url(**{"from": start, "to": to})

    goal, also = (node.id if node else NOWHERE for node in (url.goal, url.also))
    one, two = st.columns(2)
    with one:
        _show_goal(pack, "To", "place_to", goal, lambda chosen: write((chosen, also)))
    with two:
        if goal:
            _show_goal(pack, "And to, if you like", "place_also", also, lambda chosen: write((goal, chosen)))


def _show_goal(pack: Pack, label: str, key: str, chosen: str, write: Callable[[str], None]) -> None:
    st.session_state[key] = chosen

    nothing = "Anywhere" if key == "place_to" else "No second place"
    st.selectbox(
        label,
        [NOWHERE, *dict.fromkeys(names.names(pack).values())],
        format_func=lambda node_id: names.label(pack.node[node_id]) if node_id else nothing,
        key=key,
        on_change=lambda: write(st.session_state[key]),
    )

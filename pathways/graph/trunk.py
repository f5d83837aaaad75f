"""A route as one trunk: a main line, and what leaves it, comes back to it or stands beside it.

The main line runs from a start to a goal and on to how it went. Every other natural way folds into it as a
branch: where it leaves the line, where it comes back, and which places it passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import networkx as nx

from pathways.graph.build import terms_of, without_everywhere
from pathways.graph.elective import elective_graph, exits
from pathways.graph.paths import Path, require
from pathways.graph.subgraphs import urgent_path, without_escalation

Way = tuple[str, str]
"""An edge, as (start, end)."""


class Branch(NamedTuple):
    """The places by which one comes from a station to a later one off the main line."""

    leaves: str
    rejoins: str
    places: tuple[str, ...]


class Trunk(NamedTuple):
    """A route. ``line`` is its main line: as far as the goal, and ``after`` what follows it.

    ``shortcuts`` and ``returns`` lead from station to station; ``exits`` leave the line for help,
    ``further`` leaves it because the goal was not enough, ``beside`` leads to what can be chosen instead.
    """

    to_goal: Path
    after: Path
    branches: tuple[Branch, ...] = ()
    shortcuts: tuple[Way, ...] = ()
    returns: tuple[Way, ...] = ()
    exits: tuple[Way, ...] = ()
    further: tuple[Way, ...] = ()
    beside: tuple[Way, ...] = ()

    @property
    def line(self) -> Path:
        """All stations, each once."""
        return (*self.to_goal, *self.after)

    @property
    def steps(self) -> tuple[Way, ...]:
        """The ways of the main line."""
        return tuple(pairwise(self.line))


def trunk(
    graph: nx.DiGraph[str], start: str, goal: str, by: Iterable[str] = (), beside: str | None = None
) -> Trunk | None:
    """The route from a start to a goal; None if no way leads there.

    Args:
        by: places that the main line should pass if it can, such as the cause that the goal is chosen for;
            it passes the first that lies on a way.
        beside: a place that is shown wherever the line passes a place that leads to it.
    """
    natural = without_escalation(graph, start, goal)
    to_goal = _main_line(natural, start, goal, by) or next(iter(urgent_path(graph, start, goal)), ())
    if not to_goal:
        return None
    shown = without_everywhere(graph)
    after = _to_outcome(graph, goal)
    line = (*to_goal, *after)
    return Trunk(
        to_goal,
        after,
        _branches(natural, to_goal),
        tuple(way for way in _across(natural, to_goal) if way not in set(pairwise(line))),
        tuple(way for way in shown.subgraph(line).edges if terms_of(graph, *way).is_return),
        tuple(_exits(graph, line)),
        tuple((goal, end) for end in shown.succ[goal] if terms_of(graph, goal, end).is_escalation),
        _beside(shown, to_goal, beside),
    )


def forks(one: Trunk, other: Trunk) -> tuple[tuple[Way, Way], ...]:
    """Where two routes part: the ways on which each leaves a station that both pass."""
    onward, elsewhere = dict(one.steps), dict(other.steps)
    return tuple(
        ((station, end), (station, elsewhere[station]))
        for station, end in onward.items()
        if station in elsewhere and elsewhere[station] != end
    )


def _main_line(natural: nx.DiGraph[str], start: str, goal: str, by: Iterable[str]) -> Path:
    """The shortest way, by the first of some places that lies on a way; empty if there is none."""
    for place in by:
        if place in natural and place not in (start, goal):
            there, onward = _shortest(natural, start, place), _shortest(natural, place, goal)
            if there and onward:
                return (*there, *onward[1:])
    return _shortest(natural, start, goal)


def _shortest(graph: nx.DiGraph[str], start: str, goal: str) -> Path:
    """The way with the fewest steps; of equals the one whose steps stand first in the pack."""
    remaining = nx.single_source_shortest_path_length(graph.reverse(copy=False), goal)
    if start not in remaining:
        return ()
    way = [start]
    while way[-1] != goal:
        way.append(min(graph.succ[way[-1]], key=lambda node: remaining.get(node, len(graph))))
    return tuple(way)


def _to_outcome(graph: nx.DiGraph[str], goal: str) -> Path:
    """The places after an option until one asks how it went: the first place that leads to an outcome."""
    require(graph, goal)
    if graph.nodes[goal]["kind"] != "option":
        return ()
    elective = elective_graph(graph, goal, goal)
    usual = nx.subgraph_view(elective, filter_edge=lambda a, b: terms_of(elective, a, b).is_usual)
    asks = [a for a, b in usual.edges if usual.nodes[b]["kind"] == "outcome"]
    found = [way for place in dict.fromkeys(asks) if (way := _shortest(usual, goal, place))]
    return min(found, key=len)[1:] if found else ()


def _branches(natural: nx.DiGraph[str], line: Path) -> tuple[Branch, ...]:
    """The places off the line, grouped by where they leave it last and where they come back to it first."""
    place = {node: i for i, node in enumerate(line)}
    start, goal = line[0], line[-1]
    passed = (nx.descendants(natural, start) | {start}) & (nx.ancestors(natural, goal) | {goal})
    ways = natural.subgraph(passed)
    leaves = _nearest_station(ways, place, max)
    rejoins = _nearest_station(ways.reverse(copy=False), place, min)
    groups: dict[Way, list[str]] = {}
    for node in natural:
        if node in passed and node not in place:
            groups.setdefault((line[leaves[node]], line[rejoins[node]]), []).append(node)
    ordered = sorted(groups.items(), key=lambda group: (place[group[0][0]], place[group[0][1]]))
    return tuple(Branch(*ends, tuple(nodes)) for ends, nodes in ordered)


def _nearest_station(
    ways: nx.DiGraph[str], place: Mapping[str, int], nearest: Callable[[Iterable[int]], int]
) -> dict[str, int]:
    """For each place off the line, the number of the station from which one comes to it off the line."""
    found: dict[str, int] = {}
    for node in nx.topological_sort(ways):
        if node not in place:
            before = (place[start] if start in place else found[start] for start in ways.pred[node])
            found[node] = nearest(before)
    return found


def _across(natural: nx.DiGraph[str], line: Sequence[str]) -> list[Way]:
    """The ways from station to station that pass over others."""
    return list(natural.subgraph(line).edges)


def _exits(graph: nx.DiGraph[str], line: Sequence[str]) -> Iterable[Way]:
    """The ways that leave the line for help: urgent ones, and those of usual steps to an exit."""
    shown, left_out, steps = without_everywhere(graph), exits(graph), set(pairwise(line))
    for station in line:
        for end in shown.succ[station]:
            to_exit = end in left_out and station not in left_out and end not in line
            if (station, end) not in steps and (to_exit or terms_of(graph, station, end).is_urgent):
                yield station, end


def _beside(shown: nx.DiGraph[str], line: Sequence[str], place: str | None) -> tuple[Way, ...]:
    if place is None or place in line:
        return ()
    return tuple((node, place) for node in line if shown.has_edge(node, place))

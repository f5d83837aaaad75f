"""Questions to the care graph: what leads here, where one can go, by which ways.

Every function takes a graph and node ids, and answers with ids or :class:`Link`. A way is a tuple of
node ids from its start to its goal that visits no node twice. Answers come in the order of the graph,
which is the order of the pack, so they are the same on every run.

Ways are best asked of :func:`pathways.graph.forward_graph`, which has no cycles. There each question is
answered without trying a single dead end, however many ways there are. An unknown id raises
:class:`UnknownNodeError`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

import networkx as nx

from pathways.errors import UnknownIdError, near
from pathways.model import EdgeKind

Way = tuple[str, ...]


class UnknownNodeError(UnknownIdError):
    """A question named a node that the graph does not have."""


class Link(NamedTuple):
    """One edge of the care graph: where it starts and ends, its kind, and when it is taken."""

    start: str
    end: str
    kind: EdgeKind
    condition: str


class Subgraph(NamedTuple):
    """A part of the graph to be drawn: its node ids, and its edges as (start, end)."""

    nodes: tuple[str, ...]
    edges: tuple[tuple[str, str], ...]


def links_to(graph: nx.DiGraph[str], node: str) -> tuple[Link, ...]:
    """What leads here: all edges that end at the node."""
    require(graph, node)
    return tuple(_link(graph, start, node) for start in graph.pred[node])


def links_from(graph: nx.DiGraph[str], node: str) -> dict[EdgeKind, tuple[Link, ...]]:
    """Where one can go from here: the edges that start at the node, grouped by kind.

    A kind without an edge is absent.

    >>> care: nx.DiGraph[str] = nx.DiGraph()
    >>> care.add_edge("exercise", "improved", kind="onward", condition="it helps")
    >>> care.add_edge("exercise", "injection", kind="step_up", condition="not enough")
    >>> {kind: [link.end for link in links] for kind, links in links_from(care, "exercise").items()}
    {'onward': ['improved'], 'step_up': ['injection']}
    """
    require(graph, node)
    grouped: dict[EdgeKind, tuple[Link, ...]] = {}
    for end in graph.succ[node]:
        link = _link(graph, node, end)
        grouped[link.kind] = (*grouped.get(link.kind, ()), link)
    return grouped


def steps_if_not_enough(graph: nx.DiGraph[str], node: str) -> tuple[Link, ...]:
    """The further steps if this was not enough."""
    return links_from(graph, node).get("step_up", ())


def ways_back(graph: nx.DiGraph[str], node: str) -> tuple[Link, ...]:
    """The ways back from here, to look or choose again."""
    return links_from(graph, node).get("return", ())


def is_reachable(graph: nx.DiGraph[str], start: str, goal: str) -> bool:
    """Whether any way leads from start to goal. Every node reaches itself."""
    require(graph, start, goal)
    return nx.has_path(graph, start, goal)


def count_paths(graph: nx.DiGraph[str], start: str, goal: str) -> int:
    """How many ways lead from start to goal, counted without walking them.

    The graph must have no cycle; ``networkx.NetworkXUnfeasible`` is raised otherwise.

    >>> count_paths(nx.DiGraph(["ab", "ac", "bd", "cd", "ad"]), "a", "d")
    3
    """
    require(graph, start, goal)
    counts = {start: 1}
    for node in nx.topological_sort(graph):
        for following in graph.succ[node] if node in counts else ():
            counts[following] = counts.get(following, 0) + counts[node]
    return counts.get(goal, 0)


def ways(graph: nx.DiGraph[str], start: str, goal: str) -> Iterator[Way]:
    """The ways from start to goal, one by one as they are asked for.

    Only nodes from which the goal can be reached are entered, so on a graph without cycles no step is
    in vain. On one with cycles the answer is right too, but may be slow.

    >>> list(ways(nx.DiGraph(["ab", "ac", "bd", "cd", "ad"]), "a", "d"))
    [('a', 'b', 'd'), ('a', 'c', 'd'), ('a', 'd')]
    """
    require(graph, start, goal)
    return _walk(graph, start, goal, leads_on=_distances_to(graph, goal).__contains__)


def _walk(graph: nx.DiGraph[str], start: str, goal: str, leads_on: Callable[[str], bool]) -> Iterator[Way]:
    way: list[str] = []
    branches = [iter([start])]
    while branches:
        node = next((n for n in branches[-1] if leads_on(n) and n not in way), None)
        if node is None:
            branches.pop()
            del way[-1:]
        elif node == goal:
            yield (*way, goal)
        else:
            way.append(node)
            branches.append(iter(graph.succ[node]))


def shortest_paths(graph: nx.DiGraph[str], start: str, goal: str, k: int) -> tuple[Way, ...]:
    """The ``k`` ways with the fewest steps, or all if there are fewer; equals in order of their ids.

    Partial ways wait in a queue by the least length they can end up with. That length is known
    exactly, so the first whole ways to come out are the shortest ones.

    >>> shortest_paths(nx.DiGraph(["ab", "ac", "bd", "cd", "ad"]), "a", "d", k=2)
    (('a', 'd'), ('a', 'b', 'd'))
    """
    require(graph, start, goal)
    remaining = _distances_to(graph, goal)
    queue: list[tuple[int, Way]] = [(remaining[start], (start,))] if start in remaining else []
    found: list[Way] = []
    while queue and len(found) < k:
        _, way = heappop(queue)
        if way[-1] == goal:
            found.append(way)
            continue
        for node in graph.succ[way[-1]]:
            if node in remaining and node not in way:
                heappush(queue, (len(way) + remaining[node], (*way, node)))
    return tuple(found)


def neighbourhood(graph: nx.DiGraph[str], node: str, radius: int) -> tuple[str, ...]:
    """The nodes within ``radius`` steps of a node, along the edges or against them; itself included.

    >>> neighbourhood(nx.DiGraph(["ab", "bc", "cd"]), "c", radius=1)
    ('b', 'c', 'd')
    """
    require(graph, node)
    near = rim = {node}
    for _ in range(radius):
        rim = {other for n in rim for other in (*graph.succ[n], *graph.pred[n])} - near
        near = near | rim
    return tuple(n for n in graph if n in near)


def path_union(ways: Iterable[Way]) -> Subgraph:
    """The nodes and edges on the given ways, each once, in the order in which the ways meet them.

    >>> path_union([("a", "b", "d"), ("a", "c", "d")])
    Subgraph(nodes=('a', 'b', 'd', 'c'), edges=(('a', 'b'), ('b', 'd'), ('a', 'c'), ('c', 'd')))
    """
    walked = tuple(ways)
    nodes = dict.fromkeys(node for way in walked for node in way)
    edges = dict.fromkeys(step for way in walked for step in pairwise(way))
    return Subgraph(tuple(nodes), tuple(edges))


def union_of_all_paths(graph: nx.DiGraph[str], start: str, goal: str) -> Subgraph:
    """The nodes and edges on any way from start to goal, in the order of the graph, found without walking.

    Meant for graphs without cycles: in a cycle that a way meets, every node counts as on the way.

    >>> union_of_all_paths(nx.DiGraph(["ab", "ac", "bd", "cd", "be"]), "a", "d")
    Subgraph(nodes=('a', 'b', 'c', 'd'), edges=(('a', 'b'), ('a', 'c'), ('b', 'd'), ('c', 'd')))
    """
    require(graph, start, goal)
    before = _distances_to(graph, goal)
    after = {start, *nx.descendants(graph, start)}
    between = {node: None for node in graph if node in before and node in after}
    edges = ((node, end) for node in between for end in graph.succ[node] if end in between)
    return Subgraph(tuple(between), tuple(edges))


def _distances_to(graph: nx.DiGraph[str], goal: str) -> dict[str, int]:
    """Steps to the goal, for each node from which it can be reached."""
    distances = {goal: 0}
    reached = [goal]
    for node in reached:  # grows while it is read: breadth first
        for before in graph.pred[node]:
            if before not in distances:
                distances[before] = distances[node] + 1
                reached.append(before)
    return distances


def _link(graph: nx.DiGraph[str], start: str, end: str) -> Link:
    data = graph.edges[start, end]
    return Link(start, end, data["kind"], data["condition"])


def require(graph: nx.DiGraph[str], *nodes: str) -> None:
    """Raise :class:`UnknownNodeError` if a node is not in the graph."""
    for node in nodes:
        if node not in graph:
            raise UnknownNodeError("node", node, near(node, graph))

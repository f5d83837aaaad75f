"""Parts of the pathway that answer a reader's question, ready to draw: nodes and edges, nothing more."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from pathways.graph.build import forward_graph, urgent_graph, without_everywhere
from pathways.graph.paths import Subgraph, Way, path_union, require, shortest_paths

BESIDE_THE_ROAD = frozenset({"step_up", "return"})
"""Kinds of edge that are drawn between places on a route even if the route does not take them."""


def around(graph: nx.DiGraph[str], node: str) -> Subgraph:
    """A place, all that leads to it, and all that it leads to, but for what is so everywhere."""
    require(graph, node)
    shown = without_everywhere(graph)
    edges = [*shown.in_edges(node), *shown.out_edges(node)]
    return _route(graph, edges, [node])


def onward(graph: nx.DiGraph[str], start: str, steps: int) -> Subgraph:
    """The places that one comes to from a start within so many steps forward, each by its shortest ways."""
    require(graph, start)
    ahead = nx.single_source_shortest_path_length(forward_graph(graph), start, cutoff=steps)
    edges = [(a, b) for a, b in forward_graph(graph).edges if a in ahead and ahead.get(b) == ahead[a] + 1]
    return _route(graph, edges, [start])


def leading_to(graph: nx.DiGraph[str], goal: str, steps: int) -> Subgraph:
    """The places from which one comes to a goal within so many steps forward, each by its shortest ways."""
    require(graph, goal)
    behind = nx.single_source_shortest_path_length(forward_graph(graph).reverse(), goal, cutoff=steps)
    edges = [(a, b) for a, b in forward_graph(graph).edges if b in behind and behind.get(a) == behind[b] + 1]
    return _route(graph, edges, [goal])


def without_escalation(graph: nx.DiGraph[str], start: str, goal: str) -> nx.DiGraph[str]:
    """The roads on which one comes from a start to a goal without another treatment in between.

    That is: without a step that is taken because something else was not enough. Where only such steps
    lead to the goal, they are natural too.
    """
    require(graph, start, goal)
    forward = forward_graph(graph)
    direct = nx.subgraph_view(forward, filter_edge=lambda a, b: forward[a][b]["kind"] != "step_up")
    return direct if nx.has_path(direct, start, goal) else forward


def to_help(graph: nx.DiGraph[str], start: str, goal: str) -> tuple[Way, ...]:
    """The shortest way that a warning sign opens from a start to a goal, or none."""
    require(graph, start, goal)
    return shortest_paths(urgent_graph(graph), start, goal, k=1)


def between(graph: nx.DiGraph[str], start: str, goal: str, ways: int, beside: str | None = None) -> Subgraph:
    """The shortest natural ways from a start to a goal, and what follows if the goal is not enough.

    ``beside`` is a place that is drawn wherever the ways pass a place that leads to it, such as the
    choice to carry on as now. Where no way leads forward to the goal, it is the way that a warning sign
    opens; empty if there is none either.
    """
    found = shortest_paths(without_escalation(graph, start, goal), start, goal, ways)
    if not found:
        help_ = path_union(to_help(graph, start, goal))
        return _route(graph, help_.edges, help_.nodes)
    shown = without_everywhere(graph)
    after = [(goal, end) for end in shown.succ[goal] if shown[goal][end]["kind"] in ("step_up", "urgent")]
    route = path_union(found)
    if beside:
        after += [(node, beside) for node in route.nodes if graph.has_edge(node, beside)]
    return _with_what_stands_beside(graph, _route(graph, [*route.edges, *after], route.nodes))


def _with_what_stands_beside(graph: nx.DiGraph[str], route: Subgraph) -> Subgraph:
    """Add steps if not enough and ways back between the places that are drawn anyway."""
    beside = [
        (a, b)
        for a, b in graph.subgraph(route.nodes).edges
        if graph[a][b]["kind"] in BESIDE_THE_ROAD and (a, b) not in route.edges
    ]
    return _route(graph, [*route.edges, *beside], route.nodes)


def _route(graph: nx.DiGraph[str], edges: Iterable[tuple[str, str]], nodes: Iterable[str]) -> Subgraph:
    """Nodes and edges without repetition, in the order of the graph."""
    drawn = set(edges)
    kept = set(nodes) | {node for edge in drawn for node in edge}
    return Subgraph(
        tuple(node for node in graph if node in kept),
        tuple(edge for edge in graph.edges if edge in drawn),
    )

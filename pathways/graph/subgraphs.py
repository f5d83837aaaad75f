"""The part of a care graph that answers a reader's question, ready to draw: nodes and edges, nothing more."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import networkx as nx

from pathways.graph.build import forward_graph, terms_of, urgent_graph, without_everywhere
from pathways.graph.elective import elective_graph
from pathways.graph.paths import Path, Subgraph, require, shortest_paths


def usual_descendants(graph: nx.DiGraph[str], start: str, lanes: Collection[str]) -> frozenset[str]:
    """The places in these lanes that one comes to from a start by usual next steps through these lanes."""
    require(graph, start)
    view: nx.DiGraph[str] = nx.subgraph_view(
        graph,
        filter_node=lambda node: node == start or graph.nodes[node]["lane"] in lanes,
        filter_edge=lambda a, b: terms_of(graph, a, b).is_usual,
    )
    return frozenset(nx.descendants(view, start))


def ego_graph(graph: nx.DiGraph[str], node: str) -> Subgraph:
    """A place, all that leads to it, and all that it leads to, but for what is so everywhere."""
    require(graph, node)
    shown = without_everywhere(graph)
    edges = [*shown.in_edges(node), *shown.out_edges(node)]
    return _subgraph(graph, edges, [node])


def descendants_within(graph: nx.DiGraph[str], start: str, steps: int) -> Subgraph:
    """The places that one comes to from a start within so many steps forward, each by its shortest ways."""
    require(graph, start)
    ahead = nx.single_source_shortest_path_length(forward_graph(graph), start, cutoff=steps)
    edges = [(a, b) for a, b in forward_graph(graph).edges if a in ahead and ahead.get(b) == ahead[a] + 1]
    return _subgraph(graph, edges, [start])


def ancestors_within(graph: nx.DiGraph[str], goal: str, steps: int) -> Subgraph:
    """The places from which one comes to a goal within so many steps forward, each by its shortest ways."""
    require(graph, goal)
    behind = nx.single_source_shortest_path_length(forward_graph(graph).reverse(), goal, cutoff=steps)
    edges = [(a, b) for a, b in forward_graph(graph).edges if b in behind and behind.get(a) == behind[b] + 1]
    return _subgraph(graph, edges, [goal])


def without_escalation(graph: nx.DiGraph[str], start: str, goal: str) -> nx.DiGraph[str]:
    """The roads on which one comes from a start to a goal without another treatment in between.

    That is: without a step that is taken because something else was not enough. Where only such steps
    lead to the goal, they are natural too. Through an emergency no road leads, unless an end is one.
    """
    require(graph, start, goal)
    forward = elective_graph(graph, start, goal)
    direct = nx.subgraph_view(forward, filter_edge=lambda a, b: not terms_of(forward, a, b).is_escalation)
    return direct if nx.has_path(direct, start, goal) else forward


def urgent_path(graph: nx.DiGraph[str], start: str, goal: str) -> tuple[Path, ...]:
    """The shortest way that a warning sign opens from a start to a goal, or none."""
    require(graph, start, goal)
    return shortest_paths(urgent_graph(graph), start, goal, k=1)


def _subgraph(graph: nx.DiGraph[str], edges: Iterable[tuple[str, str]], nodes: Iterable[str]) -> Subgraph:
    """Nodes and edges without repetition, in the order of the graph."""
    drawn = set(edges)
    kept = set(nodes) | {node for edge in drawn for node in edge}
    return Subgraph(
        tuple(node for node in graph if node in kept),
        tuple(edge for edge in graph.edges if edge in drawn),
    )

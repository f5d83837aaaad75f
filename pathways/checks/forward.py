"""The ways taken together: every place is reached, none is a dead end, and the roads run one way."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from pathways.checks.rule import Problems, in_node
from pathways.model import Edge, Pack
from pathways.problems import Problem

FORWARD_KINDS = frozenset({"onward", "step_up", "approach"})
"""Edges that lead along the pathway; the others lead back or to help."""


def every_node_is_reachable(pack: Pack) -> Problems:
    graph = _joined([*pack.edges, *pack.everywhere.values()])
    if pack.info.start not in graph:
        return
    found = nx.descendants(graph, pack.info.start) | {pack.info.start}
    for node in pack.nodes:
        if node.id not in found:
            yield in_node(node, f"No way leads here from {pack.info.start}.", "Add the edge that leads here.")


def no_node_is_a_dead_end(pack: Pack) -> Problems:
    """What leads to help from everywhere is no way on: it saves no place from being a dead end."""
    for node in pack.nodes:
        if not pack.edges_from[node.id]:
            yield in_node(node, "No way leads on from here.", "Add an edge that starts here.")


def roads_have_no_circle(pack: Pack) -> Problems:
    """Without ways back and urgent ways the pathway runs in one direction."""
    graph = forward_graph(pack)
    if not nx.is_directed_acyclic_graph(graph):
        circle = " to ".join(start for start, _ in nx.find_cycle(graph))
        mend = "Give the edge that leads back the kind return."
        yield Problem("edges.csv", circle, "These edges run in a circle.", mend)


def forward_graph(pack: Pack) -> nx.DiGraph[str]:
    """The ends of the edges that lead along the pathway; of a faulty pack they need not be nodes."""
    return _joined(edge for edge in pack.edges if edge.kind in FORWARD_KINDS)


def _joined(edges: Iterable[Edge]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((edge.start, edge.end) for edge in edges)
    return graph

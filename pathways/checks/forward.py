"""The ways taken together: every place is reached, none is a dead end, and forward ways run one way."""

from __future__ import annotations

import networkx as nx

from pathways.checks.rule import Problems, in_node
from pathways.graph import care_graph, forward_graph
from pathways.model import Pack
from pathways.model.vocabulary import RETURN
from pathways.problems import Problem


def every_node_is_reachable(pack: Pack) -> Problems:
    graph = care_graph(pack)
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


def forward_ways_have_no_circle(pack: Pack) -> Problems:
    """Without ways back and urgent ways the pathway runs in one direction."""
    graph = forward_graph(care_graph(pack))
    if not nx.is_directed_acyclic_graph(graph):
        circle = " to ".join(start for start, _ in nx.find_cycle(graph))
        mend = f"Give the edge that leads back the kind {RETURN}."
        yield Problem("edges.csv", circle, "These edges run in a circle.", mend)

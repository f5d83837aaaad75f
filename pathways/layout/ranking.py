"""Ranks for nodes that have none."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx


def longest_path_ranks(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The rank of each node: how many steps the longest way to it has, so every edge leads to a higher rank.

    Raises ``ValueError`` that names a cycle if the edges have one.

    >>> longest_path_ranks("abc", [("a", "b"), ("b", "c"), ("a", "c")])
    {'a': 0, 'b': 1, 'c': 2}
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    try:
        generations = list(nx.topological_generations(graph))
    except nx.NetworkXUnfeasible:
        circle = ", ".join(start for start, _ in nx.find_cycle(graph))
        raise ValueError(f"These nodes cannot be ranked, for they lead in a circle: {circle}.") from None
    rank = {node: depth for depth, generation in enumerate(generations) for node in generation}
    return {node: rank[node] for node in graph}

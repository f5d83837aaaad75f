"""A pack as a networkx graph: places as nodes, ways as edges.

The graph is for asking where things lead. What a node or an edge says is asked of the pack, which
cannot be changed; a networkx graph can.
"""

from __future__ import annotations

import networkx as nx

from pathways.model import Pack

OFF_THE_ROAD = frozenset({"return", "urgent"})
"""Kinds of edge that are no step forward: ways back, and warning signs that leave the road."""


def care_graph(pack: Pack) -> nx.DiGraph[str]:
    """All places and ways of a pack, in the pack's own order.

    Nodes carry ``kind`` and ``lane``, edges ``kind`` and ``condition``: plain text, so that the graph
    can be written to GraphML. Ways back make the graph loop; see :func:`roads`.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for node in pack.nodes:
        graph.add_node(node.id, kind=node.kind, lane=node.lane)
    for edge in pack.edges:
        graph.add_edge(edge.start, edge.end, kind=edge.kind, condition=edge.condition)
    return graph


def roads(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """A copy of a care graph without ways back and urgent ways: what is left leads forward only.

    In a sound pack the roads have no cycle, so they can be ranked and their ways counted.

    >>> care: nx.DiGraph[str] = nx.DiGraph()
    >>> care.add_edge("injection", "reassess", kind="onward", condition="after six weeks")
    >>> care.add_edge("reassess", "injection", kind="return", condition="pain is back")
    >>> list(roads(care).edges)
    [('injection', 'reassess')]
    """
    forward: nx.DiGraph[str] = nx.DiGraph()
    forward.add_nodes_from(graph.nodes(data=True))
    forward.add_edges_from(
        (start, end, data) for start, end, data in graph.edges(data=True) if data["kind"] not in OFF_THE_ROAD
    )
    return forward

"""A pack as a networkx graph, places as nodes and ways as edges, and the views of it that answer a question.

The graph is for asking where things lead. What a node or an edge says is asked of the pack, which
cannot be changed; a networkx graph can.
"""

from __future__ import annotations

import networkx as nx

from pathways.model import Pack
from pathways.model.vocabulary import EDGE_KINDS, EdgeTerms


def care_graph(pack: Pack) -> nx.DiGraph[str]:
    """All places and ways of a pack as a networkx graph, in the pack's own order.

    Nodes carry ``label`` (for patients), ``clinical_label``, ``kind`` and ``lane``, edges ``kind`` and
    ``condition``: plain text, so that the graph can be written to GraphML. Ways back make the graph loop;
    see :func:`forward_graph`.

    What leads to one place from everywhere is an edge from each place that has none to it; such edges
    carry ``everywhere`` as well, so that a drawing can say it once (:func:`without_everywhere`).
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for node in pack.nodes:
        labels = {"label": node.plain_label, "clinical_label": node.clinical_label}
        graph.add_node(node.id, **labels, kind=node.kind, lane=node.lane)
    for edge in pack.edges:
        graph.add_edge(edge.start, edge.end, kind=edge.kind, condition=edge.condition)
    for edge in pack.everywhere.values():
        if not graph.has_edge(edge.start, edge.end):
            graph.add_edge(edge.start, edge.end, kind=edge.kind, condition=edge.condition, everywhere=True)
    return graph


def terms_of(graph: nx.DiGraph[str], start: str, end: str) -> EdgeTerms:
    """What the kind of an edge of a care graph means for the way of a reader."""
    return EDGE_KINDS[graph[start][end]["kind"]]


def without_everywhere(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """A view of a care graph without what leads to one place from everywhere: a map says that once."""
    view: nx.DiGraph[str] = nx.subgraph_view(graph, filter_edge=lambda a, b: "everywhere" not in graph[a][b])
    return view


def urgent_graph(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """A view of a care graph with the ways of warning signs alone: urgent, to the check or an emergency."""
    check = {end for _, end, data in graph.edges(data=True) if "everywhere" in data}

    def leads_to_help(start: str, end: str) -> bool:
        is_urgent = terms_of(graph, start, end).is_urgent
        return is_urgent or end in check or graph.nodes[end]["kind"] == "emergency"

    view: nx.DiGraph[str] = nx.subgraph_view(graph, filter_edge=leads_to_help)
    return view


def forward_graph(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """A copy of a care graph without ways back and urgent ways: what is left leads forward only.

    In a sound pack it has no cycle, so its places can be ranked and its ways counted.

    >>> care: nx.DiGraph[str] = nx.DiGraph()
    >>> care.add_edge("injection", "reassess", kind="onward", condition="after six weeks")
    >>> care.add_edge("reassess", "injection", kind="return", condition="pain is back")
    >>> list(forward_graph(care).edges)
    [('injection', 'reassess')]
    """
    forward: nx.DiGraph[str] = nx.DiGraph()
    forward.add_nodes_from(graph.nodes(data=True))
    forward.add_edges_from(
        (start, end, data)
        for start, end, data in graph.edges(data=True)
        if terms_of(graph, start, end).is_forward
    )
    return forward

"""The care graph says what the pack says, and its roads lead forward."""

from __future__ import annotations

import networkx as nx

from pathways.graph import care_graph, forward_graph
from pathways.model import Pack


def test_every_node_and_edge_of_the_pack_is_in_the_graph_in_the_order_of_the_pack(tiny: Pack) -> None:
    graph = care_graph(tiny)
    assert list(graph) == [node.id for node in tiny.nodes]
    assert set(graph.edges) == {(edge.start, edge.end) for edge in tiny.edges}
    assert list(graph.succ["smoke"]) == [edge.end for edge in tiny.edges_from["smoke"]]


def test_nodes_and_edges_carry_what_they_are(tiny: Pack) -> None:
    graph = care_graph(tiny)
    node, edge = tiny.nodes[0], tiny.edges[0]
    assert graph.nodes[node.id] == {
        "label": node.plain_label,
        "clinical_label": node.clinical_label,
        "kind": node.kind,
        "lane": node.lane,
    }
    assert graph.edges[edge.start, edge.end] == {"kind": edge.kind, "condition": edge.condition}


def test_roads_leave_out_ways_back_and_urgent_ways_and_nothing_else(tiny: Pack) -> None:
    forward = forward_graph(care_graph(tiny))
    wanted = {(e.start, e.end) for e in tiny.edges if e.kind not in {"return", "urgent"}}
    assert set(forward.edges) == wanted
    assert list(forward) == [node.id for node in tiny.nodes]


def test_taking_roads_does_not_change_the_care_graph(tiny: Pack) -> None:
    graph = care_graph(tiny)
    forward = forward_graph(graph)
    forward.nodes[tiny.nodes[0].id]["kind"] = "changed"
    forward.remove_edge(*next(iter(forward.edges)))
    assert nx.utils.graphs_equal(graph, care_graph(tiny))


def test_the_roads_of_the_shipped_pack_have_no_cycle(real_pack: Pack) -> None:
    forward = forward_graph(care_graph(real_pack))
    cycle = [] if nx.is_directed_acyclic_graph(forward) else nx.find_cycle(forward)
    assert cycle == [], "one of these edges should be of kind return or urgent"


def test_the_graph_can_be_written_to_graphml(tiny: Pack) -> None:
    written = "\n".join(nx.generate_graphml(care_graph(tiny)))
    assert written.count("<edge ") == len(tiny.edges)

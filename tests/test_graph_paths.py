"""Questions to the care graph get the answers that a slow search would give."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.graph import care_graph, forward_graph
from pathways.graph.paths import UnknownNodeError, count_paths, path_union, shortest_paths
from pathways.model import Pack

NODES = [str(i) for i in range(8)]


def graph_of(edges: list[tuple[str, str]]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(NODES)
    graph.add_edges_from(edges)
    return graph


PAIRS = st.lists(st.sampled_from([(a, b) for a in NODES for b in NODES if a != b]), max_size=24)
ANY_GRAPH = PAIRS.map(graph_of)
FORWARD = PAIRS.map(lambda pairs: graph_of([(min(pair), max(pair)) for pair in pairs]))
NODE = st.sampled_from(NODES)


def all_ways(graph: nx.DiGraph[str], start: str, goal: str) -> set[tuple[str, ...]]:
    return {tuple(way) for way in nx.all_simple_paths(graph, start, goal)} if start != goal else {(start,)}


@given(FORWARD, NODE, NODE)
def test_ways_are_counted_without_walking_them(graph: nx.DiGraph[str], start: str, goal: str) -> None:
    assert count_paths(graph, start, goal) == len(all_ways(graph, start, goal))


@given(FORWARD | ANY_GRAPH, NODE, NODE, st.integers(0, 9))
def test_the_shortest_ways_come_in_order(graph: nx.DiGraph[str], start: str, goal: str, k: int) -> None:
    in_order = sorted(all_ways(graph, start, goal), key=lambda way: (len(way), way))
    assert shortest_paths(graph, start, goal, k) == tuple(in_order[:k])


@given(FORWARD, NODE, NODE)
def test_the_union_of_ways_holds_what_the_ways_pass_and_no_more(
    graph: nx.DiGraph[str], start: str, goal: str
) -> None:
    walked = all_ways(graph, start, goal)
    route = path_union(walked)
    assert sorted(route.nodes) == sorted({node for way in walked for node in way})
    assert sorted(route.edges) == sorted({step for way in walked for step in pairwise(way)})


def ladder(rungs: int) -> nx.DiGraph[str]:
    """A graph with 2 ** rungs ways from "0" to its last node, and as many dead ends beside each."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for i in range(rungs):
        for side in "ab":
            graph.add_edges_from(
                [(f"{i}", f"{i}{side}"), (f"{i}{side}", f"{i + 1}"), (f"{i}{side}", f"dead {i}")]
            )
        graph.add_edge(f"dead {i}", f"dead {i + 1}")
    return graph


def test_ways_too_many_to_walk_are_counted_and_the_shortest_are_found() -> None:
    graph = ladder(300)
    assert count_paths(graph, "0", "300") == 2**300
    assert len(set(shortest_paths(graph, "0", "300", 50))) == 50


def test_ways_cannot_be_counted_in_a_circle() -> None:
    with pytest.raises(nx.NetworkXUnfeasible):
        count_paths(nx.DiGraph([("a", "b"), ("b", "a")]), "a", "b")


def test_the_shortest_ways_agree_with_the_count_on_the_shipped_pack(real_pack: Pack) -> None:
    forward = forward_graph(care_graph(real_pack))
    start = real_pack.info.start
    for goal in forward:
        count = count_paths(forward, start, goal)
        assert len(shortest_paths(forward, start, goal, 100)) == min(count, 100)


QUESTIONS: list[Callable[[nx.DiGraph[str], str], Any]] = [
    lambda graph, node: count_paths(graph, node, "0"),
    lambda graph, node: shortest_paths(graph, "0", node, 3),
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_unknown_node_is_named_in_a_clear_sentence(
    question: Callable[[nx.DiGraph[str], str], Any],
) -> None:
    with pytest.raises(UnknownNodeError, match=r"^There is no node 'nowhere'\.$"):
        question(graph_of([]), "nowhere")

"""Questions to the care graph get the answers that a slow search would give."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.graph import care_graph, forward_graph
from pathways.graph.paths import (
    Link,
    UnknownNodeError,
    count_paths,
    is_reachable,
    links_from,
    links_to,
    neighbourhood,
    path_union,
    shortest_paths,
    steps_if_not_enough,
    union_of_all_paths,
    ways,
    ways_back,
)
from pathways.model import Pack

NODES = [str(i) for i in range(8)]


def graph_of(edges: list[tuple[str, str]]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(NODES)
    graph.add_edges_from(edges)
    return graph


PAIRS = st.lists(st.sampled_from([(a, b) for a in NODES for b in NODES if a != b]), max_size=24)
ANY_GRAPH = PAIRS.map(graph_of)
ROADS = PAIRS.map(lambda pairs: graph_of([(min(pair), max(pair)) for pair in pairs]))
NODE = st.sampled_from(NODES)


def all_ways(graph: nx.DiGraph[str], start: str, goal: str) -> set[tuple[str, ...]]:
    return {tuple(way) for way in nx.all_simple_paths(graph, start, goal)} if start != goal else {(start,)}


@given(ROADS | ANY_GRAPH, NODE, NODE)
def test_each_way_is_found_once(graph: nx.DiGraph[str], start: str, goal: str) -> None:
    found = list(ways(graph, start, goal))
    assert len(found) == len(set(found))
    assert set(found) == all_ways(graph, start, goal)


@given(ROADS, NODE, NODE)
def test_ways_are_counted_without_walking_them(graph: nx.DiGraph[str], start: str, goal: str) -> None:
    assert count_paths(graph, start, goal) == len(all_ways(graph, start, goal))


@given(ROADS | ANY_GRAPH, NODE, NODE, st.integers(0, 9))
def test_the_shortest_ways_come_in_order(graph: nx.DiGraph[str], start: str, goal: str, k: int) -> None:
    in_order = sorted(all_ways(graph, start, goal), key=lambda way: (len(way), way))
    assert shortest_paths(graph, start, goal, k) == tuple(in_order[:k])


@given(ANY_GRAPH, NODE, NODE)
def test_a_node_is_reachable_if_there_is_a_way(graph: nx.DiGraph[str], start: str, goal: str) -> None:
    assert is_reachable(graph, start, goal) == bool(all_ways(graph, start, goal))


@given(ANY_GRAPH, NODE, st.integers(0, 4))
def test_the_neighbourhood_reaches_as_far_as_its_radius(
    graph: nx.DiGraph[str], node: str, radius: int
) -> None:
    steps = nx.single_source_shortest_path_length(graph.to_undirected(), node)
    assert neighbourhood(graph, node, radius) == tuple(n for n in NODES if steps.get(n, radius + 1) <= radius)


@given(ROADS, NODE, NODE)
def test_the_union_of_ways_holds_what_the_ways_pass_and_no_more(
    graph: nx.DiGraph[str], start: str, goal: str
) -> None:
    walked = all_ways(graph, start, goal)
    route = path_union(ways(graph, start, goal))
    assert sorted(route.nodes) == sorted({node for way in walked for node in way})
    assert sorted(route.edges) == sorted({step for way in walked for step in pairwise(way)})


@given(ROADS, NODE, NODE)
def test_the_union_of_all_ways_needs_no_walking(graph: nx.DiGraph[str], start: str, goal: str) -> None:
    walked, found = path_union(ways(graph, start, goal)), union_of_all_paths(graph, start, goal)
    assert found.nodes == tuple(sorted(walked.nodes))
    assert found.edges == tuple(edge for edge in graph.edges if edge in set(walked.edges))


def test_ways_come_in_the_order_of_the_graph() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph([("z", "y"), ("z", "a"), ("y", "goal"), ("a", "goal")])
    assert list(ways(graph, "z", "goal")) == [("z", "y", "goal"), ("z", "a", "goal")]


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


def test_ways_too_many_to_walk_are_counted_and_the_first_are_found() -> None:
    graph = ladder(300)
    assert count_paths(graph, "0", "300") == 2**300
    assert len(set(islice(ways(graph, "0", "300"), 50))) == 50
    assert len(set(shortest_paths(graph, "0", "300", 50))) == 50
    assert len(union_of_all_paths(graph, "0", "300").nodes) == 901


def test_no_step_is_taken_that_does_not_lead_to_the_goal() -> None:
    graph = ladder(40)
    graph.add_edge("40", "goal")
    assert next(ways(graph, "39", "goal")) == ("39", "39a", "40", "goal")
    assert list(ways(graph, "dead 0", "goal")) == []


def test_ways_cannot_be_counted_in_a_circle() -> None:
    with pytest.raises(nx.NetworkXUnfeasible):
        count_paths(nx.DiGraph([("a", "b"), ("b", "a")]), "a", "b")


def test_links_say_where_they_lead_and_when(tiny: Pack) -> None:
    graph = care_graph(tiny)
    expected = Link("good_cup", "choice", "return", "the thirst comes back")
    assert expected in links_to(graph, "choice")
    assert links_from(graph, "good_cup") == {"return": (expected,)}
    assert ways_back(graph, "good_cup") == (expected,)


def test_every_edge_is_a_link_from_its_start_and_a_link_to_its_end(tiny: Pack) -> None:
    graph = care_graph(tiny)
    wanted = {(edge.start, edge.end, edge.kind, edge.condition) for edge in tiny.edges}
    assert {link for node in graph for link in links_to(graph, node)} == wanted
    leaving = [link for node in graph for links in links_from(graph, node).values() for link in links]
    assert set(leaving) == wanted
    assert len(leaving) == len(tiny.edges)


def test_a_further_step_is_named_if_this_was_not_enough(tiny: Pack) -> None:
    graph = care_graph(tiny)
    assert [step.end for step in steps_if_not_enough(graph, "rest")] == ["tea"]
    assert steps_if_not_enough(graph, "tea") == ()


def test_every_node_of_the_shipped_pack_can_be_reached_from_its_start(real_pack: Pack) -> None:
    graph = care_graph(real_pack)
    lost = [node for node in graph if not is_reachable(graph, real_pack.info.start, node)]
    assert lost == []


def test_first_and_shortest_ways_agree_with_the_count_on_the_shipped_pack(real_pack: Pack) -> None:
    forward = forward_graph(care_graph(real_pack))
    start = real_pack.info.start
    for goal in forward:
        count = count_paths(forward, start, goal)
        assert len(list(islice(ways(forward, start, goal), 100))) == min(count, 100)
        assert len(shortest_paths(forward, start, goal, 100)) == min(count, 100)


QUESTIONS: list[Callable[[nx.DiGraph[str], str], Any]] = [
    links_to,
    links_from,
    steps_if_not_enough,
    ways_back,
    lambda graph, node: neighbourhood(graph, node, 1),
    lambda graph, node: is_reachable(graph, "0", node),
    lambda graph, node: is_reachable(graph, node, "0"),
    lambda graph, node: count_paths(graph, node, "0"),
    lambda graph, node: ways(graph, "0", node),
    lambda graph, node: shortest_paths(graph, "0", node, 3),
    lambda graph, node: union_of_all_paths(graph, node, "0"),
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_unknown_node_is_named_in_a_clear_sentence(
    question: Callable[[nx.DiGraph[str], str], Any],
) -> None:
    with pytest.raises(UnknownNodeError, match=r"^There is no node 'nowhere'\.$"):
        question(graph_of([]), "nowhere")

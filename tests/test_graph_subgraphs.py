"""Excerpts draw what answers the question, in the order of the pack, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import networkx as nx
import pytest

from pathways.graph import care_graph, forward_graph, subgraphs
from pathways.graph.paths import Subgraph, UnknownNodeError
from pathways.model import Pack


@pytest.fixture(scope="module")
def care(tiny: Pack) -> nx.DiGraph[str]:
    return care_graph(tiny)


@pytest.fixture(scope="module")
def real_care(real_pack: Pack) -> nx.DiGraph[str]:
    return care_graph(real_pack)


def test_around_a_place_stands_what_leads_there_and_where_it_leads(care: nx.DiGraph[str]) -> None:
    route = subgraphs.ego_graph(care, "rest")
    assert route.nodes == ("choice", "rest", "tea", "good_cup")
    assert route.edges == (("choice", "rest"), ("rest", "tea"), ("rest", "good_cup"))


def test_around_a_place_every_kind_of_way_is_drawn(care: nx.DiGraph[str]) -> None:
    assert set(subgraphs.ego_graph(care, "smoke").edges) == {
        ("smoke", "thirst"),
        ("thirst", "smoke"),
        ("kettle", "smoke"),
    }


def test_nought_steps_onward_is_the_place_alone(care: nx.DiGraph[str]) -> None:
    assert subgraphs.descendants_within(care, "choice", steps=0) == Subgraph(("choice",), ())
    assert subgraphs.ancestors_within(care, "choice", steps=0) == Subgraph(("choice",), ())


def test_one_step_onward_draws_the_next_places_and_the_ways_there(care: nx.DiGraph[str]) -> None:
    route = subgraphs.descendants_within(care, "choice", steps=1)
    assert route == Subgraph(("choice", "rest", "tea"), (("choice", "rest"), ("choice", "tea")))


def test_onward_neither_turns_back_nor_leaves_for_help(care: nx.DiGraph[str]) -> None:
    route = subgraphs.descendants_within(care, "choice", steps=9)
    assert set(route.nodes) == {"choice", "rest", "tea", "kettle", "good_cup"}


def test_each_place_onward_is_reached_by_its_shortest_way_only(care: nx.DiGraph[str]) -> None:
    route = subgraphs.descendants_within(care, "choice", steps=9)
    assert route.edges == (
        *(("choice", "rest"), ("choice", "tea")),
        *(("rest", "good_cup"), ("tea", "kettle")),
    )


def test_leading_to_a_place_draws_the_places_before_it(care: nx.DiGraph[str]) -> None:
    one = subgraphs.ancestors_within(care, "choice", steps=1)
    assert one.nodes == ("taste", "old_leaves", "hard_water", "choice")
    assert set(one.edges) == {("taste", "choice"), ("old_leaves", "choice"), ("hard_water", "choice")}
    two = subgraphs.ancestors_within(care, "choice", steps=2)
    assert set(two.nodes) == {*one.nodes, "thirst"}
    assert set(two.edges) == {*one.edges, ("thirst", "taste")}


def test_a_natural_way_has_no_other_treatment_in_between(care: nx.DiGraph[str]) -> None:
    natural = subgraphs.without_escalation(care, "choice", "tea")
    assert ("rest", "tea") not in natural.edges
    assert ("choice", "tea") in natural.edges


def test_where_only_a_step_up_leads_it_is_natural_too(care: nx.DiGraph[str]) -> None:
    assert ("rest", "tea") in subgraphs.without_escalation(care, "rest", "tea").edges


@pytest.mark.parametrize(
    "ask",
    [
        lambda graph: subgraphs.ego_graph(graph, "nowhere"),
        lambda graph: subgraphs.descendants_within(graph, "nowhere", 1),
        lambda graph: subgraphs.ancestors_within(graph, "nowhere", 1),
        lambda graph: subgraphs.urgent_path(graph, "nowhere", "tea"),
        lambda graph: subgraphs.without_escalation(graph, "tea", "nowhere"),
    ],
    ids=["around", "onward", "leading to", "with a warning sign", "natural"],
)
def test_a_place_that_is_not_there_is_refused(
    ask: Callable[[nx.DiGraph[str]], Subgraph], care: nx.DiGraph[str]
) -> None:
    with pytest.raises(UnknownNodeError, match="nowhere"):
        ask(care)


def excerpts_of(graph: nx.DiGraph[str], node: str) -> list[Subgraph]:
    return [
        subgraphs.ego_graph(graph, node),
        subgraphs.descendants_within(graph, node, steps=2),
        subgraphs.ancestors_within(graph, node, steps=2),
    ]


def test_every_excerpt_of_the_real_pack_is_a_part_of_its_graph_in_its_order(
    real_care: nx.DiGraph[str],
) -> None:
    for node in real_care:
        for route in excerpts_of(real_care, node):
            drawn, ways = set(route.nodes), set(route.edges)
            assert route.nodes == tuple(n for n in real_care if n in drawn)
            assert route.edges == tuple(e for e in real_care.edges if e in ways)
            assert {end for way in ways for end in way} <= drawn


def test_each_further_step_draws_at_least_what_was_drawn_before(real_care: nx.DiGraph[str]) -> None:
    for node in real_care:
        for excerpt in (subgraphs.descendants_within, subgraphs.ancestors_within):
            for less, more in pairwise(excerpt(real_care, node, steps) for steps in range(4)):
                assert set(less.nodes) <= set(more.nodes)
                assert set(less.edges) <= set(more.edges)


def test_excerpts_on_the_road_keep_to_the_road(real_care: nx.DiGraph[str]) -> None:
    forward = set(forward_graph(real_care).edges)
    for node in real_care:
        assert set(subgraphs.descendants_within(real_care, node, 3).edges) <= forward
        assert set(subgraphs.ancestors_within(real_care, node, 3).edges) <= forward


def test_onward_holds_just_the_places_within_that_many_steps_forward(real_care: nx.DiGraph[str]) -> None:
    ahead = dict(nx.all_pairs_shortest_path_length(forward_graph(real_care)))
    for node in real_care:
        for steps in (1, 3):
            expected = {n for n, distance in ahead[node].items() if distance <= steps}
            assert set(subgraphs.descendants_within(real_care, node, steps).nodes) == expected
            behind = {n for n in real_care if ahead[n].get(node, steps + 1) <= steps}
            assert set(subgraphs.ancestors_within(real_care, node, steps).nodes) == behind

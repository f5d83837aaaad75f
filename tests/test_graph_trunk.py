"""A route is one main line; all that leaves it, comes back to it or stands beside it is told from it."""

from __future__ import annotations

from itertools import pairwise, product

import networkx as nx
import pytest

from pathways.graph import care_graph, forward_graph
from pathways.graph.build import terms_of
from pathways.graph.elective import exits
from pathways.graph.paths import UnknownNodeError
from pathways.graph.subgraphs import without_escalation
from pathways.graph.trunk import Branch, Trunk, forks, trunk
from pathways.model import Pack


@pytest.fixture(scope="module")
def care(tiny: Pack) -> nx.DiGraph[str]:
    return care_graph(tiny)


@pytest.fixture(scope="module")
def real_care(real_pack: Pack) -> nx.DiGraph[str]:
    return care_graph(real_pack)


def route(graph: nx.DiGraph[str], start: str, goal: str, *by: str, beside: str | None = None) -> Trunk:
    found = trunk(graph, start, goal, by, beside)
    assert found
    return found


def test_the_main_line_is_the_shortest_way_and_the_others_branch_off(care: nx.DiGraph[str]) -> None:
    found = route(care, "thirst", "choice")
    assert found.to_goal == ("thirst", "taste", "choice")
    assert found.branches == (Branch("taste", "choice", ("old_leaves", "hard_water")),)


def test_the_main_line_passes_the_first_place_asked_for_that_lies_on_a_way(care: nx.DiGraph[str]) -> None:
    found = route(care, "thirst", "choice", "kettle", "hard_water", "old_leaves")
    assert found.to_goal == ("thirst", "taste", "hard_water", "choice")
    assert found.branches == (Branch("taste", "choice", ("old_leaves",)),)
    assert found.shortcuts == (("taste", "choice"),)


def test_behind_a_goal_stands_what_follows_if_it_is_not_enough_or_goes_wrong(care: nx.DiGraph[str]) -> None:
    assert route(care, "choice", "rest").further == (("rest", "tea"),)
    kettle = route(care, "tea", "kettle")
    assert kettle.exits == (("kettle", "smoke"),)
    assert kettle.further == ()


def test_ways_back_lead_from_station_to_station(care: nx.DiGraph[str]) -> None:
    assert route(care, "choice", "good_cup").returns == (("good_cup", "choice"),)
    assert route(care, "tea", "good_cup").returns == ()


def test_where_only_a_step_up_leads_it_is_the_main_line(care: nx.DiGraph[str]) -> None:
    assert route(care, "rest", "tea").to_goal == ("rest", "tea")


def test_what_stands_beside_is_told_where_the_line_passes_it(care: nx.DiGraph[str]) -> None:
    assert route(care, "taste", "tea", beside="rest").beside == (("choice", "rest"),)
    assert route(care, "taste", "rest", beside="rest").beside == ()


def test_there_is_no_route_where_no_way_leads(care: nx.DiGraph[str]) -> None:
    assert trunk(care, "good_cup", "thirst") is None


@pytest.mark.parametrize("ends", [("nowhere", "tea"), ("tea", "nowhere")])
def test_a_place_that_is_not_there_is_refused(ends: tuple[str, str], care: nx.DiGraph[str]) -> None:
    with pytest.raises(UnknownNodeError, match="nowhere"):
        trunk(care, *ends)


def test_two_routes_part_where_both_pass_and_go_on_differently(care: nx.DiGraph[str]) -> None:
    rest, tea = route(care, "thirst", "rest"), route(care, "thirst", "tea")
    assert forks(rest, tea) == ((("choice", "rest"), ("choice", "tea")),)
    assert forks(tea, tea) == ()


def test_the_way_to_an_operation_runs_through_examination_test_cause_and_deciding(
    real_care: nx.DiGraph[str], real_pack: Pack
) -> None:
    found = route(real_care, real_pack.info.start, "refusion", "pseudarthrosis", beside="carry_on")
    assert found.to_goal == (
        *("persistent_pain", "red_flag_check", "history_and_exam", "xray", "ct", "pseudarthrosis"),
        *("team_decision", "surgical_planning", "optimisation", "refusion"),
    )
    assert found.after == ("before_operation", "hospital_stay", "rehabilitation", "reassess")
    assert found.beside == (("team_decision", "carry_on"),)
    assert ("xray", "red_flag_check") in found.exits


def test_line_and_branches_hold_every_place_on_a_natural_way_once(
    real_care: nx.DiGraph[str], real_pack: Pack
) -> None:
    start = real_pack.info.start
    for goal in real_care:
        natural = without_escalation(real_care, start, goal)
        passed = (nx.descendants(natural, start) | {start}) & (nx.ancestors(natural, goal) | {goal})
        found = trunk(real_care, start, goal)
        if not passed or not found:
            continue
        told = [*found.to_goal, *(place for branch in found.branches for place in branch.places)]
        assert sorted(told) == sorted(passed), goal


def test_branches_leave_the_line_before_they_come_back(real_care: nx.DiGraph[str], real_pack: Pack) -> None:
    for goal in real_care:
        found = trunk(real_care, real_pack.info.start, goal)
        for branch in found.branches if found else ():
            assert found
            assert found.to_goal.index(branch.leaves) < found.to_goal.index(branch.rejoins)


def test_every_place_lies_on_a_route_from_the_start(real_care: nx.DiGraph[str], real_pack: Pack) -> None:
    for node in real_pack.nodes:
        assert route(real_care, real_pack.info.start, node.id).to_goal[-1] == node.id


def test_the_line_goes_by_ways_of_the_pack_and_every_exit_leads_to_help(
    real_care: nx.DiGraph[str], real_pack: Pack
) -> None:
    left_out, forward = exits(real_care), forward_graph(real_care)
    options = [node.id for node in real_pack.nodes if node.kind in ("option", "cause")]
    for start, goal in product([real_pack.info.start, "team_decision"], options):
        if found := trunk(real_care, start, goal):
            assert all(real_care.has_edge(*way) for way in pairwise(found.line))
            assert all(end in left_out or terms_of(real_care, a, end).is_urgent for a, end in found.exits)
            assert not nx.has_path(forward, start, goal) or all(forward.has_edge(*w) for w in found.steps)

"""No way that somebody chooses runs through an emergency: emergencies are exits."""

from __future__ import annotations

from itertools import product

import networkx as nx
import pytest

from pathways.graph import care_graph, forward_graph
from pathways.graph.elective import elective_graph, exits
from pathways.graph.paths import count_paths
from pathways.graph.subgraphs import without_escalation
from pathways.graph.trunk import trunk
from pathways.model import Pack


@pytest.fixture(scope="module")
def care(real_pack: Pack) -> nx.DiGraph[str]:
    return care_graph(real_pack)


def of_kind(pack: Pack, *kinds: str) -> list[str]:
    return [node.id for node in pack.nodes if node.kind in kinds]


def test_an_emergency_and_what_only_follows_it_are_exits(care: nx.DiGraph[str], real_pack: Pack) -> None:
    after = exits(care) - set(of_kind(real_pack, "emergency"))
    assert exits(care) >= set(of_kind(real_pack, "emergency"))
    assert after == {"emergency_imaging", "emergency_operation", "crisis_care"}


def test_what_also_follows_something_else_is_no_exit(care: nx.DiGraph[str]) -> None:
    assert not exits(care) & {"red_flag_check", "specialist_care", "infection_treatment", "hospital_stay"}


def test_without_emergencies_there_are_no_exits() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("kettle", kind="option", lane="care")
    assert exits(graph) == frozenset()


def test_no_way_between_causes_options_and_the_start_runs_through_an_emergency(
    care: nx.DiGraph[str], real_pack: Pack
) -> None:
    ends = [real_pack.info.start, *of_kind(real_pack, "cause", "option")]
    left_out = exits(care)
    for start, goal in product(ends, ends):
        natural = without_escalation(care, start, goal)
        passed = (nx.descendants(natural, start) & nx.ancestors(natural, goal)) | {start, goal}
        assert not passed & left_out, (start, goal)
        route = trunk(care, start, goal)
        assert not route or not {*route.line, *(n for b in route.branches for n in b.places)} & left_out


def test_a_way_from_or_to_an_emergency_may_use_exits(care: nx.DiGraph[str]) -> None:
    route = trunk(care, "infection", "infection_treatment")
    assert route
    assert "emergency_imaging" in {place for branch in route.branches for place in branch.places}
    assert set(elective_graph(care, "persistent_pain", "crisis_care").nodes) == set(care.nodes)


def test_ways_are_counted_without_those_through_an_emergency(care: nx.DiGraph[str], real_pack: Pack) -> None:
    start = real_pack.info.start
    elective = count_paths(without_escalation(care, start, "scs_trial"), start, "scs_trial")
    forward = forward_graph(care)
    natural = nx.subgraph_view(forward, filter_edge=lambda a, b: forward[a][b]["kind"] != "step_up")
    assert 0 < elective < count_paths(natural, start, "scs_trial")

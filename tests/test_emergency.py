"""Signs that need help at once and their check: on every card, in every drawing, two steps from any place."""

from __future__ import annotations

import re

import networkx as nx
import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from pages.shared.prose_html import Citations, emergency_html
from pathways.comparison import comparison
from pathways.graph import care_graph, subgraphs, urgent_graph, without_everywhere
from pathways.graph.trunk import trunk
from pathways.map.svg import svg
from pathways.map.trunk import trunk_map
from pathways.map.views import PathwayMap, overview_map, route_map, whole_map
from pathways.model import Emergency, Pack
from tests.opened import opened
from tests.patience import SECONDS

CHECK = "red_flag_check"


def all_cards(*parts: str) -> None:
    """A page with the named parts of every card, each below its node's id. Runs inside the test runner."""
    import os

    import streamlit as st

    from pages.shared.node_card import parts_of, show_card
    from pathways.loading import load_pack

    pack = load_pack(os.environ["PATHWAYS_CARDS_OF"])
    for node in pack.nodes:
        st.html(f"<hr>{node.id}")
        for part in parts:
            if part in parts_of(pack, node):
                show_card(pack, node, part)


def cards(folder: object, monkeypatch: pytest.MonkeyPatch, *parts: str) -> dict[str, str]:
    """The HTML of these parts of each card, by the node's id."""
    monkeypatch.setenv("PATHWAYS_CARDS_OF", str(folder))
    app = AppTest.from_function(all_cards, args=parts, default_timeout=SECONDS).run()
    assert not app.exception
    written = "".join(element.body for element in app.get("html"))
    found = (card.partition("<") for card in written.split("<hr>")[1:])
    return {node_id: "<" + rest for node_id, _, rest in found}


@pytest.fixture(scope="module")
def emergency(real_pack: Pack) -> Emergency:
    assert real_pack.info.emergency
    return real_pack.info.emergency


def test_every_card_says_first_under_what_next_that_a_warning_sign_leads_to_the_check(
    real_pack: Pack, real_folder: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = real_pack.info.everywhere
    assert said
    assert said.to == CHECK
    for node_id, html in cards(real_folder, monkeypatch, "next").items():
        if node_id == CHECK:
            assert f'<strong>Every place</strong> <span class="condition">when: {said.condition}' in html
        else:
            first = html[: html.index("</li>")]
            assert re.sub(r"<[^>]*>", "", first).strip().startswith("At once"), node_id
            assert f'data-node="{CHECK}"' in first, node_id
            assert f"when: {said.condition}" in first, node_id


def test_the_list_stands_once_on_each_card_that_shows_it_and_on_no_other(
    real_pack: Pack, real_folder: object, emergency: Emergency, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = cards(real_folder, monkeypatch, "about", "happens")
    for node in real_pack.nodes:
        assert drawn[node.id].count('class="emergency-signs"') == node.shows_emergency, node.id
    html = drawn["refusion"]
    listed = html[html.index('class="emergency-signs"') :].lower()
    places = [min(listed.index(word) for word in sign.known_by if word in listed) for sign in emergency.signs]
    assert places == sorted(places)


def test_each_emergency_is_one_step_from_every_card_with_the_list(
    real_pack: Pack, emergency: Emergency
) -> None:
    linked = set(re.findall(r"\]\((\w+)\)", " ".join(emergency.prose())))
    assert linked >= {node.id for node in real_pack.nodes if node.kind == "emergency"}


def test_the_list_begins_with_whom_to_call_and_own_signs_follow_it(
    real_pack: Pack, emergency: Emergency
) -> None:
    own = real_pack.node["other_neuromodulation"].own_emergency
    html = emergency_html(real_pack, emergency, Citations(real_pack), own)
    assert html.index("emergency number") < html.index("<li>")
    assert html.count("<li>") == len(emergency.signs) + len(own)
    assert html.index(emergency.signs[-1].sign.split(".")[0]) < html.index("With a pump")


NAMED_BY_CARDS = (
    *(
        "weak",
        "bladder",
        "between your legs",
        "fever",
        "wound",
        "headache",
        "stiff neck",
        "seeing or speaking",
    ),
    *(
        "chest pain",
        "short of breath",
        "swollen calf",
        "swollen face",
        "breathing",
        "very ill",
        "ending your",
    ),
)
"""What cards for needles, devices, operations, tests and medicines tell to look for."""


@pytest.mark.parametrize("must", NAMED_BY_CARDS)
def test_no_sign_is_lost_from_the_list(must: str, emergency: Emergency) -> None:
    assert must in " ".join(emergency.listed).lower()


def test_the_comparison_shows_the_list_beside_one_row_and_each_choice_says_so(real_pack: Pack) -> None:
    found = comparison(real_pack, ["epidural_injection", "other_neuromodulation"])
    told = [row.id for row in found.rows if any(cell.shows_emergency for cell in row.cells)]
    assert told == ["happens"]
    (row,) = (row for row in found.rows if row.id == "happens")
    assert [cell.shows_emergency for cell in row.cells] == [True, True, True]
    assert [len(cell.own_emergency) for cell in row.cells] == [0, 0, 2]


def maps(pack: Pack) -> list[PathwayMap]:
    around = subgraphs.ego_graph(care_graph(pack), pack.info.start)
    return [overview_map(pack), whole_map(pack), route_map(pack, around.nodes, around.edges)]


def test_each_map_says_once_what_leads_to_the_check_and_draws_it_from_no_place(real_pack: Pack) -> None:
    label = real_pack.node[CHECK].plain_label
    for drawn in maps(real_pack):
        assert label in drawn.note
        words = re.sub(r"</?tspan[^>]*>|\s+", " ", svg(drawn))
        assert re.sub(r"\s+", "", str(escape(drawn.note))) in re.sub(r"\s+", "", words)
        urgent = [edge for edge in drawn.edges if edge.kind == "urgent" and edge.end == CHECK]
        assert len(urgent) <= 5


@pytest.mark.parametrize("view", ["net", "whole", "around", "route"])
def test_the_map_page_says_it_above_the_map_and_in_the_map_in_words(view: str, real_pack: Pack) -> None:
    app = opened("map", view=view, node="refusion")
    assert not app.exception
    written = "".join(element.body for element in app.get("html"))
    lines = re.findall(r'<p class="everywhere">(.*)</p>', written)
    assert len(lines) == 2
    assert all(f'data-node="{CHECK}"' in line and real_pack.node[CHECK].plain_label in line for line in lines)


def test_the_map_page_draws_the_way_of_a_warning_sign_where_no_road_leads() -> None:
    app = opened("map", view="route", **{"from": "refusion", "to": "cauda_equina"})
    assert not app.exception
    assert any("The way that a warning sign opens is drawn." in element.body for element in app.get("html"))


def test_a_pack_without_the_list_and_the_statement_shows_neither(tiny: Pack) -> None:
    assert tiny.info.emergency is None
    assert dict(tiny.everywhere) == {}
    assert all(drawn.note == "" for drawn in maps(tiny))
    assert not any("everywhere" in data for *_, data in care_graph(tiny).edges(data=True))


def test_from_every_place_a_way_leads_to_the_check_and_in_two_steps_to_every_emergency(
    real_pack: Pack,
) -> None:
    graph = care_graph(real_pack)
    emergencies = [node.id for node in real_pack.nodes if node.kind == "emergency"]
    for node in real_pack.nodes:
        if node.id != CHECK:
            assert graph.has_edge(node.id, CHECK), node.id
        steps = nx.single_source_shortest_path_length(urgent_graph(graph), node.id, cutoff=2)
        assert set(emergencies) <= set(steps), node.id


def test_a_way_that_a_warning_sign_opens_is_drawn_where_no_road_leads(real_pack: Pack) -> None:
    graph = care_graph(real_pack)
    route = trunk(graph, "refusion", "cauda_equina")
    assert route
    assert route.steps == (("refusion", CHECK), (CHECK, "cauda_equina"))
    drawn = trunk_map(real_pack, route)
    assert [edge.kind for edge in drawn.edges if edge.weight == "trunk"] == ["urgent", "onward"]


def test_a_warning_sign_opens_no_way_to_a_treatment(real_pack: Pack) -> None:
    assert subgraphs.urgent_path(care_graph(real_pack), "improved", "osteotomy") == ()


def test_what_is_drawn_around_a_place_leaves_out_what_is_so_everywhere(real_pack: Pack) -> None:
    graph = care_graph(real_pack)
    shown = {edge for edge in graph.edges if "everywhere" not in graph.edges[edge]}
    assert set(without_everywhere(graph).edges) == shown
    for node in graph:
        assert set(subgraphs.ego_graph(graph, node).edges) <= shown

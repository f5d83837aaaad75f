"""The map page tells a route as numbered steps, and two routes with the reason why they part."""

from __future__ import annotations

import re

import pytest

from pages.parts.map.routes import causes_for, trunks
from pathways.graph import care_graph
from pathways.graph.paths import count_paths
from pathways.graph.subgraphs import without_escalation
from pathways.model import Pack
from tests.opened import html, opened, text

START = "persistent_pain"
STEPS = re.compile(r'<div class="route-steps.*?</div>', re.DOTALL)


def steps(address: str) -> str:
    """The list of steps that stands before the drawing; the same stands in the map in words."""
    first, second = STEPS.findall(html(opened(address)))
    assert first == second
    return str(first)


def test_a_route_is_a_list_of_numbered_steps_with_the_conditions_between_them(real_pack: Pack) -> None:
    told = steps(f"map?view=route&from={START}&to=refusion")
    (route,) = trunks(real_pack, START, ["refusion"])
    assert re.findall(r'<li>\s*<a href="[^"]*" data-node="(\w+)"', told) == list(route.line)
    assert told.count('<p class="condition">') == len(route.steps)


def test_the_steps_say_where_to_leave_and_what_else_one_can_do() -> None:
    told = steps(f"map?view=route&from={START}&to=refusion")
    assert "If one of 8 warning signs fits, leave here" in told
    assert re.search(r'class="exit">If unexpected fracture.*, leave here: <a', told)
    assert re.search(r'class="beside">Or, if .*data-node="carry_on"', told)
    assert "Or by" in told
    assert "Back to" in told


@pytest.mark.parametrize("view", ["net", "whole", "around"])
def test_other_views_have_no_steps(view: str) -> None:
    assert not STEPS.search(html(opened("map", view=view, node="refusion")))


def test_one_way_is_drawn_and_the_number_of_ways_stands_in_the_fold_of_the_words() -> None:
    said = text(opened(f"map?view=route&from={START}&to=scs_trial"))
    at_first, _, folded = said.partition("The same map in words")
    assert "One way is drawn as the main line; other ways branch off from it." in at_first
    assert not re.search(r"\d+ ways lead", at_first)
    assert re.search(r"\d+ ways lead from ", folded)


def test_the_number_of_ways_leaves_out_those_through_an_emergency(real_pack: Pack) -> None:
    graph, ends = without_escalation(real_pack.once(care_graph), START, "scs_trial"), (START, "scs_trial")
    said = text(opened(f"map?view=route&from={START}&to=scs_trial"))
    assert f" {count_paths(graph, *ends):,} ways lead" in said
    assert "598 ways" not in said


def test_a_card_stands_beside_two_goals_only_if_the_reader_chose_it() -> None:
    address = f"map?view=route&from={START}&to=refusion,scs_trial"
    page = opened(f"{address}&node=ct")
    assert '<h2 id="card-title" tabindex="-1">Choose a box' not in html(page)
    page.button(key="close").click().run()
    assert "Choose a box" in html(page)
    assert "Choose a box" in html(opened(address))


def test_the_card_beside_a_route_is_of_the_place_that_it_leads_to(real_pack: Pack) -> None:
    said = html(opened(f"map?view=route&from={START}&to=refusion"))
    (title,) = re.findall(r'id="card-title"[^>]*>([^<]*)<', said)
    assert title == real_pack.node["refusion"].plain_label


def test_two_goals_share_a_trunk_and_both_conditions_say_why_they_part(real_pack: Pack) -> None:
    said = html(opened(f"map?view=route&from={START}&to=refusion,scs_trial"))
    assert "Why this and not that?" in said
    for end in ("surgical_planning", "scs_assessment"):
        (edge,) = (e for e in real_pack.edges if (e.start, e.end) == ("team_decision", end))
        assert edge.condition in said
    assert "Both ways begin alike" in said
    assert [int(n) for n in re.findall(r'<ol start="(\d+)"', said)] == [1, 4, 4, 1, 4, 4]


def test_two_goals_of_one_decision_go_by_the_same_cause(real_pack: Pack) -> None:
    for route in trunks(real_pack, START, ["refusion", "pain_programme"]):
        assert "pseudarthrosis" in route.to_goal


def test_a_goal_on_the_way_to_the_other_does_not_part() -> None:
    assert "do not part" in html(opened(f"map?view=route&from={START}&to=scs_trial,scs_implant"))


def test_a_goal_that_no_way_leads_to_is_named(real_pack: Pack) -> None:
    said = text(opened("map?view=route&from=improved&to=osteotomy,reassess"))
    assert f"No way leads forward from “{real_pack.node['improved'].plain_label}”" in said


def test_a_third_goal_is_left_out_with_a_word() -> None:
    said = text(opened(f"map?view=route&from={START}&to=refusion,scs_trial,osteotomy"))
    assert "A route has at most two goals." in said


def test_a_second_goal_is_chosen_from_a_list_and_kept_in_the_address() -> None:
    page = opened(f"map?view=route&from={START}&to=refusion")
    page.selectbox(key="place_also").set_value("scs_trial").run()
    assert page.query_params["to"] == "refusion,scs_trial"
    page.selectbox(key="place_to").set_value("").run()
    assert page.query_params["to"] == "scs_trial"


def test_a_goal_goes_by_the_cause_that_the_pack_names_for_it(real_pack: Pack) -> None:
    assert causes_for(real_pack, "refusion")[0] == "pseudarthrosis"
    assert causes_for(real_pack, "scs_trial") == ("nerve_damage",)
    assert causes_for(real_pack, "surgical_planning") == ()
    assert causes_for(real_pack, "carry_on") == ()


@pytest.mark.parametrize("goals", ["refusion", "refusion,scs_trial"])
def test_a_route_to_a_goal_begins_at_the_start_of_the_pathway_unless_the_address_says_otherwise(
    goals: str,
) -> None:
    page = opened(f"map?view=route&to={goals}")
    assert page.selectbox(key="place_from").value == START
    assert STEPS.search(html(page))
    anywhere = opened(f"map?view=route&from=anywhere&to={goals}")
    assert anywhere.selectbox(key="place_from").value == "anywhere"
    assert not STEPS.search(html(anywhere))


@pytest.mark.parametrize(
    ("address", "start"), [("", START), ("&node=ct", "ct"), ("&from=pseudarthrosis", "pseudarthrosis")]
)
def test_choosing_a_goal_keeps_the_start_that_is_shown(address: str, start: str) -> None:
    page = opened(f"map?view=route{address}")
    assert page.selectbox(key="place_from").value == start
    page.selectbox(key="place_to").set_value("refusion").run()
    assert page.selectbox(key="place_from").value == start
    assert page.query_params["from"] == start
    page.selectbox(key="place_also").set_value("scs_trial").run()
    assert page.query_params["from"] == start
    assert page.query_params["to"] == "refusion,scs_trial"


def test_a_reader_who_chooses_anywhere_has_it_in_the_address_until_there_is_no_goal() -> None:
    page = opened("map?view=route&to=refusion")
    page.selectbox(key="place_from").set_value("anywhere").run()
    assert page.query_params["from"] == "anywhere"
    page.selectbox(key="place_to").set_value("").run()
    assert page.selectbox(key="place_from").value == START
    assert "from" not in page.query_params

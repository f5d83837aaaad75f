"""Walks: each runs along ways of the map, tells where a choice parts from it, and loses no warning sign."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.learning.walks import (
    SPEAKS_AGAINST,
    chosen,
    emergency_of,
    found_at,
    known_part,
    speaking_against,
    speaks_for,
    walk_of_case,
    walk_of_route,
    ways,
)
from pathways.model import Pack


def test_every_case_of_the_pack_can_be_walked_to_its_end(real_pack: Pack) -> None:
    assert len(real_pack.cases) == 14
    for case in real_pack.cases:
        walk = walk_of_case(case)
        made = chosen(real_pack, walk, [step.goes_to for step in walk.steps])
        assert len(made) == len(walk.steps) > 0
        assert all(one.is_same and not one.passes_sign for one in made)


def test_the_steps_of_a_case_are_its_route_and_then_those_of_its_changes(real_pack: Pack) -> None:
    for case in real_pack.cases:
        walk = walk_of_case(case)
        routes = [case.route, *(twist.route for twist in case.twists)]
        assert [(s.here, s.goes_to) for s in walk.steps] == [w for route in routes for w in pairwise(route)]
        assert sum(step.is_first for step in walk.steps) == sum(len(route) > 1 for route in routes)


def test_the_ways_on_are_all_ways_of_the_map_each_place_once(real_pack: Pack) -> None:
    for node in real_pack.nodes:
        ends = [edge.end for edge in ways(real_pack, node.id)]
        everywhere = {real_pack.everywhere[node.id].end} if node.id in real_pack.everywhere else set()
        assert len(ends) == len(set(ends))
        assert set(ends) == {edge.end for edge in real_pack.edges if edge.start == node.id} | everywhere


def test_the_order_of_the_ways_does_not_tell_which_one_is_taken(real_pack: Pack) -> None:
    places = [
        [edge.end for edge in ways(real_pack, step.here)].index(step.goes_to)
        for case in real_pack.cases
        for step in walk_of_case(case).steps
    ]
    assert places.count(0) < len(places) / 2
    assert max(places) > 5


def test_leaving_the_way_to_help_or_help_itself_passes_over_the_sign_of_the_story(real_pack: Pack) -> None:
    found = 0
    for case in real_pack.cases:
        walk = walk_of_case(case)
        for number, step in enumerate(walk.steps):
            leg = walk.legs[step.leg]
            is_at_sign = real_pack.node[step.goes_to].kind == "emergency"
            is_at_help = real_pack.node[step.here].kind == "emergency"
            before = [one.goes_to for one in walk.steps[:number]]
            for edge in ways(real_pack, step.here):
                made = chosen(real_pack, walk, [*before, edge.end])[-1]
                returns = edge.kind == "return"
                found += made.passes_sign
                if edge.end in (*leg.route[step.place + 1 :], *leg.emergencies):
                    assert not made.passes_sign
                elif is_at_sign or (is_at_help and returns):
                    assert made.passes_sign, (case.id, edge)
                if made.passes_sign:
                    assert leg.emergencies
                    assert emergency_of(real_pack, walk, step) in leg.route
    assert found > 50


@pytest.mark.parametrize(
    ("case", "leg", "here", "end"),
    [
        ("fever_after_heat_treatment", 0, "procedure_emergency", "history_and_exam"),
        ("two_loose_screws", 1, "red_flag_check", "unstable_hardware"),
        ("two_loose_screws", 1, "blood_tests", "history_and_exam"),
    ],
)
def test_a_sign_is_named_when_it_is_left_behind_even_for_another_sign(
    real_pack: Pack, case: str, leg: int, here: str, end: str
) -> None:
    walk = walk_of_case(real_pack.case[case])
    at = next(n for n, step in enumerate(walk.steps) if (step.leg, step.here) == (leg, here))
    trail = [step.goes_to for step in walk.steps[:at]]
    assert chosen(real_pack, walk, [*trail, end])[-1].passes_sign


def test_help_for_another_sign_of_the_same_story_passes_over_nothing(real_pack: Pack) -> None:
    case = real_pack.case["fever_after_heat_treatment"]
    assert case.expected.emergencies == ("infection", "procedure_emergency")
    made = chosen(real_pack, walk_of_case(case), ["red_flag_check", "infection"])[-1]
    assert not made.is_same
    assert not made.passes_sign


def test_a_change_that_begins_at_a_place_passed_before_goes_back(real_pack: Pack) -> None:
    walk = walk_of_case(real_pack.case["two_loose_screws"])
    back = [step for step in walk.steps if walk.goes_back(step)]
    assert [(step.leg, step.here) for step in back] == [(1, "red_flag_check")]


def test_what_is_known_at_a_place_are_facts_of_the_case_in_words(real_pack: Pack) -> None:
    case = real_pack.case["two_loose_screws"]
    leg = walk_of_case(case).legs[0]
    ((fact, words),) = found_at(real_pack, leg, "blood_tests")
    assert (fact.fact_id, words) == ("crp_raised", "Yes")
    for one in real_pack.cases:
        for part in walk_of_case(one).legs:
            for here in part.route:
                for known, answer in found_at(real_pack, part, here):
                    assert known.fact_id in part.facts
                    assert answer


def test_a_way_whose_condition_fits_as_well_is_told_and_none_that_is_spoken_against(real_pack: Pack) -> None:
    fitting = [
        (leg, node)
        for case in real_pack.cases
        for leg in walk_of_case(case).legs
        for node in leg.route
        if speaks_for(real_pack, leg, node)
    ]
    assert fitting
    assert not [node for leg, node in fitting if speaking_against(real_pack, leg, node)]


def test_the_emergencies_of_a_case_lie_on_its_walk(real_pack: Pack) -> None:
    """What a case lights must be walked past, or the walk would teach to leave it behind."""
    for case in real_pack.cases:
        legs = walk_of_case(case).legs
        for expected, leg in zip(
            [case.expected, *(t.expected for t in case.twists if t.route)], legs, strict=True
        ):
            assert not expected.emergencies or set(expected.emergencies) & set(leg.route), case.id


def test_others_are_all_ways_but_the_chosen_and_the_taken_one(real_pack: Pack) -> None:
    walk = walk_of_case(real_pack.cases[0])
    for end in (edge.end for edge in ways(real_pack, walk.steps[0].here)):
        made = chosen(real_pack, walk, [end])[0]
        told = {made.edge.end, made.taken.end, *(edge.end for edge in made.others)}
        assert told == {edge.end for edge in ways(real_pack, walk.steps[0].here)}
        assert len(made.others) == len(told) - len({made.edge.end, made.taken.end})


def test_a_route_of_the_map_is_walked_from_its_start_to_its_goal(tiny: Pack) -> None:
    walk = walk_of_route(tiny, "thirst", "tea")
    assert walk
    assert walk.case is None
    assert (walk.steps[0].here, walk.steps[-1].goes_to) == ("thirst", "tea")
    assert "“Thirst that stays”" in walk.title


def test_any_route_that_the_map_knows_can_be_walked(real_pack: Pack) -> None:
    start = real_pack.info.start
    found = [walk_of_route(real_pack, start, node.id) for node in real_pack.nodes if node.id != start]
    assert sum(walk is not None for walk in found) > 60
    for walk in filter(None, found):
        assert all(one.is_same for one in chosen(real_pack, walk, [step.goes_to for step in walk.steps]))


@pytest.mark.parametrize(("start", "goal"), [("tea", "tea"), ("good_cup", "taste")])
def test_where_no_way_leads_nothing_can_be_walked(tiny: Pack, start: str, goal: str) -> None:
    assert walk_of_route(tiny, start, goal) is None


def test_a_way_that_leads_to_the_goal_as_well_is_said_to(tiny: Pack) -> None:
    walk = walk_of_route(tiny, "thirst", "good_cup")
    assert walk
    at = next(number for number, step in enumerate(walk.steps) if step.here == "choice")
    other = next(
        e.end for e in ways(tiny, "choice") if e.end != walk.steps[at].goes_to and e.kind == "onward"
    )
    made = chosen(tiny, walk, [*(step.goes_to for step in walk.steps[:at]), other])[-1]
    assert made.also_leads
    assert not chosen(tiny, walk, ["smoke"])[0].also_leads or walk.steps[0].goes_to == "smoke"


def test_a_place_that_no_way_leads_to_is_refused(tiny: Pack) -> None:
    walk = walk_of_case(tiny.cases[0])
    with pytest.raises(ValueError, match="No way leads from 'thirst' to 'tea'"):
        chosen(tiny, walk, ["tea"])


@given(st.lists(st.sampled_from(["thirst", "smoke", "taste", "old_leaves", "choice", "tea", "nowhere"])))
def test_any_trail_is_known_up_to_its_first_wrong_place(tiny: Pack, trail: list[str]) -> None:
    walk = walk_of_case(tiny.cases[0])
    kept = known_part(tiny, walk, trail)
    assert list(kept) == trail[: len(kept)]
    assert len(chosen(tiny, walk, kept)) == len(kept)
    assert known_part(tiny, walk, kept) == kept


def test_only_published_conditions_that_do_not_fit_are_told_and_none_is_counted(real_pack: Pack) -> None:
    told = [
        row
        for case in real_pack.cases
        for leg in walk_of_case(case).legs
        for node in leg.route
        for row in speaking_against(real_pack, leg, node)
    ]
    assert told
    assert {(row.criterion.kind, row.state) for row in told} <= SPEAKS_AGAINST
    assert not [row for row in told if row.state == "unknown"]


def test_without_criteria_or_facts_nothing_speaks_against_a_place(real_pack: Pack, tiny: Pack) -> None:
    leg = walk_of_case(real_pack.cases[0]).legs[0]
    without = real_pack.model_copy(update={"criteria": ()})
    assert all(speaking_against(without, leg, node) == () for node in leg.route)
    route = walk_of_route(tiny, "thirst", "tea")
    assert route
    assert speaking_against(tiny, route.legs[0], "tea") == ()
